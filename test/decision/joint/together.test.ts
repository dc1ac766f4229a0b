import { type Decision, decide } from '../../../lib/decision';
import type { DecideOptions } from '../../../lib/decision/decide';
import type { ClusterRequest, Relation, Request, Separation } from '../../../lib/decision/request/types';
import { type Changes, clusterWith } from '../constraints/evaluate';
import { FRANKFURT, PLAIN, requestOf } from '../requests';
import { SMALL } from '../small-catalog';

const GKE = 'gke/europe-west3/regional';
const ZURICH = 'gke/europe-west6/regional';
const EKS = 'eks/us-east-1/3-zones';
const SITE = 'on-prem/frankfurt/kubeadm';

function decideAll(
  clusters: Readonly<Record<string, ClusterRequest>>,
  more: Partial<Request> = {},
  options: DecideOptions = {},
): Decision {
  const request = { ...requestOf(clusters, { frankfurt: FRANKFURT }), ...more };
  return decide(request, SMALL, { explain: false, ...options });
}

const apart = (...separations: Separation[]): { readonly relations: readonly Relation[] } => ({
  relations: [{ primary: 'a', standby: 'b', apart: separations }],
});

const chosen = ({ clusters }: Decision): readonly (string | undefined)[] =>
  Object.values(clusters).map((cluster) => cluster.chosen);

const notes = ({ clusters }: Decision): readonly (string | undefined)[] =>
  Object.values(clusters).map(({ choice }) => (choice?.by === 'relations' ? choice.note : choice?.by));

const only = (platform: string): ClusterRequest =>
  clusterWith({ platforms: { allow: [platform], deny: [] } });

describe('two clusters', () => {
  it('may be in one place when nothing ties them, and nothing is said of both', () => {
    const decision = decideAll({ a: PLAIN, b: PLAIN });
    expect(chosen(decision)).toEqual([GKE, GKE]);
    expect(decision).not.toHaveProperty('joint');
  });

  it.each<[readonly Separation[], string, string]>([
    [['region'], ZURICH, "$21.90 a month less, but 'a' and 'b' must not share a region"],
    [['jurisdiction'], ZURICH, "$21.90 a month less, but 'a' and 'b' must not share a jurisdiction"],
    [['provider'], EKS, "$430.52 a month less, but 'a' and 'b' must not share a provider"],
  ])('are kept apart by %j, and the one that yields says why', (separations, second, note) => {
    const decision = decideAll({ a: PLAIN, b: PLAIN }, apart(...separations));
    expect(chosen(decision)).toEqual([GKE, second]);
    expect(notes(decision)).toEqual(['ranking', `${GKE} is first for this cluster alone, ${note}`]);
    expect(decision.clusters.b?.winner).toBe(GKE);
  });

  it('cost so much more together than each alone', () => {
    expect(decideAll({ a: PLAIN, b: PLAIN }, apart('provider')).joint).toEqual({
      outcome: 'decided',
      notes: [],
      priceMicroUsd: 430_524_000,
    });
  });

  it('are both infeasible when they cannot be apart, and what they could have is said', () => {
    const decision = decideAll({ a: only('gke'), b: only('gke') }, apart('provider'));
    const note =
      "'a' and 'b' cannot be placed together: 'a' and 'b' must not share a provider; each could have gcp";
    expect(decision.joint).toEqual({ outcome: 'infeasible', notes: [note], priceMicroUsd: 0 });
    expect(notes(decision)).toEqual([note, note]);
    expect(chosen(decision)).toEqual([undefined, undefined]);
  });

  it('leave each other alone when nothing passes for one of them', () => {
    const decision = decideAll({ a: clusterWith({ budget: { usdPerMonth: 1 } }), b: PLAIN }, apart('region'));
    expect(chosen(decision)).toEqual([undefined, GKE]);
    expect(decision.joint?.notes).toEqual([
      "nothing passes for 'a': the others are placed as if it did not exist",
    ]);
  });

  it('share a provider on two sites only when one legal entity runs both', () => {
    const operator = { legalEntity: 'Rechenzentrum AG', jurisdiction: 'DE', ultimateParent: 'DE' };
    const between = (second: typeof operator | undefined): readonly (string | undefined)[] =>
      chosen(
        decideAll(
          { a: only('on-prem'), b: only('on-prem') },
          {
            ...apart('provider'),
            sites: { frankfurt: FRANKFURT, munich: { ...FRANKFURT, operator: second } },
          },
        ),
      );
    expect(between(undefined)).toEqual([undefined, undefined]);
    expect(between(operator)).toEqual([SITE, 'on-prem/munich/kubeadm']);
  });

  it('are given a site once', () => {
    const decision = decideAll({ a: only('on-prem'), b: only('on-prem'), c: PLAIN });
    const note =
      "'a' and 'b' cannot be placed together: site 'frankfurt' holds one cluster; each could have frankfurt";
    expect(chosen(decision)).toEqual([undefined, undefined, GKE]);
    expect(notes(decision)).toEqual([note, note, 'ranking']);
  });

  it('fill a quota together', () => {
    const accounts = { commitments: {}, quotas: { 'europe-west3': { vcpu: 20 } } };
    const decision = decideAll({ a: PLAIN, b: PLAIN }, { accounts });
    expect(chosen(decision)).toEqual([GKE, ZURICH]);
    expect(notes(decision)[1]).toBe(
      `${GKE} is first for this cluster alone, $21.90 a month less, but the quota of europe-west3 is 20 vCPU for all clusters`,
    );
  });
});

