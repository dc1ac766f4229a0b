import type { Catalog } from '../../lib/catalog/types';
import { BUILT_IN_PROFILES, type Candidate, type ClusterContext } from '../../lib/decision';
import type { ClusterRequest, Machine, Request, Site } from '../../lib/decision/request/types';
import { SMALL } from './small-catalog';

/** A small cluster without any wish but its size: what a test does not name does not matter to it. */
export const PLAIN: ClusterRequest = {
  kubernetesVersion: '1.35',
  capacity: {
    cpu: 6,
    memoryGib: 24,
    pods: 60,
    headroomPercent: 0,
    architectures: ['amd64', 'arm64'],
    machineClasses: ['general', 'compute', 'memory'],
    workloads: {},
    interruptiblePercent: 0,
  },
  availability: { controlPlane: 'highly-available', zones: 3, surviveZoneLoss: true, surviveSiteLoss: false },
  budget: { usdPerHour: 100, effortHours: {}, acceptSpotRisk: false },
  security: {
    publicCloud: 'allowed',
    apiAccess: { exposure: 'private' },
    customerManagedKeys: true,
    airGap: false,
    tenancy: 'shared',
    compliance: [],
  },
  residency: {},
  planning: {
    horizonMonths: 36,
    growthPercentPerYear: 0,
    commitment: 'none',
    moving: { hours: 40, doubleRunningDays: 30 },
  },
  links: {},
  overrides: {},
  platforms: { deny: [] },
  places: { deny: [] },
  network: {},
  traffic: {
    internetEgressGib: 0,
    natGib: 0,
    crossZoneGib: 0,
    persistentStorageGib: 0,
    loadBalancers: 0,
    logGib: 0,
  },
  administrators: { aws: {}, google: {} },
  deletionProtection: true,
};

/** Three racks with one control-plane machine and one worker each. */
export const FRANKFURT: Site = {
  country: 'DE',
  city: 'Frankfurt am Main',
  endpoint: { type: 'virtual-address', address: '10.20.0.100', routerId: 51 },
  ssh: { user: 'kubewhere' },
  machines: {
    'cp-1': machine('control-plane', 'r1', 11),
    'cp-2': machine('control-plane', 'r2', 12),
    'cp-3': machine('control-plane', 'r3', 13),
    'w-1': machine('worker', 'r1', 21),
    'w-2': machine('worker', 'r2', 22),
    'w-3': machine('worker', 'r3', 23),
  },
  cost: {
    purchaseUsd: 36_000,
    sunk: false,
    lifeMonths: 60,
    residualUsd: 0,
    interestPercent: 0,
    watts: 1000,
    usdPerKwh: 0.2,
    rackUsdPerMonth: 500,
    supportUsdPerMonth: 0,
    uplinkUsdPerMonth: 250,
    sparesUsdPerMonth: 0,
  },
};

export function machine(role: Machine['role'], rack: string, host: number): Machine {
  return {
    role,
    rack,
    address: `10.20.0.${host}`,
    hostKey: `ssh-ed25519 AAAA${host}`,
    cpu: 8,
    memoryGib: 32,
    architecture: 'amd64',
  };
}

export function requestOf(
  clusters: Readonly<Record<string, ClusterRequest>>,
  sites: Readonly<Record<string, Site>> = {},
): Request {
  return {
    apiVersion: 'kubewhere/v1',
    name: 'shop',
    planDate: '2026-12-01',
    clusters,
    sites,
    relations: [],
    budget: {},
    overlays: [],
    accounts: { commitments: {}, quotas: {} },
    terraform: { backend: { type: 'local' } },
    tags: {},
  };
}

/** What a decision about one cluster looks at. */
export function contextOf(
  cluster: ClusterRequest = PLAIN,
  {
    sites = {},
    catalog = SMALL,
  }: { readonly sites?: Readonly<Record<string, Site>>; readonly catalog?: Catalog } = {},
): ClusterContext {
  return {
    request: requestOf({ api: cluster }, sites),
    clusterKey: 'api',
    cluster,
    catalog,
    profiles: BUILT_IN_PROFILES,
  };
}

/** The candidate of that id. */
export function candidateOf(context: ClusterContext, id: string): Candidate {
  const found = context.profiles
    .flatMap((profile) => profile.candidates(context))
    .find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no candidate '${id}'`);
  return found;
}
