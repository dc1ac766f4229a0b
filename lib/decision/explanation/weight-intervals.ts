import { compareRanked } from '../ranking';
import type { ClusterRequest, Weights } from '../request/types';
import { anchorsOf, roundScore, type Utilities, utilitiesOf, WEIGHTS, type Weight } from '../score';
import type { Assessment } from '../types';
import { leastThat } from './least-that';
import type { WeightInterval } from './types';

const PPM = 1_000_000;

/** The score of a candidate over the share of one weight: a straight line from `rest` at none to `own` at all. */
interface Line {
  readonly own: number;
  /** What the other weights alone would score. */
  readonly rest: number;
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
  const rivals = others.toSorted(byTies).flatMap((assessment) => {
    const utilities = utilitiesOf(assessment, assessment.merits, anchors);
    return utilities === undefined ? [] : [{ id: assessment.candidate.id, utilities }];
  });
  // among equal scores these come before the winner
  const ahead = others.filter((assessment) => byTies(assessment, winner) < 0).length;

  const total = WEIGHTS.reduce((sum, name) => sum + weights[name], 0);
  return WEIGHTS.flatMap((weight) => {
    if (total - weights[weight] <= 0) return [];
    const line = lineOf(own, weight, weights);
    const lines = rivals.map(({ utilities }) => lineOf(utilities, weight, weights));
    return intervalOf(weight, Math.round((weights[weight] / total) * PPM), (sharePpm) => {
      const first = firstBefore(scoreAt(line, sharePpm), lines, ahead, sharePpm);
      return first === undefined ? undefined : rivals[first]?.id;
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

/** Which of the lines is first instead of a score; of equal ones the earliest. */
function firstBefore(
  score: number,
  lines: readonly Line[],
  ahead: number,
  sharePpm: number,
): number | undefined {
  let best = score;
  let first: number | undefined;
  for (const [index, line] of lines.entries()) {
    const other = scoreAt(line, sharePpm);
    if (other > best || (other === best && first === undefined && index < ahead)) {
      best = other;
      first = index;
    }
  }
  return first;
}

function lineOf(utilities: Utilities, weight: Weight, weights: Weights): Line {
  let sum = 0;
  let rest = 0;
  for (const name of WEIGHTS) {
    if (name === weight) continue;
    sum += weights[name] * utilities[name];
    rest += weights[name];
  }
  return { own: utilities[weight], rest: sum / rest };
}

function scoreAt({ own, rest }: Line, sharePpm: number): number {
  return roundScore((sharePpm * own + (PPM - sharePpm) * rest) / PPM);
}

/** The order of the ranking among equal scores. */
function byTies(left: Assessment, right: Assessment): number {
  return compareRanked({ ...left, scorePpm: 0 }, { ...right, scorePpm: 0 });
}
