/**
 * A value of a file together with the place it was read from. Aliases are resolved, so a node
 * may be reached by more than one path.
 */
export type SourceNode = SourceMap | SourceList | SourceScalar;

interface Measured {
  /** Where the value begins in the text. */
  readonly offset: number;
  /** Values in it, itself included, with every alias counted as often as it is used. */
  readonly size: number;
  /** Levels of maps and lists in it. */
  readonly depth: number;
}

/** Keys are texts, each once. */
export interface SourceMap extends Measured {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, SourceEntry>;
  /** The plain value, without prototype: no key of the file can be mistaken for an inherited one. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** A value with the place of its key, which may stand far from it when the value is an alias. */
export interface SourceEntry {
  readonly keyOffset: number;
  readonly node: SourceNode;
}

/** Entries in the order of the file. */
export interface SourceList extends Measured {
  readonly kind: 'list';
  readonly items: readonly SourceNode[];
  readonly value: readonly unknown[];
}

/** A text, number, truth value, or nothing. */
export interface SourceScalar extends Measured {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text it was read from, without quotes. */
  readonly source: string;
  /** Written without quotes, so that YAML chose its type. */
  readonly plain: boolean;
}

/** A map that begins at the offset. */
export function sourceMap(offset: number, entries: ReadonlyMap<string, SourceEntry>): SourceMap {
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, entry] of entries) value[key] = entry.node.value;
  return {
    kind: 'map',
    offset,
    entries,
    value,
    ...measure([...entries.values()].map((entry) => entry.node)),
  };
}

/** A list that begins at the offset. */
export function sourceList(offset: number, items: readonly SourceNode[]): SourceList {
  return { kind: 'list', offset, items, value: items.map((item) => item.value), ...measure(items) };
}

/** A scalar that begins at the offset. Minus zero becomes zero, which has one canonical form. */
export function sourceScalar(
  offset: number,
  value: SourceScalar['value'],
  source: string,
  plain: boolean,
): SourceScalar {
  return {
    kind: 'scalar',
    offset,
    value: value === 0 ? 0 : value,
    source,
    plain,
    size: 1,
    depth: 0,
  };
}

function measure(children: readonly SourceNode[]): { readonly size: number; readonly depth: number } {
  return {
    size: children.reduce((sum, child) => sum + child.size, 1),
    depth: children.reduce((deepest, child) => Math.max(deepest, child.depth), 0) + 1,
  };
}
