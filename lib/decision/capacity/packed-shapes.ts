import { packs } from './first-fit';
import type { KnownShape } from './known-shape';
import type { MixProblem, NodeShape } from './mix';
import { mostNodesOfAZone } from './most-nodes';
import { columnOf, leastBeside, misfitsOf, mostAskedOf, needsOf, type Row, rowsOf } from './packed-rows';
import type { Bins, Packing } from './packing';

/** Two shapes, of which `walked` is the one that fewer are needed of, and what is known of packing on them. */
export interface KnownPair {
  readonly walked: KnownShape;
  readonly filled: KnownShape;
  readonly rows: readonly Row[];
  /** By the count of `walked`: the fewest of `filled` by the rows, 0 when not reckoned yet, -1 when no number is enough. */
  readonly least: Int32Array;
  /** By the count of `walked`: the fewest of `filled` that may pack, for all below were tried. */
  readonly untried: Map<number, number>;
  /** By the count of `walked`: see `someBeside`. */
  readonly some: Map<number, number | undefined>;
  readonly answers: Map<number, boolean>;
}

/**
 * What was found about packing the same pods, for as long as somebody holds the packings. Neither prices nor places are in it, so
 * that all regions share it.
 */
export class PackingMemory {
  private readonly needs: readonly number[];
  private readonly pods: number;
  private readonly shapes = new Map<string, KnownShape>();
  private readonly pairs = new Map<number, KnownPair | undefined>();
  private readonly alone = new Map<string, boolean>();

  private constructor(
    private readonly problem: MixProblem,
    private readonly packings: readonly Packing[],
  ) {
    this.needs = needsOf(problem, packings);
    this.pods = Math.max(
      1,
      ...packings.map(({ groups }) => groups.reduce((sum, { replicas }) => sum + replicas, 0)),
    );
  }

  public static of(problem: MixProblem, packings: readonly Packing[]): PackingMemory {
    const { need, gpus = 0, spareNode } = problem;
    const key = `${need.milliCpu} ${need.memoryMib} ${need.pods} ${gpus} ${spareNode}`;
    const known = memories.get(packings) ?? new Map<string, PackingMemory>();
    memories.set(packings, known);
    const memory = known.get(key) ?? new PackingMemory(problem, packings);
    known.set(key, memory);
    return memory;
  }

  /** Of the shape, or of one that offers the same. */
  public shapeOf({ offers, gpus = 0 }: NodeShape): KnownShape {
    const key = `${offers.milliCpu} ${offers.memoryMib} ${offers.pods} ${gpus}`;
    const found = this.shapes.get(key);
    if (found !== undefined) return found;
    const column = columnOf(this.packings, { offers, gpus });
    const telling = mostAskedOf(column, this.needs);
    let most = this.pods;
    for (const index of telling) {
      const each = column[index] ?? 0;
      if (each > 0) most = Math.max(most, Math.ceil((this.needs[index] ?? 0) / each));
    }
    const shape: KnownShape = {
      number: this.shapes.size,
      offers,
      gpus,
      column,
      telling,
      misfits: misfitsOf(column),
      // a node for each pod, or what the sums ask for where headroom makes that more; and one to lose
      most: most + (this.problem.spareNode ? 1 : 0),
    };
    this.shapes.set(key, shape);
    return shape;
  }

  /** `undefined` when some pods find room on neither. */
  public pairOf(left: KnownShape, right: KnownShape): KnownPair | undefined {
    const isInOrder = (left.most - right.most || largerFirst(left, right)) < 0;
    const [walked, filled] = isInOrder ? [left, right] : [right, left];
    const key = walked.number * MOST_SHAPES + filled.number;
    if (this.pairs.has(key)) return this.pairs.get(key);
    const pair = [...walked.misfits].some((group) => filled.misfits.has(group))
      ? undefined
      : {
          walked,
          filled,
          rows: rowsOf(this.needs, walked, filled),
          least: new Int32Array(Math.min(walked.most, mostNodesOfAZone(this.problem.zones)) + 1),
          untried: new Map<number, number>(),
          some: new Map<number, number | undefined>(),
          answers: new Map<number, boolean>(),
        };
    this.pairs.set(key, pair);
    return pair;
  }

