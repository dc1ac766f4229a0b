import { HOURS_PER_MONTH, type PodRates, type Rate } from '../../catalog/types';
import type { Resources } from '../capacity/demand';
import type { Candidate, ClusterContext } from '../types';
import { autopilotRequests } from './autopilot-requests';
import { type BillEntry, type Part, partOf } from './bill';
import { remembered } from './remembered';

const MIB_PER_GIB = 1024;

/** What Autopilot charges for the pods: vCPU and memory that they request, by the hour. Ephemeral storage is not counted. */
export function podsPart({ place }: Candidate, context: ClusterContext): Part {
  return remembered(context, place, 'pods', () => {
    const rates = Object.hasOwn(context.catalog.autopilot, place.id)
      ? context.catalog.autopilot[place.id]
      : undefined;
    const { steady, interruptible } = autopilotRequests(context);
    return partOf(
      [
        cpu('pods/vcpu', 'vCPU of pods', steady, rates?.vcpuHour),
        memory('pods/memory', 'memory of pods', steady, rates?.memoryGibHour),
        ...spotEntries(interruptible, rates),
      ],
      place.id,
      context.request.planDate,
    );
  });
}

/** Spot pods at their own rate; without one they are charged as all others. */
function spotEntries(requests: Resources, rates: PodRates | undefined): readonly BillEntry[] {
  return [
    {
      ...cpu('pods/spot-vcpu', 'vCPU of spot pods', requests, rates?.spotVcpuHour ?? rates?.vcpuHour),
      ...(rates !== undefined && { onDemandMicroUsd: rates.vcpuHour.microUsd }),
    },
    {
      ...memory(
        'pods/spot-memory',
        'memory of spot pods',
        requests,
        rates?.spotMemoryGibHour ?? rates?.memoryGibHour,
      ),
      ...(rates !== undefined && { onDemandMicroUsd: rates.memoryGibHour.microUsd }),
    },
  ];
}

function cpu(id: string, label: string, requests: Resources, price: Rate | undefined): BillEntry {
  return { id, label, quantity: (requests.milliCpu * HOURS_PER_MONTH) / 1000, unit: 'vCPU-hour', price };
}

function memory(id: string, label: string, requests: Resources, price: Rate | undefined): BillEntry {
  return {
    id,
    label,
    quantity: (requests.memoryMib * HOURS_PER_MONTH) / MIB_PER_GIB,
    unit: 'GiB-hour',
    price,
  };
}
