import type { Catalog } from '../../lib/catalog/types';
import {
  type CheckedCluster,
  checkLock,
  createLock,
  type DecisionLock,
  decide,
  type LockCheck,
} from '../../lib/decision';
import type { ClusterRequest, Request } from '../../lib/decision/request/types';
import { type Changes, clusterWith } from './constraints/evaluate';
import { FRANKFURT, PLAIN, requestOf } from './requests';
import { SMALL, withHash, withPrice } from './small-catalog';

const GKE = 'gke/europe-west3/regional';
const ZURICH = 'gke/europe-west6/regional';

const of = (clusters: Readonly<Record<string, ClusterRequest>>, more: Partial<Request> = {}): Request => ({
  ...requestOf(clusters, { frankfurt: FRANKFURT }),
  ...more,
});
const lockOf = (request: Request, catalog: Catalog = SMALL): DecisionLock =>
  createLock(decide(request, catalog, { explain: false }));

const PLAIN_REQUEST = of({ api: PLAIN });
const plainLock = (): DecisionLock => lockOf(PLAIN_REQUEST);
const dearFrankfurt = withPrice(SMALL, 'gcp/europe-west3', 'e-standard-4', 190_000);

const check = (
  changes: Changes = {},
  catalog: Catalog = SMALL,
  lock: DecisionLock = plainLock(),
): LockCheck => checkLock(of({ api: clusterWith(changes) }), catalog, lock);

function only({ clusters }: LockCheck): CheckedCluster {
  const [cluster] = clusters;
  if (cluster === undefined) throw new Error('every cluster is checked');
  return cluster;
}

describe('checkLock', () => {
  it('finds everything as it was', () => {
    expect(check()).toEqual({
      schema: 'kubewhere/check/v1',
      outcome: 'holds',
      movingPays: false,
      changed: [],
      clusters: [
        { clusterKey: 'api', status: 'unchanged', locked: GKE, first: GKE, movingPays: false, reasons: [] },
      ],
      notes: [],
    });
  });

  it('confirms a lock when what changed left the same candidate first, and says what changed', () => {
    const dearUs = withPrice(SMALL, 'aws/us-east-1', 'm.large', 95_000);
    expect(check({ deletionProtection: false } as Changes, dearUs)).toMatchObject({
      outcome: 'holds',
      changed: ['request', 'catalog'],
      clusters: [{ status: 'confirmed', locked: GKE, first: GKE, reasons: [] }],
    });
    expect(check({}, { ...SMALL, overlay: 'sha256:1' })).toMatchObject({ changed: ['overlay'] });
    const { engine: _first, ...early } = plainLock();
    expect(check({}, SMALL, early)).toMatchObject({ changed: ['engine'], outcome: 'holds' });
  });

  it('says what a better one saves, what moving costs, and when that is paid back', () => {
    // 3 × 0.03 × 730 dearer: 65.70 less the 21.90 that Zürich costs more; 40 hours at 100; 482.08 for 720 of 730 hours
    expect(check({}, dearFrankfurt)).toEqual({
      schema: 'kubewhere/check/v1',
      outcome: 'better-exists',
      movingPays: false,
      changed: ['catalog'],
      clusters: [
        {
          clusterKey: 'api',
          status: 'better-exists',
          locked: GKE,
          first: ZURICH,
          savingMicroUsdPerMonth: 43_800_000,
          movingCost: {
            hours: 40,
            peopleMicroUsd: 4_000_000_000,
            doubleRunningMicroUsd: 475_472_219,
            egressMicroUsd: 0,
            totalMicroUsd: 4_475_472_219,
          },
          paysBackInMonths: 103,
          movingPays: false,
          reasons: [`${ZURICH} is first today: money -$43.80, hours +0.0`],
        },
      ],
      notes: [],
    });
  });

  it('says that a move pays when it is paid back within the months that are planned', () => {
    const changes: Changes = { planning: { moving: { hours: 1, doubleRunningDays: 0 } } };
    const lock = lockOf(of({ api: clusterWith(changes) }));
    expect(check(changes, dearFrankfurt, lock)).toMatchObject({
      outcome: 'better-exists',
      movingPays: true,
      clusters: [{ paysBackInMonths: 3, movingPays: true }],
    });
    const short: Changes = { planning: { moving: { hours: 1, doubleRunningDays: 0 }, horizonMonths: 2 } };
    const shortLock = lockOf(of({ api: clusterWith(short) }));
    expect(check(short, dearFrankfurt, shortLock)).toMatchObject({
      movingPays: false,
      clusters: [{ paysBackInMonths: 3, movingPays: false }],
    });
  });

  it('refutes a lock on a place that is not allowed any more, whatever else is true', () => {
    expect(check({ places: { deny: ['europe-west3'] } }, dearFrankfurt)).toMatchObject({
      outcome: 'refuted',
      movingPays: false,
      clusters: [
        {
          status: 'refuted',
          locked: GKE,
          first: ZURICH,
          movingPays: false,
          reasons: [
            `locked to ${GKE}, which does not pass any more: place-allowed (needs any place but europe-west3; found: europe-west3)`,
          ],
        },
      ],
    });
  });

  it('moves nothing because a fact is missing', () => {
    const { 'gcp/europe-west3': _gone, ...machinePrices } = SMALL.machinePrices;
    const found = check({}, withHash({ ...SMALL, machinePrices }));
    expect(found).toMatchObject({ outcome: 'holds', clusters: [{ status: 'unknown', locked: GKE }] });
    expect(only(found).reasons).toEqual([
      'it stays although not everything is known: prices-known (needs a price for everything that is used; found: no price for 3 × e-standard-4 in europe-west3)',
    ]);
  });

  it('names a cluster that the lock does not have, and one that the request does not have', () => {
    expect(checkLock(of({ web: PLAIN }), SMALL, plainLock())).toMatchObject({
      outcome: 'not-locked',
      clusters: [
        {
          clusterKey: 'api',
          status: 'gone',
          locked: GKE,
          reasons: [
            'the request does not have it any more; what it built keeps running until it is destroyed',
          ],
        },
        { clusterKey: 'web', status: 'new', first: GKE, reasons: ['the lock does not have it'] },
      ],
    });
  });

  it('is content with a candidate that was accepted, until something changes', () => {
    const accept = { api: { candidate: ZURICH, reason: 'near the office' } };
    const lock = createLock(decide(PLAIN_REQUEST, SMALL, { explain: false, accept }));
    expect(only(check({}, SMALL, lock))).toMatchObject({
      status: 'unchanged',
      locked: ZURICH,
      first: GKE,
      savingMicroUsdPerMonth: 21_900_000,
    });
    const dearUs = withPrice(SMALL, 'aws/us-east-1', 'm.large', 95_000);
    expect(only(check({}, dearUs, lock)).status).toBe('better-exists');
    expect(only(check({}, dearFrankfurt, lock)).status).toBe('confirmed');
  });

  it('says of an accepted candidate whether a move would pay, and is content all the same', () => {
    const accept = { api: { candidate: ZURICH } };
    const changes: Changes = { planning: { moving: { hours: 0, doubleRunningDays: 0 } } };
    const request = of({ api: clusterWith(changes) });
    const lock = createLock(decide(request, SMALL, { explain: false, accept }));
    expect(check(changes, SMALL, lock)).toMatchObject({
      outcome: 'holds',
      movingPays: false,
      clusters: [{ status: 'unchanged', paysBackInMonths: 0, movingPays: true }],
    });
  });

  it('follows a cluster from lock through a better option to its acceptance', () => {
    expect(check({}, dearFrankfurt).outcome).toBe('better-exists');
    const accept = { api: { candidate: ZURICH } };
    const lock = createLock(decide(PLAIN_REQUEST, dearFrankfurt, { lock: plainLock(), accept }), plainLock());
    expect(check({}, dearFrankfurt, lock)).toMatchObject({
      outcome: 'holds',
      clusters: [{ status: 'unchanged', locked: ZURICH }],
    });
  });
});

