import { ceilDivide } from './demand';
import type { KnownShape } from './known-shape';
import type { MixProblem } from './mix';
import { mostOn, type Packing, type PodGroup } from './packing';

/** One thing that the nodes of a zone must have enough of, and what one node of either type has of it. */
export interface Row {
  readonly need: number;
  readonly walked: number;
  readonly filled: number;
}

/** What pods can be counted by: all of one group; all that need at least as much processor; all that need at least as much memory. */
const KINDS = ['group', 'milliCpu', 'memoryMib'] as const;

/** Rows before those of the pods: the sums. */
const FIRST = 4;

/**
 * What a zone needs of each thing that must hold of any packing, whichever way it is found: the sums; for each group the nodes that
 * can have some of it; and for each size the pods that are at least as large.
 */
export function needsOf({ need, gpus = 0 }: MixProblem, packings: readonly Packing[]): readonly number[] {
  const needs = [need.milliCpu, need.memoryMib, need.pods, gpus];
  for (const { zones, groups } of packings) {
    const atLeast = {
      milliCpu: podsAtLeast(groups, 'milliCpu'),
      memoryMib: podsAtLeast(groups, 'memoryMib'),
    };
    for (const group of groups) {
      for (const kind of KINDS) {
        const pods = kind === 'group' ? group.replicas : (atLeast[kind].get(group[kind]) ?? 0);
        needs.push(ceilDivide(pods, zones));
      }
    }
  }
  return needs;
}

/** By size: the pods that are of that size or larger. */
function podsAtLeast(groups: readonly PodGroup[], size: 'milliCpu' | 'memoryMib'): Map<number, number> {
  const counts = new Map<number, number>();
  let pods = 0;
  for (const group of groups.toSorted((left, right) => right[size] - left[size])) {
    pods += group.replicas;
    counts.set(group[size], pods);
  }
  return counts;
}

/** What one node has of each: of pods of a size and larger, no more than would fit if all were of just that size. */
export function columnOf(
  packings: readonly Packing[],
  { offers, gpus }: Pick<KnownShape, 'offers' | 'gpus'>,
): readonly number[] {
  const room = { ...offers, gpus };
  const column = [offers.milliCpu, offers.memoryMib, offers.pods, gpus];
  for (const { groups } of packings) {
    for (const group of groups) {
      for (const kind of KINDS) {
        if (kind === 'group') column.push(mostOn(room, group));
        else if (group[kind] === 0) column.push(offers.pods);
        else column.push(Math.min(offers.pods, Math.floor(offers[kind] / group[kind])));
      }
    }
  }
  return column;
}

/** Groups, by their position in all packings, of which a node can have no pod. */
export function misfitsOf(column: readonly number[]): ReadonlySet<number> {
  const none = new Set<number>();
  for (let index = FIRST; index < column.length; index += KINDS.length) {
    if (column[index] === 0) none.add(index);
  }
  return none;
}

/** Of each kind the row that asks for most nodes of a shape, and of those that it is no use for the one that needs most. */
export function mostAskedOf(column: readonly number[], needs: readonly number[]): readonly number[] {
  const telling = KINDS.map(() => ({ most: -1, nodes: 0, useless: -1 }));
  for (let index = FIRST; index < needs.length; index++) {
    const kind = telling[(index - FIRST) % KINDS.length];
    const need = needs[index] ?? 0;
    const offer = column[index] ?? 0;
    if (kind === undefined) continue;
    if (offer === 0) {
      if (need > (needs[kind.useless] ?? 0)) kind.useless = index;
    } else if (need > kind.nodes * offer) {
      kind.nodes = need / offer;
      kind.most = index;
    }
  }
  return [0, 1, 2, 3, ...telling.flatMap(({ most, useless }) => [most, useless])].filter(
    (index) => (needs[index] ?? 0) > 0,
  );
}

/**
 * Of what must hold of a packing on two types, what asks most of either and nothing that another implies. What is left out would
 * rule out a mix now and then that the packing refuses anyway; the sums are never.
 */
export function rowsOf(needs: readonly number[], walked: KnownShape, filled: KnownShape): readonly Row[] {
  let kept: Row[] = [];
  for (const index of new Set([...walked.telling, ...filled.telling])) {
    const row = {
      need: needs[index] ?? 0,
      walked: walked.column[index] ?? 0,
      filled: filled.column[index] ?? 0,
    };
    if (kept.some((other) => implies(other, row))) continue;
    kept = kept.filter((other) => !implies(row, other));
    kept.push(row);
  }
  return kept;
}

function implies(strict: Row, lax: Row): boolean {
  return (
    strict.walked * lax.need <= lax.walked * strict.need &&
    strict.filled * lax.need <= lax.filled * strict.need
  );
}

/** Nodes of the one type that a zone needs by every row beside a number of the other; `undefined` when no number is enough. */
export function leastBeside(rows: readonly Row[], count: number): number | undefined {
  let nodes = 0;
  for (const { need, walked, filled } of rows) {
    const rest = need - count * walked;
    if (rest <= nodes * filled) continue;
    if (filled === 0) return undefined;
    nodes = ceilDivide(rest, filled);
  }
  return nodes;
}
