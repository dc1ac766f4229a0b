import {
  embeddedCatalog,
  findMachineType,
  type MachinePrice,
  machinePrices,
  type ProviderId,
} from '../../lib/catalog';
import awsPrices from '../../lib/catalog/data/aws-machine-prices.json';
import awsMachines from '../../lib/catalog/data/aws-machines.json';
import gcpPrices from '../../lib/catalog/data/gcp-machine-prices.json';
import gcpMachines from '../../lib/catalog/data/gcp-machines.json';

const catalog = embeddedCatalog();

interface Row extends MachinePrice {
  readonly provider: ProviderId;
  readonly region: string;
}

const rows: readonly Row[] = Object.entries(catalog.machinePrices).flatMap(([key, prices]) => {
  const [provider, region = ''] = key.split('/');
  return prices.map((price): Row => ({ ...price, provider: provider === 'gcp' ? 'gcp' : 'aws', region }));
});
const label = (row: Row) => `${row.provider}/${row.region}/${row.type}`;

function priceOf(provider: ProviderId, region: string, type: string) {
  const row = machinePrices(catalog, provider, region).find((price) => price.type === type);
  return row && [row.onDemand, row.spot, row.committed1y, row.committed3y];
}

/** `m7i` of `m7i.large`, `c4-standard` of `c4-standard-2`. */
const familyOf = (row: Row) => row.type.replace(row.provider === 'aws' ? /\..*$/ : /-[^-]*$/, '');

/** On-demand prices per vCPU over the sizes that have the same memory per vCPU: these must be equal. */
function spread(exempt: readonly string[]) {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const machine = findMachineType(catalog, row.provider, row.type);
    if (machine && !exempt.includes(familyOf(row))) {
      const key = `${row.provider}/${row.region}/${familyOf(row)}/${machine.memoryMib / machine.vcpu}`;
      groups.set(key, [...(groups.get(key) ?? []), row.onDemand / machine.vcpu]);
    }
  }
  return [...groups]
    .filter(([, values]) => values.length > 1)
    .map(([key, values]) => ({ key, microUsd: Math.max(...values) - Math.min(...values) }));
}

/** Every size of these has one GPU, so the price is not one of vCPUs. */
const ONE_GPU_IN_EVERY_SIZE = ['g5', 'g6', 'g2-standard'];

