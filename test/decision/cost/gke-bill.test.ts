import { withHash } from '../small-catalog';
import { WIDE } from '../wide-catalog';
import { costOf, kinds, labels, lineOf, pool, rows, TRAFFIC } from './bill-of';

const THREE = [pool('e-standard-4', 3)];
const IDS = ['control-plane', 'nodes/main', 'root-disks', 'nat', 'nat-addresses', 'keys'];

describe('a month of GKE Standard', () => {
  it('charges Cloud NAT for each machine, one address, and traffic between zones once', () => {
    const cost = costOf('gke/europe-west3/regional', THREE, { traffic: TRAFFIC });
    expect(rows(cost)).toEqual([
      ['control-plane', 730, 100_000, 73_000_000, 73_000_000, 73_000_000],
      ['nodes/main', 2190, 160_000, 350_400_000, 350_400_000, 350_400_000],
      ['root-disks', 300, 100_000, 30_000_000, 30_000_000, 30_000_000],
      ['nat', 2190, 1_400, 3_066_000, 3_066_000, 3_066_000],
      ['nat-addresses', 730, 5_000, 3_650_000, 3_650_000, 3_650_000],
      ['nat-data', 300, 45_000, 13_500_000, 13_500_000, 13_500_000],
      ['load-balancers', 1460, 17_500, 25_550_000, 21_717_500, 29_382_500],
      ['load-balancer-data', 400, 8_000, 3_200_000, 1_600_000, 6_400_000],
      ['persistent-storage', 600.5, 100_000, 60_050_000, 60_050_000, 60_050_000],
      ['egress', 400, 120_000, 48_000_000, 48_000_000, 48_000_000],
      ['cross-zone', 1500, 10_000, 15_000_000, 7_500_000, 30_000_000],
      ['logs', 50, 500_000, 25_000_000, 25_000_000, 25_000_000],
      ['keys', 1, 60_000, 60_000, 30_000, 120_000],
    ]);
    expect(cost).toMatchObject({ kind: 'priced', monthlyMicroUsd: 650_476_000 });
    expect(labels(cost).slice(0, 8)).toEqual([
      'GKE cluster fee',
      '3 × e-standard-4 on demand',
      'root disks of 100 GiB',
      'Cloud NAT for 3 machines',
      'public address of Cloud NAT',
      'data through NAT',
      'load balancers',
      'egress through load balancers, all of it assumed',
    ]);
    expect(kinds(cost).slice(6, 8)).toEqual(['estimate', 'assumption']);
  });

  it('carries a rate that was published as a range as one', () => {
    const base = WIDE.rates['gcp/europe-west3'];
    if (base?.loadBalancerHour === undefined) throw new Error('no rates');
    const loadBalancerHour = { ...base.loadBalancerHour, range: { low: 10_000, high: 25_000 } };
    const catalog = withHash({
      ...WIDE,
      rates: { ...WIDE.rates, 'gcp/europe-west3': { ...base, loadBalancerHour } },
    });
    const cost = costOf('gke/europe-west3/regional', THREE, { traffic: { loadBalancers: 1 } }, { catalog });
    expect(lineOf(cost, 'load-balancers').range).toEqual({ low: 7_300_000, high: 18_250_000 });
  });

  it('pays a whole gateway of Cloud NAT from 32 machines on', () => {
    const natOf = (nodes: number): unknown =>
      lineOf(costOf('gke/europe-west3/regional', [pool('e-standard-4', nodes)]), 'nat');
    expect(natOf(31)).toMatchObject({ label: 'Cloud NAT for 31 machines', monthlyMicroUsd: 31_682_000 });
    expect(natOf(32)).toMatchObject({ label: 'Cloud NAT, a whole gateway', monthlyMicroUsd: 32_704_000 });
    expect(natOf(33)).toMatchObject({ label: 'Cloud NAT, a whole gateway', monthlyMicroUsd: 32_704_000 });
  });

  it('pays no NAT where there is none, and no address in a network that exists', () => {
    const idsOf = (id: string, changes = {}): readonly string[] =>
      costOf(id, THREE, changes).lines.map((line) => line.id);
    expect(idsOf('gke/europe-west3/regional')).toEqual(IDS);
    expect(idsOf('gke/europe-west3/regional-no-nat', { traffic: { natGib: 300 } })).toEqual(
      IDS.filter((id) => !id.startsWith('nat')),
    );
    const gke = {
      network: 'n',
      subnetwork: 's',
      nodeCidr: '10.0.0.0/20',
      podRangeName: 'pods',
      podCidr: '10.4.0.0/14',
      serviceRangeName: 'services',
      serviceCidr: '10.8.0.0/20',
    };
    expect(idsOf('gke/europe-west3/regional', { network: { adopt: { gke } } })).toEqual(
      IDS.filter((id) => id !== 'nat-addresses'),
    );
  });

  it('has no traffic between zones in a zonal cluster', () => {
    const { lines } = costOf('gke/europe-west3/zonal', THREE, { traffic: TRAFFIC });
    expect(lines.map((line) => line.id)).not.toContain('cross-zone');
  });

  it('is not known in extended support, of which no fee is known', () => {
    expect(costOf('gke/europe-west3/zonal', THREE, { kubernetesVersion: '1.34' })).toMatchObject({
      kind: 'unknown',
      missing: ['GKE cluster fee in extended support in europe-west3'],
    });
  });
});

