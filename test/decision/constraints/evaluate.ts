import type { Catalog } from '../../../lib/catalog/types';
import type { Assessed, CostLine, Finding, PlatformProfile, SizedPool } from '../../../lib/decision';
import { constraintsFor } from '../../../lib/decision';
import type { Accounts, ClusterRequest, Site } from '../../../lib/decision/request/types';
import { candidateOf, contextOf, FRANKFURT, PLAIN } from '../requests';
import { SMALL } from '../small-catalog';

/** Changes to the plain request, section by section. */
export type Changes = {
  readonly [Section in keyof ClusterRequest]?: ClusterRequest[Section] extends string
    ? ClusterRequest[Section]
    : Partial<ClusterRequest[Section]>;
};

/** What is there beside the cluster's request; what a row does not name is as below. */
export interface Surroundings {
  readonly site?: Site;
  readonly catalog?: Catalog;
  readonly accounts?: Partial<Accounts>;
  /** Answers of the candidate's platform that are others than those of the built-in one. */
  readonly profile?: Partial<PlatformProfile>;
  readonly sizing?: Assessed['sizing'];
  readonly cost?: Assessed['cost'];
  readonly hoursPerMonth?: number;
}

/** The plain request with some keys of some sections changed. */
export function clusterWith(changes: Changes): ClusterRequest {
  const sections = Object.entries(PLAIN).map(([name, section]) => {
    const change = changes[name as keyof ClusterRequest];
    return [name, typeof change === 'object' ? { ...(section as object), ...change } : (change ?? section)];
  });
  return Object.fromEntries(sections) as ClusterRequest;
}

/** What one constraint finds of one candidate, whose size and bill are given and not reckoned. */
export function evaluate(
  constraint: string,
  candidate: string,
  changes: Changes = {},
  { site = FRANKFURT, catalog = SMALL, accounts = {}, profile = {}, ...given }: Surroundings = {},
): Finding {
  const cluster = clusterWith(changes);
  const plain = contextOf(cluster, { sites: { frankfurt: site }, catalog });
  const chosen = candidateOf(plain, candidate);
  const context = {
    ...plain,
    request: { ...plain.request, accounts: { ...plain.request.accounts, ...accounts } },
    profiles: plain.profiles.map((known) =>
      known.id === chosen.platform ? { ...known, ...profile } : known,
    ),
  };
  const rule = constraintsFor(cluster).find(({ id }) => id === constraint);
  if (rule === undefined) throw new Error(`no constraint '${constraint}'`);
  const { sizing = SIZED, cost = priced(), hoursPerMonth = 12 } = given;
  const found = rule.evaluate(
    { candidate: chosen, sizing, cost, hours: { lines: [], hoursPerMonth } },
    context,
  );
  // a decision asks this first, and then does not look at the candidate
  expect(rule.settledBy?.(context) ?? found).toEqual(found);
  return found;
}

/** `refuted: needs …; has …; fix: …`: a finding as one line. */
export function line({ verdict, required, observed, fix }: Finding): string {
  return `${verdict}: needs ${required}; has ${observed}${fix === '' ? '' : `; fix: ${fix}`}`;
}

/** Six nodes of four processors. */
export const SIZED: Assessed['sizing'] = sizedAs([pool('main', 'm.xlarge', 6)]);

export function sizedAs(pools: readonly SizedPool[]): Extract<Assessed['sizing'], { kind: 'sized' }> {
  return {
    kind: 'sized',
    pools,
    allocatable: { milliCpu: 21_000, memoryMib: 84 * 1024, pods: 600 },
    afterZoneLoss: { milliCpu: 14_000, memoryMib: 56 * 1024, pods: 400 },
  };
}

export function pool(name: string, machineType: string, nodes: number): SizedPool {
  return {
    name,
    machineType,
    architecture: 'amd64',
    nodesPerZone: nodes / 3,
    nodes,
    microUsdPerHour: 200_000,
    interruptible: false,
  };
}

/** A bill of 603.90 dollars, two lines of which are one of the catalogue's and one of the user's. */
export function priced(
  changes: Partial<Extract<Assessed['cost'], { kind: 'priced' }>> = {},
): Extract<Assessed['cost'], { kind: 'priced' }> {
  const monthlyMicroUsd = changes.monthlyMicroUsd ?? 603_900_000;
  return {
    kind: 'priced',
    lines: [billed('nodes/main', 'prices'), billed('disks', 'prices'), billed('uplink', 'request')],
    monthlyMicroUsd,
    range: { low: monthlyMicroUsd, high: monthlyMicroUsd },
    withoutSpotMicroUsd: monthlyMicroUsd,
    oldestAsOf: '2026-11-02',
    ...changes,
  };
}

function billed(id: string, source: string): CostLine {
  return {
    id,
    label: id,
    quantity: 1,
    unit: 'month',
    unitMicroUsd: 201_300_000,
    monthlyMicroUsd: 201_300_000,
    range: { low: 201_300_000, high: 201_300_000 },
    kind: source === 'request' ? 'user' : 'list',
    source,
    asOf: '2026-11-02',
  };
}

/** The small catalogue with a machine of four accelerators. */
export const WITH_GPUS: Catalog = {
  ...SMALL,
  machineTypes: [
    ...SMALL.machineTypes,
    {
      provider: 'aws',
      type: 'p.xlarge',
      vcpu: 8,
      memoryMib: 65_536,
      architecture: 'amd64',
      class: 'gpu',
      gpu: { model: 'A100', count: 4, memoryGib: 40 },
    },
  ],
};

export const TOO_SMALL = {
  kind: 'too-small',
  reason: 'no machine type of gpu has a price in eu-central-1',
} as const;
