import { compareText } from '../../values';

type Table = Readonly<Record<string, unknown>>;

/**
 * Settings as TOML, every table under its full name, keys in code-unit order. Takes what JSON takes but `null`, which TOML has no word for
 * and which is left out like `undefined`.
 */
export function renderToml(path: string, table: Table): string {
  const entries = entriesOf(table);
  const values = entries.filter(([, value]) => !isTable(value));
  const tables = entries.filter(([, value]) => isTable(value));
  const head =
    values.length === 0
      ? []
      : [`[${path}]`, ...values.map(([key, value]) => `${keyOf(key)} = ${inline(value)}`), ''];
  return [...head, ...tables.map(([key, value]) => renderToml(`${path}.${keyOf(key)}`, value as Table))].join(
    '\n',
  );
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.filter(isSaid).map(inline).join(', ')}]`;
  if (!isTable(value)) return JSON.stringify(value);
  const members = entriesOf(value).map(([key, member]) => `${keyOf(key)} = ${inline(member)}`);
  return `{ ${members.join(', ')} }`;
}

function entriesOf(table: Table): [string, unknown][] {
  return Object.entries(table)
    .filter(([, value]) => isSaid(value))
    .sort(([left], [right]) => compareText(left, right));
}

function isSaid(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function keyOf(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
