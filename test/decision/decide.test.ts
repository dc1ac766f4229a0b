import { embeddedCatalog } from '../../lib/catalog';
import { type ClusterDecision, createLock, type Decision, decide } from '../../lib/decision';
import type { DecideOptions } from '../../lib/decision/decide';
import type { Site } from '../../lib/decision/request/types';
import { type Changes, clusterWith } from './constraints/evaluate';
import { FRANKFURT, PLAIN, requestOf } from './requests';
import { SMALL } from './small-catalog';

const SITES: Readonly<Record<string, Site>> = { frankfurt: FRANKFURT };

function decideOne(changes: Changes = {}, options: DecideOptions = {}): ClusterDecision {
  const { clusters } = decide(requestOf({ api: clusterWith(changes) }, SITES), SMALL, options);
  if (clusters.api === undefined) throw new Error('every cluster of a request is decided about');
  return clusters.api;
}

/** Rank, id and reason of each candidate. */
const table = ({ assessments }: ClusterDecision): readonly string[] =>
  assessments.map(
    ({ rank, candidate, lostBecause }) =>
      `${rank ?? '-'} ${candidate.id}${lostBecause === '' ? '' : `: ${lostBecause}`}`,
  );

describe('decide', () => {
  it('chooses the least money plus hours and says of every other candidate why it lost', () => {
    const decision = decideOne({ residency: { data: { countries: [], jurisdictions: ['EU'] } } });
    expect(decision).toMatchObject({
      clusterKey: 'api',
      clusterName: 'shop-api',
      outcome: 'decided',
      chosen: 'gke/europe-west3/regional',
      choice: { by: 'ranking' },
      winner: 'gke/europe-west3/regional',
    });
    expect(table(decision).slice(0, 7)).toEqual([
      '1 gke/europe-west3/regional',
      '2 eks/eu-central-1/3-zones: $454.67 a month dearer: money +$154.67, hours +3.0',
      '3 on-prem/frankfurt/kubeadm: $3,808.82 a month dearer: money +$1,108.82, hours +27.0',
      '- self-managed-ec2/eu-central-1/3-zones: construct-available (needs a construct that defines it; found: no construct in this version)',
      '- gke/europe-west3/regional-no-nat: internet-egress (needs a way out that outlives the loss of a zone; found: no way out)',
      '- gke/europe-west6/regional: data-residency (needs data in EU; found: Zürich, CH)',
      '- eks/eu-central-1/3-zones-one-nat: internet-egress (needs a way out that outlives the loss of a zone; found: one way out for all zones)',
    ]);
  });

  it('adds hours at the rate of the request, so that dear hours and cheap hours give another order', () => {
    const [first] = decideOne().assessments;
    expect([first?.candidate.id, first?.objectiveMicroUsd]).toEqual([
      'gke/europe-west3/regional',
      1_360_176_000,
    ]);
    expect(decideOne({ budget: { usdPerHour: 0 } }).assessments[0]?.objectiveMicroUsd).toBe(460_176_000);
  });

  it('decides nothing when nothing passes, and puts what is nearest first', () => {
    const decision = decideOne({ budget: { usdPerMonth: 400 } });
    expect(decision.outcome).toBe('infeasible');
    expect(decision).not.toHaveProperty('chosen');
    expect(decision).not.toHaveProperty('winner');
    expect(decision.assessments[0]).toMatchObject({
      candidate: { id: 'gke/europe-west3/regional' },
      rank: undefined,
      lostBecause: 'money-budget (needs at most $400.00 a month; found: $460.18 a month)',
    });
  });

  it('states every constraint of every candidate, also after the first that fails', () => {
    const { assessments } = decideOne({
      security: { publicCloud: 'forbidden', compliance: [{ regime: 'PCI-DSS', evidence: [] }] },
    });
    for (const { findings } of assessments) {
      expect(findings.map((finding) => finding.constraint)).toEqual([
        'public-cloud-allowed',
        'platform-allowed',
        'place-allowed',
        'region-open',
        'construct-available',
        'data-residency',
        'control-plane-residency',
        'backup-residency',
        'telemetry-residency',
        'operator-law',
        'compliance/PCI-DSS',
        'private-api',
        'customer-managed-keys',
        'air-gap',
        'tenancy',
        'control-plane-availability',
        'zones',
        'internet-egress',
        'link-reach',
        'link-latency',
        'network-overlap',
        'kubernetes-version',
        'prices-known',
        'capacity',
        'machine-quota',
        'addresses',
        'price-age',
        'money-budget',
        'hours-budget',
        'stale-prices',
      ]);
    }
  });

  it('gives the refuted before the unknown as reasons', () => {
    const { assessments } = decideOne({ kubernetesVersion: '1.34', platforms: { deny: ['gke'] } });
    expect(
      assessments.find(({ candidate }) => candidate.id === 'gke/europe-west3/regional')?.lostBecause,
    ).toBe(
      'platform-allowed (needs any platform but gke; found: gke); ' +
        'kubernetes-version (needs version 1.34 supported on 2026-12-01; found: standard support ended on 2026-10-01; how long an extended one lasts is not known); ' +
        'prices-known (needs a price for everything that is used; found: no price for GKE cluster fee in extended support in europe-west3)',
    );
  });

  it('says which phase of support the version is in, for whoever defines the cluster', () => {
    const phases = (kubernetesVersion: string): Readonly<Record<string, string | undefined>> =>
      Object.fromEntries(
        decideOne({ kubernetesVersion }).assessments.map((item) => [
          item.candidate.platform,
          item.supportPhase,
        ]),
      );
    expect(phases('1.35')).toEqual({ eks: 'standard', gke: 'standard', 'on-prem': undefined });
    expect(phases('1.33')).toEqual({ eks: 'extended', gke: undefined, 'on-prem': undefined });
    expect(phases('1.34')).toEqual({ eks: undefined, gke: undefined, 'on-prem': undefined });
  });

  it('decides clusters that nothing ties for themselves, in the order of their keys', () => {
    const small = clusterWith({ platforms: { deny: ['gke'] } });
    const decision = decide(requestOf({ web: PLAIN, api: small }, SITES), SMALL);
    expect(Object.keys(decision.clusters)).toEqual(['api', 'web']);
    expect(Object.values(decision.clusters).map(({ chosen }) => chosen)).toEqual([
      'eks/us-east-1/3-zones',
      'gke/europe-west3/regional',
    ]);
  });

  it('carries the hashes and dates of what it was decided from, and nothing of today', () => {
    const request = requestOf({ api: PLAIN }, SITES);
    const decision: Decision = decide(request, SMALL);
    expect(decision).toMatchObject({
      schema: 'kubewhere/decision/v1',
      request: { name: 'shop', planDate: '2026-12-01' },
      catalog: { asOf: '2026-11-24', hash: SMALL.hash },
    });
    expect(decide(request, { ...SMALL, overlay: 'sha256:1' }).catalog.overlay).toBe('sha256:1');
    expect(decision.request.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(JSON.stringify(decide(request, SMALL))).toBe(JSON.stringify(decision));
  });

  it('is infeasible and not in error with no platform at all', () => {
    expect(decideOne({}, { platforms: [], explain: false })).toEqual({
      clusterKey: 'api',
      clusterName: 'shop-api',
      outcome: 'infeasible',
      assessments: [],
    });
  });

  it('judges some 1,200 candidates of the embedded catalogue', () => {
    const decision = decide(requestOf({ api: PLAIN }, SITES), embeddedCatalog());
    expect(decision.clusters.api?.assessments).toHaveLength(1_203);
    expect(decision.clusters.api?.outcome).toBe('decided');
  });
});

describe('an explanation', () => {
  it('comes with every cluster unless it is not wanted', () => {
    expect(decideOne().explanation?.sensitivity.label).toBe('fragile');
    expect(decideOne({}, { explain: false })).not.toHaveProperty('explanation');
  });
});

describe('an acceptance', () => {
  const accept = (candidate: string, reason?: string): DecideOptions => ({
    accept: { api: { candidate, ...(reason !== undefined && { reason }) } },
  });

  it('is built, whatever is first', () => {
    expect(decideOne({}, accept('eks/us-east-1/3-zones', 'we know it'))).toMatchObject({
      outcome: 'decided',
      chosen: 'eks/us-east-1/3-zones',
      choice: { by: 'accepted', reason: 'we know it' },
      winner: 'gke/europe-west3/regional',
    });
  });

  it('comes before the lock and before an override', () => {
    const lock = createLock(decide(requestOf({ api: PLAIN }, SITES), SMALL, { explain: false }));
    const options = { ...accept('eks/us-east-1/3-zones'), lock, override: 'on-prem' };
    expect(decideOne({}, options).chosen).toBe('eks/us-east-1/3-zones');
  });

  it('makes the cluster infeasible where it may not be built', () => {
    expect(decideOne({}, accept('eks/us-west-1/3-zones'))).toMatchObject({
      outcome: 'infeasible',
      choice: { by: 'accepted', reason: undefined },
    });
  });
});

describe('an override', () => {
  it('takes the best feasible candidate of the platform', () => {
    expect(decideOne({}, { override: 'eks' })).toMatchObject({
      outcome: 'decided',
      chosen: 'eks/us-east-1/3-zones',
      choice: { by: 'override', requested: 'eks' },
      winner: 'gke/europe-west3/regional',
    });
  });

  it('takes what can be built and fails least where nothing of the platform passes; the failures stay', () => {
    const decision = decideOne(
      { security: { publicCloud: 'forbidden' }, places: { deny: ['us-east-1'] } },
      { override: 'eks' },
    );
    expect(decision).toMatchObject({
      outcome: 'decided',
      chosen: 'eks/eu-central-1/3-zones',
      choice: { by: 'override', requested: 'eks' },
      winner: 'on-prem/frankfurt/kubeadm',
    });
    const chosen = decision.assessments.find(({ candidate }) => candidate.id === decision.chosen);
    expect(chosen).toMatchObject({ feasible: false, rank: undefined });
  });

  it('is infeasible when nothing of the platform can be built', () => {
    expect(decideOne({ capacity: { cpu: 1_000 } }, { override: 'on-prem' })).toMatchObject({
      outcome: 'infeasible',
      choice: { by: 'override', requested: 'on-prem' },
    });
    expect(decideOne({}, { override: 'mainframe' })).toMatchObject({ outcome: 'infeasible' });
  });
});
