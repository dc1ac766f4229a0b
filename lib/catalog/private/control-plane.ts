import type { Catalog } from '../types';
import { rate } from './rate';
import { asOf } from './sources';

/**
 * Fees of the managed control planes. GKE charges the extended one on the Extended channel only; on the other
 * channels it upgrades the cluster instead. AKS has a tier without fee, but without an SLA as well.
 */
export const CONTROL_PLANE: Catalog['controlPlane'] = {
  eks: {
    standardHour: rate(100_000, 'hour', 'list', 'eks-fee'),
    extendedHour: rate(600_000, 'hour', 'list', 'eks-fee'),
  },
  gke: {
    standardHour: rate(100_000, 'hour', 'list', 'gke-fee'),
    // no text of Google with the amount was found: an estimate, not a list price
    extendedHour: rate(600_000, 'hour', 'estimate', 'gke-extended-fee'),
  },
  aks: {
    standardHour: rate(100_000, 'hour', 'list', 'aks-fee'),
    // the Premium tier, whose price was not found
    extendedHour: undefined,
  },
};

/** What EKS Auto Mode adds to each machine, in percent of its on-demand price. */
export const EKS_AUTO_PERCENT: Catalog['eksAutoPercent'] = {
  value: 12,
  kind: 'estimate',
  source: 'eks-auto',
  asOf: asOf('eks-auto'),
};

/** Most that Google credits a billing account a month. */
export const GKE_CREDIT_MONTH: Catalog['gkeCreditMonth'] = rate(74_400_000, 'month', 'list', 'gke-credit');
