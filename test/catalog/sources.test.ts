import { embeddedCatalog } from '../../lib/catalog';

const catalog = embeddedCatalog();

interface Cited {
  readonly what: string;
  readonly source: string;
  readonly asOf: string;
}

/** Everything in the catalogue that carries a source, wherever it stands. */
function cited(value: unknown, path: string): Cited[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own =
    'source' in value && 'asOf' in value
      ? [{ what: path, source: String(value.source), asOf: String(value.asOf) }]
      : [];
  return [...own, ...Object.entries(value).flatMap(([key, member]) => cited(member, `${path}/${key}`))];
}

const citations = cited({ ...catalog, sources: [] }, '');
const extra = [
  ...catalog.regions.map((region) => region.carbonSource),
  ...catalog.machineTypes.map((machine) => machine.confidentialSource),
  ...Object.values(catalog.machinePrices).flatMap((rows) => rows.map((row) => row.spotSource)),
].filter((id) => id !== undefined);
const dates = new Map(catalog.sources.map((source) => [source.id, source.asOf]));

describe('the sources of the figures', () => {
  it('exist for every figure, with the date of the source', () => {
    expect(citations.length).toBeGreaterThan(4000);
    expect(citations.filter(({ source, asOf }) => dates.get(source) !== asOf)).toEqual([]);
  });

  it('exist for the figures that have a source of their own', () => {
    expect([...new Set(extra)].sort()).toEqual([
      'aws-spot',
      'azure-confidential',
      'gcp-confidential',
      'grid-carbon-aws',
      'grid-carbon-aws-china',
      'grid-carbon-azure',
      'grid-carbon-azure-older',
      'grid-carbon-azure-proxy',
      'grid-carbon-gcp',
    ]);
    expect(extra.filter((id) => !dates.has(id))).toEqual([]);
  });

  it('are dated by the day, and not after the catalogue', () => {
    const isDay = (text: string) =>
      /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
    expect(catalog.asOf).toBe('2026-11-24');
    expect(catalog.sources.filter((source) => !isDay(source.asOf) || source.asOf > catalog.asOf)).toEqual([]);
  });

  it('are all used', () => {
    const used = new Set([...citations.map(({ source }) => source), ...extra]);
    expect(catalog.sources.map((source) => source.id).filter((id) => !used.has(id))).toEqual([]);
  });

  it('say what was read and where', () => {
    expect(catalog.sources.filter((source) => source.title.length < 20 || source.reference === '')).toEqual(
      [],
    );
  });
});
