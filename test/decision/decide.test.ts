import { embeddedCatalog } from '../../lib/catalog';
import { type ClusterDecision, type Decision, decide } from '../../lib/decision';
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
      '2 eks/eu-central-1/3-zones: $447.37 a month dearer: money +$147.37, hours +3.0',
      '3 on-prem/frankfurt/kubeadm: $3,812.47 a month dearer: money +$1,112.47, hours +27.0',
      '- gke/europe-west6/regional: data-residency (needs data in EU; found: Zürich, CH)',
      '- eks/us-east-1/3-zones: data-residency (needs data in EU; found: US East (N. Virginia), US)',
      '- eks/eu-central-1/2-zones: zones (needs at least 3 zones; found: 2 zones)',
      '- gke/europe-west3/zonal: control-plane-availability (needs highly available control plane; found: a single control plane); zones (needs at least 3 zones; found: 1 zone)',
    ]);
  });

  it('adds hours at the rate of the request, so that dear hours and cheap hours give another order', () => {
    const [first] = decideOne().assessments;
    expect([first?.candidate.id, first?.objectiveMicroUsd]).toEqual([
      'gke/europe-west3/regional',
      1_356_526_000,
    ]);
    expect(decideOne({ budget: { usdPerHour: 0 } }).assessments[0]?.objectiveMicroUsd).toBe(456_526_000);
  });

  it('decides nothing when nothing passes, and puts what is nearest first', () => {
    const decision = decideOne({ budget: { usdPerMonth: 400 } });
    expect(decision.outcome).toBe('infeasible');
    expect(decision).not.toHaveProperty('chosen');
    expect(decision).not.toHaveProperty('winner');
    expect(decision.assessments[0]).toMatchObject({
      candidate: { id: 'gke/europe-west3/regional' },
      rank: undefined,
      lostBecause: 'money-budget (needs at most $400.00 a month; found: $456.53 a month)',
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
        'data-residency',
        'operator-law',
        'compliance/PCI-DSS',
        'private-api',
        'customer-managed-keys',
        'control-plane-availability',
        'zones',
        'kubernetes-version',
        'prices-known',
        'capacity',
        'money-budget',
        'hours-budget',
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

  it('decides several clusters independently, in the order of their keys', () => {
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
    expect(decision.request.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(JSON.stringify(decide(request, SMALL))).toBe(JSON.stringify(decision));
  });

  it('is infeasible and not in error with no platform at all', () => {
    expect(decideOne({}, { platforms: [] })).toEqual({
      clusterKey: 'api',
      clusterName: 'shop-api',
      outcome: 'infeasible',
      assessments: [],
    });
  });

  it('judges some 180 candidates of the embedded catalogue', () => {
    const decision = decide(requestOf({ api: PLAIN }, SITES), embeddedCatalog());
    expect(decision.clusters.api?.assessments).toHaveLength(183);
    expect(decision.clusters.api?.outcome).toBe('decided');
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
