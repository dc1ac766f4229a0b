import type { Catalog } from '../../../lib/catalog/types';
import type { Cost } from '../../../lib/decision';
import { judge } from '../../../lib/decision/assess';
import type { Site } from '../../../lib/decision/request/types';
import { type Changes, clusterWith } from '../constraints/evaluate';
import { candidateOf, contextOf, FRANKFURT } from '../requests';
import { SMALL } from '../small-catalog';

function costOf(
  id: string,
  changes: Changes = {},
  { catalog = SMALL, site = FRANKFURT }: { readonly catalog?: Catalog; readonly site?: Site } = {},
): Cost {
  const context = contextOf(clusterWith(changes), { catalog, sites: { frankfurt: site } });
  const candidate = candidateOf(context, id);
  const profile = context.profiles.find((item) => item.id === candidate.platform);
  if (profile === undefined) throw new Error(`no platform '${candidate.platform}'`);
  return judge(profile, candidate, context).cost;
}

const TRAFFIC = {
  internetEgressGib: 400,
  natGib: 300,
  crossZoneGib: 1500,
  persistentStorageGib: 600.5,
  loadBalancers: 2,
};

/** Id, quantity, unit price and sum of each line. */
const sums = (cost: Cost): readonly unknown[] =>
  cost.lines.map((line) => [line.id, line.quantity, line.unitMicroUsd, line.monthlyMicroUsd]);

const PRICES = { source: 'prices', asOf: '2026-11-02' } as const;

describe('a month of EKS', () => {
  it('is control plane, nodes, disks, NAT in each zone, traffic and a key', () => {
    expect(costOf('eks/eu-central-1/3-zones', { traffic: TRAFFIC })).toEqual({
      kind: 'priced',
      lines: [
        {
          id: 'control-plane',
          label: 'EKS control plane',
          quantity: 730,
          unit: 'hour',
          unitMicroUsd: 100_000,
          monthlyMicroUsd: 73_000_000,
          kind: 'list',
          ...PRICES,
        },
        {
          id: 'nodes/main',
          label: '3 × mg.xlarge',
          quantity: 2190,
          unit: 'hour',
          unitMicroUsd: 190_000,
          monthlyMicroUsd: 416_100_000,
          kind: 'list',
          ...PRICES,
        },
        {
          id: 'root-disks',
          label: 'root disks of 50 GiB',
          quantity: 150,
          unit: 'GiB-month',
          unitMicroUsd: 95_000,
          monthlyMicroUsd: 14_250_000,
          kind: 'list',
          ...PRICES,
        },
        {
          id: 'nat',
          label: 'NAT gateways',
          quantity: 2190,
          unit: 'hour',
          unitMicroUsd: 45_000,
          monthlyMicroUsd: 98_550_000,
          kind: 'estimate',
          ...PRICES,
        },
        {
          id: 'nat-data',
          label: 'data through NAT',
          quantity: 300,
          unit: 'GiB',
          unitMicroUsd: 45_000,
          monthlyMicroUsd: 13_500_000,
          kind: 'estimate',
          ...PRICES,
        },
        {
          id: 'load-balancers',
          label: 'load balancers',
          quantity: 1460,
          unit: 'hour',
          unitMicroUsd: 22_500,
          monthlyMicroUsd: 32_850_000,
          kind: 'estimate',
          ...PRICES,
        },
        {
          id: 'persistent-storage',
          label: 'persistent storage',
          quantity: 600.5,
          unit: 'GiB-month',
          unitMicroUsd: 95_000,
          monthlyMicroUsd: 57_047_500,
          kind: 'list',
          ...PRICES,
        },
        {
          id: 'egress',
          label: 'egress to the internet',
          quantity: 400,
          unit: 'GiB',
          unitMicroUsd: 90_000,
          monthlyMicroUsd: 36_000_000,
          kind: 'list',
          ...PRICES,
        },
        {
          id: 'cross-zone',
          label: 'traffic between zones, charged 2 times',
          quantity: 3000,
          unit: 'GiB',
          unitMicroUsd: 10_000,
          monthlyMicroUsd: 30_000_000,
          kind: 'list',
          ...PRICES,
        },
        {
          id: 'keys',
          label: 'keys for secrets and flow logs',
          quantity: 2,
          unit: 'key-month',
          unitMicroUsd: 1_000_000,
          monthlyMicroUsd: 2_000_000,
          kind: 'estimate',
          ...PRICES,
        },
      ],
      monthlyMicroUsd: 773_297_500,
    });
  });

  it('costs six times as much for the control plane in extended support', () => {
    expect(costOf('eks/eu-central-1/3-zones', { kubernetesVersion: '1.33' }).lines[0]).toMatchObject({
      label: 'EKS control plane in extended support',
      monthlyMicroUsd: 438_000_000,
    });
  });

  it('has no NAT gateways of its own in a VPC that exists', () => {
    const adopt = {
      eks: { vpcId: 'vpc-1', vpcCidr: '10.0.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2'] },
    };
    const { lines } = costOf('eks/eu-central-1/3-zones', { network: { adopt } });
    expect(lines.map((line) => line.id)).toEqual(['control-plane', 'nodes/main', 'root-disks', 'keys']);
    expect(lines.at(-1)).toMatchObject({ label: 'key for secrets', quantity: 1 });
  });

  it('is not known when a figure that is needed is missing, and names figure and region', () => {
    expect(costOf('eks/us-gov-west-1/3-zones', { traffic: { internetEgressGib: 1 } })).toMatchObject({
      kind: 'unknown',
      missing: ['egress to the internet in us-gov-west-1'],
    });
    expect(costOf('eks/me-west-1/3-zones')).toEqual({
      kind: 'unknown',
      lines: [],
      missing: ['nodes in me-west-1'],
    });
  });
});

