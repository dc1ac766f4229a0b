import type { KubernetesSupport } from '../types';
import { asOf, type SourceId } from './sources';

function window(
  platform: KubernetesSupport['platform'],
  source: SourceId,
  [version, standardUntil, extendedUntil]: readonly [string, string, string?],
): KubernetesSupport {
  return { platform, version, standardUntil, extendedUntil, source, asOf: asOf(source) };
}

/** EKS: 14 months of standard support, then 12 of extended support at the higher fee. */
const EKS = [
  ['1.31', '2025-11-26', '2026-11-26'],
  ['1.32', '2026-03-23', '2027-03-23'],
  ['1.33', '2026-07-29', '2027-07-29'],
  ['1.34', '2026-12-02', '2027-12-02'],
  ['1.35', '2027-03-27', '2028-03-27'],
  ['1.36', '2027-08-02', '2028-08-02'],
] as const;

/** GKE: the end of extended support was found for none of them, so it is left open. */
const GKE = [
  ['1.31', '2026-01-16'],
  ['1.32', '2026-04-11'],
  ['1.33', '2026-08-03'],
  ['1.34', '2026-10-01'],
  ['1.35', '2027-04-11'],
] as const;

/** AKS: twelve months, then a year of long-term support in the Premium tier only. */
const AKS = [
  ['1.31', '2025-11-01', '2026-11-30'],
  ['1.32', '2026-03-31', '2027-03-31'],
  ['1.33', '2026-07-31', '2027-07-31'],
  ['1.34', '2026-11-30', '2027-11-30'],
  ['1.35', '2027-03-31', '2028-03-31'],
  ['1.36', '2027-06-30', '2028-06-30'],
  ['1.37', '2027-10-31', '2028-10-31'],
] as const;

/** A version that is missing has no known dates: the answer about it is unknown. */
export const KUBERNETES_SUPPORT: readonly KubernetesSupport[] = [
  ...EKS.map((row) => window('eks', 'eks-calendar', row)),
  ...GKE.map((row) => window('gke', 'gke-calendar', row)),
  ...AKS.map((row) => window('aks', 'aks-calendar', row)),
];
