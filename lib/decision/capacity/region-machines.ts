import { allocatable, findMachineType, machinePrices, ratesOf } from '../../catalog';
import { type Catalog, HOURS_PER_MONTH, type MachinePrice, type MachineType } from '../../catalog/types';
import { compareText } from '../../values';
import { keptFor } from '../memory';
import type { ClusterContext } from '../types';
import { type Resources, subtract } from './demand';
import type { NodeShape } from './mix';
import type { NodeFacts } from './node-facts';
import { type NodePrice, type NodeRole, pricePerHour } from './node-price';
import type { Role } from './role-demand';

/** A machine type that has a price in a region. */
export interface PricedMachine {
  readonly machine: MachineType;
  readonly price: MachinePrice;
}

/** What the nodes of each role can be made of in one region, in code-unit order of the types. */
export interface RegionShapes {
  readonly steady: readonly NodeShape[];
  /** Only machines that spare capacity is sold of. */
  readonly interruptible: readonly NodeShape[];
  readonly accelerated: readonly NodeShape[];
}

/** Prices of a region joined with their machines, by catalogue: the same for every cluster. */
const joined = new WeakMap<Catalog, Map<string, readonly PricedMachine[]>>();

/**
 * Machines with a price in a region, in code-unit order of their types. A price without a machine type is left out, and of two
 * prices of one type the first counts, as everywhere.
 */
export function pricedMachines(
  catalog: Catalog,
  provider: NodeFacts['provider'],
  region: string,
): readonly PricedMachine[] {
  const known = joined.get(catalog) ?? new Map<string, readonly PricedMachine[]>();
  joined.set(catalog, known);
  const key = `${provider}/${region}`;
  const found = known.get(key);
  if (found !== undefined) return found;

  const machines: PricedMachine[] = [];
  for (const price of machinePrices(catalog, provider, region)) {
    const machine = findMachineType(catalog, provider, price.type);
    if (machine !== undefined) machines.push({ machine, price });
  }
  const sorted = machines
    .sort((left, right) => compareText(left.price.type, right.price.type))
    .filter((priced, index, all) => priced.price.type !== all[index - 1]?.price.type);
  known.set(key, sorted);
  return sorted;
}

/** How a machine is bought for a role. */
export function buyingFor(role: Role): NodeRole {
  return role === 'interruptible' ? 'interruptible' : 'steady';
}

/** The price of one machine type for a role; `undefined` where it has none in the region. */
export function nodePriceOf(
  context: ClusterContext,
  facts: NodeFacts,
  region: string,
  machineType: string,
  role: Role,
): NodePrice | undefined {
  const found = pricedMachines(context.catalog, facts.provider, region).find(
    ({ price }) => price.type === machineType,
  );
  return found && pricePerHour(found.price, buyingFor(role), context, facts.provider);
}

/** Shapes of a region, by cluster and then by platform, key and region: the same for any number of zones. */
const shaped = keptFor(() => new Map<string, RegionShapes>());

export function regionShapes(context: ClusterContext, facts: NodeFacts, region: string): RegionShapes {
  const known = shaped(context);
  const key = `${facts.platform} ${facts.key} ${region}`;
  const found = known.get(key);
  if (found !== undefined) return found;

  const shapes = shapesOf(context, facts, region);
  known.set(key, shapes);
  return shapes;
}

function shapesOf(context: ClusterContext, facts: NodeFacts, region: string): RegionShapes {
  const { catalog, cluster } = context;
  const { machineClasses, architectures, interruptiblePercent, workloads, gpus } = cluster.capacity;
  const disk = facts.rootDiskGib * (ratesOf(catalog, facts.provider, region)?.storageGibMonth?.microUsd ?? 0);
  const workloadList = Object.values(workloads);
  const wantsInterruptible =
    interruptiblePercent > 0 || workloadList.some((workload) => workload.interruptible);
  const wantsAccelerated = gpus !== undefined || workloadList.some((workload) => workload.gpus > 0);
  const offers = offersOf(context, facts);
  const steady: NodeShape[] = [];
  const interruptible: NodeShape[] = [];
  const accelerated: NodeShape[] = [];
  const shape = ({ machine, price }: PricedMachine, role: NodeRole): NodeShape => ({
    machineType: machine.type,
    architecture: machine.architecture,
    offers: offers(machine),
    gpus: machine.gpu?.count ?? 0,
    monthlyMicroUsd:
      (pricePerHour(price, role, context, facts.provider).microUsd +
        (facts.surcharge?.(price.onDemand) ?? 0)) *
        HOURS_PER_MONTH +
      disk,
  });
  for (const priced of pricedMachines(catalog, facts.provider, region)) {
    const { machine, price } = priced;
    if (!architectures.includes(machine.architecture)) continue;
    if (cluster.security.tenancy === 'confidential' && machine.confidential !== true) continue;
    if (machineClasses.includes(machine.class)) {
      steady.push(shape(priced, 'steady'));
      if (wantsInterruptible && price.spot !== undefined) interruptible.push(shape(priced, 'interruptible'));
    }
    if (wantsAccelerated && hasModel(machine, gpus?.model)) accelerated.push(shape(priced, 'steady'));
  }
  return { steady, interruptible, accelerated };
}

/** Model names are compared without case and without the maker's name, which some lists have and others not. */
function hasModel({ gpu }: MachineType, model: string | undefined): boolean {
  return gpu !== undefined && gpu.count > 0 && (model === undefined || bare(gpu.model) === bare(model));
}

function bare(model: string): string {
  return model
    .trim()
    .toLowerCase()
    .replace(/^nvidia[ -]/, '');
}

/** What a provider's machines offer does not depend on the region: reckoned once for each cluster, forgotten with it. */
const offered = keptFor(() => new Map<string, Map<string, Resources>>());

function offersOf(context: ClusterContext, facts: NodeFacts): (machine: MachineType) => Resources {
  const byPlatform = offered(context);
  const key = `${facts.platform} ${facts.key}`;
  const byType = byPlatform.get(key) ?? new Map<string, Resources>();
  byPlatform.set(key, byType);
  return (machine) => {
    const known = byType.get(machine.type);
    if (known !== undefined) return known;
    const offers = subtract(allocatable(facts.platform, machine, facts.maxPodsPerNode), facts.daemonSets);
    byType.set(machine.type, offers);
    return offers;
  };
}
