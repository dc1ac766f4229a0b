import { roundHalfUp, USD } from './money';
import type { ClusterRequest, Weights } from './request/types';
import type { Assessed, Merits } from './types';

/** What a score weighs, in the order of the record. */
export const WEIGHTS = [
  'money',
  'hours',
  'resilience',
  'carbon',
  'latency',
] as const satisfies readonly (keyof Weights)[];

export type Weight = (typeof WEIGHTS)[number];

/** How near the best each thing comes, in millionths: 0 at the worst anchor and beyond, 1,000,000 at the best and beyond. */
export type Utilities = Readonly<Record<Weight, number>>;

/** Where a utility is 0 and where it is 1. */
interface Anchor {
  readonly best: number;
  readonly worst: number;
}

export type Anchors = Readonly<Record<Weight, Anchor>>;

const PPM = 1_000_000;
/** More than binary fractions are off by: weights of the same ratios in another unit must round the same. */
const DUST = 1e-6;
/** Without a money budget: rounded up from what general-purpose machines cost on demand, so that most candidates lie inside. */
const WORST_USD_PER_CPU = 60;
const WORST_USD_PER_GIB = 8;
const WORST_USD_FIXED = 500;
/** Without a budget of hours: half a person. */
const WORST_HOURS = 80;
const BEST_RESILIENCE = 3;
const WORST_GRAMS_PER_KWH = 800;
/** Without a limit on any link. */
const WORST_LATENCY_MS = 100;

/**
 * Anchors come from the request alone, never from the candidates: so a score depends on its candidate only, and whoever else
 * takes part cannot change an order.
 */
export function anchorsOf({ budget, capacity, links }: ClusterRequest): Anchors {
  const usd =
    budget.usdPerMonth ??
    capacity.cpu * WORST_USD_PER_CPU + capacity.memoryGib * WORST_USD_PER_GIB + WORST_USD_FIXED;
  const limits = Object.values(links).flatMap(({ maxLatencyMs }) => maxLatencyMs ?? []);
  return {
    money: { best: 0, worst: roundHalfUp(usd * USD) },
    hours: { best: 0, worst: budget.hoursPerMonth ?? WORST_HOURS },
    resilience: { best: BEST_RESILIENCE, worst: 1 },
    carbon: { best: 0, worst: WORST_GRAMS_PER_KWH },
    latency: { best: 0, worst: limits.length === 0 ? WORST_LATENCY_MS : Math.min(...limits) },
  };
}

/** Utilities of a candidate; what is not known counts as the worst. `undefined` without a price, which nothing stands for. */
export function utilitiesOf(
  { cost, hours }: Pick<Assessed, 'cost' | 'hours'>,
  merits: Merits,
  anchors: Anchors,
): Utilities | undefined {
  if (cost.kind === 'unknown') return undefined;
  return {
    money: utility(cost.monthlyMicroUsd, anchors.money),
    hours: utility(hours.hoursPerMonth, anchors.hours),
    resilience: utility(merits.resilience, anchors.resilience),
    carbon: utility(merits.carbonGramsPerKwh, anchors.carbon),
    latency: utility(merits.latencyMs, anchors.latency),
  };
}

/** The score of a candidate; `undefined` without weights in the request or without a price. */
export function scoreOf(
  assessed: Pick<Assessed, 'cost' | 'hours'>,
  merits: Merits,
  cluster: ClusterRequest,
): number | undefined {
  if (cluster.weights === undefined) return undefined;
  const utilities = utilitiesOf(assessed, merits, anchorsOf(cluster));
  return utilities && scorePpm(utilities, cluster.weights);
}

/** The weighted mean of utilities, in whole millionths. With no weight above 0 everything scores 0, and ties decide. */
export function scorePpm(utilities: Utilities, weights: Weights): number {
  let sum = 0;
  let total = 0;
  for (const name of WEIGHTS) {
    sum += weights[name] * utilities[name];
    total += weights[name];
  }
  return total > 0 ? roundScore(sum / total) : 0;
}

/** To whole millionths. */
export function roundScore(mean: number): number {
  return roundHalfUp(mean + DUST);
}

function utility(value: number | undefined, { best, worst }: Anchor): number {
  if (value === undefined) return 0;
  if (worst === best) return value === best ? PPM : 0;
  const share = (worst - value) / (worst - best);
  return roundHalfUp(Math.min(1, Math.max(0, share)) * PPM);
}
