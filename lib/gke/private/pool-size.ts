import type { ContainerNodePoolConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { CapacityType } from '../../cluster';
import { GkeReservationUse } from '../capacity-reservation';
import type { GkeNodePoolOptions } from '../node-pool-options';
import { GkeSizeUnit, GkeZoneBalance } from '../node-pool-size';

/** The provider counts fixed and initial sizes per zone, and has a pair of bounds for each way of counting. */
export function renderSize(
  options: GkeNodePoolOptions,
  zoneCount: number,
): Pick<ContainerNodePoolConfig, 'nodeCount' | 'initialNodeCount' | 'autoscaling'> {
  const { size, sizePer } = options;
  const isPerZone = sizePer === GkeSizeUnit.ZONE;
  if (!size.isAutoscaled) return { nodeCount: isPerZone ? size.max : size.max / zoneCount };
  const locationPolicy = options.zoneBalance ?? balanceOf(options);
  if (isPerZone) {
    return {
      initialNodeCount: size.initial,
      autoscaling: { minNodeCount: size.min, maxNodeCount: size.max, locationPolicy },
    };
  }
  return {
    initialNodeCount: Math.min(Math.ceil(size.initial / zoneCount), Math.floor(size.max / zoneCount)),
    autoscaling: { totalMinNodeCount: size.min, totalMaxNodeCount: size.max, locationPolicy },
  };
}

/** Spare and reserved machines are wherever they are; waiting for balance would leave pods pending. */
function balanceOf({ capacityType, provisioning, capacityReservation }: GkeNodePoolOptions): GkeZoneBalance {
  const isReserved = capacityReservation !== undefined && capacityReservation.use !== GkeReservationUse.NONE;
  const isScarce =
    capacityType === CapacityType.INTERRUPTIBLE || provisioning?.waitsForMachines === true || isReserved;
  return isScarce ? GkeZoneBalance.ANY : GkeZoneBalance.BALANCED;
}

/** One sentence for everything that the numbers of a pool contradict. */
export function describeSize(options: GkeNodePoolOptions, zoneCount: number): readonly string[] {
  const { size } = options;
  const problems: string[] = [];
  if (!size.isAutoscaled && options.sizePer !== GkeSizeUnit.ZONE && size.max % zoneCount !== 0) {
    const below = size.max - (size.max % zoneCount);
    const fix = below === 0 ? `${zoneCount}` : `${below} or ${below + zoneCount}`;
    problems.push(
      `'size' fixed (${size.max}) must be a multiple of the ${zoneCount} zones; use ${fix}, fewer 'zones', or an autoscaled size`,
    );
  }
  if (!size.isAutoscaled && options.zoneBalance !== undefined) {
    problems.push(`'zoneBalance' goes with an autoscaled 'size' only; leave it out`);
  }
  if (size.isAutoscaled && options.ignoreResize !== undefined) {
    problems.push(
      `'ignoreResize' goes with a fixed 'size' only; an autoscaled one is left alone anyway, so leave it out`,
    );
  }
  return problems;
}
