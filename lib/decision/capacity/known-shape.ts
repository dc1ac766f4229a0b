import type { Resources } from './demand';

/** What nodes offer, whatever they are called and cost. */
export interface KnownShape {
  readonly number: number;
  readonly offers: Resources;
  readonly gpus: number;
  readonly column: readonly number[];
  readonly telling: readonly number[];
  /** Groups of which it can hold no pod. */
  readonly misfits: ReadonlySet<number>;
  /** More of these nodes in a zone are of no use, whatever else there is. */
  readonly most: number;
}
