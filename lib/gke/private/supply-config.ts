import type {
  ContainerNodePoolConfig,
  ContainerNodePoolNodeConfig,
} from '@cdktf/provider-google/lib/container-node-pool';
import { CapacityType } from '../../cluster';
import { GkeReservationUse } from '../capacity-reservation';
import type { GkeNodePoolOptions } from '../node-pool-options';
import { GkeProvisioningKind } from '../provisioning';

const RESERVATION_NAME = 'compute.googleapis.com/reservation-name';
const MOST_COMPACT_NODES = 1500;
const SECONDS_PER_HOUR = 3600;
/** E2, AMD and Arm. */
const WITHOUT_NESTED = /^(e2|n2d|n4d|c2d|c3d|c4d|t2d|t2a|c4a|n4a)-/;

/** Where the machines come from, and for how long. All of it is identity: a change replaces the pool. */
export function renderSupply(options: GkeNodePoolOptions): Partial<ContainerNodePoolNodeConfig> {
  const { provisioning, capacityReservation, soleTenancy } = options;
  const hours = provisioning?.maxRunHours;
  const waits = provisioning?.waitsForMachines === true;
  const use = capacityReservation?.use ?? (waits ? GkeReservationUse.NONE : undefined);
  return {
    spot: options.capacityType === CapacityType.INTERRUPTIBLE ? true : undefined,
    flexStart: waits ? true : undefined,
    maxRunDuration: hours === undefined ? undefined : `${hours * SECONDS_PER_HOUR}s`,
    reservationAffinity:
      use === undefined
        ? undefined
        : {
            consumeReservationType: use,
            ...(capacityReservation?.reservation === undefined
              ? {}
              : { key: RESERVATION_NAME, values: [capacityReservation.reservation] }),
          },
    nodeGroup: soleTenancy?.nodeGroup,
    soleTenantConfig:
      soleTenancy === undefined || soleTenancy.affinities.length === 0
        ? undefined
        : {
            minNodeCpus: soleTenancy.minCpus,
            nodeAffinity: soleTenancy.affinities
              .map(({ key, operator, values }) => ({ key, operator, values: [...values].sort() }))
              .sort((a, b) => (`${a.key} ${a.operator}` < `${b.key} ${b.operator}` ? -1 : 1)),
          },
    minCpuPlatform: options.minCpuPlatform,
    advancedMachineFeatures:
      options.threadsPerCore === undefined && options.nestedVirtualization === undefined
        ? undefined
        : {
            // required; processors that machines can be nested on have two
            threadsPerCore: options.threadsPerCore ?? 2,
            enableNestedVirtualization: options.nestedVirtualization,
          },
  };
}

/** What stands beside the nodes' configuration. */
export function renderPlacement({
  placement,
  provisioning,
}: GkeNodePoolOptions): Pick<ContainerNodePoolConfig, 'placementPolicy' | 'queuedProvisioning'> {
  return {
    placementPolicy:
      placement === undefined
        ? undefined
        : { type: 'COMPACT', policyName: placement.policyName, tpuTopology: placement.tpuTopology },
    queuedProvisioning: provisioning?.kind === GkeProvisioningKind.QUEUED ? { enabled: true } : undefined,
  };
}

/** One sentence for everything that contradicts where the machines come from. */
export function describeSupply(options: GkeNodePoolOptions, zoneCount: number): readonly string[] {
  return [
    ...describeProvisioning(options),
    ...describePlacement(options, zoneCount),
    ...describeReserved(options),
    ...describeNested(options),
  ];
}

function describeProvisioning(options: GkeNodePoolOptions): readonly string[] {
  const { provisioning, size } = options;
  if (provisioning?.waitsForMachines !== true) return [];
  const word = `'provisioning' ${provisioning.kind}`;
  const problems: string[] = [];
  if (!size.isAutoscaled || size.min > 0) {
    const found = size.isAutoscaled ? `'min' ${size.min}` : `${size.max} fixed nodes`;
    problems.push(
      `${word} needs an autoscaled 'size' of 'min' 0, since machines come when there are some; found ${found}`,
    );
  }
  if (options.capacityType === CapacityType.INTERRUPTIBLE) {
    problems.push(`${word} cannot stand beside 'capacityType' INTERRUPTIBLE; choose one`);
  }
  if (options.upgrade?.blueGreenOptions !== undefined) {
    problems.push(
      `${word} cannot stand beside an 'upgrade' blueGreen, which needs all nodes twice; use surge`,
    );
  }
  const use = options.capacityReservation?.use;
  if (use !== undefined && use !== GkeReservationUse.NONE) {
    problems.push(`${word} takes no reserved machines; leave 'capacityReservation' out`);
  }
  if (provisioning.kind === GkeProvisioningKind.QUEUED && options.placement !== undefined) {
    problems.push(`${word} cannot stand beside 'placement'; leave it out`);
  }
  return problems;
}

function describePlacement(
  { placement, size, upgrade }: GkeNodePoolOptions,
  zoneCount: number,
): readonly string[] {
  if (placement === undefined) return [];
  const problems: string[] = [];
  if (zoneCount !== 1) {
    problems.push(`'placement' needs one zone, and the pool has ${zoneCount}; name one in 'zones'`);
  }
  if (size.max > MOST_COMPACT_NODES) {
    problems.push(`'placement' holds ${MOST_COMPACT_NODES} nodes, and 'size' may come to ${size.max}`);
  }
  if (upgrade?.blueGreenOptions !== undefined) {
    problems.push(`'placement' cannot stand beside an 'upgrade' blueGreen; use surge`);
  }
  return problems;
}

function describeReserved(options: GkeNodePoolOptions): readonly string[] {
  if (options.capacityType !== CapacityType.INTERRUPTIBLE) return [];
  const problems: string[] = [];
  if (options.capacityReservation?.use === GkeReservationUse.NAMED) {
    problems.push(
      `'capacityReservation' is of machines that are not taken back; 'capacityType' must be ON_DEMAND`,
    );
  }
  if (options.soleTenancy !== undefined) {
    problems.push(`'soleTenancy' has servers of your own; 'capacityType' must be ON_DEMAND`);
  }
  return problems;
}

function describeNested({ nestedVirtualization, machine }: GkeNodePoolOptions): readonly string[] {
  if (nestedVirtualization !== true || !WITHOUT_NESTED.test(machine.machineType)) return [];
  return [
    `'nestedVirtualization' needs a machine of Intel's, other than E2; '${machine.machineType}' is none`,
  ];
}
