import aws from '../data/aws-regions.json';
import azure from '../data/azure-regions.json';
import gcp from '../data/gcp-regions.json';
import type { Operator, ProviderId, Region } from '../types';
import { asOf, type SourceId } from './sources';

/** One line of the data files; their `columns` name the fields. */
type Row = readonly [
  id: string,
  name: string,
  city: string | null,
  country: string,
  jurisdiction: string,
  partition: string,
  operator: number,
  nominalZones: number | null,
  zones: number | null,
  restricted: 0 | 1,
  carbon: number | null,
  /** Which list the carbon figure is from, where a provider has several. */
  carbonList?: string | null,
];

interface Table {
  readonly operators: readonly (readonly string[])[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Regions opened after the list of zones was made: see the source. */
const ASSUMED_ZONES: readonly string[] = [
  'africa-south1',
  'asia-southeast3',
  'europe-north2',
  'europe-west10',
  'me-central2',
  'northamerica-south1',
];

function sourceOf(provider: ProviderId, id: string, partition: string): SourceId {
  if (provider === 'gcp') {
    return ASSUMED_ZONES.includes(id) ? 'gcp-regions-zones-assumed' : 'gcp-regions';
  }
  if (provider === 'azure') {
    return partition === 'azure' ? 'azure-regions' : 'azure-government';
  }
  return id.startsWith('eusc-') ? 'aws-sovereign' : 'aws-regions';
}

/** The lists that Azure regions have their carbon figure from. */
const AZURE_CARBON: ReadonlyMap<string, SourceId> = new Map([
  ['rtc', 'grid-carbon-azure'],
  ['ccf', 'grid-carbon-azure-older'],
  ['derived', 'grid-carbon-azure-proxy'],
]);

function carbonSourceOf(
  provider: ProviderId,
  partition: string,
  list: string | null | undefined,
): SourceId | undefined {
  if (provider === 'gcp') {
    return 'grid-carbon-gcp';
  }
  if (provider === 'azure') {
    return AZURE_CARBON.get(list ?? '');
  }
  return partition === 'aws-cn' ? 'grid-carbon-aws-china' : 'grid-carbon-aws';
}

const NOBODY: Operator = Object.freeze({ legalEntity: '', jurisdiction: '', ultimateParent: '' });

function regionsOf(provider: ProviderId, table: Table): readonly Region[] {
  const operators = table.operators.map(
    ([legalEntity = '', jurisdiction = '', ultimateParent = '']): Operator =>
      Object.freeze({ legalEntity, jurisdiction, ultimateParent }),
  );
  // TypeScript reads JSON arrays as unions; the tests check every column
  return (table.rows as readonly unknown[] as readonly Row[]).map((row): Region => {
    const [id, name, city, country, jurisdiction, partition, operator, , zones, restricted, carbon, list] =
      row;
    const source = sourceOf(provider, id, partition);
    return Object.freeze({
      provider,
      id,
      name,
      city: city ?? undefined,
      country,
      jurisdiction,
      operator: operators[operator] ?? NOBODY,
      zones: zones ?? undefined,
      partition,
      restricted: restricted === 1,
      carbonGramsPerKwh: carbon ?? undefined,
      carbonSource: carbon === null ? undefined : carbonSourceOf(provider, partition, list),
      source,
      asOf: asOf(source),
    });
  });
}

/** All public regions, AWS first, each provider's by id. */
export function regions(): readonly Region[] {
  return [...regionsOf('aws', aws), ...regionsOf('gcp', gcp), ...regionsOf('azure', azure)];
}
