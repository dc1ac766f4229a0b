import { type Catalog, embeddedCatalog, type MachinePrice } from '../../../lib/catalog';
import { checkCatalog } from '../../../lib/catalog/consistency';
import { NO_RATES } from '../../../lib/catalog/overlay/apply/unit-prices';
import { SMALL } from '../../decision/small-catalog';

const lines = (catalog: Catalog) =>
  checkCatalog(catalog).map(({ rule, where, message }) => `${rule}: ${where} ${message}`);

const withRow = (change: Partial<MachinePrice>, catalog = SMALL, place = 'aws/us-east-1'): Catalog => ({
  ...catalog,
  machinePrices: {
    ...catalog.machinePrices,
    [place]: (catalog.machinePrices[place] ?? []).map((row, index) =>
      index === 0 ? { ...row, ...change } : row,
    ),
  },
});

const withRegion = (change: Partial<Catalog['regions'][number]>): Catalog => ({
  ...SMALL,
  regions: SMALL.regions.map((region) => (region.id === 'us-east-1' ? { ...region, ...change } : region)),
});

describe('the check of a catalogue', () => {
  it('finds nothing in the facts of the package', () => {
    expect(lines(embeddedCatalog())).toEqual([]);
  });

  it('finds nothing in the catalogue of the tests', () => {
    expect(lines(SMALL)).toEqual([]);
  });

  it.each<[string, Catalog, readonly string[]]>([
    [
      'a figure whose source nobody lists',
      withRow({ source: 'hearsay' }),
      [
        'source-known: hearsay is no source of the catalogue, and one figure cites it, first machinePrices.aws/us-east-1.0',
      ],
    ],
    [
      'a figure without a day',
      withRow({ asOf: '2026-02-30' }),
      ["figure-date: machinePrices.aws/us-east-1.0 has no day for a date; found '2026-02-30'"],
    ],
    [
      'a source that is listed twice, and one without a day',
      {
        ...SMALL,
        sources: [...SMALL.sources, { id: 'pue', title: 'Again', reference: 'none', asOf: 'lately' }],
      },
      ['source-once: pue is listed more than once', "source-date: pue has no day for a date; found 'lately'"],
    ],
    [
      'a country that does not exist',
      withRegion({
        country: 'UK',
        operator: { legalEntity: 'X', jurisdiction: 'USA', ultimateParent: 'EN' },
      }),
      [
        "country: aws/us-east-1 has 'UK' as country, which is no ISO 3166-1 code",
        "country: aws/us-east-1 has 'USA' as jurisdiction of the operator, which is no ISO 3166-1 code",
        "country: aws/us-east-1 has 'EN' as country of the ultimate parent, which is no ISO 3166-1 code",
      ],
    ],
    [
      'a law that no request can name',
      withRegion({ jurisdiction: 'Mars' }),
      ["jurisdiction: aws/us-east-1 is under 'Mars', which no request can name"],
    ],
    [
      'zones and carbon that cannot be',
      withRegion({ zones: 11, carbonGramsPerKwh: -1 }),
      [
        'zones: aws/us-east-1 has 11 zones; plausible are 0 to 10',
        'carbon: aws/us-east-1 has -1 g of CO₂ per kWh; plausible are 0 to 1500',
      ],
    ],
    [
      'a region that is listed twice',
      { ...SMALL, regions: [...SMALL.regions, ...SMALL.regions.slice(0, 1)] },
      ['region-once: aws/eu-central-1 is listed more than once'],
    ],
    [
      'promises and spare capacity that cost more than what they reduce',
      withRow({ spot: 90_000, committed1y: 95_000, committed3y: 96_000 }),
      [
        'price-order: aws/us-east-1/m.large costs $0.09 as spare capacity, not less than the $0.09 on demand',
        'price-order: aws/us-east-1/m.large costs $0.095 for one year, not less than the $0.09 on demand',
        'price-order: aws/us-east-1/m.large costs $0.096 for three years, not less than the $0.095 for one year',
      ],
    ],
    [
      'a price that is no sum of money',
      withRow({ spot: 0.5 }),
      [
        'price-amount: aws/us-east-1/m.large has 0.5 as its price of spare capacity; it must be a positive whole number of millionths',
      ],
    ],
    [
      'a machine that does not exist, and one that is priced twice',
      withRow(
        { type: 'm.huge', onDemand: 5 },
        withRow({ type: 'm.xlarge', onDemand: 200_000 }, SMALL, 'aws/eu-central-1'),
      ),
      [
        'price-once: aws/eu-central-1/m.xlarge is priced more than once',
        'price-type: aws/us-east-1/m.huge has a price and is no machine type',
      ],
    ],
    [
      'prices of places that do not exist',
      {
        ...SMALL,
        machinePrices: { ...SMALL.machinePrices, 'aws/moon-1': [] },
        rates: { ...SMALL.rates, 'gcp/moon-2': NO_RATES },
      },
      [
        'price-region: aws/moon-1 has prices and is no region',
        'rate-region: gcp/moon-2 has rates and is no region',
      ],
    ],
    [
      'rates that are no sums of money, and steps that do not rise',
      {
        ...SMALL,
        rates: {
          'aws/us-east-1': {
            ...NO_RATES,
            natHour: { microUsd: -1, per: 'hour', kind: 'list', source: 'prices', asOf: '2026-11-02' },
            keyMonth: {
              microUsd: 5,
              per: 'month',
              kind: 'estimate',
              source: 'prices',
              asOf: '2026-11-02',
              range: { low: 6, high: 7 },
            },
            egress: [1, 1].map((uptoGib) => ({
              uptoGib,
              rate: { microUsd: 1, per: 'gib', kind: 'list', source: 'prices', asOf: '2026-11-02' },
            })),
          },
        },
      },
      [
        'rate-amount: aws/us-east-1/natHour is -1; it must be a whole number of millionths, not below 0',
        'rate-range: aws/us-east-1/keyMonth is 5, outside its own range of 6 to 7',
        'egress-steps: aws/us-east-1/egress must have steps that rise, of which only the last is without end',
      ],
    ],
    [
      'facts under regimes and windows that cannot be',
      {
        ...SMALL,
        compliance: [
          {
            service: 'eks',
            regime: 'SOC-9',
            status: 'proven',
            regions: ['moon-1'],
            note: '',
            source: 'scope',
            asOf: '2026-11-04',
          },
        ],
        kubernetes: [
          {
            platform: 'eks',
            version: '1.34',
            standardUntil: '2027-01-01',
            extendedUntil: '2026-01-01',
            source: 'support',
            asOf: '2026-11-03',
          },
        ],
      },
      [
        'regime: eks/SOC-9 is a regime that no request can name',
        "regime-region: eks/SOC-9 is limited to 'moon-1', which is no region",
        'support-window: eks/1.34 leaves extended support on 2026-01-01, before standard support ends on 2027-01-01',
      ],
    ],
  ])('finds %s', (_, catalog, expected) => {
    expect(lines(catalog)).toEqual(expected);
  });
});

