import aws from '../data/aws-machine-prices.json';
import awsMachines from '../data/aws-machines.json';
import azure from '../data/azure-machine-prices.json';
import azureMachines from '../data/azure-machines.json';
import gcp from '../data/gcp-machine-prices.json';
import gcpMachines from '../data/gcp-machines.json';
import type { MachinePrice, SpotInterruption } from '../types';
import { asOf, type SourceId } from './sources';

/** What the flat numbers of a price file mean; its `columns` name them. */
interface Layout {
  /** Numbers of one machine type: its index and price, then spot and both commitments, then the band of interruption. */
  readonly columns: number;
  readonly source: SourceId;
  readonly spotSource: SourceId | undefined;
  readonly bands: readonly string[];
}

const AWS: Layout = {
  columns: aws.columns.length,
  source: 'aws-ec2',
  spotSource: 'aws-spot',
  bands: aws.bands,
};
const GCP: Layout = { columns: gcp.columns.length, source: 'gcp-compute', spotSource: undefined, bands: [] };
const AZURE: Layout = { columns: azure.columns.length, source: 'azure-vm', spotSource: undefined, bands: [] };

/** Runs thousands of times at every start: one loop, no calls, each row frozen where it is made. */
function pricesOf(
  cells: readonly (number | null)[],
  names: readonly (readonly unknown[])[],
  { columns, source, spotSource, bands }: Layout,
): MachinePrice[] {
  const prices: MachinePrice[] = [];
  const date = asOf(source);
  const hasSpot = columns > 2;
  const hasBand = columns > 5;
  for (let at = 0; at + columns <= cells.length; at += columns) {
    const index = cells[at];
    const onDemand = cells[at + 1];
    const name = typeof index === 'number' ? names[index]?.[0] : undefined;
    if (typeof name === 'string' && typeof onDemand === 'number') {
      const spot = hasSpot ? (cells[at + 2] ?? undefined) : undefined;
      const band = hasBand ? (cells[at + 5] ?? undefined) : undefined;
      prices.push(
        // keys in order, which spares the hash a copy
        Object.freeze({
          asOf: date,
          committed1y: hasSpot ? (cells[at + 3] ?? undefined) : undefined,
          committed3y: hasSpot ? (cells[at + 4] ?? undefined) : undefined,
          onDemand,
          source,
          spot,
          spotInterruption: band === undefined ? undefined : (bands[band] as SpotInterruption),
          spotSource: spot === undefined ? undefined : spotSource,
          type: name,
        }),
      );
    }
  }
  return prices;
}

/** Prices that carry the defect which the source describes say so, each of them. */
function withRepaired(prices: MachinePrice[], repaired: readonly number[]): MachinePrice[] {
  const types = new Set(repaired.map((index) => azureMachines.rows[index]?.[0]));
  return prices.map((price) =>
    types.has(price.type)
      ? Object.freeze({ ...price, kind: 'estimate' as const, source: 'azure-vm-repaired' })
      : price,
  );
}

/** Prices of all priced regions, keyed `provider/region`. */
export function machinePriceTable(): Readonly<Record<string, readonly MachinePrice[]>> {
  const table: Record<string, readonly MachinePrice[]> = {};
  for (const [region, cells] of Object.entries(aws.microUsdPerHour)) {
    table[`aws/${region}`] = Object.freeze(pricesOf(cells, awsMachines.rows, AWS));
  }
  for (const [region, cells] of Object.entries(gcp.microUsdPerHour)) {
    table[`gcp/${region}`] = Object.freeze(pricesOf(cells, gcpMachines.rows, GCP));
  }
  const repaired = new Map<string, readonly number[]>(Object.entries(azure.repaired));
  for (const [region, cells] of Object.entries(azure.microUsdPerHour)) {
    const prices = pricesOf(cells, azureMachines.rows, AZURE);
    table[`azure/${region}`] = Object.freeze(withRepaired(prices, repaired.get(region) ?? []));
  }
  return Object.freeze(table);
}
