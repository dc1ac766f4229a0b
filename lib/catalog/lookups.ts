import type { Catalog, MachinePrice, MachineType, ProviderId, Region, RegionRates, Source } from './types';

interface Index {
  readonly regions: ReadonlyMap<string, Region>;
  readonly machineTypes: ReadonlyMap<string, MachineType>;
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
    regions: new Map(catalog.regions.map((region) => [`${region.provider}/${region.id}`, region])),
    machineTypes: new Map(
      catalog.machineTypes.map((machine) => [`${machine.provider}/${machine.type}`, machine]),
    ),
    sources: new Map(catalog.sources.map((source) => [source.id, source])),
  };
  indexes.set(catalog, index);
  return index;
}

/** The region of that id, such as `eu-central-1`; `undefined` when the provider has none known by it. */
export function findRegion(catalog: Catalog, provider: ProviderId, id: string): Region | undefined {
  return indexOf(catalog).regions.get(`${provider}/${id}`);
}

/** The machine type of that name, such as `m7i.large`; `undefined` when the catalogue does not carry it. */
export function findMachineType(
  catalog: Catalog,
  provider: ProviderId,
  type: string,
): MachineType | undefined {
  return indexOf(catalog).machineTypes.get(`${provider}/${type}`);
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
