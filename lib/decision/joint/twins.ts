import type { Network } from './network';
import type { JointCluster, JointOption } from './types';

/**
 * For each cluster, the ones that it could change places with: the same options and the same bonds. Of the answers that differ
 * only by such a change the first of them having the better rank is the one that is wanted, so the others need not be
 * looked at.
 */
export function twinsOf(
  clusters: readonly JointCluster[],
  network: Network,
): readonly (readonly boolean[])[] {
  return clusters.map((one, index) =>
    clusters.map(
      (other, position) =>
        position !== index &&
        sameBonds(network, index, position) &&
        one.options.length === other.options.length &&
        one.options.every((option, place) => sameOption(option, other.options[place])),
    ),
  );
}

function sameBonds({ apart }: Network, one: number, other: number): boolean {
  return apart.every(
    (_row, third) => third === one || third === other || apart[one]?.[third] === apart[other]?.[third],
  );
}

function sameOption(one: JointOption, other: JointOption | undefined): boolean {
  return (
    other !== undefined &&
    one.rank === other.rank &&
    one.cost === other.cost &&
    one.money === other.money &&
    one.hours === other.hours &&
    one.spot.place === other.spot.place &&
    one.spot.provider === other.spot.provider &&
    one.spot.jurisdiction === other.spot.jurisdiction &&
    JSON.stringify(one.uses) === JSON.stringify(other.uses)
  );
}
