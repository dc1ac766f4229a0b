import { type Catalog, embeddedCatalog, type MachinePrice, type Region } from '../../lib/catalog';
import {
  ISO_COUNTRIES,
  jurisdictionOf,
  misplacedRegions,
  outOfBand,
  placesWithoutReference,
  priceRows,
  unevenFamilies,
  unsourced,
  withoutDiscount,
} from './defects';

const catalog = embeddedCatalog();

/** The embedded catalogue with the prices of some types of a place changed. */
function withPrices(
  place: string,
  type: RegExp,
  change: (price: MachinePrice) => Partial<MachinePrice>,
): Catalog {
  const prices = catalog.machinePrices[place] ?? [];
  expect(prices.some((price) => type.test(price.type))).toBe(true);
  return {
    ...catalog,
    machinePrices: {
      ...catalog.machinePrices,
      [place]: prices.map((price) => (type.test(price.type) ? { ...price, ...change(price) } : price)),
    },
  };
}

function withRegion(id: string, change: Partial<Region>): Catalog {
  return {
    ...catalog,
    regions: catalog.regions.map((region) => (region.id === id ? { ...region, ...change } : region)),
  };
}

/** What the defect of the Azure list adds to a size: the Windows price, 0.046 dollars a vCPU and hour. */
const windows = (vcpu: number) => (price: MachinePrice) => ({ onDemand: price.onDemand + 46_000 * vcpu });

describe('prices per vCPU', () => {
  it('are equal over the sizes of a family in every region of the three clouds, up to the rounding of the list', () => {
    expect(unevenFamilies(catalog)).toEqual([]);
  });

  it('differ only in the families with one GPU in every size', () => {
    const families = unevenFamilies(catalog, []).map((key) => key.split('/')[2]);
    expect([...new Set(families)].sort()).toEqual(['g2-standard', 'g5', 'g6']);
    expect(families.length).toBe(73);
  });

  it.each([
    [
      'the Windows price in one size',
      'azure/westeurope',
      /D4as_v5$/,
      windows(4),
      'azure/westeurope/Das_v5/4096',
    ],
    ['a price one tenth too high', 'aws/eu-central-1', /^m7i\.xlarge$/, tenth, 'aws/eu-central-1/m7i/4096'],
    [
      'a price one tenth too high',
      'gcp/europe-west3',
      /^e2-standard-8$/,
      tenth,
      'gcp/europe-west3/e2-standard/4096',
    ],
  ] as const)('show %s of %s', (_what, place, type, change, expected) => {
    expect(unevenFamilies(withPrices(place, type, change))).toEqual([expected]);
  });
});

function tenth(price: MachinePrice) {
  return { onDemand: Math.round(price.onDemand * 1.1) };
}

describe('the prices of a family', () => {
  it('stay within a band of those of the reference family of their region', () => {
    expect(outOfBand(catalog)).toEqual([]);
  });

  it('have no reference in three regions', () => {
    expect(placesWithoutReference(catalog)).toEqual([
      'aws/ap-southeast-4',
      'aws/eu-south-2',
      'gcp/asia-southeast3',
    ]);
  });

  it('show the Windows price in all sizes at once, where prices per vCPU are equal again', () => {
    const defective = withPrices('azure/westeurope', /D\d+as_v5$/, (price) =>
      windows(Number(/D(\d+)/.exec(price.type)?.[1]))(price),
    );
    expect(unevenFamilies(defective)).toEqual([]);
    expect(outOfBand(defective)).toEqual([
      'azure/westeurope/Standard_D2as_v5',
      'azure/westeurope/Standard_D4as_v5',
      'azure/westeurope/Standard_D8as_v5',
      'azure/westeurope/Standard_D16as_v5',
    ]);
  });

  it('show a price in another currency, a listing of 1.63 dollars and a family nobody has checked', () => {
    const rupees = withPrices('gcp/asia-south1', /^n2-standard-4$/, (price) => ({
      onDemand: price.onDemand * 83,
    }));
    expect(outOfBand(rupees)).toEqual(['gcp/asia-south1/n2-standard-4']);
    const wrong = withPrices('aws/us-east-1', /^m7i\.large$/, () => ({ onDemand: 1_630_000 }));
    expect(outOfBand(wrong)).toEqual(['aws/us-east-1/m7i.large']);
    const renamed = withPrices('aws/us-east-1', /^m7i\.large$/, () => ({ type: 'z9.large' }));
    expect(outOfBand(renamed)).toEqual(['aws/us-east-1/z9.large']);
  });
});

