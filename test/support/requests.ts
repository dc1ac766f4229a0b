import type { ClusterRequest, Request, Site } from '../../lib/decision/request/types';

/** A cluster request with every default, for tests that look at one member. */
export function clusterRequest(overrides: Partial<ClusterRequest> = {}): ClusterRequest {
  return {
    kubernetesVersion: '1.34',
    capacity: {
      cpu: 24,
      memoryGib: 96,
      pods: 200,
      headroomPercent: 0,
      architectures: ['amd64', 'arm64'],
      machineClasses: ['general', 'compute', 'memory'],
    },
    availability: { controlPlane: 'highly-available', zones: 3, surviveZoneLoss: true },
    budget: { usdPerHour: 95 },
    security: {
      publicCloud: 'allowed',
      apiAccess: { exposure: 'private' },
      customerManagedKeys: true,
      compliance: [],
    },
    residency: {},
    platforms: { deny: [] },
    places: { deny: [] },
    network: {},
    traffic: { internetEgressGib: 0, natGib: 0, crossZoneGib: 0, persistentStorageGib: 0, loadBalancers: 0 },
    administrators: { aws: {}, google: {} },
    deletionProtection: true,
    ...overrides,
  };
}

/** A request of one cluster, `api`, unless told otherwise. */
export function request(overrides: Partial<Request> = {}): Request {
  return {
    apiVersion: 'kubewhere/v1',
    name: 'payments',
    planDate: '2026-12-01',
    clusters: { api: clusterRequest() },
    sites: {},
    accounts: { google: { project: 'acme-payments', projectNumber: '123456789012' } },
    terraform: { backend: { type: 'local' } },
    tags: {},
    ...overrides,
  };
}

/** Three racks with a control-plane machine and a worker each. */
export function site(overrides: Partial<Site> = {}): Site {
  const machine = (role: 'control-plane' | 'worker', rack: number) => ({
    role,
    rack: `r${rack}`,
    address: `10.20.0.${role === 'worker' ? 20 + rack : 10 + rack}`,
    hostKey: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${role === 'worker' ? 'W' : 'C'}${rack}`,
    cpu: role === 'worker' ? 16 : 8,
    memoryGib: role === 'worker' ? 64 : 32,
    architecture: 'amd64' as const,
  });
  return {
    country: 'DE',
    machines: {
      'cp-1': machine('control-plane', 1),
      'cp-2': machine('control-plane', 2),
      'cp-3': machine('control-plane', 3),
      'w-1': machine('worker', 1),
      'w-2': machine('worker', 2),
      'w-3': machine('worker', 3),
    },
    endpoint: { type: 'virtual-address', address: '10.20.0.100', routerId: 51 },
    ssh: { user: 'kubewhere' },
    cost: {
      purchaseUsd: 0,
      sunk: true,
      lifeMonths: 60,
      watts: 2100,
      usdPerKwh: 0.21,
      rackUsdPerMonth: 950,
      supportUsdPerMonth: 310,
      uplinkUsdPerMonth: 280,
    },
    ...overrides,
  };
}