  /** By the rows, the fewest nodes of one shape that hold it all; `undefined` when no number does. */
  public fewestAlone(shape: KnownShape): number | undefined {
    if (shape.misfits.size > 0) return undefined;
    const enough = leastBeside(rowsOf(this.needs, shape, shape), 0);
    return enough === undefined ? undefined : Math.max(1, enough) + (this.problem.spareNode ? 1 : 0);
  }

  /** By the rows, the fewest nodes of the one shape beside a number of the other; -1 when no number is enough. */
  public fewestBeside(pair: KnownPair, count: number): number {
    const known = pair.least[count];
    if (known !== undefined && known !== 0) return known;
    const fewest = this.reckonBeside(pair, count);
    // for counts beyond what a zone may have this is dropped
    pair.least[count] = fewest;
    return fewest;
  }

  private reckonBeside({ rows }: KnownPair, count: number): number {
    const whole = leastBeside(rows, count);
    if (whole === undefined) return -1;
    if (!this.problem.spareNode) return Math.max(1, whole);
    // either a node of the one type is gone or one of the other
    const without = leastBeside(rows, count - 1);
    return without === undefined ? -1 : Math.max(1, without, whole + 1);
  }

  public packsAlone(shape: KnownShape, count: number): boolean {
    const key = `${shape.number} ${count}`;
    const known = this.alone.get(key);
    if (known !== undefined) return known;
    const fits = this.fits([binsOf(shape, count)]);
    this.alone.set(key, fits);
    return fits;
  }

  public packsBoth(pair: KnownPair, count: number, other: number): boolean {
    const key = count * MOST_COUNT + other;
    const known = pair.answers.get(key);
    if (known !== undefined) return known;
    const bins = [binsOf(pair.walked, count), binsOf(pair.filled, other)].sort(largerFirst);
    const fits = this.fits(bins);
    pair.answers.set(key, fits);
    return fits;
  }

  /** The fewest nodes of the one shape, and no more than `most`, that pack beside a number of the other; `undefined` for none. */
  public firstBeside(pair: KnownPair, count: number, most: number): number | undefined {
    let other = pair.untried.get(count) ?? this.fewestBeside(pair, count);
    while (other <= most && !this.packsBoth(pair, count, other)) other += 1;
    pair.untried.set(count, other);
    return other <= most ? other : undefined;
  }

  /**
   * A number of nodes of the one shape that packs beside a number of the other, and close to the fewest: found by larger and larger
   * steps, then by halving, as if more nodes never held less. That is mostly so.
   */
  public someBeside(pair: KnownPair, count: number): number | undefined {
    if (pair.some.has(count)) return pair.some.get(count);
    const some = this.findBeside(pair, count);
    pair.some.set(count, some);
    return some;
  }

  private findBeside(pair: KnownPair, count: number): number | undefined {
    let low = this.fewestBeside(pair, count);
    let high = low;
    const first = firstStep(low);
    for (let step = first; !this.packsBoth(pair, count, high); step *= 2) {
      if (high >= pair.filled.most) return undefined;
      low = high + 1;
      high = Math.min(pair.filled.most, high + step);
    }
    while (high - low >= first) {
      const middle = (low + high) >> 1;
      if (this.packsBoth(pair, count, middle)) high = middle;
      else low = middle + 1;
    }
    return high;
  }

  private fits(bins: readonly Bins[]): boolean {
    const states = this.problem.spareNode
      ? bins.map((lost) => bins.map((bin) => (bin === lost ? { ...bin, count: bin.count - 1 } : bin)))
      : [bins];
    return states.every((state) =>
      this.packings.every(({ zones, groups }) => packs(Array(zones).fill(state), groups)),
    );
  }
}

/** By how many nodes more it is tried whether pods find room: one, and less than a percent of many. */
export function firstStep(nodes: number): number {
  return Math.max(1, nodes >> 7);
}

const memories = new WeakMap<readonly Packing[], Map<string, PackingMemory>>();

const MOST_SHAPES = 65_536;

/** More than there are pods, and headroom. */
const MOST_COUNT = 2 ** 26;

function binsOf({ offers, gpus }: KnownShape, count: number): Bins {
  return { offers, gpus, count };
}

/** What is the same in all of it is the same to the packing. */
function largerFirst(left: Omit<Bins, 'count'>, right: Omit<Bins, 'count'>): number {
  return (
    right.offers.milliCpu - left.offers.milliCpu ||
    right.offers.memoryMib - left.offers.memoryMib ||
    right.offers.pods - left.offers.pods ||
    right.gpus - left.gpus
  );
}
