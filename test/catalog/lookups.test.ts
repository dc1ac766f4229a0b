import {
  embeddedCatalog,
  findMachineType,
  findRegion,
  findSource,
  machinePrices,
  ratesOf,
} from '../../lib/catalog';

const catalog = embeddedCatalog();

describe('looking up a fact', () => {
  it('finds a region of its provider', () => {
    expect(findRegion(catalog, 'aws', 'eu-central-1')).toEqual({
      provider: 'aws',
      id: 'eu-central-1',
      name: 'Europe (Frankfurt)',
      city: 'Frankfurt',
      country: 'DE',
      jurisdiction: 'EU',
      operator: { legalEntity: 'Amazon Web Services, Inc.', jurisdiction: 'US', ultimateParent: 'US' },
      zones: 3,
      partition: 'aws',
      restricted: false,
      carbonGramsPerKwh: 370.93,
      carbonSource: 'grid-carbon-aws',
      source: 'aws-regions',
      asOf: '2026-11-01',
    });
    expect(findRegion(catalog, 'gcp', 'eu-central-1')).toBeUndefined();
    expect(findRegion(catalog, 'aws', 'toString')).toBeUndefined();
  });

  it('finds a machine type of its provider', () => {
    expect(findMachineType(catalog, 'gcp', 'c4-standard-2')).toEqual({
      provider: 'gcp',
      type: 'c4-standard-2',
      vcpu: 2,
      memoryMib: 7168,
      architecture: 'amd64',
      class: 'general',
      source: 'gcp-compute',
      asOf: '2026-07-30',
    });
    expect(findMachineType(catalog, 'aws', 'c4-standard-2')).toBeUndefined();
  });

  it('finds what was read by the id that a figure cites', () => {
    expect(findSource(catalog, 'aws-public-ipv4')).toEqual({
      id: 'aws-public-ipv4',
      title: 'Every public IPv4 address costs $0.005 an hour since 2024-02-01, in all commercial regions.',
      reference:
        'https://aws.amazon.com/blogs/networking-and-content-delivery/identify-and-optimize-public-ipv4-address-usage-on-aws/',
      asOf: '2024-02-01',
    });
    expect(findSource(catalog, 'hearsay')).toBeUndefined();
    expect(catalog.sources.filter((source) => findSource(catalog, source.id) !== source)).toEqual([]);
  });

  it('gives no prices and no rates where none are known', () => {
    expect(machinePrices(catalog, 'aws', 'me-west-1')).toEqual([]);
    expect(machinePrices(catalog, 'aws', 'nowhere-1')).toEqual([]);
    expect(ratesOf(catalog, 'aws', 'cn-north-1')).toBeUndefined();
    expect(ratesOf(catalog, 'gcp', 'nowhere1')).toBeUndefined();
  });

  it('finds every region and every machine type of the catalogue', () => {
    expect(
      catalog.regions.filter((region) => findRegion(catalog, region.provider, region.id) !== region),
    ).toEqual([]);
    expect(
      catalog.machineTypes.filter(
        (machine) => findMachineType(catalog, machine.provider, machine.type) !== machine,
      ),
    ).toEqual([]);
  });

  it('looks into the catalogue it is given, not into the embedded one', () => {
    const [first] = catalog.regions;
    const small = { ...catalog, regions: first ? [first] : [], machinePrices: {}, rates: {} };
    expect(findRegion(small, 'aws', 'af-south-1')).toBe(first);
    expect(findRegion(small, 'aws', 'eu-central-1')).toBeUndefined();
    expect(machinePrices(small, 'aws', 'eu-central-1')).toEqual([]);
    expect(ratesOf(small, 'aws', 'eu-central-1')).toBeUndefined();
  });
});
