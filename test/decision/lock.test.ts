import type { Catalog } from '../../lib/catalog/types';
import {
  type ClusterDecision,
  createLock,
  type Decision,
  type DecisionLock,
  decide,
} from '../../lib/decision';
import type { DecideOptions } from '../../lib/decision/decide';
import type { Site } from '../../lib/decision/request/types';
import { type Changes, clusterWith } from './constraints/evaluate';
import { FRANKFURT, machine, requestOf } from './requests';
import { SMALL, withHash, withPrice } from './small-catalog';

const GKE = 'gke/europe-west3/regional';
const EKS = 'eks/us-east-1/3-zones';

interface World {
  readonly changes?: Changes;
  readonly catalog?: Catalog;
  readonly site?: Site;
}

function decideIn(
  { changes = {}, catalog = SMALL, site = FRANKFURT }: World,
  options: DecideOptions = {},
): Decision {
  return decide(requestOf({ api: clusterWith(changes) }, { frankfurt: site }), catalog, options);
}

function apiOf(decision: Decision): ClusterDecision {
  if (decision.clusters.api === undefined) throw new Error('every cluster of a request is decided about');
  return decision.clusters.api;
}

const lockedTo = (world: World, options: DecideOptions = {}): DecisionLock =>
  createLock(decideIn(world, options));

const cheaperEks = withPrice(
  withPrice(SMALL, 'aws/us-east-1', 'm.xlarge', 1_000),
  'aws/us-east-1',
  'm.large',
  1_000,
);

describe('createLock', () => {
  it('keeps what was decided, and no clock', () => {
    const decision = decideIn({});
    expect(createLock(decision)).toEqual({
      schema: 'kubewhere/lock/v1',
      engine: 1,
      request: { name: 'shop', hash: decision.request.hash },
      catalog: { asOf: '2026-11-24', hash: SMALL.hash },
      clusters: {
        api: {
          candidate: GKE,
          objectiveMicroUsd: 1_360_176_000,
          moneyMicroUsd: 460_176_000,
          hoursPerMonth: 9,
          accepted: [],
          considered: expect.objectContaining({ feasible: 5 }),
          sizedFor: apiOf(decision).sizedFor,
          sizing: {
            kind: 'sized',
            pools: [
              {
                name: 'main',
                machineType: 'e-standard-4',
                architecture: 'amd64',
                nodesPerZone: 1,
                nodes: 3,
                microUsdPerHour: 160_000,
                interruptible: false,
              },
            ],
            allocatable: { milliCpu: 10_710, memoryMib: 39_063, pods: 306 },
            afterZoneLoss: { milliCpu: 7_140, memoryMib: 26_042, pods: 204 },
          },
        },
      },
    });
  });

  it('counts what it was chosen from, and what stood in the way of the rest', () => {
    const before = lockedTo({}).clusters.api?.considered;
    const after = lockedTo({ changes: { places: { deny: ['us-east-1'] } } }).clusters.api?.considered;
    expect([before?.candidates, before?.feasible]).toEqual([98, 5]);
    expect([after?.candidates, after?.feasible]).toEqual([98, 4]);
    expect(before?.failed).not.toHaveProperty('place-allowed');
    expect(after?.failed['place-allowed']).toBe(17);
  });

  it('keeps the reasons for rules that the request overrides', () => {
    const changes: Changes = {
      kubernetesVersion: '1.31',
      platforms: { allow: ['eks'], deny: [] },
      overrides: { 'kubernetes-version': 'we upgrade in January' },
    };
    expect(lockedTo({ changes }).clusters.api).toMatchObject({
      accepted: [],
      overrides: { 'kubernetes-version': 'we upgrade in January' },
    });
  });

  it('keeps the reason of an acceptance while the cluster stays', () => {
    const accept = { api: { candidate: EKS, reason: 'the team knows it' } };
    const lock = lockedTo({}, { accept });
    expect(lock.clusters.api).toMatchObject({ candidate: EKS, acceptedReason: 'the team knows it' });
    const again = createLock(decideIn({}, { lock }), lock);
    expect(again.clusters.api).toEqual(lock.clusters.api);
    expect(createLock(decideIn({}), lock).clusters.api).not.toHaveProperty('acceptedReason');
  });

  it('names the overlay that the prices came from', () => {
    const overlay = `sha256:${'0'.repeat(64)}`;
    expect(lockedTo({ catalog: { ...SMALL, overlay } }).catalog).toEqual({
      asOf: '2026-11-24',
      hash: SMALL.hash,
      overlay,
    });
  });

  it('notes what an override accepted', () => {
    const lock = lockedTo({ changes: { budget: { usdPerMonth: 100 } } }, { override: 'eks' });
    expect(lock.clusters.api).toMatchObject({ candidate: EKS, accepted: ['money-budget'] });
  });

  it('keeps the entry of a cluster on a day when it is infeasible, and drops one that left the request', () => {
    const previous = lockedTo({});
    const infeasible = decideIn({ changes: { budget: { usdPerMonth: 1 } } }, { lock: previous });
    expect(createLock(infeasible, previous).clusters).toEqual(previous.clusters);
    expect(createLock(infeasible).clusters).toEqual({});
    expect(createLock({ ...infeasible, clusters: {} }, previous).clusters).toEqual({});
  });
});