describe('interruptible and committed prices', () => {
  it('are below on-demand, and fall with the term', () => {
    expect(withoutDiscount(catalog)).toEqual([]);
  });

  it.each([
    ['a spot price', (price: MachinePrice) => ({ spot: price.onDemand })],
    ['a commitment of one year', (price: MachinePrice) => ({ committed1y: price.onDemand + 1 })],
    ['a commitment of three years', (price: MachinePrice) => ({ committed3y: price.committed1y })],
  ] as const)('show %s that saves nothing', (_what, change) => {
    expect(withoutDiscount(withPrices('aws/eu-west-1', /^m6i\.large$/, change))).toEqual([
      'aws/eu-west-1/m6i.large',
    ]);
  });
});

describe('the places', () => {
  it('are in a country of ISO 3166, whose law gives the jurisdiction', () => {
    expect(ISO_COUNTRIES.size).toBe(249);
    expect(misplacedRegions(catalog)).toEqual([]);
    expect(['DE', 'NO', 'GB', 'CH', 'US', 'HK'].map(jurisdictionOf)).toEqual([
      'EU',
      'EEA',
      'UK',
      'CH',
      'US',
      'HK',
    ]);
  });

  it.each([
    ['a country that does not exist', 'eu-west-2', { country: 'UK' }, 'aws/eu-west-2'],
    ['Mexico in South Africa', 'mexicocentral', { country: 'ZA' }, 'azure/mexicocentral'],
    ['Switzerland in the EU', 'europe-west6', { jurisdiction: 'EU' }, 'gcp/europe-west6'],
    ['Norway in the EU', 'norwayeast', { jurisdiction: 'EU' }, 'azure/norwayeast'],
  ] as const)('show %s', (_what, id, change, expected) => {
    expect(misplacedRegions(withRegion(id, change))).toEqual([expected]);
  });
});

describe('the origin of a record', () => {
  it('is a source that is listed, with its date, for every record of the catalogue', () => {
    expect(unsourced(catalog)).toEqual([]);
  });

  it.each<[string, Catalog, readonly string[]]>([
    ['an unlisted source', withRegion('eu-west-1', { source: 'hearsay' }), ['regions/aws/eu-west-1']],
    ['another date', withRegion('eu-west-1', { asOf: '2020-01-01' }), ['regions/aws/eu-west-1']],
    [
      'an unlisted source of carbon',
      withRegion('eu-west-1', { carbonSource: 'hearsay' }),
      ['regions/aws/eu-west-1/carbonSource'],
    ],
    [
      'a price without source',
      withPrices('azure/eastus', /D2s_v5$/, () => ({ source: '' })),
      ['machinePrices/azure/eastus/Standard_D2s_v5'],
    ],
    [
      'a machine without source',
      {
        ...catalog,
        machineTypes: [
          { provider: 'aws', type: 'x', vcpu: 2, memoryMib: 1, architecture: 'amd64', class: 'general' },
        ],
      },
      ['machineTypes/aws/x'],
    ],
    [
      'a source that was taken out',
      { ...catalog, sources: catalog.sources.filter((source) => source.id !== 'gke-credit') },
      ['gkeCreditMonth'],
    ],
  ])('shows %s', (_what, defective, expected) => {
    expect(unsourced(defective)).toEqual(expected);
  });
});

describe('the extent of the catalogue', () => {
  const typesOf = (provider: string) =>
    catalog.machineTypes.filter((machine) => machine.provider === provider).length;

  it('is at least twenty-five machine types of each cloud, each of them priced somewhere', () => {
    const counts = ['aws', 'gcp', 'azure'].map(typesOf);
    expect(counts).toEqual([51, 61, 34]);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(25);
    const priced = new Set(priceRows(catalog).map((row) => `${row.provider}/${row.type}`));
    expect(catalog.machineTypes.filter(({ provider, type }) => !priced.has(`${provider}/${type}`))).toEqual(
      [],
    );
  });

  it('is prices of machines and places that are in it', () => {
    const rows = priceRows(catalog);
    const places = new Set(catalog.regions.map(({ provider, id }) => `${provider}/${id}`));
    expect(rows.filter((row) => !row.machine || !places.has(row.place))).toEqual([]);
    expect(rows.length).toBe(5184);
  });
});