describe('a month of GKE', () => {
  it('charges Cloud NAT for each machine and traffic between zones once', () => {
    const cost = costOf('gke/europe-west3/regional', { traffic: TRAFFIC });
    expect(sums(cost)).toEqual([
      ['control-plane', 730, 100_000, 73_000_000],
      ['nodes/main', 2190, 160_000, 350_400_000],
      ['root-disks', 300, 100_000, 30_000_000],
      ['nat', 2190, 1_400, 3_066_000],
      ['nat-data', 300, 45_000, 13_500_000],
      ['load-balancers', 1460, 17_500, 25_550_000],
      ['persistent-storage', 600.5, 100_000, 60_050_000],
      ['egress', 400, 120_000, 48_000_000],
      ['cross-zone', 1500, 10_000, 15_000_000],
      ['keys', 1, 60_000, 60_000],
    ]);
    expect(cost).toMatchObject({ kind: 'priced', monthlyMicroUsd: 618_626_000 });
    expect(cost.lines.map((line) => line.kind)).toEqual([
      'list',
      'list',
      'list',
      'list',
      'list',
      'estimate',
      'list',
      'list',
      'assumption',
      'assumption',
    ]);
  });

  it('pays a whole gateway of Cloud NAT from 32 machines on', () => {
    const lineOf = (cpu: number): unknown =>
      costOf('gke/europe-west3/regional', { capacity: { cpu } }).lines.find((line) => line.id === 'nat');
    // 33 and 30 machines of 3,570 m
    expect(lineOf(78)).toMatchObject({ label: 'Cloud NAT, a whole gateway', monthlyMicroUsd: 32_704_000 });
    expect(lineOf(71)).toMatchObject({ label: 'Cloud NAT for 30 machines', monthlyMicroUsd: 30_660_000 });
  });

  it('has no traffic between zones in a zonal cluster', () => {
    expect(costOf('gke/europe-west3/zonal', { traffic: TRAFFIC }).lines.map((line) => line.id)).not.toContain(
      'cross-zone',
    );
  });

  it('is not known in extended support, of which no fee is known', () => {
    expect(costOf('gke/europe-west3/regional', { kubernetesVersion: '1.34' })).toMatchObject({
      kind: 'unknown',
      missing: ['GKE cluster fee in extended support in europe-west3'],
    });
  });
});

describe('a month of an own site', () => {
  const SITE = 'on-prem/frankfurt/kubeadm';
  const USER = { kind: 'user', source: 'request', asOf: '2026-12-01' } as const;

  it('is the purchase over its life, power, rack, support and uplink', () => {
    expect(costOf(SITE)).toEqual({
      kind: 'priced',
      lines: [
        {
          id: 'hardware',
          label: 'hardware over 60 months, without interest',
          quantity: 1,
          unit: 'month',
          unitMicroUsd: 600_000_000,
          monthlyMicroUsd: 600_000_000,
          ...USER,
        },
        // 1,000 W × 730 h × 1.5
        {
          id: 'power',
          label: 'power of 1000 W at an assumed PUE of 1.5',
          quantity: 1095,
          unit: 'kWh',
          unitMicroUsd: 200_000,
          monthlyMicroUsd: 219_000_000,
          kind: 'estimate',
          source: 'pue',
          asOf: '2026-11-05',
        },
        {
          id: 'rack',
          label: 'rack space',
          quantity: 1,
          unit: 'month',
          unitMicroUsd: 500_000_000,
          monthlyMicroUsd: 500_000_000,
          ...USER,
        },
        {
          id: 'uplink',
          label: 'uplink',
          quantity: 1,
          unit: 'month',
          unitMicroUsd: 250_000_000,
          monthlyMicroUsd: 250_000_000,
          ...USER,
        },
      ],
      monthlyMicroUsd: 1_569_000_000,
    });
  });

  it('leaves out a purchase that is written off, and says so', () => {
    const cost = costOf(
      SITE,
      {},
      { site: { ...FRANKFURT, cost: { ...FRANKFURT.cost, purchaseUsd: 0, sunk: true } } },
    );
    expect(cost.lines[0]).toMatchObject({ label: 'hardware, written off: left out', monthlyMicroUsd: 0 });
    expect(cost).toMatchObject({ monthlyMicroUsd: 969_000_000 });
  });

  it('takes the PUE of the request for its own', () => {
    const cost = costOf(SITE, {}, { site: { ...FRANKFURT, cost: { ...FRANKFURT.cost, pue: 1.2 } } });
    expect(cost.lines[1]).toMatchObject({ label: 'power of 1000 W at a PUE of 1.2', quantity: 876, ...USER });
  });

  it('costs the same however little is asked of it, and though it be too small', () => {
    expect(costOf(SITE, { capacity: { cpu: 1_000 } })).toEqual(costOf(SITE));
  });
});
