import type { Catalog, ComplianceFact, ManagedService } from '../../catalog/types';
import { type SupportState, supportAt } from '../kubernetes-support';
import type { Candidate, ClusterContext, PlatformFact } from '../types';

/** What the catalogue knows of a managed service under a regime, in the region of the candidate. */
export function serviceCompliance(
  service: ManagedService | 'ec2',
  { place }: Candidate,
  regime: string,
  catalog: Catalog,
): PlatformFact {
  const { row, otherwise, elsewhere, inScope } = answersOf(service, regime, catalog);
  if (otherwise !== undefined) return otherwise;
  if (row?.regions !== undefined) return row.regions.includes(place.id) ? inScope : elsewhere;
  if (place.kind === 'region' && place.restricted) {
    return {
      verdict: 'unknown',
      observed: `read for the ordinary partition only, ${place.id} is in ${place.partition}`,
      sources: inScope.sources,
    };
  }
  return inScope;
}

/** What can be said of a service under a regime: one object each, because every candidate of the service is told one of them. */
interface ComplianceAnswers {
  readonly row: ComplianceFact | undefined;
  /** Of every region, where nothing is proven. */
  readonly otherwise: PlatformFact | undefined;
  readonly inScope: PlatformFact;
  /** Of regions that a list leaves out. */
  readonly elsewhere: PlatformFact;
}

const answers = new WeakMap<Catalog, Map<string, ComplianceAnswers>>();

function answersOf(service: ManagedService | 'ec2', regime: string, catalog: Catalog): ComplianceAnswers {
  let known = answers.get(catalog);
  if (known === undefined) {
    known = new Map();
    answers.set(catalog, known);
  }
  const key = `${service} ${regime}`;
  let found = known.get(key);
  if (found === undefined) {
    found = readAnswers(service, regime, catalog);
    known.set(key, found);
  }
  return found;
}

function readAnswers(
  service: ManagedService | 'ec2',
  regime: string,
  { compliance }: Catalog,
): ComplianceAnswers {
  const row = compliance.find((fact) => fact.service === service && fact.regime === regime);
  const sources = row === undefined ? [] : [row.source];
  const regions = row?.regions?.join(', ') ?? '';
  return {
    row,
    otherwise: unproven(row, service, regime),
    inScope: { verdict: 'proven', observed: `named in scope by the provider: ${row?.note ?? ''}`, sources },
    elsewhere: {
      verdict: 'refuted',
      observed: `limited to ${regions}`,
      fix: `choose one of ${regions}`,
      sources,
    },
  };
}

function unproven(
  row: ComplianceFact | undefined,
  service: ManagedService | 'ec2',
  regime: string,
): PlatformFact | undefined {
  if (row === undefined) {
    return { verdict: 'unknown', observed: `nothing is known of ${service} under ${regime}`, sources: [] };
  }
  return row.status === 'proven'
    ? undefined
    : { verdict: row.status, observed: row.note, sources: [row.source] };
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