describe("Google's credit", () => {
  const creditOf = (
    id: string,
    gkeCreditUsd: number | undefined,
    around: { readonly clusters?: readonly string[]; readonly key?: string } = {},
  ): unknown => {
    const google = { project: 'p', projectNumber: '1', gkeCreditUsd };
    const { lines } = costOf(id, THREE, {}, { accounts: { google }, ...around });
    return lines.find((line) => line.id === 'gke-credit');
  };

  it('is taken off the fee of a zonal and of an Autopilot cluster, as far as the request says it is left', () => {
    expect(creditOf('gke/europe-west3/zonal', 20)).toEqual({
      id: 'gke-credit',
      label: "what is left of Google's credit",
      quantity: 1,
      unit: 'month',
      unitMicroUsd: -20_000_000,
      monthlyMicroUsd: -20_000_000,
      range: { low: -20_000_000, high: -20_000_000 },
      kind: 'user',
      source: 'request',
      asOf: '2026-12-01',
    });
    expect(creditOf('gke/europe-west3/autopilot', 20)).toMatchObject({ monthlyMicroUsd: -20_000_000 });
    expect(creditOf('gke/europe-west3/zonal', undefined)).toBeUndefined();
    expect(creditOf('gke/europe-west3/regional', 74.4)).toBeUndefined();
  });

  it('never comes to more than the fee', () => {
    expect(creditOf('gke/europe-west3/zonal', 74.4)).toMatchObject({ monthlyMicroUsd: -73_000_000 });
    expect(creditOf('gke/europe-west3/zonal', 500)).toMatchObject({ monthlyMicroUsd: -73_000_000 });
  });

  it('never pays what extended support adds', () => {
    const gke = {
      standardHour: { ...WIDE.controlPlane.gke.standardHour, microUsd: 80_000 },
      extendedHour: { ...WIDE.controlPlane.gke.standardHour, microUsd: 600_000 },
    };
    const catalog = withHash({ ...WIDE, controlPlane: { ...WIDE.controlPlane, gke } });
    const google = { project: 'p', projectNumber: '1', gkeCreditUsd: 74.4 };
    const cost = costOf(
      'gke/europe-west3/zonal',
      THREE,
      { kubernetesVersion: '1.34' },
      { catalog, accounts: { google } },
    );
    expect(lineOf(cost, 'gke-credit').monthlyMicroUsd).toBe(-58_400_000);
  });

  it('is there once: of several clusters the first by name has it', () => {
    const clusters = ['batch', 'api'];
    expect(creditOf('gke/europe-west3/zonal', 20, { clusters, key: 'api' })).toBeDefined();
    expect(creditOf('gke/europe-west3/zonal', 20, { clusters, key: 'batch' })).toBeUndefined();
  });
});

describe('a month of GKE Autopilot', () => {
  it('is the fee, what pods request, at most a whole gateway of Cloud NAT, and a key', () => {
    const cost = costOf('gke/europe-west3/autopilot', []);
    // 6 vCPU and 24 GiB
    expect(rows(cost)).toEqual([
      ['control-plane', 730, 100_000, 73_000_000, 73_000_000, 73_000_000],
      ['pods/vcpu', 4380, 50_000, 219_000_000, 219_000_000, 219_000_000],
      ['pods/memory', 17_520, 5_000, 87_600_000, 87_600_000, 87_600_000],
      ['nat', 730, 44_800, 32_704_000, 1_022_000, 32_704_000],
      ['nat-addresses', 730, 5_000, 3_650_000, 3_650_000, 3_650_000],
      ['keys', 1, 60_000, 60_000, 30_000, 120_000],
    ]);
    expect(labels(cost).slice(1, 4)).toEqual([
      'vCPU of pods',
      'memory of pods',
      'Cloud NAT, at most a whole gateway',
    ]);
  });

  it('pays spot pods at their own rates, and on demand when none are to be had', () => {
    const cost = costOf('gke/europe-west3/autopilot', [], { capacity: { interruptiblePercent: 50 } });
    expect(rows(cost).slice(1, 5)).toEqual([
      ['pods/vcpu', 2190, 50_000, 109_500_000, 109_500_000, 109_500_000],
      ['pods/memory', 8760, 5_000, 43_800_000, 43_800_000, 43_800_000],
      ['pods/spot-vcpu', 2190, 15_000, 32_850_000, 32_850_000, 109_500_000],
      ['pods/spot-memory', 8760, 1_500, 13_140_000, 13_140_000, 43_800_000],
    ]);
    expect(cost).toMatchObject({ monthlyMicroUsd: 308_704_000, withoutSpotMicroUsd: 416_014_000 });
  });

  it('is not known where no rate of pods is', () => {
    expect(costOf('gke/europe-west6/autopilot', [])).toMatchObject({
      kind: 'unknown',
      missing: ['vCPU of pods in europe-west6', 'memory of pods in europe-west6'],
    });
  });
});