describe('the shape of list prices', () => {
  const embedded = embeddedCatalog();
  const changed = (place: string, type: string, change: (micro: number) => number): Catalog => ({
    ...embedded,
    machinePrices: {
      ...embedded.machinePrices,
      [place]: (embedded.machinePrices[place] ?? []).map((row) =>
        row.type === type ? { ...row, onDemand: change(row.onDemand), spot: undefined } : row,
      ),
    },
  });

  it('gives away the price of a machine with a Windows licence', () => {
    const found = checkCatalog(changed('aws/eu-central-1', 'm7i.xlarge', (micro) => micro + 4 * 46_000));
    expect(found.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
      'price-per-vcpu aws/eu-central-1/m7i.xlarge',
      'family-ratio aws/eu-central-1/m7i.xlarge',
    ]);
    expect(found[0]?.message).toBe('costs $0.106375 an hour for each vCPU, where its family costs $0.060375');
  });

  it('gives away a whole family at the price of another product', () => {
    const place = 'aws/eu-central-1';
    const rows = (embedded.machinePrices[place] ?? []).map((row) =>
      row.type.startsWith('m7i.') ? { ...row, onDemand: row.onDemand * 2 } : row,
    );
    const found = checkCatalog({ ...embedded, machinePrices: { ...embedded.machinePrices, [place]: rows } });
    expect(found.map(({ rule, where }) => `${rule} ${where}`)).toEqual([
      'family-ratio aws/eu-central-1/m7i.large',
      'family-ratio aws/eu-central-1/m7i.xlarge',
      'family-ratio aws/eu-central-1/m7i.2xlarge',
      'family-ratio aws/eu-central-1/m7i.4xlarge',
    ]);
  });

  it('is not asked of what the user pays', () => {
    const place = 'aws/eu-central-1';
    const rows = (embedded.machinePrices[place] ?? []).map(
      (row): MachinePrice => (row.type === 'm7i.large' ? { ...row, onDemand: 1_000_000, kind: 'user' } : row),
    );
    expect(
      checkCatalog({ ...embedded, machinePrices: { ...embedded.machinePrices, [place]: rows } }),
    ).toEqual([]);
  });
});

describe('the age of figures', () => {
  it('is judged on the day that is told, a year unless told otherwise', () => {
    expect(checkCatalog(SMALL, { on: '2027-11-03' })).toEqual([
      expect.objectContaining({ rule: 'age', where: 'prices' }),
      {
        rule: 'age',
        where: 'regions',
        message: '7 figures of 2026-11-01: 367 days old on 2027-11-03, at most 365 are allowed',
      },
    ]);
    expect(checkCatalog(SMALL, { on: '2027-11-03', maxAgeDays: 366 }).map(({ where }) => where)).toEqual([
      'regions',
    ]);
    expect(checkCatalog(SMALL, { on: '2026-11-04', maxAgeDays: 0 })).toEqual([
      {
        rule: 'age',
        where: 'prices',
        message: expect.stringMatching(/2 days old on 2026-11-04, at most 0 are allowed$/),
      },
      { rule: 'date-not-after', where: 'pue', message: '1 figure of 2026-11-05, which is after 2026-11-04' },
      {
        rule: 'age',
        where: 'regions',
        message: '7 figures of 2026-11-01: 3 days old on 2026-11-04, at most 0 are allowed',
      },
      {
        rule: 'age',
        where: 'support',
        message: '5 figures of 2026-11-03: 1 days old on 2026-11-04, at most 0 are allowed',
      },
    ]);
  });
});
