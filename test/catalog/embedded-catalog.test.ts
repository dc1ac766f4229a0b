import { embeddedCatalog } from '../../lib/catalog';

const catalog = embeddedCatalog();

function isFrozenThroughout(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return true;
  }
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout);
}

describe('the embedded catalogue', () => {
  it('is the same object on every call', () => {
    expect(embeddedCatalog()).toBe(catalog);
  });

  it('cannot be changed by one caller under the others', () => {
    expect(isFrozenThroughout(catalog)).toBe(true);
  });

  it('is the same when the package is loaded afresh', () => {
    let again: unknown;
    jest.isolateModules(() => {
      again = (
        jest.requireActual('../../lib/catalog') as { embeddedCatalog: typeof embeddedCatalog }
      ).embeddedCatalog();
    });
    expect(again).not.toBe(catalog);
    expect(JSON.stringify(again)).toBe(JSON.stringify(catalog));
  });

  it('counts what was carried over', () => {
    const prices = Object.entries(catalog.machinePrices);
    const rowsOf = (provider: string) =>
      prices.filter(([key]) => key.startsWith(provider)).reduce((sum, [, rows]) => sum + rows.length, 0);
    const clouds = ['aws', 'gcp', 'azure'] as const;
    const countOf = (items: readonly { readonly provider: string }[]) =>
      clouds.map((cloud) => items.filter((item) => item.provider === cloud).length);
    expect({
      regions: countOf(catalog.regions),
      types: countOf(catalog.machineTypes),
      pricedRegions: clouds.map((cloud) => prices.filter(([key]) => key.startsWith(`${cloud}/`)).length),
      priceRows: clouds.map((cloud) => rowsOf(`${cloud}/`)),
      figures: prices
        .flatMap(([, rows]) => rows)
        .flatMap((row) => [row.onDemand, row.spot, row.committed1y, row.committed3y])
        .filter((figure) => figure !== undefined).length,
    }).toEqual({
      regions: [48, 43, 64],
      types: [51, 61, 34],
      pricedRegions: [34, 43, 57],
      priceRows: [1401, 2181, 1602],
      figures: 15_832,
    });
  });

  it('names every fact once', () => {
    const keys = [
      ...catalog.sources.map((source) => `source ${source.id}`),
      ...catalog.regions.map((region) => `region ${region.provider}/${region.id}`),
      ...catalog.machineTypes.map((machine) => `machine ${machine.provider}/${machine.type}`),
      ...Object.entries(catalog.machinePrices).flatMap(([key, rows]) =>
        rows.map((row) => `price ${key}/${row.type}`),
      ),
      ...catalog.compliance.map((fact) => `compliance ${fact.service}/${fact.regime}`),
      ...catalog.kubernetes.map((support) => `kubernetes ${support.platform}/${support.version}`),
      ...catalog.hours.map((line) => `hours ${line.platform}/${line.label}`),
    ];
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});
