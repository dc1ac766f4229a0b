import type { MachinePrice, MicroUsd, ProviderId } from '../../catalog/types';
import { roundHalfUp } from '../money';
import type { ClusterContext } from '../types';
import { ceilDivide } from './demand';

/** What nodes are for. Accelerators are steady too: their machines are bought like all others that must stay. */
export type NodeRole = 'steady' | 'interruptible';

/** An hour of one machine, and how it is bought. */
export interface NodePrice {
  readonly microUsd: MicroUsd;
  readonly kind: 'on-demand' | 'committed-1y' | 'committed-3y' | 'spot';
}

/** Months of the promises that providers sell. */
const ONE_YEAR = 12;
const THREE_YEARS = 36;

/**
 * The one price of a machine that the sizing minimises and the bill charges.
 *
 * - Steady: the least of on demand and the promises that `planning.commitment` allows; what is equal goes to the shorter promise.
 *   A promise that is longer than the horizon is paid to its end, so its whole price is spread over the months of the horizon, rounded
 *   up. One that ends before the horizon is taken as renewed at the same price.
 * - Interruptible: the price of today's spare capacity. A machine that has none is bought as a steady one, and `kind` says so.
 *
 * `accounts.commitments[provider].discountPercent` lowers the price on demand and nothing else: promised and spare capacity
 * have prices of their own. A surcharge of the platform, such as EKS Auto Mode's, is not in it.
 */
export function pricePerHour(
  price: MachinePrice,
  role: NodeRole,
  { cluster, request }: ClusterContext,
  provider: ProviderId,
): NodePrice {
  if (role === 'interruptible' && price.spot !== undefined) return { microUsd: price.spot, kind: 'spot' };

  const discount = request.accounts.commitments[provider]?.discountPercent ?? 0;
  const onDemand = discounted(price.onDemand, discount);
  const { commitment, horizonMonths } = cluster.planning;
  if (commitment === 'none') return { microUsd: onDemand, kind: 'on-demand' };

  const oneYear = overHorizon(price.committed1y, ONE_YEAR, horizonMonths);
  const threeYears =
    commitment === '3-year' ? overHorizon(price.committed3y, THREE_YEARS, horizonMonths) : undefined;
  if (threeYears !== undefined && threeYears < Math.min(onDemand, oneYear ?? onDemand)) {
    return { microUsd: threeYears, kind: 'committed-3y' };
  }
  if (oneYear !== undefined && oneYear < onDemand) return { microUsd: oneYear, kind: 'committed-1y' };
  return { microUsd: onDemand, kind: 'on-demand' };
}

/** Percents count to the third decimal, so that the product is a whole number and rounds once. */
function discounted(microUsd: MicroUsd, percent: number): MicroUsd {
  if (percent === 0) return microUsd;
  return roundHalfUp((microUsd * (100_000 - Math.round(percent * 1000))) / 100_000);
}

function overHorizon(
  committed: MicroUsd | undefined,
  term: number,
  horizonMonths: number,
): MicroUsd | undefined {
  if (committed === undefined || horizonMonths >= term) return committed;
  return ceilDivide(committed * term, horizonMonths);
}
