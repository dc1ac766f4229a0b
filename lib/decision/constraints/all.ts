import type { ClusterRequest } from '../request/types';
import type { Constraint } from '../types';
import { capacity } from './capacity';
import { complianceWith } from './compliance';
import { controlPlaneAvailability } from './control-plane-availability';
import { customerManagedKeys } from './customer-managed-keys';
import { dataResidency } from './data-residency';
import { hoursBudget } from './hours-budget';
import { kubernetesVersion } from './kubernetes-version';
import { moneyBudget } from './money-budget';
import { operatorLaw } from './operator-law';
import { placeAllowed } from './place-allowed';
import { platformAllowed } from './platform-allowed';
import { pricesKnown } from './prices-known';
import { privateApi } from './private-api';
import { publicCloudAllowed } from './public-cloud-allowed';
import { regionOpen } from './region-open';
import { zones } from './zones';

const BEFORE_COMPLIANCE: readonly Constraint[] = [
  publicCloudAllowed,
  platformAllowed,
  placeAllowed,
  regionOpen,
  dataResidency,
  operatorLaw,
];

const AFTER_COMPLIANCE: readonly Constraint[] = [
  privateApi,
  customerManagedKeys,
  controlPlaneAvailability,
  zones,
  kubernetesVersion,
  pricesKnown,
  capacity,
  moneyBudget,
  hoursBudget,
];

/**
 * The hard constraints that every cluster has, in the order of the record: the most decisive first. Those of compliance are
 * not among them, as there is one for each regime that a request names; see {@link constraintsFor}.
 */
export const CONSTRAINTS: readonly Constraint[] = [...BEFORE_COMPLIANCE, ...AFTER_COMPLIANCE];

/** All constraints of one cluster: {@link CONSTRAINTS}, with `compliance/<regime>` for each regime in their midst. */
export function constraintsFor(cluster: ClusterRequest): readonly Constraint[] {
  return [...BEFORE_COMPLIANCE, ...cluster.security.compliance.map(complianceWith), ...AFTER_COMPLIANCE];
}
