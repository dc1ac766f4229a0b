import type { Separation } from '../request/types';
import { APART } from './spot';
import type { JointProblem } from './types';

/** Which cluster keeps which others away, and from what: a square of the numbers of {@link APART}. */
export interface Network {
  readonly apart: readonly (readonly number[])[];
  /** Whether two clusters both have options on exclusive places, so that they may get into each other's way. */
  readonly rivals: readonly (readonly boolean[])[];
}

export function networkOf({ clusters, bonds }: JointProblem): Network {
  const apart = clusters.map(() => clusters.map(() => 0));
  for (const { between, apart: separations } of bonds) {
    const [one, other] = between;
    const bits = separations.reduce((sum, separation) => sum | bitOf(separation), 0);
    setBits(apart, one, other, bits);
    setBits(apart, other, one, bits);
  }
  const exclusive = clusters.map(({ options }) => {
    return new Set(options.filter(({ spot }) => spot.exclusive).map(({ spot }) => spot.place));
  });
  const rivals = exclusive.map((mine, index) =>
    exclusive.map((others, other) => other !== index && [...mine].some((place) => others.has(place))),
  );
  return { apart, rivals };
}

/** Whether what the one cluster gets can matter to the other. */
export function touches({ apart, rivals }: Network, one: number, other: number): boolean {
  return (apart[one]?.[other] ?? 0) !== 0 || rivals[one]?.[other] === true;
}

/** Clusters that depend on each other through bonds or exclusive places, as lists of indexes in rising order. */
export function componentsOf(network: Network): readonly (readonly number[])[] {
  const seen = new Set<number>();
  const components: number[][] = [];
  for (let start = 0; start < network.apart.length; start += 1) {
    if (seen.has(start)) continue;
    const component = [start];
    seen.add(start);
    for (const member of component) {
      for (let other = 0; other < network.apart.length; other += 1) {
        if (seen.has(other) || !touches(network, member, other)) continue;
        seen.add(other);
        component.push(other);
      }
    }
    components.push(component.sort((left, right) => left - right));
  }
  return components;
}

function setBits(square: number[][], row: number, column: number, bits: number): void {
  const cells = square[row];
  if (cells !== undefined) cells[column] = (cells[column] ?? 0) | bits;
}

function bitOf(separation: Separation): number {
  // whoever shares neither a provider nor a jurisdiction shares no place either
  if (separation === 'region') return APART.place;
  return APART.place | APART[separation];
}
