import { compareText } from '../../../values';
import { familyOf } from '../../machine-family';
import type { Catalog, ListedPrices, MachinePrice, ProviderId } from '../../types';
import type { Discount, MachinePriceField, OverlaidPrice, Overlay } from '../types';
import type { CitedSources } from './cited-sources';
import { lessPercent, microUsd, microUsdIfGiven } from './micro-usd';

type Table = Catalog['machinePrices'];

/** The table with the overlay's own prices in it, then with its discounts taken. Regions that nothing touches stay the same object. */
export function overlayMachinePrices(table: Table, overlay: Overlay, cited: CitedSources): Table {
  const priced: Record<string, readonly MachinePrice[]> = { ...table };
  for (const [provider, regions] of Object.entries(overlay.machinePrices)) {
    for (const [region, types] of Object.entries(regions ?? {})) {
      const key = `${provider}/${region}`;
      priced[key] = withPrices(priced[key] ?? [], types, overlay.kind, cited);
    }
  }
  return overlay.discounts.length === 0 ? priced : discounted(priced, overlay.discounts, cited);
}

function withPrices(
  rows: readonly MachinePrice[],
  given: Readonly<Record<string, OverlaidPrice>>,
  kind: Overlay['kind'],
  cited: CitedSources,
): readonly MachinePrice[] {
  const replaced = rows.map((row) => {
    const record = Object.hasOwn(given, row.type) ? given[row.type] : undefined;
    return record === undefined ? row : priceOf(row.type, record, row, kind, cited);
  });
  const known = new Set(rows.map((row) => row.type));
  const added = Object.keys(given)
    .filter((type) => !known.has(type))
    .sort(compareText)
    .flatMap((type) => {
      const record = given[type];
      return record === undefined ? [] : [priceOf(type, record, undefined, kind, cited)];
    });
  return [...replaced, ...added];
}

/** A price that is not given is not known. The price of spare capacity alone stays: no price list has it, and it says where it is from. */
function priceOf(
  type: string,
  record: OverlaidPrice,
  before: MachinePrice | undefined,
  kind: Overlay['kind'],
  cited: CitedSources,
): MachinePrice {
  const { source, asOf } = cited.of(record);
  const given = microUsdIfGiven(record.spotUsdPerHour);
  const spot = given ?? before?.listed?.spot ?? before?.spot;
  const kept = before?.listed?.spotSource ?? before?.spotSource ?? before?.source;
  const spotSource = given === undefined && spot !== undefined ? kept : undefined;
  // keys in order, which spares the hash a copy of each row
  return {
    asOf,
    committed1y: microUsdIfGiven(record.committed1yUsdPerHour),
    committed3y: microUsdIfGiven(record.committed3yUsdPerHour),
    ...(kind === 'list' ? {} : { kind }),
    onDemand: microUsd(record.usdPerHour),
    source,
    spot,
    ...(before?.spotInterruption === undefined ? {} : { spotInterruption: before.spotInterruption }),
    ...(spotSource === undefined || spotSource === source ? {} : { spotSource }),
    type,
  };
}

function discounted(table: Table, discounts: readonly Discount[], cited: CitedSources): Table {
  const result: Record<string, readonly MachinePrice[]> = {};
  for (const [place, rows] of Object.entries(table)) {
    const [provider = '', region = ''] = place.split('/');
    const here = discounts.filter(
      (discount) => discount.provider === provider && (discount.regions?.includes(region) ?? true),
    );
    result[place] =
      here.length === 0 ? rows : rows.map((row) => discountedRow(row, provider as ProviderId, here, cited));
  }
  return result;
}

/** A price that the user gave is what is paid; a discount is taken from a list price, and never twice. */
function discountedRow(
  row: MachinePrice,
  provider: ProviderId,
  discounts: readonly Discount[],
  cited: CitedSources,
): MachinePrice {
  if (row.kind === 'user' && row.listed === undefined) return row;
  const matching = discounts.filter(
    ({ families, types }) =>
      (families?.includes(familyOf(provider, row.type)) ?? true) && (types?.includes(row.type) ?? true),
  );
  const discount = matching[matching.length - 1];
  if (discount === undefined) return row;
  const listed: ListedPrices = row.listed ?? {
    asOf: row.asOf,
    committed1y: row.committed1y,
    committed3y: row.committed3y,
    onDemand: row.onDemand,
    source: row.source,
    spot: row.spot,
    spotSource: row.spotSource ?? row.source,
  };
  const cut = <P extends number | undefined>(field: MachinePriceField, price: P): P | number =>
    price !== undefined && discount.prices.includes(field) ? lessPercent(price, discount.percent) : price;
  const { source, asOf } = cited.of(discount);
  const spotSource =
    discount.prices.includes('spot') || listed.spot === undefined ? undefined : listed.spotSource;
  // keys in order here too
  return {
    asOf,
    committed1y: cut('committed1y', listed.committed1y),
    committed3y: cut('committed3y', listed.committed3y),
    kind: 'user',
    listed,
    onDemand: cut('onDemand', listed.onDemand),
    source,
    spot: cut('spot', listed.spot),
    ...(row.spotInterruption === undefined ? {} : { spotInterruption: row.spotInterruption }),
    spotSource: spotSource === source ? undefined : spotSource,
    type: row.type,
  };
}
