import { formatProblem, parseRequest } from '../../../lib/decision/request';
import { FULLEST, hostKey, SHORTEST } from './texts';

describe('parseRequest', () => {
  it('fills in every default', () => {
    expect(parseRequest(SHORTEST)).toEqual({
      ok: true,
      request: {
        apiVersion: 'kubewhere/v1',
        name: 'payments',
        planDate: '2026-12-01',
        clusters: {
          api: {
            kubernetesVersion: '1.34',
            capacity: {
              cpu: 24,
              memoryGib: 96,
              pods: 200,
              headroomPercent: 0,
              architectures: ['amd64'],
              machineClasses: ['general', 'compute', 'memory'],
              workloads: {},
              interruptiblePercent: 0,
            },
            availability: {
              controlPlane: 'highly-available',
              zones: 3,
              surviveZoneLoss: true,
              surviveSiteLoss: false,
            },
            budget: { usdPerHour: 95, effortHours: {}, acceptSpotRisk: false },
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
          },
        },
        sites: {},
        relations: [],
        budget: {},
        overlays: [],
        accounts: { commitments: {}, quotas: {} },
        terraform: { backend: { type: 'local' } },
        tags: {},
      },
    });
  });

  it('keeps every key that is written, in its canonical form', () => {
    const parsed = parseRequest(FULLEST, { regions: ['eu-central-1', 'eu-west-2'] });
    expect(parsed.ok && parsed.request.clusters.api).toEqual({
      kubernetesVersion: '1.34',
      capacity: {
        cpu: 24,
        memoryGib: 96.5,
        pods: 200,
        headroomPercent: 20,
        largestPod: { cpu: 4, memoryGib: 16 },
        architectures: ['arm64'],
        machineClasses: ['general', 'burstable', 'gpu'],
        workloads: {},
        interruptiblePercent: 12.5,
        gpus: { count: 4, model: 'L4' },
      },
      availability: { controlPlane: 'single', zones: 2, surviveZoneLoss: false, surviveSiteLoss: true },
      budget: {
        usdPerMonth: 4000,
        hoursPerMonth: 20,
        usdPerHour: 95,
        effortHours: { eks: 12, 'on-prem': 40.5 },
        acceptSpotRisk: true,
        maximumPriceAgeDays: 365,
      },
      security: {
        publicCloud: 'allowed',
        apiAccess: { exposure: 'restricted', cidrs: ['203.0.113.0/24', '198.51.100.7/32'] },
        customerManagedKeys: false,
        airGap: false,
        tenancy: 'dedicated',
        compliance: [
          { regime: 'ISO27001', evidence: [] },
          {
            regime: 'PCI-DSS',
            evidence: [
              { platform: 'on-prem', site: 'frankfurt', id: 'AoC-2026-117', validUntil: '2027-06-30' },
              { platform: 'eks', id: 'AoC-2026-118', validUntil: '2027-06-30' },
            ],
          },
        ],
      },
      residency: {
        data: { countries: ['DE', 'NO'], jurisdictions: ['EU'] },
        controlPlane: { countries: ['DE'], jurisdictions: [] },
        backups: { countries: [], jurisdictions: ['EU', 'CH'] },
        telemetry: { countries: [], jurisdictions: ['EU'] },
        operatorLaw: { countries: [], jurisdictions: ['EU', 'UK'] },
      },
      planning: {
        horizonMonths: 48,
        growthPercentPerYear: 20,
        commitment: '1-year',
        moving: { hours: 60, doubleRunningDays: 14 },
      },
      links: {
        'head-office': {
          cidrs: ['10.64.0.0/12', '192.168.0.0/16'],
          maxLatencyMs: 20,
          latencyMs: { 'eu-central-1': 9, frankfurt: 1.5 },
          reaches: ['eu-central-1', 'frankfurt'],
        },
      },
      weights: { money: 3, hours: 2, resilience: 1.5, carbon: 1, latency: 0 },
      overrides: { 'kubernetes-version': 'The upgrade is planned for June' },
      platforms: { allow: ['eks', 'on-prem'], deny: ['gke'] },
      places: { allow: ['eu-central-1', 'frankfurt'], deny: ['eu-west-2'] },
      network: {
        egress: 'single',
        nodeCidr: '10.0.0.0/16',
        podCidr: '10.4.0.0/14',
        serviceCidr: '10.8.0.0/20',
        adopt: {
          eks: {
            vpcId: 'vpc-0a1b2c3d4e5f67890',
            vpcCidr: '10.0.0.0/16',
            privateSubnetIds: ['subnet-0a1b2c3d4e5f67890', 'subnet-0f9e8d7c6b5a43210'],
          },
          gke: {
            network: 'projects/example-net/global/networks/shared',
            subnetwork: 'projects/example-net/regions/europe-west3/subnetworks/clusters',
            nodeCidr: '10.0.0.0/20',
            podRangeName: 'pods',
            podCidr: '10.4.0.0/14',
            serviceRangeName: 'services',
            serviceCidr: '10.8.0.0/20',
          },
        },
      },
      traffic: {
        internetEgressGib: 400,
        natGib: 300,
        crossZoneGib: 1500,
        persistentStorageGib: 600,
        loadBalancers: 1,
        logGib: 120,
      },
      administrators: {
        aws: { platform: 'arn:aws:iam::111122223333:role/platform-admin' },
        google: { platform: 'group:platform@example.com' },
      },
      deletionProtection: false,
    });
    expect(parsed.ok && parsed.request.sites).toEqual({
      frankfurt: {
        country: 'DE',
        city: 'Frankfurt am Main',
        operator: { legalEntity: 'Example Hosting GmbH', jurisdiction: 'DE', ultimateParent: 'US' },
        machines: {
          'cp-1': {
            role: 'control-plane',
            address: '10.20.0.11',
            hostKey: hostKey('C1'),
            cpu: 8,
            memoryGib: 32,
            architecture: 'arm64',
            rack: 'r1',
          },
          'w-1': {
            role: 'worker',
            address: '10.20.0.21',
            hostKey: `${hostKey('W1')} root@w-1`,
            cpu: 16,
            memoryGib: 64,
            architecture: 'amd64',
            rack: 'r1',
          },
        },
        endpoint: { type: 'virtual-address', address: '10.20.0.100', routerId: 51 },
        ssh: { user: 'ubuntu', privateKeyPath: '~/.ssh/id_ed25519' },
        carbonGramsPerKwh: 35,
        cost: {
          purchaseUsd: 60000,
          sunk: false,
          lifeMonths: 48,
          residualUsd: 6000,
          interestPercent: 4.5,
          watts: 2100,
          usdPerKwh: 0.21,
          pue: 1.4,
          rackUsdPerMonth: 950,
          supportUsdPerMonth: 310,
          uplinkUsdPerMonth: 280,
          sparesUsdPerMonth: 75,
        },
      },
      nuremberg: {
        country: 'DE',
        machines: {
          'cp-1': {
            role: 'control-plane',
            address: '10.20.0.11',
            hostKey: hostKey('C2'),
            cpu: 8,
            memoryGib: 32,
            architecture: 'amd64',
            rack: 'r1',
          },
          'w-1': {
            role: 'worker',
            address: '10.20.0.21',
            hostKey: hostKey('W2'),
            cpu: 16,
            memoryGib: 64,
            architecture: 'amd64',
            rack: 'r1',
          },
        },
        endpoint: { type: 'external', host: 'k8s.example.com', port: 6443 },
        ssh: { user: 'ubuntu' },
        cost: {
          purchaseUsd: 0,
          sunk: true,
          lifeMonths: 60,
          residualUsd: 0,
          interestPercent: 0,
          watts: 900,
          usdPerKwh: 0.3,
          rackUsdPerMonth: 0,
          supportUsdPerMonth: 0,
          uplinkUsdPerMonth: 0,
          sparesUsdPerMonth: 0,
        },
      },
    });
    const { clusters: _, sites: __, ...rest } = parsed.ok ? parsed.request : { clusters: {}, sites: {} };
    expect(rest).toEqual({
      apiVersion: 'kubewhere/v1',
      name: 'payments',
      planDate: '2026-12-01',
      relations: [{ primary: 'api', standby: 'batch', apart: ['region', 'provider'] }],
      budget: { usdPerMonth: 9000, hoursPerMonth: 60 },
      overlays: ['prices/negotiated.yaml', '../facts.yaml'],
      accounts: {
        google: { project: 'acme-payments', projectNumber: '123456789012', gkeCreditUsd: 74.4 },
        commitments: { aws: { unusedUsdPerMonth: 2000, discountPercent: 12 } },
        quotas: { 'eu-central-1': { vcpu: 256, gpus: 8 } },
      },
      terraform: {
        backend: {
          type: 's3',
          bucket: 'acme-state',
          region: 'eu-central-1',
          prefix: 'prod/',
          kmsKeyId: 'alias/state',
        },
      },
      tags: { 'cost-center': '4711', owner: 'platform@example.com' },
    });
  });

  it('reads JSON, which is YAML too', () => {
    const parsed = parseRequest(SHORTEST);
    expect(parsed.ok && parseRequest(JSON.stringify(parsed.request))).toEqual(parsed);
  });

  it('returns the problem of a refused file with line, column and path', () => {
    const parsed = parseRequest('name: payments\n', {});
    expect(parsed.ok ? [] : parsed.problems[0]).toEqual({
      line: 1,
      column: 1,
      path: 'apiVersion',
      message: "is missing (version of this file format); must be 'kubewhere/v1'",
    });
  });
});

describe('formatProblem', () => {
  it('writes a problem on one line that editors turn into a link', () => {
    expect(
      formatProblem('prod/payments.yaml', {
        line: 7,
        column: 22,
        path: 'clusters.api',
        message: 'is missing',
      }),
    ).toBe('prod/payments.yaml:7:22 clusters.api: is missing');
  });
});
