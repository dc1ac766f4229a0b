import type { Catalog, ManagedService } from '../../catalog/types';
import { type SupportState, supportAt } from '../kubernetes-support';
import type { Candidate, ClusterContext, PlatformFact } from '../types';

/** What the catalogue knows of a managed service under a regime, in the region of the candidate. */
export function serviceCompliance(
  service: ManagedService | 'ec2',
  { place }: Candidate,
  regime: string,
  catalog: Catalog,
): PlatformFact {
  const fact = catalog.compliance.find((row) => row.service === service && row.regime === regime);
  if (fact === undefined) {
    return { verdict: 'unknown', observed: `nothing is known of ${service} under ${regime}`, sources: [] };
  }
  const sources = [fact.source];
  if (fact.status !== 'proven') return { verdict: fact.status, observed: fact.note, sources };
  if (fact.regions !== undefined && !fact.regions.includes(place.id)) {
    return {
      verdict: 'refuted',
      observed: `limited to ${fact.regions.join(', ')}`,
      fix: `choose one of ${fact.regions.join(', ')}`,
      sources,
    };
  }
  if (fact.regions === undefined && place.kind === 'region' && place.restricted) {
    return {
      verdict: 'unknown',
      observed: `read for the ordinary partition only, ${place.id} is in ${place.partition}`,
      sources,
    };
  }
  return { verdict: 'proven', observed: `named in scope by the provider: ${fact.note}`, sources };
}

const versions = new WeakMap<SupportState, PlatformFact>();

/**
 * Where the requested version stands in a managed platform's support window: one answer for all candidates of the
 * platform.
 */
export function serviceVersion(platform: ManagedService, context: ClusterContext): PlatformFact {
  const state = supportAt(context, platform);
  let fact = versions.get(state);
  if (fact === undefined) {
    fact = versionFact(state, platform, context);
    versions.set(state, fact);
  }
  return fact;
}

function versionFact(state: SupportState, platform: ManagedService, context: ClusterContext): PlatformFact {
  switch (state.kind) {
    case 'standard':
      return {
        verdict: 'proven',
        observed: `standard support until ${state.record.standardUntil}`,
        sources: [state.record.source],
      };
    case 'extended':
      return {
        verdict: 'proven',
        observed: `extended support until ${state.until}, at the extended fee`,
        sources: [state.record.source],
      };
    case 'past-standard':
      return {
        verdict: 'unknown',
        observed: `standard support ended on ${state.record.standardUntil}; how long an extended one lasts is not known`,
        fix: chooseAnother(platform, context),
        sources: [state.record.source],
      };
    case 'ended':
      return {
        verdict: 'refuted',
        observed: `support ended on ${state.since}`,
        fix: chooseAnother(platform, context),
        sources: [state.record.source],
      };
    case 'no-record':
      return {
        verdict: 'unknown',
        observed: `no support window of ${context.cluster.kubernetesVersion} is known`,
        fix: chooseAnother(platform, context),
        sources: [],
      };
  }
}

function chooseAnother(platform: ManagedService, { catalog, request }: ClusterContext): string {
  const standard = catalog.kubernetes
    .filter((row) => row.platform === platform && request.planDate <= row.standardUntil)
    .map((row) => row.version)
    .sort((left, right) => minorOf(left) - minorOf(right));
  return standard.length === 0
    ? 'add a support window that holds on that date to the catalogue'
    : `choose a version in standard support on that date: ${standard.join(', ')}`;
}

function minorOf(version: string): number {
  return Number(version.split('.')[1] ?? 0);
}
