import { compareRanked } from '../ranking';
import type { ClusterRequest, Weights } from '../request/types';
import { anchorsOf, scorePpm, type Utilities, utilitiesOf, WEIGHTS, type Weight } from '../score';
import type { Assessment } from '../types';
import { leastThat } from './least-that';
import type { WeightInterval } from './types';

const PPM = 1_000_000;

/** A rival of the winner. */
interface Rival {
  readonly id: string;
  readonly utilities: Utilities;
}

/**
 * Within which share of all weights the winner stays first, for each weight by itself and the others scaled so that they keep their
 * ratios. Its score and that of any other are straight lines over the share, so the winner is first on one stretch around
 * the share that the request gives; the ends are found by scoring anew, to a millionth of all weights.
 *
 * A weight that is the only one above 0 has no interval: nothing is there that could be scaled up when it falls.
 */
export function weightIntervalsOf(
  feasible: readonly Assessment[],
  cluster: ClusterRequest,
): readonly WeightInterval[] {
  const { weights } = cluster;
  const [winner, ...others] = feasible;
  if (weights === undefined || winner === undefined) return [];
  const anchors = anchorsOf(cluster);
  const own = utilitiesOf(winner, winner.merits, anchors);
  if (own === undefined) return [];
  const rivals = others.toSorted(byTies).flatMap((assessment): readonly Rival[] => {
    const utilities = utilitiesOf(assessment, assessment.merits, anchors);
    return utilities === undefined ? [] : [{ id: assessment.candidate.id, utilities }];
  });
  // of equal scores the earlier one wins, so that these win against the winner
  const ahead = others.filter((assessment) => byTies(assessment, winner) < 0).length;

  const total = WEIGHTS.reduce((sum, name) => sum + weights[name], 0);
  return WEIGHTS.flatMap((weight) => {
    const rest = total - weights[weight];
    if (rest <= 0) return [];
    return intervalOf(weight, Math.round((weights[weight] / total) * PPM), (sharePpm) => {
      const scaled = withShare(weights, weight, sharePpm, rest);
      return firstBefore(scorePpm(own, scaled), rivals, ahead, scaled);
    });
  });
}

/** `firstAt` gives the id of whoever is first with a share instead of the winner. */
function intervalOf(
  weight: Weight,
  at: number,
  firstAt: (sharePpm: number) => string | undefined,
): WeightInterval {
  const down = at === 0 ? undefined : leastThat(at - 1, (step) => firstAt(at - 1 - step) !== undefined);
  const up = at === PPM ? undefined : leastThat(PPM - at - 1, (step) => firstAt(at + 1 + step) !== undefined);
  const below = down === undefined ? undefined : firstAt(at - 1 - down);
  const above = up === undefined ? undefined : firstAt(at + 1 + up);
  return {
    weight,
    atPpm: at,
    fromPpm: down === undefined ? 0 : at - down,
    toPpm: up === undefined ? PPM : at + up,
    ...(below !== undefined && { below }),
    ...(above !== undefined && { above }),
  };
}

function firstBefore(
  score: number,
  rivals: readonly Rival[],
  ahead: number,
  weights: Weights,
): string | undefined {
  let best = score;
  let first: string | undefined;
  for (const [index, { id, utilities }] of rivals.entries()) {
    const other = scorePpm(utilities, weights);
    if (other > best || (other === best && first === undefined && index < ahead)) {
      best = other;
      first = id;
    }
  }
  return first;
}

function withShare(weights: Weights, weight: Weight, sharePpm: number, rest: number): Weights {
  const scale = (PPM - sharePpm) / rest;
  return {
    money: weights.money * scale,
    hours: weights.hours * scale,
    resilience: weights.resilience * scale,
    carbon: weights.carbon * scale,
    latency: weights.latency * scale,
    [weight]: sharePpm,
  };
}

/** The order of the ranking among equal scores. */
function byTies(left: Assessment, right: Assessment): number {
  return compareRanked({ ...left, scorePpm: 0 }, { ...right, scorePpm: 0 });
}
