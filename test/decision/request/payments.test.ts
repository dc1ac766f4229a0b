import type { ClusterRequest } from '../../../lib/decision/request';
import { exampleRequest } from '../../support/examples';

/** What examples/payments asks for, written before there were pod shapes, relations and links. */
const API: ClusterRequest = {
  kubernetesVersion: '1.35',
  capacity: {
    workloads: {},
    cpu: 24,
    memoryGib: 96,
    pods: 200,
    headroomPercent: 0,
    architectures: ['amd64'],
    machineClasses: ['general', 'compute', 'memory'],
    interruptiblePercent: 0,
  },
  availability: { controlPlane: 'highly-available', zones: 3, surviveZoneLoss: true, surviveSiteLoss: false },
  budget: {
    usdPerMonth: 4500,
    hoursPerMonth: 40,
    usdPerHour: 95,
    effortHours: {},
    acceptSpotRisk: false,
  },
  security: {
    publicCloud: 'allowed',
    apiAccess: { exposure: 'private' },
    customerManagedKeys: true,
    airGap: false,
    tenancy: 'shared',
    compliance: [
      {
        regime: 'PCI-DSS',
        evidence: [{ platform: 'on-prem', site: 'frankfurt', id: 'AOC-2026-0417', validUntil: '2027-04-30' }],
      },
    ],
  },
  residency: { data: { countries: [], jurisdictions: ['EU'] } },
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
    internetEgressGib: 400,
    natGib: 300,
    crossZoneGib: 1500,
    persistentStorageGib: 600,
    loadBalancers: 1,
    logGib: 0,
  },
  administrators: {
    aws: { platform: 'arn:aws:iam::111122223333:role/platform-admin' },
    google: { platform: 'group:platform-admins@example.com' },
  },
  deletionProtection: true,
};

describe('requests that were written for an earlier version', () => {
  it('mean what they meant', () => {
    expect(exampleRequest('payments/request.yaml').clusters).toEqual({ api: API });
    expect(exampleRequest('payments/on-eks.yaml').clusters.api?.security.compliance).toEqual([
      { regime: 'C5', evidence: [] },
      ...API.security.compliance,
    ]);
    expect(exampleRequest('payments/on-gke.yaml').clusters.api?.residency).toEqual({
      data: { countries: ['DE'], jurisdictions: [] },
    });
    expect(exampleRequest('payments/on-premises.yaml').clusters.api?.residency).toEqual({
      ...API.residency,
      operatorLaw: { countries: [], jurisdictions: ['EU'] },
    });
  });

  it('know nothing of what was not asked then', () => {
    const { clusters: _, sites, ...rest } = exampleRequest('payments/request.yaml');
    expect(rest).toEqual({
      apiVersion: 'kubewhere/v1',
      name: 'payments',
      planDate: '2026-12-01',
      relations: [],
      budget: {},
      overlays: [],
      accounts: {
        google: { project: 'acme-payments', projectNumber: '123456789012', gkeCreditUsd: 0 },
        commitments: {},
        quotas: {},
      },
      terraform: { backend: { type: 'local' } },
      tags: {},
    });
    expect(sites.frankfurt?.cost).toEqual({
      purchaseUsd: 0,
      sunk: true,
      lifeMonths: 60,
      residualUsd: 0,
      interestPercent: 0,
      watts: 2100,
      usdPerKwh: 0.21,
      rackUsdPerMonth: 950,
      supportUsdPerMonth: 310,
      uplinkUsdPerMonth: 280,
      sparesUsdPerMonth: 0,
    });
  });
});
