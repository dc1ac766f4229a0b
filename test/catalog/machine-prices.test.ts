import { embeddedCatalog, findMachineType, machinePrices, type ProviderId } from '../../lib/catalog';
import awsPrices from '../../lib/catalog/data/aws-machine-prices.json';
import azurePrices from '../../lib/catalog/data/azure-machine-prices.json';
import gcpPrices from '../../lib/catalog/data/gcp-machine-prices.json';
import { priceRows } from './defects';

const catalog = embeddedCatalog();
const rows = priceRows(catalog);
const label = (row: (typeof rows)[number]) => `${row.place}/${row.type}`;

function priceOf(provider: ProviderId, region: string, type: string) {
  const row = machinePrices(catalog, provider, region).find((price) => price.type === type);
  return row && [row.onDemand, row.spot, row.committed1y, row.committed3y];
}

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
    ['azure', 'australiacentral', 'Standard_D8as_v5', [432_000, undefined, undefined, undefined]],
    ['azure', 'australiacentral', 'Standard_D4as_v5', [216_000, undefined, undefined, undefined]],
    ['azure', 'eastus', 'Standard_NV6ads_A10_v5', [454_000, undefined, undefined, undefined]],
    ['azure', 'canadaeast', 'Standard_D4as_v5', undefined],
  ] as const)('equal the list for %s %s %s', (provider, region, type, expected) => {
    expect(priceOf(provider, region, type)).toEqual(expected);
  });

  it('keep the columns that the code reads', () => {
    const columns = ['index of the machine type', 'onDemand', 'spot', 'committed1y', 'committed3y'];
    expect([awsPrices.columns, gcpPrices.columns, azurePrices.columns]).toEqual([
      [...columns, 'spotInterruption (index of bands)'],
      columns,
      columns.slice(0, 2),
    ]);
    const numbers = (table: Readonly<Record<string, readonly unknown[]>>) =>
      Object.values(table).reduce((sum, flat) => sum + flat.length, 0);
    const rowsOf = (provider: string) => rows.filter((row) => row.provider === provider).length;
    expect([rowsOf('aws') * 6, rowsOf('gcp') * 5, rowsOf('azure') * 2]).toEqual(
      [awsPrices, gcpPrices, azurePrices].map((file) => numbers(file.microUsdPerHour)),
    );
  });

  it('are positive integers', () => {
    const isPrice = (value: number | undefined) =>
      value === undefined || (Number.isSafeInteger(value) && value > 0);
    const bad = rows.filter(
      (row) => ![row.onDemand, row.spot, row.committed1y, row.committed3y].every(isPrice),
    );
    expect(bad.map(label)).toEqual([]);
  });

  it('lack a commitment for one type of Google Cloud, and for all of Azure', () => {
    const without = rows.filter((row) => row.committed1y === undefined || row.committed3y === undefined);
    expect(without.filter((row) => row.provider !== 'azure').map(label)).toEqual([
      'gcp/asia-southeast1/t2a-standard-4',
      'gcp/europe-west4/t2a-standard-4',
      'gcp/us-central1/t2a-standard-4',
      'gcp/us-east1/t2a-standard-4',
      'gcp/us-west1/t2a-standard-4',
    ]);
    expect(without.filter((row) => row.provider === 'azure').length).toBe(1602);
  });

  it('lack an interruptible price on AWS where the advisor has none, and on all of Azure', () => {
    const without = rows.filter((row) => row.spot === undefined);
    const count = (provider: string) => without.filter((row) => row.provider === provider).length;
    expect(['aws', 'gcp', 'azure'].map(count)).toEqual([88, 0, 1602]);
    expect(without.filter((row) => row.spotSource !== undefined)).toEqual([]);
  });

  it('say on AWS, wherever they have an interruptible price, how often it is interrupted', () => {
    const bands = new Map<string, number>();
    for (const row of rows) {
      const key = `${row.provider} ${row.spotInterruption}`;
      bands.set(key, (bands.get(key) ?? 0) + 1);
    }
    expect(Object.fromEntries(bands)).toEqual({
      'aws <5%': 236,
      'aws 5-10%': 236,
      'aws 10-15%': 187,
      'aws 15-20%': 176,
      'aws >20%': 478,
      'aws undefined': 88,
      'gcp undefined': 2181,
      'azure undefined': 1602,
    });
    const bandOf = (type: string) =>
      rows.find((row) => row.place === 'aws/af-south-1' && row.type === type)?.spotInterruption;
    expect([bandOf('t3.medium'), bandOf('t4g.medium')]).toEqual(['<5%', '>20%']);
    expect(
      rows.filter(
        (row) => row.provider === 'aws' && (row.spot === undefined) !== (row.spotInterruption === undefined),
      ),
    ).toEqual([]);
  });

  it('are estimates, with the defect in their source, where 99 values of the Azure list were repaired', () => {
    const repaired = rows.filter((row) => row.source === 'azure-vm-repaired');
    expect(repaired.length).toBe(99);
    expect(new Set(repaired.map((row) => row.family))).toEqual(new Set(['Das_v5']));
    expect(rows.filter((row) => row.kind !== undefined)).toEqual(repaired);
    expect(new Set(repaired.map((row) => row.kind))).toEqual(new Set(['estimate']));
    expect(repaired.slice(0, 4).map(label)).toEqual([
      'azure/australiacentral/Standard_D2as_v5',
      'azure/australiacentral/Standard_D4as_v5',
      'azure/australiacentral2/Standard_D2as_v5',
      'azure/australiacentral2/Standard_D16as_v5',
    ]);
    const title = catalog.sources.find((source) => source.id === 'azure-vm-repaired')?.title ?? '';
    expect(title).toContain(
      'the source carries the Windows price there (exactly $0.046 per vCPU and hour more',
    );
    const dropped = Object.keys(catalog.machinePrices).filter(
      (place) =>
        place.startsWith('azure/') && !rows.some((row) => row.place === place && row.family === 'Das_v5'),
    );
    expect(dropped).toEqual(
      ['canadaeast', 'jioindiacentral', 'koreasouth', 'malaysiawest'].map((id) => `azure/${id}`),
    );
    expect(dropped.filter((place) => !title.includes(place.replace('azure/', '')))).toEqual([]);
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
      'belgiumcentral',
      'denmarkeast',
      'usdodcentral',
      'usdodeast',
      'usgovarizona',
      'usgovtexas',
      'usgovvirginia',
    ]);
  });

  it('are of a machine type that has the memory of its size', () => {
    expect(findMachineType(catalog, 'azure', 'Standard_E4s_v5')?.memoryMib).toBe(32_768);
  });
});
