import type { MicroUsd } from '../../catalog/types';
import type { Mix } from './mix';
import type { AddressRoom } from './most-nodes';

/** The cheapest mix of one of several problems that takes no more than this of the room. */
export type SolveWithin = (room: AddressRoom) => Mix | undefined;

/** Mixes of which the first is the cheapest of all and each next one the cheapest that takes fewer addresses, found as they are asked for. */
class Falling {
  private readonly found: Mix[] = [];
  private isExhausted = false;

  public constructor(
    private readonly room: AddressRoom,
    private readonly solve: SolveWithin,
    private readonly stepBelow: (used: number) => number,
  ) {}

  /** Addresses in nodes, with those that its pools keep free. */
  public usedBy({ nodes, entries }: Mix): number {
    return nodes + entries.length * this.room.eachPool;
  }

  public at(index: number): Mix | undefined {
    while (this.found.length <= index && !this.isExhausted) {
      const last = this.found[this.found.length - 1];
      const nodes = last === undefined ? this.room.nodes : this.stepBelow(this.usedBy(last));
      const next = this.solve({ ...this.room, nodes });
      if (next === undefined) this.isExhausted = true;
      else this.found.push(next);
    }
    return this.found[index];
  }

  /** The cheapest that takes no more than this. */
  public within(left: number): Mix | undefined {
    for (let index = 0; ; index++) {
      const mix = this.at(index);
      if (mix === undefined || this.usedBy(mix) <= left) return mix;
    }
  }
}

/**
 * A mix for each of several problems that share the addresses of one network, together for least money; `undefined` when they do not
 * fit together. What a problem would take of the room is walked down from its cheapest mix, in steps of one where `isExact`, and of an
 * eighth otherwise, where each step is a search of its own that takes long.
 */
export function shareRoom(
  room: AddressRoom,
  problems: readonly SolveWithin[],
  moneyOf: (mix: Mix) => MicroUsd,
  isExact: boolean,
): readonly Mix[] | undefined {
  const stepBelow = (used: number): number => used - (isExact ? 1 : Math.max(1, used >> 3));
  const falling = problems.map((solve) => new Falling(room, solve, stepBelow));
  return share(falling, room.nodes, moneyOf)?.mixes;
}

interface Shared {
  readonly mixes: readonly Mix[];
  readonly money: MicroUsd;
}

function share(
  [first, ...rest]: readonly Falling[],
  left: number,
  moneyOf: (mix: Mix) => MicroUsd,
): Shared | undefined {
  if (first === undefined) return { mixes: [], money: 0 };
  if (rest.length === 0) {
    const mix = first.within(left);
    return mix && { mixes: [mix], money: moneyOf(mix) };
  }
  let atLeast = 0;
  for (const other of rest) {
    const cheapest = other.at(0);
    if (cheapest === undefined) return undefined;
    atLeast += moneyOf(cheapest);
  }
  let best: Shared | undefined;
  for (let index = 0; ; index++) {
    const mix = first.at(index);
    // what follows is dearer still
    if (mix === undefined || (best !== undefined && moneyOf(mix) + atLeast >= best.money)) return best;
    const others = share(rest, left - first.usedBy(mix), moneyOf);
    if (others === undefined) continue;
    const money = moneyOf(mix) + others.money;
    if (best === undefined || money < best.money) best = { mixes: [mix, ...others.mixes], money };
  }
}
