/** A type constraint in the JSON form that Terraform itself uses, such as `["set", "string"]`. */
export type CtyType =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | readonly ['list' | 'set' | 'map', CtyType]
  | readonly ['object', Readonly<Record<string, CtyType>>];

/** One argument or exported value; `optional` and `computed` together mean "yours, or the provider's choice". */
export interface AttributeSchema {
  readonly type: CtyType;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

/** `single` is an object or null; `list` and `set` are counted. A `maxItems` of 0 means "no limit". */
export interface NestedBlockSchema {
  readonly nesting: 'single' | 'list' | 'set' | 'map';
  readonly minItems: number;
  readonly maxItems: number;
  readonly block: BlockSchema;
}

/** The body of a resource, a data source, a provider configuration or a nested block. */
export interface BlockSchema {
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly blocks: Readonly<Record<string, NestedBlockSchema>>;
}

/** Everything that one simulated provider serves. Types that the bindings do not know are absent. */
export interface ProviderSchema {
  readonly provider: BlockSchema;
  readonly resources: Readonly<Record<string, BlockSchema>>;
  readonly dataSources: Readonly<Record<string, BlockSchema>>;
}

/** Whether the block holds a value that only the provider can set: the mark of a block the provider fills. */
export function hasComputedOnly(block: BlockSchema): boolean {
  return Object.values(block.attributes).some((attribute) => attribute.computed && !attribute.optional);
}
