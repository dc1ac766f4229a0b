import { withHash } from '../small-catalog';
import { WIDE } from '../wide-catalog';
import { costOf, kinds, labels, lineOf, pool, rows, TRAFFIC } from './bill-of';

const THREE = [pool('m.xlarge', 3)];

describe('a month of EKS', () => {
  it('is control plane, nodes, disks, NAT in each zone, load balancers, storage, traffic, logs and keys', () => {
    const cost = costOf('eks/eu-central-1/3-zones', THREE, { traffic: TRAFFIC });
    expect(rows(cost)).toEqual([
      ['control-plane', 730, 100_000, 73_000_000, 73_000_000, 73_000_000],
      ['nodes/main', 2190, 200_000, 438_000_000, 438_000_000, 438_000_000],
      ['root-disks', 150, 95_000, 14_250_000, 14_250_000, 14_250_000],
      // an estimate lies between 85 and 115 percent of itself
      ['nat', 2190, 45_000, 98_550_000, 83_767_500, 113_332_500],
      ['nat-addresses', 2190, 5_000, 10_950_000, 9_307_500, 12_592_500],
      ['nat-data', 300, 45_000, 13_500_000, 11_475_000, 15_525_000],
      ['load-balancers', 1460, 22_500, 32_850_000, 27_922_500, 37_777_500],
      // an assumption between half and double
      ['load-balancer-units', 1460, 6_000, 8_760_000, 4_380_000, 17_520_000],
      ['persistent-storage', 600.5, 95_000, 57_047_500, 57_047_500, 57_047_500],
      ['egress', 400, 90_000, 36_000_000, 36_000_000, 36_000_000],
      ['cross-zone', 3000, 10_000, 30_000_000, 30_000_000, 30_000_000],
      ['logs', 50, 500_000, 25_000_000, 21_250_000, 28_750_000],
      ['keys', 2, 1_000_000, 2_000_000, 1_700_000, 2_300_000],
    ]);
    expect(cost).toMatchObject({
      kind: 'priced',
      monthlyMicroUsd: 839_907_500,
      range: { low: 808_100_000, high: 876_095_000 },
      withoutSpotMicroUsd: 839_907_500,
      oldestAsOf: '2026-11-02',
    });
    expect(labels(cost)).toEqual([
      'EKS control plane',
      '3 × m.xlarge on demand',
      'root disks of 50 GiB',
      'NAT gateways',
      'public addresses of the NAT gateways',
      'data through NAT',
      'load balancers',
      'one unit of load for each load balancer, assumed',
      'persistent storage',
      'egress to the internet',
      'traffic between zones, charged 2 times',
      'logs taken in',
      'keys for secrets and flow logs',
    ]);
    expect(kinds(cost)).toEqual([
      'list',
      'list',
      'list',
      'estimate',
      'estimate',
      'estimate',
      'estimate',
      'assumption',
      'list',
      'list',
      'list',
      'estimate',
      'estimate',
    ]);
  });

  it('says of each line unit, source and date', () => {
    expect(lineOf(costOf('eks/eu-central-1/3-zones', THREE), 'nat')).toEqual({
      id: 'nat',
      label: 'NAT gateways',
      quantity: 2190,
      unit: 'hour',
      unitMicroUsd: 45_000,
      monthlyMicroUsd: 98_550_000,
      range: { low: 83_767_500, high: 113_332_500 },
      kind: 'estimate',
      source: 'prices',
      asOf: '2026-11-02',
    });
  });

  it('pays one gateway for all zones, and for the data that reaches it from others', () => {
    expect(
      rows(costOf('eks/eu-central-1/3-zones-one-nat', THREE, { traffic: { natGib: 300 } })).slice(3),
    ).toEqual([
      ['nat', 730, 45_000, 32_850_000, 27_922_500, 37_777_500],
      ['nat-addresses', 730, 5_000, 3_650_000, 3_102_500, 4_197_500],
      ['nat-data', 300, 45_000, 13_500_000, 11_475_000, 15_525_000],
      // two thirds of 300 GiB, leaving one zone and arriving in another
      ['nat-cross-zone', 400, 10_000, 4_000_000, 4_000_000, 4_000_000],
      ['keys', 2, 1_000_000, 2_000_000, 1_700_000, 2_300_000],
    ]);
  });

  it('pays an endpoint for each of ten services in each zone where there is no NAT', () => {
    expect(
      rows(costOf('eks/eu-central-1/2-zones-no-nat', THREE, { traffic: { natGib: 300 } })).slice(3),
    ).toEqual([
      ['endpoints', 14_600, 10_000, 146_000_000, 124_100_000, 167_900_000],
      ['endpoint-data', 300, 10_000, 3_000_000, 2_550_000, 3_450_000],
      ['keys', 2, 1_000_000, 2_000_000, 1_700_000, 2_300_000],
    ]);
  });

  it('has no gateways of its own in a VPC that exists, and no key for flow logs', () => {
    const adopt = {
      eks: { vpcId: 'vpc-1', vpcCidr: '10.0.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2'] },
    };
    const cost = costOf('eks/eu-central-1/3-zones', THREE, { network: { adopt }, traffic: { natGib: 10 } });
    expect(rows(cost).slice(3)).toEqual([
      ['nat-data', 10, 45_000, 450_000, 382_500, 517_500],
      ['keys', 1, 1_000_000, 1_000_000, 850_000, 1_150_000],
    ]);
    expect(lineOf(cost, 'keys').label).toBe('key for secrets');
  });

  it('costs six times as much for the control plane in extended support', () => {
    const cost = costOf('eks/eu-central-1/3-zones', THREE, { kubernetesVersion: '1.33' });
    expect(cost.lines[0]).toMatchObject({
      label: 'EKS control plane in extended support',
      monthlyMicroUsd: 438_000_000,
    });
  });

  it('pays egress by its steps, each a line', () => {
    const base = WIDE.rates['aws/eu-central-1'];
    if (base === undefined) throw new Error('no rates');
    const step = (uptoGib: number | undefined, microUsd: number) => ({
      uptoGib,
      rate: { microUsd, per: 'gib' as const, kind: 'list' as const, source: 'prices', asOf: '2026-11-02' },
    });
    const catalog = withHash({
      ...WIDE,
      rates: {
        ...WIDE.rates,
        'aws/eu-central-1': {
          ...base,
          egress: [step(100, 90_000), step(500, 85_000), step(undefined, 70_000)],
        },
      },
    });
    const egressOf = (internetEgressGib: number): readonly unknown[] =>
      costOf('eks/eu-central-1/3-zones', THREE, { traffic: { internetEgressGib } }, { catalog })
        .lines.filter(({ id }) => id.startsWith('egress'))
        .map(({ id, label, quantity, monthlyMicroUsd }) => [id, label, quantity, monthlyMicroUsd]);
    expect(egressOf(100)).toEqual([['egress', 'egress to the internet', 100, 9_000_000]]);
    expect(egressOf(600)).toEqual([
      ['egress', 'egress to the internet', 100, 9_000_000],
      ['egress-over-100', 'egress to the internet over 100 GiB', 400, 34_000_000],
      ['egress-over-500', 'egress to the internet over 500 GiB', 100, 7_000_000],
    ]);
  });

  it('is not known when a figure that is needed is missing, and names figure and region', () => {
    const missingOf = (id: string, changes = {}, type = 'm.xlarge'): unknown =>
      costOf(id, [pool(type, 3)], changes);
    expect(missingOf('eks/us-gov-west-1/3-zones', { traffic: { internetEgressGib: 1 } })).toMatchObject({
      kind: 'unknown',
      missing: ['egress to the internet in us-gov-west-1'],
    });
    expect(missingOf('eks/us-gov-west-1/3-zones', {}, 'r.large')).toMatchObject({
      kind: 'unknown',
      missing: ['3 × r.large in us-gov-west-1'],
    });
    expect(missingOf('eks/me-west-1/3-zones')).toMatchObject({
      kind: 'unknown',
      missing: [
        '3 × m.xlarge in me-west-1',
        'root disks of 50 GiB in me-west-1',
        'NAT gateways in me-west-1',
        'public addresses of the NAT gateways in me-west-1',
        'keys for secrets and flow logs in me-west-1',
      ],
    });
  });
});

