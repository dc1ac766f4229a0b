import { type Catalog, catalogHash, embeddedCatalog } from '../../lib/catalog';

const catalog = embeddedCatalog();

/** The same data with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(reversed);
  }
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

function withFirstPrice(change: (microUsd: number) => number): Catalog {
  const [first, ...rest] = catalog.machinePrices['aws/eu-central-1'] ?? [];
  if (!first) {
    throw new Error('eu-central-1 has prices');
  }
  return {
    ...catalog,
    machinePrices: {
      ...catalog.machinePrices,
      'aws/eu-central-1': [{ ...first, onDemand: change(first.onDemand) }, ...rest],
    },
  };
}

describe('the hash of a catalogue', () => {
  it('is a SHA-256 of the content', () => {
    expect(catalog.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(catalogHash(catalog)).toBe(catalog.hash);
  });

  it('is equal for equal content in another order of keys', () => {
    expect(catalogHash(reversed(catalog) as Catalog)).toBe(catalog.hash);
  });

  it('is equal for a copy through JSON, which drops what is undefined', () => {
    expect(catalogHash(JSON.parse(JSON.stringify(catalog)) as Catalog)).toBe(catalog.hash);
  });

  it('does not depend on the hash that the catalogue carries', () => {
    expect(catalogHash({ ...catalog, hash: 'sha256:0' } as Catalog)).toBe(catalog.hash);
  });

  it('is equal for an overlay that changes nothing and another for a price one micro-dollar higher', () => {
    expect(catalogHash(withFirstPrice((microUsd) => microUsd))).toBe(catalog.hash);
    expect(catalogHash(withFirstPrice((microUsd) => microUsd + 1))).not.toBe(catalog.hash);
  });

  it('is another for a changed date, a lost fact or another order of facts', () => {
    const hashes = [
      catalog,
      { ...catalog, asOf: '2026-11-25' },
      { ...catalog, compliance: catalog.compliance.slice(1) },
      { ...catalog, regions: [...catalog.regions].reverse() },
    ].map(catalogHash);
    expect(new Set(hashes).size).toBe(4);
  });

  it('tells apart what JSON text could confuse', () => {
    const [source] = catalog.sources;
    const titled = (title: string) =>
      catalogHash({ ...catalog, sources: source ? [{ ...source, title }] : [] });
    expect(titled('a","b":"c')).not.toBe(titled('a'));
  });
});
