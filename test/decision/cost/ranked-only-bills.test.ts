import { withHash } from '../small-catalog';
import { WIDE } from '../wide-catalog';
import { costOf, labels, pool, rows, TRAFFIC } from './bill-of';

describe('a month of kubeadm on EC2', () => {
  const pools = [pool('m.xlarge', 3)];

  it('is three control-plane machines, nodes, disks, a load balancer for the API, NAT and traffic', () => {
    const cost = costOf('self-managed-ec2/eu-central-1/3-zones', pools, {
      traffic: { persistentStorageGib: 100 },
    });
    expect(rows(cost)).toEqual([
      // the cheapest machine of four vCPU and 16 GiB; those below it are too small
      ['control-plane', 2190, 190_000, 416_100_000, 416_100_000, 416_100_000],
      ['nodes/main', 2190, 200_000, 438_000_000, 438_000_000, 438_000_000],
      ['root-disks', 300, 95_000, 28_500_000, 28_500_000, 28_500_000],
      ['etcd-disks', 60, 95_000, 5_700_000, 2_850_000, 11_400_000],
      ['api-load-balancer', 730, 22_500, 16_425_000, 13_961_250, 18_888_750],
      ['api-load-balancer-units', 730, 6_000, 4_380_000, 2_190_000, 8_760_000],
      ['nat', 2190, 45_000, 98_550_000, 83_767_500, 113_332_500],
      ['nat-addresses', 2190, 5_000, 10_950_000, 9_307_500, 12_592_500],
      ['persistent-storage', 100, 95_000, 9_500_000, 9_500_000, 9_500_000],
    ]);
    expect(labels(cost).slice(0, 6)).toEqual([
      '3 × mg.xlarge on demand for the control plane',
      '3 × m.xlarge on demand',
      'root disks of 50 GiB',
      'disks of 20 GiB for etcd, assumed',
      'load balancer of the API',
      'one unit of load for the API, assumed',
    ]);
    expect(cost).toMatchObject({ kind: 'priced', monthlyMicroUsd: 1_028_105_000 });
  });

  it('is one control-plane machine and one gateway in one zone', () => {
    expect(
      rows(costOf('self-managed-ec2/eu-central-1/1-zone', pools)).map(([id, quantity]) => [id, quantity]),
    ).toEqual([
      ['control-plane', 730],
      ['nodes/main', 2190],
      ['root-disks', 200],
      ['etcd-disks', 20],
      ['nat', 730],
      ['nat-addresses', 730],
    ]);
  });

  it('takes a control-plane machine that images run on', () => {
    const cost = costOf('self-managed-ec2/eu-central-1/1-zone', pools, {
      capacity: { architectures: ['amd64'] },
    });
    expect(labels(cost)[0]).toBe('1 × m.xlarge on demand for the control plane');
  });

  it('pays eight endpoints in each zone without NAT: it calls no EKS', () => {
    const lines = rows(costOf('self-managed-ec2/eu-central-1/3-zones-no-nat', pools));
    expect(lines.find(([id]) => id === 'endpoints')).toEqual([
      'endpoints',
      17_520,
      10_000,
      175_200_000,
      148_920_000,
      201_480_000,
    ]);
  });

  it('is not known where no machine will do for the control plane', () => {
    const machinePrices = {
      ...WIDE.machinePrices,
      'aws/eu-central-1': (WIDE.machinePrices['aws/eu-central-1'] ?? []).filter(
        ({ type }) => type === 'r.large',
      ),
    };
    const catalog = withHash({ ...WIDE, machinePrices });
    expect(
      costOf('self-managed-ec2/eu-central-1/3-zones', [pool('r.large', 3)], {}, { catalog }),
    ).toMatchObject({
      kind: 'unknown',
      missing: ['3 machines for the control plane in eu-central-1'],
    });
  });
});

describe('a month of AKS', () => {
  it('is the Standard tier, nodes, disks of 128 GiB, one NAT gateway with its address, traffic and a key', () => {
    const cost = costOf('aks/westeurope/3-zones', [pool('D4', 3)], { traffic: TRAFFIC });
    expect(rows(cost)).toEqual([
      ['control-plane', 730, 100_000, 73_000_000, 73_000_000, 73_000_000],
      ['nodes/main', 2190, 180_000, 394_200_000, 394_200_000, 394_200_000],
      ['root-disks', 384, 150_000, 57_600_000, 57_600_000, 57_600_000],
      ['nat', 730, 45_000, 32_850_000, 32_850_000, 32_850_000],
      ['nat-addresses', 730, 5_000, 3_650_000, 3_650_000, 3_650_000],
      ['nat-data', 300, 45_000, 13_500_000, 13_500_000, 13_500_000],
      ['load-balancers', 1460, 25_000, 36_500_000, 36_500_000, 36_500_000],
      ['load-balancer-data', 400, 5_000, 2_000_000, 1_000_000, 4_000_000],
      ['persistent-storage', 600.5, 150_000, 90_075_000, 90_075_000, 90_075_000],
      ['egress', 400, 87_000, 34_800_000, 34_800_000, 34_800_000],
      // Azure charges nothing between zones, and the line says so
      ['cross-zone', 1500, 0, 0, 0, 0],
      ['logs', 50, 2_300_000, 115_000_000, 115_000_000, 115_000_000],
      ['keys', 1, 1_000_000, 1_000_000, 1_000_000, 1_000_000],
    ]);
    expect(labels(cost)[0]).toBe('AKS control plane, Standard tier');
  });

  it('names the rates that nobody has read', () => {
    const { 'azure/westeurope': _left, ...rates } = WIDE.rates;
    const catalog = withHash({ ...WIDE, rates });
    expect(costOf('aks/westeurope/1-zone', [pool('D4', 3)], {}, { catalog })).toMatchObject({
      kind: 'unknown',
      missing: [
        'root disks of 128 GiB in westeurope',
        'NAT gateway in westeurope',
        'public address of the NAT gateway in westeurope',
        'key for secrets in westeurope',
      ],
    });
  });
});