describe('a month of EKS Auto Mode', () => {
  it('adds a surcharge for each pool, by the price on demand, and disks of 80 GiB', () => {
    const pools = [pool('m.xlarge', 3), pool('r.large', 2, { name: 'second' })];
    const cost = costOf('eks/eu-central-1/auto-3-zones', pools);
    expect(rows(cost).slice(1, 6)).toEqual([
      ['nodes/main', 2190, 200_000, 438_000_000, 438_000_000, 438_000_000],
      ['nodes/second', 1460, 130_000, 189_800_000, 189_800_000, 189_800_000],
      ['auto-mode/main', 2190, 24_000, 52_560_000, 44_676_000, 60_444_000],
      ['auto-mode/second', 1460, 15_600, 22_776_000, 19_359_600, 26_192_400],
      ['root-disks', 400, 95_000, 38_000_000, 38_000_000, 38_000_000],
    ]);
    expect(labels(cost).slice(3, 5)).toEqual(['Auto Mode for 3 × m.xlarge', 'Auto Mode for 2 × r.large']);
  });

  it('surcharges spare capacity by the price on demand too', () => {
    const pools = [pool('m.xlarge', 3, { name: 'spot', interruptible: true })];
    expect(rows(costOf('eks/eu-central-1/auto-3-zones', pools)).slice(1, 3)).toEqual([
      ['nodes/spot', 2190, 60_000, 131_400_000, 131_400_000, 438_000_000],
      ['auto-mode/spot', 2190, 24_000, 52_560_000, 44_676_000, 60_444_000],
    ]);
  });
});
