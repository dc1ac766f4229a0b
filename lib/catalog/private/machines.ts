import awsPrices from '../data/aws-machine-prices.json';
import awsMachines from '../data/aws-machines.json';
import gcpPrices from '../data/gcp-machine-prices.json';
import gcpMachines from '../data/gcp-machines.json';
import type { MachinePrice, MachineType, ProviderId } from '../types';
import { asOf, type SourceId } from './sources';

/** One line of the machine files; their `columns` name the fields. */
type Row = readonly [
  type: string,
  vcpu: number,
  memoryMib: number,
  architecture: MachineType['architecture'],
  machineClass: MachineType['class'],
];

/** Numbers of one type in the price files: index of the type, on demand, spot, one year, three years. */
const STRIDE = 5;

function typesOf(provider: ProviderId, rows: readonly (readonly unknown[])[]): readonly MachineType[] {
  // TypeScript reads JSON arrays as unions; the tests check every column
  return (rows as readonly unknown[] as readonly Row[]).map(
    ([type, vcpu, memoryMib, architecture, machineClass]): MachineType => ({
      provider,
      type,
      vcpu,
      memoryMib,
      architecture,
      class: machineClass,
    }),
  );
}

/** All machine types, AWS first, sizes of a family together. */
export function machineTypes(): readonly MachineType[] {
  return [...typesOf('aws', awsMachines.rows), ...typesOf('gcp', gcpMachines.rows)];
}

function pricesOf(
  columns: readonly (number | null)[],
  names: readonly (readonly unknown[])[],
  source: SourceId,
  spotSource: SourceId | undefined,
): readonly MachinePrice[] {
  const prices: MachinePrice[] = [];
  // frozen here, where it is cheap: a walk over thousands of rows afterwards is not
  const date = asOf(source);
  for (let at = 0; at + STRIDE <= columns.length; at += STRIDE) {
    const index = columns[at];
    const onDemand = columns[at + 1];
    const name = typeof index === 'number' ? names[index]?.[0] : undefined;
    if (typeof name === 'string' && typeof onDemand === 'number') {
      const spot = columns[at + 2] ?? undefined;
      prices.push(
        // keys in order, which spares the hash a copy
        Object.freeze({
          asOf: date,
          committed1y: columns[at + 3] ?? undefined,
          committed3y: columns[at + 4] ?? undefined,
          onDemand,
          source,
          spot,
          spotSource: spot === undefined ? undefined : spotSource,
          type: name,
        }),
      );
    }
  }
  return Object.freeze(prices);
}

/** Prices of all priced regions, keyed `provider/region`. */
export function machinePriceTable(): Readonly<Record<string, readonly MachinePrice[]>> {
  const table: Record<string, readonly MachinePrice[]> = {};
  for (const [region, columns] of Object.entries(awsPrices.microUsdPerHour)) {
    table[`aws/${region}`] = pricesOf(columns, awsMachines.rows, 'aws-ec2', 'aws-spot');
  }
  for (const [region, columns] of Object.entries(gcpPrices.microUsdPerHour)) {
    table[`gcp/${region}`] = pricesOf(columns, gcpMachines.rows, 'gcp-compute', undefined);
  }
  return table;
}
