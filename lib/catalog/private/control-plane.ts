import type { Catalog } from '../types';
import { rate } from './rate';

/**
 * Fees of the managed control planes. GKE charges the extended one on the Extended channel only; on the other
 * channels it upgrades the cluster instead.
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
};