describe('clusters that are tied to each other', () => {
  const relations = [{ primary: 'a', standby: 'b', apart: ['region' as const] }];
  const both = { a: PLAIN, b: PLAIN };

  it('are refuted when both are locked to what they must not share', () => {
    const lock = lockOf(of(both));
    const found = checkLock(of(both, { relations }), SMALL, lock);
    expect(found.outcome).toBe('refuted');
    expect(found.clusters.map(({ status }) => status)).toEqual(['refuted', 'refuted']);
    expect(found.notes).toEqual([
      "'a' and 'b' cannot be placed together: 'a' and 'b' must not share a region; each could have europe-west3",
    ]);
  });

  it('stay when it is a new one that has no place beside them', () => {
    const { b: _one, ...first } = both;
    const gkeInFrankfurt = clusterWith({
      platforms: { allow: ['gke'], deny: [] },
      places: { allow: ['europe-west3'], deny: [] },
    });
    const found = checkLock(of({ ...first, b: gkeInFrankfurt }, { relations }), SMALL, lockOf(of(first)));
    expect(found).toMatchObject({
      outcome: 'not-locked',
      clusters: [
        { clusterKey: 'a', status: 'better-exists', first: ZURICH },
        { clusterKey: 'b', status: 'new', first: GKE },
      ],
    });
  });

  it('are confirmed when they would only change places', () => {
    const lock = lockOf(of(both, { relations }));
    const found = checkLock(of(both, { relations }), dearFrankfurt, lock);
    expect(found).toMatchObject({ outcome: 'holds', movingPays: false });
    expect(found.clusters).toEqual([
      {
        clusterKey: 'a',
        status: 'confirmed',
        locked: GKE,
        movingPays: false,
        reasons: ['to change places with others would cost the same together'],
      },
      {
        clusterKey: 'b',
        status: 'confirmed',
        locked: ZURICH,
        movingPays: false,
        reasons: ['to change places with others would cost the same together'],
      },
    ]);
  });

  it('are worth moving by what they save and cost together', () => {
    const dear = withPrice(dearFrankfurt, 'gcp/europe-west6', 'e-standard-4', 900_000);
    const worth = (hours: number): LockCheck => {
      const cluster = clusterWith({ planning: { moving: { hours, doubleRunningDays: 0 } } });
      const pair = of({ a: cluster, b: cluster }, { relations });
      return checkLock(pair, dear, lockOf(pair));
    };
    // Zürich is 3 × 0.73 × 730 = 1,598.70 dearer than it was, an EKS 430.52 less 21.90 dearer than Zürich was: 36 months of that
    expect(worth(40)).toMatchObject({ outcome: 'better-exists', movingPays: true });
    expect(worth(1_000)).toMatchObject({ outcome: 'better-exists', movingPays: false });
  });
});
