import { compareText } from '../../../values';
import type { Catalog, MachineType, ProviderId, Region } from '../../types';
import type { OverlaidMachineType, OverlaidRegion, Overlay } from '../types';
import type { CitedSources } from './cited-sources';

/** Regions with what the overlay says of them; new ones follow, by provider and id. */
export function overlayRegions(
  regions: readonly Region[],
  overlay: Overlay,
  cited: CitedSources,
): readonly Region[] {
  const known = regions.map((region) => {
    const record = recordOf(overlay.regions, region.provider, region.id);
    return record === undefined ? region : corrected(region, record, cited);
  });
  const ids = new Set(regions.map(({ provider, id }) => `${provider}/${id}`));
  const added = entriesOf(overlay.regions)
    .filter(({ provider, name }) => !ids.has(`${provider}/${name}`))
    .flatMap(({ provider, name, record }) => newRegion(provider, name, record, cited));
  return [...known, ...added];
}

function corrected(before: Region, record: OverlaidRegion, cited: CitedSources): Region {
  const { source: _source, asOf: _asOf, ...facts } = record;
  const provenance = cited.of(record);
  const { carbonGramsPerKwh } = facts;
  const carbonSource = carbonGramsPerKwh === undefined ? before.carbonSource : provenance.source;
  return {
    ...before,
    ...given(facts),
    ...(carbonSource === undefined ? {} : { carbonSource }),
    ...provenance,
  };
}

/** A record that is no whole was refused when the file was read. */
function newRegion(
  provider: ProviderId,
  id: string,
  record: OverlaidRegion,
  cited: CitedSources,
): readonly Region[] {
  const { name, country, jurisdiction, operator } = record;
  if (name === undefined || country === undefined || jurisdiction === undefined || operator === undefined) {
    return [];
  }
  const provenance = cited.of(record);
  return [
    {
      provider,
      id,
      name,
      city: record.city,
      country,
      jurisdiction,
      operator,
      zones: record.zones,
      partition: record.partition ?? PARTITIONS[provider],
      restricted: record.restricted ?? false,
      carbonGramsPerKwh: record.carbonGramsPerKwh,
      ...(record.carbonGramsPerKwh === undefined ? {} : { carbonSource: provenance.source }),
      ...provenance,
    },
  ];
}

/** The ordinary ones. */
const PARTITIONS: Readonly<Record<ProviderId, string>> = { aws: 'aws', gcp: 'google-cloud', azure: 'azure' };

/** Machine types with what the overlay says of them; new ones follow, by provider and name. */
export function overlayMachineTypes(
  types: Catalog['machineTypes'],
  overlay: Overlay,
): readonly MachineType[] {
  const known = types.map((type) => {
    const record = recordOf(overlay.machineTypes, type.provider, type.type);
    if (record === undefined) return type;
    const { memoryGib, ...facts } = record;
    return {
      ...type,
      ...given(facts),
      ...(memoryGib === undefined ? {} : { memoryMib: Math.round(memoryGib * 1024) }),
    };
  });
  const names = new Set(types.map(({ provider, type }) => `${provider}/${type}`));
  const added = entriesOf(overlay.machineTypes)
    .filter(({ provider, name }) => !names.has(`${provider}/${name}`))
    .flatMap(({ provider, name, record }) => newMachineType(provider, name, record));
  return [...known, ...added];
}

function newMachineType(
  provider: ProviderId,
  type: string,
  record: OverlaidMachineType,
): readonly MachineType[] {
  const { vcpu, memoryGib, architecture, class: machineClass, gpu, confidential } = record;
  if (
    vcpu === undefined ||
    memoryGib === undefined ||
    architecture === undefined ||
    machineClass === undefined
  ) {
    return [];
  }
  return [
    {
      provider,
      type,
      vcpu,
      memoryMib: Math.round(memoryGib * 1024),
      architecture,
      class: machineClass,
      ...(gpu === undefined ? {} : { gpu }),
      ...(confidential === undefined ? {} : { confidential }),
    },
  ];
}

interface Entry<T> {
  readonly provider: ProviderId;
  readonly name: string;
  readonly record: T;
}

type Section<T> = { readonly [P in ProviderId]?: Readonly<Record<string, T>> | undefined };

function recordOf<T>(section: Section<T>, provider: ProviderId, name: string): T | undefined {
  const records = section[provider];
  return records !== undefined && Object.hasOwn(records, name) ? records[name] : undefined;
}

function entriesOf<T>(section: Section<T>): readonly Entry<T>[] {
  const providers: readonly ProviderId[] = ['aws', 'gcp', 'azure'];
  return providers.flatMap((provider) =>
    Object.entries(section[provider] ?? {})
      .map(([name, record]) => ({ provider, name, record }))
      .sort((left, right) => compareText(left.name, right.name)),
  );
}

/** Without what is absent, so that it does not blot out what was known. */
function given<T extends object>(facts: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
