import type { JsonSchema } from './json-schema-check';

/** One heading with a table of keys for every map that a request may hold, in the order of the schema. */
export function renderTables(schema: JsonSchema): readonly string[] {
  return tablesOf(schema, '');
}

function tablesOf(schema: JsonSchema, path: string): readonly string[] {
  const own = membersOf(schema);
  const tables = own.size === 0 ? [] : [renderTable(path, own, schema)];
  const below = [...own].flatMap(([key, member]) => tablesOf(member, path === '' ? key : `${path}.${key}`));
  const named =
    typeof schema.additionalProperties === 'object'
      ? tablesOf(schema.additionalProperties, `${path}.<name>`)
      : [];
  const listed = schema.items ? tablesOf(schema.items, `${path}[]`) : [];
  return [...tables, ...below, ...named, ...listed];
}

/** Keys of a map; of a map that may be of several kinds, the keys of all kinds. */
function membersOf(schema: JsonSchema): ReadonlyMap<string, JsonSchema> {
  const members = new Map<string, JsonSchema>(Object.entries(schema.properties ?? {}));
  for (const branch of branchesOf(schema)) {
    for (const [key, member] of membersOf(branch)) if (!members.has(key)) members.set(key, member);
  }
  return members;
}

function branchesOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.oneOf ?? schema.anyOf ?? [];
}

function renderTable(path: string, members: ReadonlyMap<string, JsonSchema>, schema: JsonSchema): string {
  const rows = [...members].map(
    ([key, member]) =>
      `| \`${key}\` | ${renderDefault(key, member, schema)} | ${renderAllowed(key, member, schema)} | ${member.description ?? 'Which of the kinds it is.'} |`,
  );
  const heading = path === '' ? '### The file' : `### \`${path}\``;
  return [heading, '', '| key | default | allowed | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function renderDefault(key: string, member: JsonSchema, schema: JsonSchema): string {
  if (member.default !== undefined) return `\`${JSON.stringify(member.default)}\``;
  const maps = schema.properties ? [schema] : branchesOf(schema).filter((branch) => branch.properties?.[key]);
  return maps.every((map) => map.required?.includes(key)) ? '**required**' : 'none';
}

function renderAllowed(key: string, member: JsonSchema, schema: JsonSchema): string {
  const kinds = branchesOf(schema).filter((branch) => branch.properties);
  const constants = kinds.flatMap((branch) => branch.properties?.[key]?.const ?? []);
  if (constants.length > 0) return constants.map((value) => `\`${value}\``).join(', ');
  const holders = kinds.filter((branch) => branch.properties?.[key]);
  if (kinds.length < 2 || holders.length === kinds.length) return allowedOf(member);
  const tag = Object.keys(kinds[0]?.properties ?? {})[0] ?? '';
  const names = holders.map((branch) => `\`${branch.properties?.[tag]?.const}\``).join(', ');
  return `with ${names}: ${allowedOf(member)}`;
}

function allowedOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return `\`${schema.const}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  if (schema.minimum !== undefined) {
    return `${schema.type === 'integer' ? 'whole number' : 'number'}, ${schema.minimum} to ${schema.maximum}`;
  }
  if (schema.type === 'string') return 'text';
  if (schema.type === 'boolean') return '`true`, `false`';
  if (schema.type === 'array') {
    const least = schema.minItems ? ` of at least ${schema.minItems}` : '';
    return `list${least}: ${schema.items ? allowedOf(schema.items) : ''}`;
  }
  const kinds = branchesOf(schema);
  if (kinds.length > 0) return [...new Set(kinds.map(allowedOf))].join(' or ');
  return typeof schema.additionalProperties === 'object'
    ? `map of names: ${allowedOf(schema.additionalProperties)}`
    : 'map';
}
