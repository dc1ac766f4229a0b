import type { Path } from './finding';
import type { SourceNode } from './source-node';

/** Line and column, both from 1, of offsets in one text. */
export class Lines {
  private readonly starts: readonly number[];

  public constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  public at(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - (this.starts[low] ?? 0)) + 1 };
  }
}

/** The value at a path, or `undefined` when the file has none there. */
export function nodeAt(root: SourceNode, path: Path): SourceNode | undefined {
  let node: SourceNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.get(String(step))?.node;
    else if (node?.kind === 'list') node = typeof step === 'number' ? node.items[step] : undefined;
    else return undefined;
  }
  return node;
}

/** Where the key of a value stands; for an entry of a list, where the entry begins. */
export function keyOffset(root: SourceNode, path: Path): number {
  const parent = nodeAt(root, path.slice(0, -1));
  const last = path[path.length - 1];
  if (last === undefined) return root.offset;
  if (parent?.kind === 'map') {
    const entry = parent.entries.get(String(last));
    if (entry) return entry.keyOffset;
  }
  if (parent?.kind === 'list' && typeof last === 'number') {
    const item = parent.items[last];
    if (item) return item.offset;
  }
  // missing: its map is where it has to be added, so the key of that map is shown
  return keyOffset(root, path.slice(0, -1));
}

/**
 * Where a value stands. A value that is missing is looked for at the key of the map it is missing in,
 * an empty one at its own key.
 */
export function valueOffset(root: SourceNode, path: Path): number {
  const node = nodeAt(root, path);
  if (node === undefined || (node.kind === 'scalar' && node.plain && node.source === '')) {
    return keyOffset(root, path);
  }
  return node.offset;
}
