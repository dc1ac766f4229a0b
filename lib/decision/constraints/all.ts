import { KNOWN_REGIMES } from '../../catalog';
import { compareText } from '../../values';
import type { ClusterRequest } from '../request/types';
import type { Constraint } from '../types';
import { addresses } from './addresses';
import { airGap } from './air-gap';
import { backupResidency } from './backup-residency';
import { capacity } from './capacity';
import { complianceWith } from './compliance';
import { constructAvailable } from './construct-available';
import { controlPlaneAvailability } from './control-plane-availability';
import { controlPlaneResidency } from './control-plane-residency';
import { customerManagedKeys } from './customer-managed-keys';
import { dataResidency } from './data-residency';
import { hoursBudget } from './hours-budget';
import { internetEgress } from './internet-egress';
import { kubernetesVersion } from './kubernetes-version';
import { linkLatency } from './link-latency';
import { linkReach } from './link-reach';
import { machineQuota } from './machine-quota';
import { moneyBudget } from './money-budget';
import { networkOverlap } from './network-overlap';
import { operatorLaw } from './operator-law';
import { withReason } from './override';
import { placeAllowed } from './place-allowed';
import { platformAllowed } from './platform-allowed';
import { priceAge } from './price-age';
import { pricesKnown } from './prices-known';
import { privateApi } from './private-api';
import { publicCloudAllowed } from './public-cloud-allowed';
import { regionOpen } from './region-open';
import { stalePrices } from './stale-prices';
import { telemetryResidency } from './telemetry-residency';
import { tenancy } from './tenancy';
import { zones } from './zones';

const BEFORE_COMPLIANCE: readonly Constraint[] = [
  publicCloudAllowed,
  platformAllowed,
  placeAllowed,
  regionOpen,
  constructAvailable,
  dataResidency,
  controlPlaneResidency,
  backupResidency,
  telemetryResidency,
  operatorLaw,
];

const AFTER_COMPLIANCE: readonly Constraint[] = [
  privateApi,
  customerManagedKeys,
  airGap,
  tenancy,
  controlPlaneAvailability,
  zones,
  internetEgress,
  linkReach,
  linkLatency,
  networkOverlap,
  kubernetesVersion,
  pricesKnown,
  capacity,
  machineQuota,
  addresses,
  priceAge,
  moneyBudget,
  hoursBudget,
  stalePrices,
];

/**
 * The constraints that every cluster has, in the order of the record: the most decisive first. Those of compliance are not
 * among them, as there is one for each regime that a request names; see {@link constraintsFor}.
 */
export const CONSTRAINTS: readonly Constraint[] = [...BEFORE_COMPLIANCE, ...AFTER_COMPLIANCE];

/**
 * All constraints of one cluster: {@link CONSTRAINTS}, with `compliance/<regime>` for each regime in their midst, and with the
 * written reasons of the request on those that it overrides.
 */
export function constraintsFor(cluster: ClusterRequest): readonly Constraint[] {
  // regimes are a set: their order in a file does not show in the record
  const regimes = cluster.security.compliance.toSorted((left, right) =>
    compareText(left.regime, right.regime),
  );
  return [...BEFORE_COMPLIANCE, ...regimes.map(complianceWith), ...AFTER_COMPLIANCE].map((constraint) =>
    withReason(constraint, cluster),
  );
}

/**
 * Ids of the constraints of one cluster, or without one those of every cluster there may be. Which of them a request may override says
 * {@link overridableIds}.
 */
export function constraintIds(cluster?: ClusterRequest): readonly string[] {
  if (cluster !== undefined) return constraintsFor(cluster).map(({ id }) => id);
  return [
    ...BEFORE_COMPLIANCE.map(({ id }) => id),
    ...KNOWN_REGIMES.map((regime) => `compliance/${regime}`),
    ...AFTER_COMPLIANCE.map(({ id }) => id),
  ];
}

/** Ids that `overrides` of a request may name: those of {@link constraintIds} that a written reason lifts. */
export function overridableIds(): readonly string[] {
  const overridable = new Set(CONSTRAINTS.filter(({ level }) => level === 'overridable').map(({ id }) => id));
  return constraintIds().filter((id) => overridable.has(id) || id.startsWith('compliance/'));
}