describe('the prices of machines', () => {
  it.each([
    ['aws', 'eu-central-1', 'm7i.large', [120_750, 53_130, 79_880, 54_770]],
    ['aws', 'us-east-1', 'm6i.xlarge', [192_000, 86_400, 127_010, 87_090]],
    ['aws', 'us-gov-west-1', 'c7g.4xlarge', [693_600, undefined, 458_800, 290_200]],
    ['aws', 'sa-east-1', 'r6i.2xlarge', [804_000, 136_680, 531_400, 365_150]],
    ['aws', 'ap-southeast-4', 't3.medium', [52_800, 14_256, 33_300, 22_800]],
    ['aws', 'mx-central-1', 'r7g.large', [112_500, 48_375, 74_400, 51_000]],
    ['aws', 'ap-south-1', 'g5.xlarge', [1_208_000, 374_480, 761_040, 521_860]],
    ['gcp', 'europe-north2', 'n4-standard-8', [380_940, 143_776, 239_988, 176_670]],
    ['gcp', 'europe-west3', 'e2-standard-4', [172_671, 83_864, 108_783, 77_702]],
    ['gcp', 'us-central1', 'a2-highgpu-1g', [3_673_385, 1_928_020, 2_314_207, 1_285_708]],
    ['gcp', 'us-central1', 't2a-standard-4', [154_000, 65_568, undefined, undefined]],
    ['gcp', 'africa-south1', 'e2-medium', [36_858, 11_432, 23_220, 16_586]],
  ] as const)('equal the list for %s %s %s', (provider, region, type, expected) => {
    expect(priceOf(provider, region, type)).toEqual(expected);
  });

  it('keep the columns that the code reads', () => {
    const columns = ['index of the machine type', 'onDemand', 'spot', 'committed1y', 'committed3y'];
    expect([awsPrices.columns, gcpPrices.columns]).toEqual([columns, columns]);
    const machineColumns = ['type', 'vcpu', 'memoryMib', 'architecture', 'class'];
    expect([awsMachines.columns, gcpMachines.columns]).toEqual([machineColumns, machineColumns]);
    const expected = (table: Readonly<Record<string, readonly unknown[]>>) =>
      Object.values(table).reduce((sum, flat) => sum + flat.length, 0);
    expect(rows.length * columns.length).toBe(
      expected(awsPrices.microUsdPerHour) + expected(gcpPrices.microUsdPerHour),
    );
  });

  it('are positive integers of a machine and a region that exist', () => {
    const isPrice = (value: number | undefined) =>
      value === undefined || (Number.isSafeInteger(value) && value > 0);
    const bad = rows.filter(
      (row) =>
        ![row.onDemand, row.spot, row.committed1y, row.committed3y].every(isPrice) ||
        !findMachineType(catalog, row.provider, row.type) ||
        !catalog.regions.some((region) => region.provider === row.provider && region.id === row.region),
    );
    expect(bad.map(label)).toEqual([]);
  });

  it('are equal per vCPU over the sizes of a family, up to the rounding of the list', () => {
    const groups = spread(ONE_GPU_IN_EVERY_SIZE);
    expect(groups.length).toBe(926);
    // AWS prints four decimals for some sizes, Google six
    expect(groups.filter(({ key, microUsd }) => microUsd > (key.startsWith('aws/') ? 50 : 1))).toEqual([]);
  });

  it('differ per vCPU only in the families with one GPU in every size', () => {
    const odd = spread([]).filter(({ microUsd }) => microUsd > 50);
    expect([...new Set(odd.map(({ key }) => key.split('/')[2]))].sort()).toEqual(['g2-standard', 'g5', 'g6']);
  });

  it('fall with commitment and for interruptible capacity', () => {
    const bad = rows.filter(
      (row) =>
        (row.spot ?? 0) >= row.onDemand ||
        (row.committed1y ?? 0) >= row.onDemand ||
        (row.committed3y ?? 0) >= (row.committed1y ?? row.onDemand),
    );
    expect(bad.map(label)).toEqual([]);
  });

  it('lack a commitment for one type only', () => {
    const without = rows.filter((row) => row.committed1y === undefined || row.committed3y === undefined);
    expect(without.map(label)).toEqual([
      'gcp/asia-southeast1/t2a-standard-4',
      'gcp/europe-west4/t2a-standard-4',
      'gcp/us-central1/t2a-standard-4',
      'gcp/us-east1/t2a-standard-4',
      'gcp/us-west1/t2a-standard-4',
    ]);
  });

  it('lack an interruptible price on AWS only, where the advisor has none', () => {
    const without = rows.filter((row) => row.spot === undefined);
    expect(without.length).toBe(88);
    expect(without.filter((row) => row.provider === 'gcp')).toEqual([]);
    expect(without.filter((row) => row.spotSource !== undefined)).toEqual([]);
  });

  it('are known for at least ten types in every priced region but one', () => {
    const few = Object.entries(catalog.machinePrices).filter(([, prices]) => prices.length < 10);
    expect(few.map(([key, prices]) => [key, prices.length])).toEqual([['gcp/asia-southeast3', 8]]);
  });

  it('are unknown in these regions', () => {
    const unpriced = catalog.regions.filter(
      (region) => !catalog.machinePrices[`${region.provider}/${region.id}`],
    );
    expect(unpriced.map((region) => region.id)).toEqual([
      'ap-east-2',
      'ap-southeast-6',
      'cn-north-1',
      'cn-northwest-1',
      'eu-isoe-west-1',
      'eusc-de-east-1',
      'me-west-1',
      'sa-west-1',
      'us-iso-east-1',
      'us-iso-west-1',
      'us-isob-east-1',
      'us-isob-west-1',
      'us-isof-east-1',
      'us-isof-south-1',
    ]);
  });
});

describe('the machine types', () => {
  it('have whole MiB, whole vCPUs and a known architecture and class', () => {
    const bad = catalog.machineTypes.filter(
      (machine) =>
        !Number.isInteger(machine.vcpu) ||
        machine.vcpu < 2 ||
        !Number.isInteger(machine.memoryMib) ||
        machine.memoryMib < machine.vcpu * 1024 ||
        !['amd64', 'arm64'].includes(machine.architecture) ||
        !['general', 'compute', 'memory', 'burstable', 'gpu'].includes(machine.class),
    );
    expect(bad).toEqual([]);
  });

  it('are priced somewhere, each of them', () => {
    const priced = new Set(rows.map((row) => `${row.provider}/${row.type}`));
    expect(
      catalog.machineTypes.filter((machine) => !priced.has(`${machine.provider}/${machine.type}`)),
    ).toEqual([]);
  });
});
