import type { Catalog } from '../../../lib/catalog/types';
import { eksProfile, type Finding, type PlatformProfile } from '../../../lib/decision';
import { judge } from '../../../lib/decision/assess';
import type { ClusterRequest, Site } from '../../../lib/decision/request/types';
import { candidateOf, contextOf, FRANKFURT, PLAIN } from '../requests';
import { SMALL } from '../small-catalog';

/** Changes to the plain request, section by section. */
export type Changes = {
  readonly [Section in keyof ClusterRequest]?: ClusterRequest[Section] extends string
    ? ClusterRequest[Section]
    : Partial<ClusterRequest[Section]>;
};

export interface Surroundings {
  readonly site?: Site;
  readonly catalog?: Catalog;
}

/** The plain request with some keys of some sections changed. */
export function clusterWith(changes: Changes): ClusterRequest {
  const sections = Object.entries(PLAIN).map(([name, section]) => {
    const change = changes[name as keyof ClusterRequest];
    return [name, typeof change === 'object' ? { ...(section as object), ...change } : (change ?? section)];
  });
  return Object.fromEntries(sections) as ClusterRequest;
}

/** What one constraint finds of one candidate. */
export function evaluate(
  constraint: string,
  candidate: string,
  changes: Changes = {},
  { site = FRANKFURT, catalog = SMALL }: Surroundings = {},
): Finding {
  const cluster = clusterWith(changes);
  const context = contextOf(cluster, { sites: { frankfurt: site }, catalog });
  const chosen = candidateOf(context, candidate);
  const profile = context.profiles.find(({ id }) => id === chosen.platform);
  if (profile === undefined) throw new Error(`no platform '${chosen.platform}'`);
  const found = judge(profile, chosen, context).findings.find((item) => item.constraint === constraint);
  if (found === undefined) throw new Error(`no constraint '${constraint}'`);
  return found;
}

/** `refuted: needs …; has …; fix: …`: a finding as one line. */
export function line({ verdict, required, observed, fix }: Finding): string {
  return `${verdict}: needs ${required}; has ${observed}${fix === '' ? '' : `; fix: ${fix}`}`;
}

/** The same of an EKS whose profile answers no question that a platform may leave open. */
export function evaluateSilent(constraint: string): Finding {
  const context = contextOf();
  const silent: PlatformProfile = {
    ...eksProfile,
    privateApi: undefined,
    customerManagedKeys: undefined,
    kubernetesVersion: undefined,
  };
  const candidate = candidateOf(context, 'eks/eu-central-1/3-zones');
  const { findings } = judge(silent, candidate, { ...context, profiles: [silent] });
  const found = findings.find((item) => item.constraint === constraint);
  if (found === undefined) throw new Error(`no constraint '${constraint}'`);
  return found;
}