describe('a total', () => {
  it('is stated against its limit', () => {
    const decision = decideAll({ a: PLAIN, b: PLAIN }, { budget: { usdPerMonth: 1_000 } });
    expect(decision.joint?.notes).toEqual(['together: $920.35 of $1,000.00 a month, 18.0 hours']);
  });

  it('says by how much it is too small', () => {
    expect(decideAll({ a: PLAIN, b: PLAIN }, { budget: { usdPerMonth: 900 } }).joint?.notes).toEqual([
      "'a' and 'b' cannot be placed together: all clusters may cost $900.00 a month together; they cost at least $920.36, $20.36 too much",
    ]);
    expect(decideAll({ a: PLAIN, b: PLAIN }, { budget: { hoursPerMonth: 17 } }).joint?.notes).toEqual([
      "'a' and 'b' cannot be placed together: all clusters may take 17.0 hours a month together; they take at least 18.0 hours, 1.0 too many",
    ]);
  });

  it('says what would be enough, and never that nothing is missing', () => {
    const total = { usdPerMonth: 920.345 };
    expect(decideAll({ a: PLAIN, b: PLAIN }, { budget: total }).joint?.notes).toEqual([
      "'a' and 'b' cannot be placed together: all clusters may cost $920.35 a month together; they cost at least $920.36, $0.01 too much",
    ]);
  });

  it('makes a cluster take what costs less money and more hours', () => {
    const dearHours: Changes = { budget: { usdPerHour: 1_000, effortHours: { gke: 9, eks: 8 } } };
    const pair = { a: clusterWith(dearHours), b: clusterWith(dearHours) };
    expect(chosen(decideAll(pair))).toEqual([EKS, EKS]);
    expect(chosen(decideAll(pair, { budget: { usdPerMonth: 1_100 } }))).toEqual([EKS, GKE]);
    expect(notes(decideAll(pair, { budget: { usdPerMonth: 1_100 } }))[1]).toBe(
      `${EKS} is first for this cluster alone, $869.48 a month less, but all clusters may cost $1,100.00 a month together`,
    );
  });
});

describe('several clusters', () => {
  const four = { a: PLAIN, b: PLAIN, c: PLAIN, d: PLAIN };
  const keys = Object.keys(four);
  const pairwise = keys.flatMap((primary, index) =>
    keys.slice(index + 1).map((standby): Relation => ({ primary, standby, apart: ['provider'] })),
  );

  it('of which no two may share a provider need as many providers', () => {
    const decision = decideAll(four, { relations: pairwise });
    expect(chosen(decision)).toEqual([undefined, undefined, undefined, undefined]);
    expect(decision.joint?.notes).toEqual([
      "'a', 'b', 'c' and 'd' cannot be placed together: no two of them may share a provider; each could have aws, gcp and your own organisation",
    ]);
  });

  it('are all placed where the providers are enough', () => {
    const { d: _one, ...three } = four;
    const relations = pairwise.filter(({ standby }) => standby !== 'd');
    expect(chosen(decideAll(three, { relations }))).toEqual([GKE, EKS, SITE]);
  });

  it('are the same in whatever order the request names them', () => {
    const { d: _one, ...three } = four;
    const relations = pairwise.filter(({ standby }) => standby !== 'd');
    const there = decideAll(three, { relations });
    const back = decideAll({ c: PLAIN, b: PLAIN, a: PLAIN }, { relations: relations.toReversed() });
    expect(JSON.stringify(back.clusters)).toBe(JSON.stringify(there.clusters));
    expect(back.joint).toEqual(there.joint);
  });

  it('are chosen by their scores where they weigh, in whole dollars of their own best', () => {
    const weights = { money: 0, hours: 0, resilience: 1, carbon: 0, latency: 0 };
    const decision = decideAll({ a: { ...PLAIN, weights }, b: PLAIN }, apart('region'));
    // all that passes is as resilient, so that the weighing cluster gives way for nothing
    expect(chosen(decision)).toEqual([ZURICH, GKE]);
  });

  it('on an overridden platform still keep apart', () => {
    const decision = decideAll({ a: PLAIN, b: PLAIN }, apart('region'), { override: 'eks' });
    expect(chosen(decision)).toEqual([EKS, 'eks/eu-central-1/3-zones']);
    expect(notes(decision)).toEqual(['override', 'override']);
  });
});

it('a cluster that must survive the loss of its site has no place without a relation', () => {
  const cluster = clusterWith({ availability: { surviveSiteLoss: true } });
  expect(notes(decideAll({ a: cluster }))).toEqual([
    "'availability.surviveSiteLoss' needs a second cluster elsewhere, and no relation names one",
  ]);
  expect(chosen(decideAll({ a: cluster, b: PLAIN }, apart('region')))).toEqual([GKE, ZURICH]);
});
