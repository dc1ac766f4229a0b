import { ceilDivide } from './demand';
import type { MixProblem, NodeShape } from './mix';
import { mostOn, type Packing } from './packing';

/** One thing that the nodes of a zone must have enough of: a resource, or room for the pods of one group. */
export interface Row {
  readonly need: number;
  /** What a node of each shape has of it, by the position of the shape. */
  readonly offers: readonly number[];
}

/**
 * What must hold of any packing, whichever way it is found: the sums; for each group the nodes that can have some of it; and for
 * each size the pods that are at least as large, of which a node has no more than would fit if all were of just that size.
 */
export function rowsOf(
  { need, gpus = 0 }: MixProblem,
  packings: readonly Packing[],
  shapes: readonly NodeShape[],
): readonly Row[] {
  const columns = shapes.map((shape) => columnOf(packings, shape));
  const needs = [need.milliCpu, need.memoryMib, need.pods, gpus, ...needsOf(packings)];
  return needs.flatMap((amount, index) =>
    amount > 0 ? [{ need: amount, offers: columns.map((column) => column[index] ?? 0) }] : [],
  );
}

function needsOf(packings: readonly Packing[]): readonly number[] {
  return packings.flatMap(({ zones, groups }) =>
    groups.flatMap((group) => [
      ceilDivide(group.replicas, zones),
      ...SIZES.map((size) =>
        ceilDivide(
          groups.reduce((sum, other) => sum + (other[size] >= group[size] ? other.replicas : 0), 0),
          zones,
        ),
      ),
    ]),
  );
}

const SIZES = ['milliCpu', 'memoryMib'] as const;

/** What one node has of each row, by what it offers: the same in every region. */
const columns = new WeakMap<readonly Packing[], WeakMap<NodeShape['offers'], readonly number[]>>();

function columnOf(packings: readonly Packing[], { offers, gpus = 0 }: NodeShape): readonly number[] {
  const known = columns.get(packings) ?? new WeakMap<NodeShape['offers'], readonly number[]>();
  columns.set(packings, known);
  const found = known.get(offers);
  if (found !== undefined) return found;
  const room = { ...offers, gpus };
  const column = [
    offers.milliCpu,
    offers.memoryMib,
    offers.pods,
    gpus,
    ...packings.flatMap(({ groups }) =>
      groups.flatMap((group) => [
        mostOn(room, group),
        ...SIZES.map((size) =>
          group[size] === 0 ? offers.pods : Math.min(offers.pods, Math.floor(offers[size] / group[size])),
        ),
      ]),
    ),
  ];
  known.set(offers, column);
  return column;
}

/** Nodes of one type that a zone needs by every row beside `count` of another; `undefined` when no number is enough. */
export function leastBeside(
  rows: readonly Row[],
  filled: number,
  walked: number,
  count: number,
): number | undefined {
  let nodes = 0;
  for (const { need, offers } of rows) {
    const rest = need - count * (offers[walked] ?? 0);
    if (rest <= 0) continue;
    const each = offers[filled] ?? 0;
    if (each === 0) return undefined;
    nodes = Math.max(nodes, ceilDivide(rest, each));
  }
  return nodes;
}
