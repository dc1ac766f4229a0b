import { formatUnitUsd } from '../../values';
import type { Catalog } from '../types';
import { type CatalogFinding, catalogFinding } from './catalog-finding';
import { kindOf, listPricesOf, type PricedMachine } from './machine-prices';

/** Millionths for each vCPU: a provider that prints three decimals of a dollar rounds sizes apart by so much. */
const ROUNDING = 400;
/**
 * How far a price may lie from what its region and its family make likely. Wide enough for every list that was read;
 * a price with a licence in it is far outside.
 */
const LIKELY = { from: 0.55, to: 1.6 };
/** Fewer places say nothing about a family, and fewer families nothing about a place. */
const ENOUGH = 4;

/** The same price for a vCPU in every size of a family. One that differs is nearly always that of another product. */
export function checkPricePerVcpu(catalog: Catalog): readonly CatalogFinding[] {
  return [...groups(shaped(catalog), (priced) => `${priced.place} ${kindOf(priced)}`).values()].flatMap(
    (group) => {
      const usual = median(group.map(perVcpu));
      return group
        .filter((priced) => Math.abs(perVcpu(priced) - usual) > ROUNDING)
        .map((priced) =>
          catalogFinding(
            'price-per-vcpu',
            priced.where,
            `costs ${formatUnitUsd(perVcpu(priced))} an hour for each vCPU, where its family costs ${formatUnitUsd(usual)}`,
          ),
        );
    },
  );
}

/** A family is dearer than another one by about the same factor everywhere. */
export function checkFamilyRatio(catalog: Catalog): readonly CatalogFinding[] {
  const all = shaped(catalog);
  const usualOfKind = medians(all, kindOf, perVcpu);
  const level = (priced: PricedMachine) =>
    perVcpu(priced) / (usualOfKind.get(kindOf(priced))?.value ?? Number.NaN);
  const levelOfPlace = medians(all, ({ place }) => place, level);
  return all.flatMap((priced) => {
    const kind = usualOfKind.get(kindOf(priced));
    const place = levelOfPlace.get(priced.place);
    if (kind === undefined || place === undefined || kind.count < ENOUGH || place.count < ENOUGH) return [];
    const likely = kind.value * place.value;
    const factor = perVcpu(priced) / likely;
    if (factor >= LIKELY.from && factor <= LIKELY.to) return [];
    return [
      catalogFinding(
        'family-ratio',
        priced.where,
        `costs ${formatUnitUsd(perVcpu(priced))} an hour for each vCPU, where its family and its region make ${formatUnitUsd(likely)} likely`,
      ),
    ];
  });
}

/** Shared processors and accelerators are not priced by the vCPU. */
function shaped(catalog: Catalog): readonly PricedMachine[] {
  return listPricesOf(catalog).filter(
    ({ machine }) => machine.class !== 'burstable' && machine.class !== 'gpu' && machine.gpu === undefined,
  );
}

function perVcpu({ price, machine }: PricedMachine): number {
  return (price.listed?.onDemand ?? price.onDemand) / machine.vcpu;
}

function medians(
  all: readonly PricedMachine[],
  keyOf: (priced: PricedMachine) => string,
  measure: (priced: PricedMachine) => number,
): ReadonlyMap<string, { readonly value: number; readonly count: number }> {
  return new Map(
    [...groups(all, keyOf)].map(([key, group]) => [
      key,
      { value: median(group.map(measure)), count: group.length },
    ]),
  );
}

function groups<T>(all: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>();
  for (const item of all) {
    const key = keyOf(item);
    const group = result.get(key);
    if (group === undefined) result.set(key, [item]);
    else group.push(item);
  }
  return result;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