describe('a decision with a lock', () => {
  it('is the same as without while nothing has changed', () => {
    expect(decideIn({}, { lock: lockedTo({}) })).toEqual(decideIn({}));
  });

  it('keeps the locked candidate when another wins, and says what moving would save', () => {
    const changes: Changes = { budget: { usdPerHour: 0 } };
    const api = apiOf(decideIn({ changes, catalog: cheaperEks }, { lock: lockedTo({ changes }) }));
    expect(api).toMatchObject({ outcome: 'decided', chosen: GKE, winner: EKS });
    expect(api.choice).toEqual({
      by: 'lock',
      note: `locked to ${GKE}: ${EKS} would be chosen today and save $261.49 a month (money -$261.49, hours +3.0); moving costs $195.97 once and pays back after 1 of 36 months`,
    });
  });

  it('keeps the pools of the lock while the demand is the same, and says what fresh ones would save', () => {
    const highmem = withPrice(SMALL, 'gcp/europe-west3', 'e-highmem-4', 150_000);
    const api = apiOf(decideIn({ catalog: highmem }, { lock: lockedTo({}) }));
    expect(poolsOf(api)).toEqual(['3 e-standard-4 at 160000']);
    expect(api.choice).toEqual({
      by: 'lock',
      note: `locked to ${GKE}: kept with the pools of the lock; sized afresh they would cost $21.90 a month less`,
    });
  });

  it('prices the pools of the lock at the prices of today', () => {
    const catalog = withPrice(SMALL, 'gcp/europe-west3', 'e-standard-4', 225_000);
    const api = apiOf(decideIn({ catalog }, { lock: lockedTo({}) }));
    expect(poolsOf(api)).toEqual(['3 e-standard-4 at 225000']);
  });

  it('sizes afresh when the demand has changed', () => {
    const api = apiOf(decideIn({ changes: { capacity: { cpu: 14 } } }, { lock: lockedTo({}) }));
    expect(api).toMatchObject({ chosen: GKE, choice: { by: 'ranking' } });
    expect(poolsOf(api)).toEqual(['6 e-standard-4 at 160000']);
  });

  it('sizes afresh when the addresses that hold nodes and pods have changed, whatever else is said of the network', () => {
    const catalog = withPrice(SMALL, 'gcp/europe-west3', 'e-highmem-4', 150_000);
    const lock = lockedTo({ changes: { network: { podCidr: '10.32.0.0/16' } } });
    const poolsWith = (network: NonNullable<Changes['network']>) =>
      poolsOf(apiOf(decideIn({ catalog, changes: { network } }, { lock })));
    expect(poolsWith({ podCidr: '10.32.0.0/16' })).toEqual(['3 e-standard-4 at 160000']);
    expect(poolsWith({ podCidr: '10.32.0.0/16', serviceCidr: '10.96.0.0/20' })).toEqual([
      '3 e-standard-4 at 160000',
    ]);
    expect(poolsWith({ podCidr: '10.32.0.0/15' })).toEqual(['3 e-highmem-4 at 150000']);
    expect(poolsWith({ podCidr: '10.32.0.0/16', nodeCidr: '10.1.0.0/22' })).toEqual([
      '3 e-highmem-4 at 150000',
    ]);
    expect(poolsWith({})).toEqual(['3 e-highmem-4 at 150000']);
  });

  it('uses machines that were added to a site', () => {
    const changes: Changes = { platforms: { allow: ['on-prem'] } };
    const site = { ...FRANKFURT, machines: { ...FRANKFURT.machines, 'w-4': machine('worker', 'r1', 24) } };
    const api = apiOf(decideIn({ changes, site }, { lock: lockedTo({ changes }) }));
    expect(api.assessments[0]?.sizing).toMatchObject({ pools: [{ machines: ['w-1', 'w-2', 'w-3', 'w-4'] }] });
  });

  it('is infeasible, and moves nothing, when the locked candidate is refuted', () => {
    const api = apiOf(decideIn({ changes: { platforms: { deny: ['gke'] } } }, { lock: lockedTo({}) }));
    expect(api).toMatchObject({
      outcome: 'infeasible',
      winner: EKS,
      choice: {
        by: 'lock',
        note: `locked to ${GKE}, which does not pass any more: platform-allowed (needs any platform but gke; found: gke)`,
      },
    });
    expect(api).not.toHaveProperty('chosen');
  });

  it('keeps the locked candidate, with its pools, when a fact about it is no longer known', () => {
    const { 'gcp/europe-west3': _gone, ...machinePrices } = SMALL.machinePrices;
    const api = apiOf(decideIn({ catalog: withHash({ ...SMALL, machinePrices }) }, { lock: lockedTo({}) }));
    expect(api).toMatchObject({ outcome: 'decided', chosen: GKE });
    expect(poolsOf(api)).toEqual(['3 e-standard-4 at 160000']);
    expect(api.choice).toEqual({
      by: 'lock',
      note: `locked to ${GKE}: kept although not everything is known any more: prices-known (needs a price for everything that is used; found: no price for 3 × e-standard-4 in europe-west3); gke/europe-west6/regional would be chosen today`,
    });
  });

  it('is infeasible when nothing is known to size the locked candidate by, and the demand has changed', () => {
    const { 'gcp/europe-west3': _gone, ...machinePrices } = SMALL.machinePrices;
    const api = apiOf(
      decideIn(
        { catalog: withHash({ ...SMALL, machinePrices }), changes: { capacity: { cpu: 7 } } },
        { lock: lockedTo({}) },
      ),
    );
    expect(api).toMatchObject({
      outcome: 'infeasible',
      choice: {
        note: `locked to ${GKE}, which cannot be sized any more: no machine price is known for gcp europe-west3`,
      },
    });
  });

  it('is infeasible when the locked candidate is gone from the catalogue', () => {
    const regions = SMALL.regions.filter(({ id }) => id !== 'europe-west3');
    expect(
      apiOf(decideIn({ catalog: withHash({ ...SMALL, regions }) }, { lock: lockedTo({}) })),
    ).toMatchObject({
      outcome: 'infeasible',
      choice: {
        by: 'lock',
        note: `locked to ${GKE}, which is no candidate any more: its site, region or platform is gone`,
      },
    });
  });

  it('keeps what an override accepted, but not what is refuted since', () => {
    const changes: Changes = { budget: { usdPerMonth: 100 } };
    const lock = lockedTo({ changes }, { override: 'eks' });
    expect(apiOf(decideIn({ changes }, { lock }))).toMatchObject({ outcome: 'decided', chosen: EKS });
    const stricter: Changes = { ...changes, budget: { usdPerMonth: 100, hoursPerMonth: 10 } };
    expect(apiOf(decideIn({ changes: stricter }, { lock }))).toMatchObject({
      outcome: 'infeasible',
      choice: {
        note: `locked to ${EKS}, which does not pass any more: hours-budget (needs at most 10.0 hours a month; found: 12.0 hours a month)`,
      },
    });
  });

  it('gives way to an override of another platform, and not to one of its own', () => {
    const lock = lockedTo({});
    expect(apiOf(decideIn({}, { lock, override: 'eks' }))).toMatchObject({
      chosen: EKS,
      choice: { by: 'override', requested: 'eks' },
    });
    const cheapZurich = withPrice(SMALL, 'gcp/europe-west6', 'e-standard-4', 1_000);
    expect(apiOf(decideIn({ catalog: cheapZurich }, { lock, override: 'gke' }))).toMatchObject({
      chosen: GKE,
      winner: 'gke/europe-west6/regional',
      choice: { by: 'lock' },
    });
  });

  it('decides freely about a cluster that the lock does not name', () => {
    const lock = { ...lockedTo({}), clusters: {} };
    expect(decideIn({}, { lock })).toEqual(decideIn({}));
  });
});

function poolsOf(decision: ClusterDecision): readonly string[] {
  const chosen = decision.assessments.find(({ candidate }) => candidate.id === decision.chosen);
  return chosen?.sizing.kind === 'sized'
    ? chosen.sizing.pools.map((pool) => `${pool.nodes} ${pool.machineType} at ${pool.microUsdPerHour}`)
    : [];
}
