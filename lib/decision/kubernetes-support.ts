import type { KubernetesSupport, ManagedService } from '../catalog/types';
import { keptFor } from './memory';
import type { ClusterContext, SupportPhase } from './types';

/** Where a version stands in a platform's support window on the plan date. */
export type SupportState =
  | { readonly kind: 'standard'; readonly record: KubernetesSupport }
  | { readonly kind: 'extended'; readonly record: KubernetesSupport; readonly until: string }
  | { readonly kind: 'ended'; readonly record: KubernetesSupport; readonly since: string }
  /** Standard support has ended, and nobody recorded whether and how long an extended one follows. */
  | { readonly kind: 'past-standard'; readonly record: KubernetesSupport }
  | { readonly kind: 'no-record' };

/** What was looked up, by cluster: each platform asks for each of its candidates. */
const known = keptFor(() => new Map<ManagedService, SupportState>());

/** Looks the requested version up and compares dates as text; the last day counts as supported. No clock is read. */
export function supportAt(context: ClusterContext, platform: ManagedService): SupportState {
  const states = known(context);
  let state = states.get(platform);
  if (state === undefined) {
    state = lookUp(context, platform);
    states.set(platform, state);
  }
  return state;
}

function lookUp({ request, cluster, catalog }: ClusterContext, platform: ManagedService): SupportState {
  const record = catalog.kubernetes.find(
    (row) => row.platform === platform && row.version === cluster.kubernetesVersion,
  );
  if (record === undefined) return { kind: 'no-record' };
  if (request.planDate <= record.standardUntil) return { kind: 'standard', record };
  if (record.extendedUntil === undefined) return { kind: 'past-standard', record };
  return request.planDate <= record.extendedUntil
    ? { kind: 'extended', record, until: record.extendedUntil }
    : { kind: 'ended', record, since: record.extendedUntil };
}

/** Whether the fee of extended support is due, as far as is known. */
export function isPastStandard(context: ClusterContext, platform: ManagedService): boolean {
  const { kind } = supportAt(context, platform);
  return kind === 'extended' || kind === 'past-standard';
}

/** The phase of support, where it is known. */
export function phaseOf(context: ClusterContext, platform: ManagedService): SupportPhase | undefined {
  const { kind } = supportAt(context, platform);
  return kind === 'standard' || kind === 'extended' ? kind : undefined;
}
