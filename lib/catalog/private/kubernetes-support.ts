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

/** A version that is missing has no known dates: the answer about it is unknown. */
export const KUBERNETES_SUPPORT: readonly KubernetesSupport[] = [
  ...EKS.map((row) => window('eks', 'eks-calendar', row)),
  ...GKE.map((row) => window('gke', 'gke-calendar', row)),
];
