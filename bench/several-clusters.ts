import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedCatalog } from '../lib/catalog';
import { type Decision, decide, parseRequest } from '../lib/decision';
import type { ClusterRequest, Relation, Request, Separation } from '../lib/decision/request/types';

/**
 * Ten clusters of different sizes with relations and totals, possible ones and impossible ones: one warm call each, assessment of all
 * candidates of all clusters included. Processor time beside the clock, because a busy machine shows in the clock alone.
 */
const demo = parseRequest(
  readFileSync(join(__dirname, '..', 'examples', 'payments', 'request.yaml'), 'utf8'),
);
if (!demo.ok) throw new Error('the demo request does not parse');
const [base] = Object.values(demo.request.clusters);
if (base === undefined) throw new Error('the demo request has a cluster');

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const catalog = embeddedCatalog();
const request: Request = {
  ...demo.request,
  clusters: Object.fromEntries(KEYS.map((key, index) => [key, sizedLike(base, index)])),
};

function sizedLike(cluster: ClusterRequest, index: number): ClusterRequest {
  const { capacity } = cluster;
  const { residency: _anywhere, ...rest } = cluster;
  return {
    ...rest,
    residency: {},
    capacity: { ...capacity, cpu: capacity.cpu + 4 * index, memoryGib: capacity.memoryGib + 12 * index },
  };
}

function pairwise(keys: readonly string[], ...apart: Separation[]): readonly Relation[] {
  return keys.flatMap((primary, index) =>
    keys.slice(index + 1).map((standby) => ({ primary, standby, apart })),
  );
}

const pairs = [0, 2, 4, 6, 8].flatMap((index) => pairwise(KEYS.slice(index, index + 2), 'region'));
const rows: object[] = [];

function time(name: string, changes: Partial<Request>): Decision {
  const asked = { ...request, ...changes };
  decide(asked, catalog, { explain: false });
  const cpu = process.cpuUsage();
  const start = performance.now();
  const decision = decide(asked, catalog, { explain: false });
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const placed = Object.values(decision.clusters).filter(({ outcome }) => outcome === 'decided').length;
  rows.push({ name, placed, 'clock ms': ms.toFixed(0), 'cpu ms': ((user + system) / 1_000).toFixed(0) });
  return decision;
}

function moneyOf({ clusters }: Decision): number {
  const bills = Object.values(clusters).map(({ chosen, assessments }) => {
    const cost = assessments.find(({ candidate }) => candidate.id === chosen)?.cost;
    return cost?.kind === 'priced' ? cost.monthlyMicroUsd / 1e6 : 0;
  });
  return bills.reduce((sum, bill) => sum + bill, 0);
}

time('nothing ties them', {});
time('five pairs in different regions', { relations: pairs });
const apart = time('no two in one region', { relations: pairwise(KEYS, 'region') });
time('no two in one jurisdiction', { relations: pairwise(KEYS, 'jurisdiction') });
time('four of different providers', { relations: pairwise(KEYS.slice(0, 4), 'provider') });
time('no two in one region, and a total that is 1 % too small', {
  relations: pairwise(KEYS, 'region'),
  budget: { usdPerMonth: moneyOf(apart) * 0.99 },
});
time('no two in one region, and half the total', {
  relations: pairwise(KEYS, 'region'),
  budget: { usdPerMonth: moneyOf(apart) * 0.5 },
});
console.table(rows);
