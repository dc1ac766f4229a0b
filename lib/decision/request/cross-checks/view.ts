import type { z } from 'zod';
import type { Finding, Path } from '../../../document/finding';
import { keyOffset, nodeAt, valueOffset } from '../../../document/locate';
import type { SourceMap, SourceNode } from '../../../document/source-node';

/** Names that the caller knows; without regions any name may be one. */
export interface KnownNames {
  readonly platforms: readonly string[];
  readonly regions: readonly string[] | undefined;
  readonly constraints: readonly string[];
}

/** A file that may be wrong anywhere, asked for the parts that are right. Collects what the checks find. */
export class RequestView {
  /** Regions that exist and sites of the file; `undefined` when any name may be one. */
  public readonly places: ReadonlySet<string> | undefined;
  private readonly collected: Finding[] = [];

  public constructor(
    public readonly root: SourceMap,
    public readonly known: KnownNames,
  ) {
    this.places =
      known.regions === undefined ? undefined : new Set([...known.regions, ...this.keys(['sites'])]);
  }

  public get findings(): readonly Finding[] {
    return this.collected;
  }

  /** The value at a path when it is there and right in itself. */
  public valid<T>(path: Path, schema: z.ZodType<T>): T | undefined {
    const node = nodeAt(this.root, path);
    if (node === undefined) return undefined;
    const result = schema.safeParse(node.value, { jitless: true });
    return result.success ? result.data : undefined;
  }

  public text(path: Path): string | undefined {
    const value = nodeAt(this.root, path)?.value;
    return typeof value === 'string' ? value : undefined;
  }

  public node(path: Path): SourceNode | undefined {
    return nodeAt(this.root, path);
  }

  /** Keys of the map at a path, in the order of the file; none when there is no map. */
  public keys(path: Path): readonly string[] {
    const node = nodeAt(this.root, path);
    return node?.kind === 'map' ? [...node.entries.keys()] : [];
  }

  /** Paths of the entries of the list at a path; none when there is no list. */
  public entries(path: Path): readonly Path[] {
    const node = nodeAt(this.root, path);
    return node?.kind === 'list' ? node.items.map((_, index) => [...path, index]) : [];
  }

  /** Paths of the clusters in the file. */
  public get clusters(): readonly Path[] {
    return this.keys(['clusters']).map((key) => ['clusters', key]);
  }

  /** Paths of the sites in the file. */
  public get sites(): readonly Path[] {
    return this.keys(['sites']).map((key) => ['sites', key]);
  }

  /** Reports at the value. */
  public reportValue(path: Path, message: string): void {
    this.collected.push({ offset: valueOffset(this.root, path), path, message });
  }

  /** Reports at the key of the map that lacks the value. */
  public reportMissing(path: Path, message: string): void {
    this.collected.push({ offset: keyOffset(this.root, path), path, message, missing: true });
  }

  /** Reports at the key, where it is the key that is wrong or the map as a whole. */
  public reportKey(path: Path, message: string): void {
    this.collected.push({ offset: keyOffset(this.root, path), path, message });
  }
}
