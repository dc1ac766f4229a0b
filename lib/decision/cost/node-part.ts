import { machinePrices, ratesOf } from '../../catalog';
import { type Catalog, HOURS_PER_MONTH, type MachinePrice, type ProviderId } from '../../catalog/types';
import { type NodePrice, pricePerHour } from '../capacity/node-price';
import { USD } from '../money';
import type { Candidate, ClusterContext, SizedPool } from '../types';
import { type BillEntry, creditPart, joined, type Part, partOf } from './bill';
import type { UnitPrice } from './range';
import { remembered } from './remembered';
import { countNodes, rootDisks } from './shared-entries';
import type { Sized } from './sized';

/** How a machine is bought, behind its type. */
const BOUGHT: Readonly<Record<NodePrice['kind'], string>> = {
  'on-demand': 'on demand',
  'committed-1y': 'committed for a year',
  'committed-3y': 'committed for three years',
  spot: 'spot',
};

/** Machines that are not in the pools: those of a control plane that is one's own. */
export interface OtherMachines {
  readonly id: string;
  readonly purpose: string;
  readonly count: number;
  /** `undefined` where no machine that would do has a price. */
  readonly type: string | undefined;
}

/**
 * The machines, each pool at the price that it was sized for, and what a promise that is paid already takes off them.
 * The promise is shared equally by the clusters of a request, so that none of it counts twice.
 */
export function machinesPart(
  pools: readonly SizedPool[],
  candidate: Candidate,
  provider: ProviderId,
  context: ClusterContext,
  others: readonly OtherMachines[] = [],
): Part {
  const region = candidate.place.id;
  const prices = machinePrices(context.catalog, provider, region);
  const { planDate, clusters, accounts } = context.request;
  const machines = partOf(
    [
      ...others.map((machine) => otherEntry(machine, prices, provider, context)),
      ...pools.map((pool) => poolEntry(pool, prices, provider, context)),
    ],
    region,
    planDate,
  );
  const unused = accounts.commitments[provider]?.unusedUsdPerMonth ?? 0;
  if (unused === 0) return machines;
  const share = Math.floor((unused * USD) / Object.keys(clusters).length);
  return joined([
    machines,
    creditPart({ id: 'already-paid', label: `already paid to ${provider}` }, share, machines, planDate),
  ]);
}

/** What a cloud bills for the nodes of a sizing besides the machines. */
export interface NodeExtras {
  /** Tells the parts of one place and sizing apart. */
  readonly name: string;
  readonly rootDiskGib: number;
  /** @default - nothing */
  readonly fees?: () => readonly BillEntry[];
}

/** Machines of the pools, what is taken for running them, and a root disk for each. */
export function nodesPart(
  candidate: Candidate,
  sized: Sized,
  provider: ProviderId,
  context: ClusterContext,
  { name, rootDiskGib, fees = () => [] }: NodeExtras,
): Part {
  const region = candidate.place.id;
  return remembered(
    context,
    candidate.place,
    name,
    () => {
      const disks = rootDisks(
        countNodes(sized.pools),
        rootDiskGib,
        ratesOf(context.catalog, provider, region),
      );
      return joined([
        machinesPart(sized.pools, candidate, provider, context),
        partOf([...fees(), disks], region, context.request.planDate),
      ]);
    },
    sized,
  );
}

function poolEntry(
  pool: SizedPool,
  prices: readonly MachinePrice[],
  provider: ProviderId,
  context: ClusterContext,
): BillEntry {
  const row = prices.find((price) => price.type === pool.machineType);
  const hour = row && pricePerHour(row, pool.interruptible ? 'interruptible' : 'steady', context, provider);
  const entry = {
    id: `nodes/${pool.name}`,
    label: `${pool.nodes} × ${pool.machineType}${hour === undefined ? '' : ` ${BOUGHT[hour.kind]}`}`,
    quantity: pool.nodes * HOURS_PER_MONTH,
    unit: 'hour',
    price: row && hour && unitPrice(row, hour, provider, context.catalog),
  };
  if (row === undefined || hour?.kind !== 'spot') return entry;
  return { ...entry, onDemandMicroUsd: pricePerHour(row, 'steady', context, provider).microUsd };
}

function otherEntry(
  { id, purpose, count, type }: OtherMachines,
  prices: readonly MachinePrice[],
  provider: ProviderId,
  context: ClusterContext,
): BillEntry {
  const row = prices.find((price) => price.type === type);
  const hour = row && pricePerHour(row, 'steady', context, provider);
  return {
    id,
    label:
      hour === undefined
        ? `${count} machines for ${purpose}`
        : `${count} × ${type} ${BOUGHT[hour.kind]} for ${purpose}`,
    quantity: count * HOURS_PER_MONTH,
    unit: 'hour',
    price: row && hour && unitPrice(row, hour, provider, context.catalog),
  };
}

/** AWS publishes no price of spare capacity, only what it saves on average; Google publishes the price of today. */
function unitPrice(
  row: MachinePrice,
  { microUsd, kind }: NodePrice,
  provider: ProviderId,
  catalog: Catalog,
): UnitPrice {
  if (kind !== 'spot' || row.spotSource === undefined) {
    const estimated = kind === 'spot' && provider === 'aws';
    return {
      microUsd,
      kind: estimated ? 'estimate' : (row.kind ?? 'list'),
      source: row.source,
      asOf: row.asOf,
    };
  }
  const { spotSource } = row;
  const asOf = catalog.sources.find((source) => source.id === spotSource)?.asOf ?? row.asOf;
  return { microUsd, kind: provider === 'aws' ? 'estimate' : 'list', source: spotSource, asOf };
}
