/** The keywords that our schema uses. */
export interface JsonSchema {
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
}

/** Keywords that say nothing about validity. */
const ANNOTATIONS = ['$schema', '$id', 'title', 'description', 'default', 'examples', 'format'];

const JUDGED = [
  ...[
    'type',
    'const',
    'enum',
    'pattern',
    'minimum',
    'maximum',
    'minItems',
    'uniqueItems',
    'items',
    'properties',
  ],
  ...['required', 'additionalProperties', 'propertyNames', 'oneOf', 'anyOf'],
];

/**
 * Why a value does not fit a JSON Schema, as paths. Knows the keywords that our schema uses and throws at any
 * other, so that nothing is passed over.
 */
export function violations(schema: JsonSchema, value: unknown, path = '$'): readonly string[] {
  for (const keyword of Object.keys(schema)) {
    if (!JUDGED.includes(keyword) && !ANNOTATIONS.includes(keyword))
      throw new Error(`unknown keyword ${keyword}`);
  }
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) {
    const fitting = branches.filter((branch) => violations(branch, value, path).length === 0).length;
    return fitting === 1 || (schema.anyOf && fitting > 0) ? [] : [`${path}: fits ${fitting} alternatives`];
  }
  const found: string[] = [];
  if (schema.type !== undefined && !hasType(value, schema.type)) return [`${path}: is no ${schema.type}`];
  if (schema.const !== undefined && value !== schema.const) found.push(`${path}: is not ${schema.const}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) found.push(`${path}: is none of the values`);
  if (
    typeof value === 'string' &&
    schema.pattern !== undefined &&
    !new RegExp(schema.pattern, 'u').test(value)
  ) {
    found.push(`${path}: does not match`);
  }
  if (typeof value === 'number') {
    if (value < (schema.minimum ?? -Infinity) || value > (schema.maximum ?? Infinity))
      found.push(`${path}: out of bounds`);
  }
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0)) found.push(`${path}: too few`);
    if (schema.uniqueItems && new Set(value.map((item) => JSON.stringify(item))).size < value.length) {
      found.push(`${path}: not unique`);
    }
    found.push(...value.flatMap((item, index) => violations(schema.items ?? {}, item, `${path}[${index}]`)));
  } else if (typeof value === 'object' && value !== null) {
    found.push(...violationsOfMap(schema, value, path));
  }
  return found;
}

function violationsOfMap(schema: JsonSchema, value: object, path: string): readonly string[] {
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key));
  const found = missing.map((key) => `${path}.${key}: missing`);
  for (const [key, member] of Object.entries(value)) {
    found.push(...violations(schema.propertyNames ?? {}, key, `${path}.${key} (name)`));
    const known = schema.properties?.[key];
    if (known !== undefined) found.push(...violations(known, member, `${path}.${key}`));
    else if (schema.additionalProperties === false) found.push(`${path}.${key}: unknown`);
    else if (typeof schema.additionalProperties === 'object') {
      found.push(...violations(schema.additionalProperties, member, `${path}.${key}`));
    }
  }
  return found;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}
