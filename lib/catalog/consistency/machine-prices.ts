import { formatUnitUsd } from '../../values';
import { familyOf } from '../machine-family';
import type { Catalog, MachinePrice, MachineType, ProviderId } from '../types';
import { type CatalogFinding, catalogFinding } from './catalog-finding';

/** A price with the machine and the place it is of. */
export interface PricedMachine {
  readonly where: string;
  readonly place: string;
  readonly provider: ProviderId;
  readonly machine: MachineType;
  readonly price: MachinePrice;
}

/** Prices of machines and places that exist, as sums of money that can be. */
export function checkMachinePrices(catalog: Catalog): readonly CatalogFinding[] {
  const regions = new Set(catalog.regions.map(({ provider, id }) => `${provider}/${id}`));
  const types = new Set(catalog.machineTypes.map(({ provider, type }) => `${provider}/${type}`));
  return Object.entries(catalog.machinePrices).flatMap(([place, rows]) => {
    const provider = place.split('/')[0] ?? '';
    const seen = new Set<string>();
    return [
      ...(regions.has(place) ? [] : [catalogFinding('price-region', place, 'has prices and is no region')]),
      ...rows.flatMap((row) => {
        const where = `${place}/${row.type}`;
        const again = seen.has(row.type)
          ? [catalogFinding('price-once', where, 'is priced more than once')]
          : [];
        seen.add(row.type);
        const known = types.has(`${provider}/${row.type}`);
        return [
          ...again,
          ...(known ? [] : [catalogFinding('price-type', where, 'has a price and is no machine type')]),
          ...amounts(row, where),
        ];
      }),
    ];
  });
}

function amounts(row: MachinePrice, where: string): readonly CatalogFinding[] {
  const prices = [
    ['on demand', row.onDemand],
    ['of spare capacity', row.spot],
    ['for one year', row.committed1y],
    ['for three years', row.committed3y],
  ] as const;
  const impossible = prices
    .filter(([, price]) => price !== undefined && !(Number.isSafeInteger(price) && price > 0))
    .map(([what, price]) =>
      catalogFinding(
        'price-amount',
        where,
        `has ${price} as its price ${what}; it must be a positive whole number of millionths`,
      ),
    );
  return [...impossible, ...above(row, where)];
}

/** Whoever promises, or can do without, pays less. */
function above(row: MachinePrice, where: string): readonly CatalogFinding[] {
  const dearer = (what: string, price: number | undefined, than: string, limit: number | undefined) =>
    price === undefined || limit === undefined || price < limit
      ? []
      : [
          catalogFinding(
            'price-order',
            where,
            `costs ${formatUnitUsd(price)} ${what}, not less than the ${formatUnitUsd(limit)} ${than}`,
          ),
        ];
  return [
    ...dearer('as spare capacity', row.spot, 'on demand', row.onDemand),
    ...dearer('for one year', row.committed1y, 'on demand', row.onDemand),
    ...dearer(
      'for three years',
      row.committed3y,
      row.committed1y === undefined ? 'on demand' : 'for one year',
      row.committed1y ?? row.onDemand,
    ),
  ];
}

/** All list prices with their machines. What the user pays is negotiated and follows no rule. */
export function listPricesOf(catalog: Catalog): readonly PricedMachine[] {
  const machines = new Map(
    catalog.machineTypes.map((machine) => [`${machine.provider}/${machine.type}`, machine]),
  );
  return Object.entries(catalog.machinePrices).flatMap(([place, rows]) =>
    rows.flatMap((price): readonly PricedMachine[] => {
      const machine = machines.get(`${place.split('/')[0]}/${price.type}`);
      if (machine === undefined || price.kind === 'user') return [];
      return [{ where: `${place}/${price.type}`, place, provider: machine.provider, machine, price }];
    }),
  );
}

/** Machines of one family with the same memory for each vCPU: they differ in size only. */
export function kindOf({ provider, machine }: PricedMachine): string {
  return `${provider}/${familyOf(provider, machine.type)}/${machine.memoryMib / machine.vcpu}`;
}
