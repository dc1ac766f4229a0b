import type { Catalog, MachinePrice, MachineType, ProviderId, Region, RegionRates, Source } from './types';

/** Two steps: a decision looks up tens of thousands of times, and a key put together each time would cost more. */
type ByProvider<T> = ReadonlyMap<ProviderId, ReadonlyMap<string, T>>;

interface Index {
  readonly regions: ByProvider<Region>;
  readonly machineTypes: ByProvider<MachineType>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Built once per catalogue, also for one with overlaid prices; forgotten with it. */
const indexes = new WeakMap<Catalog, Index>();

function indexOf(catalog: Catalog): Index {
  const known = indexes.get(catalog);
  if (known) {
    return known;
  }
  const index: Index = {
    regions: byProvider(catalog.regions, (region) => region.id),
    machineTypes: byProvider(catalog.machineTypes, (machine) => machine.type),
    sources: new Map(catalog.sources.map((source) => [source.id, source])),
  };
  indexes.set(catalog, index);
  return index;
}

function byProvider<T extends { readonly provider: ProviderId }>(
  rows: readonly T[],
  nameOf: (row: T) => string,
): ByProvider<T> {
  const providers = new Map<ProviderId, Map<string, T>>();
  for (const row of rows) {
    let names = providers.get(row.provider);
    if (names === undefined) {
      names = new Map();
      providers.set(row.provider, names);
    }
    names.set(nameOf(row), row);
  }
  return providers;
}

/** The region of that id, such as `eu-central-1`; `undefined` when the provider has none known by it. */
export function findRegion(catalog: Catalog, provider: ProviderId, id: string): Region | undefined {
  return indexOf(catalog).regions.get(provider)?.get(id);
}

/** The machine type of that name, such as `m7i.large`; `undefined` when the catalogue does not carry it. */
export function findMachineType(
  catalog: Catalog,
  provider: ProviderId,
  type: string,
): MachineType | undefined {
  return indexOf(catalog).machineTypes.get(provider)?.get(type);
}

/** What was read, by the id that a figure cites; `undefined` when the catalogue does not list it. */
export function findSource(catalog: Catalog, id: string): Source | undefined {
  return indexOf(catalog).sources.get(id);
}

/**
 * Prices of the machine types known in a region, in the order of the catalogue. Empty when no price is known there:
 * that means unknown, not free, and a type that is missing may still be sold there.
 */
export function machinePrices(
  catalog: Catalog,
  provider: ProviderId,
  region: string,
): readonly MachinePrice[] {
  return own(catalog.machinePrices, `${provider}/${region}`) ?? [];
}

/** Unit prices of a region; `undefined` when not one is known, and each may be `undefined` by itself. */
export function ratesOf(catalog: Catalog, provider: ProviderId, region: string): RegionRates | undefined {
  return own(catalog.rates, `${provider}/${region}`);
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
