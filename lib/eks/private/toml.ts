import { compareText } from '../../values';

type Table = Readonly<Record<string, unknown>>;

/**
 * Settings as TOML, every table under its full name, keys in code-unit order. Takes what JSON takes but `null`, which TOML has no word for
 * and which is left out like `undefined`.
 */
export function renderToml(path: string, table: Table): string {
  const entries = Object.entries(table)
    .filter(([, value]) => value !== undefined && value !== null)
    .sort(([left], [right]) => compareText(left, right));
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
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isTable(value)) return JSON.stringify(value);
  const members = Object.entries(value).sort(([left], [right]) => compareText(left, right));
  return `{ ${members.map(([key, member]) => `${keyOf(key)} = ${inline(member)}`).join(', ')} }`;
}

function keyOf(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
