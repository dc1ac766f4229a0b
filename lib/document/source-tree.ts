import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type YAMLMap } from 'yaml';
import type { DocumentKind } from './document-kind';
import type { Finding, Path } from './finding';
import { type SourceEntry, type SourceNode, sourceList, sourceMap, sourceScalar } from './source-node';
import { quote } from './wording';

const DEEPEST_VALUE = 50;

/**
 * The composed YAML document as values with places: aliases and merge keys resolved, duplicate and
 * impossible keys reported. What is reported is left out of the value or replaced by the nearest harmless one,
 * so that everything else can still be judged.
 */
export class SourceTree {
  public readonly root: SourceNode | undefined;
  public readonly findings: readonly Finding[];
  private readonly found: Finding[] = [];
  /** The node an anchor stands for; `undefined` while that node is being read. */
  private readonly anchors = new Map<string, SourceNode | undefined>();
  /** Entries that merge keys have copied so far; a value may be too large before it is whole. */
  private copied = 0;
  private exhausted = false;

  public constructor(
    contents: ParsedNode,
    private readonly kind: DocumentKind,
  ) {
    const root = this.read(contents, [], contents.range[0]);
    this.root = this.exhausted ? undefined : root;
    this.findings = this.found;
  }

  private read(node: ParsedNode | null, path: Path, fallback: number): SourceNode {
    const offset = node?.range[0] ?? fallback;
    if (node === null || this.exhausted) return sourceScalar(offset, null, '', true);
    if (isAlias(node)) return this.resolve(node.source, path, offset);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, undefined);
    const read = this.readContents(node, path, offset);
    if (node.anchor !== undefined) this.anchors.set(node.anchor, read);
    return this.withinLimits(read, path);
  }

  private readContents(node: ParsedNode, path: Path, offset: number): SourceNode {
    if (isMap(node)) return this.readMap(node as YAMLMap.Parsed, path, offset);
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.read(item as ParsedNode, [...path, index], offset));
      return sourceList(offset, items);
    }
    if (isScalar(node)) {
      const { value, source, type } = node;
      const plain = type === undefined || type === 'PLAIN';
      if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
        return sourceScalar(
          offset,
          value as string | number | boolean | null,
          source ?? String(value),
          plain,
        );
      }
    }
    this.report(offset, path, 'found a value that is no text, number, true, false, map or list');
    return sourceScalar(offset, null, '', false);
  }

  private readMap(map: YAMLMap.Parsed, path: Path, offset: number): SourceNode {
    const entries = new Map<string, SourceEntry>();
    const merged: SourceEntry[] = [];
    for (const { key, value } of map.items) {
      // any other key has been refused by the composer
      if (!isScalar(key) || typeof key.value !== 'string') continue;
      const name = key.value;
      const keyOffset = key.range[0];
      const node = this.read(value, [...path, name], keyOffset);
      if (name === '<<' && key.type === 'PLAIN') {
        merged.push({ keyOffset, node });
      } else if (name === '__proto__') {
        this.report(keyOffset, [...path, name], `the key '__proto__' is not allowed anywhere; remove it`);
      } else if (entries.has(name)) {
        this.report(
          keyOffset,
          [...path, name],
          `duplicate key ${quote(name)}; each key may occur once in a map`,
        );
      } else {
        entries.set(name, { keyOffset, node });
      }
    }
    for (const entry of merged) this.merge(entry, entries, path);
    return sourceMap(offset, entries);
  }

  /** A key that the map has itself wins; of several merged maps the first. */
  private merge(merged: SourceEntry, entries: Map<string, SourceEntry>, path: Path): void {
    const sources = merged.node.kind === 'list' ? merged.node.items : [merged.node];
    for (const source of sources) {
      if (source.kind !== 'map') {
        this.report(
          merged.keyOffset,
          [...path, '<<'],
          `merge key '<<' must be given a map or a list of maps`,
        );
        continue;
      }
      this.copied += source.entries.size;
      if (this.copied > this.kind.mostValues) {
        this.exhaust(path, merged.keyOffset);
        return;
      }
      for (const [key, entry] of source.entries) {
        if (!entries.has(key)) entries.set(key, entry);
      }
    }
  }

  private resolve(name: string, path: Path, offset: number): SourceNode {
    const target = this.anchors.get(name);
    if (target) return this.withinLimits(target, path, offset);
    const message = this.anchors.has(name)
      ? `alias ${quote(`*${name}`)} stands inside its own anchor`
      : `alias ${quote(`*${name}`)} has no anchor ${quote(`&${name}`)} before it`;
    this.report(offset, path, message);
    return sourceScalar(offset, null, '', false);
  }

  private withinLimits(node: SourceNode, path: Path, offset = node.offset): SourceNode {
    if (node.size <= this.kind.mostValues && node.depth <= DEEPEST_VALUE) return node;
    this.exhaust(path, offset);
    // whatever holds this value stays small, so that the limit is reported once
    return sourceScalar(offset, null, '', false);
  }

  private exhaust(path: Path, offset: number): void {
    if (!this.exhausted) {
      this.report(
        offset,
        path,
        `holds more than ${this.kind.mostValues} values or ${DEEPEST_VALUE} levels with its aliases expanded; ${this.kind.noun} needs far fewer`,
      );
    }
    this.exhausted = true;
  }

  private report(offset: number, path: Path, message: string): void {
    this.found.push({ offset, path, message });
  }
}
