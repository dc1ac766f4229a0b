import { ratesOf } from '../../catalog';
import { GKE_ROOT_DISK_GIB } from '../../catalog/node-limits';
import { HOURS_PER_MONTH, type MicroUsd, type RegionRates } from '../../catalog/types';
import { isPastStandard } from '../kubernetes-support';
import { roundHalfUp, USD } from '../money';
import type { Candidate, ClusterContext, Cost } from '../types';
import { podsPart } from './autopilot-part';
import { type BillEntry, costOf, creditPart, joined, type Part, partOf } from './bill';
import { nodesPart } from './node-part';
import type { UnitPrice } from './range';
import { remembered } from './remembered';
import { controlPlanePart, countNodes, keysPart } from './shared-entries';
import type { Sized } from './sized';
import { workloadPart } from './workload-part';

/** Google charges a GiB between zones once, where it leaves. */
const CROSS_ZONE_CHARGES = 1;

const CONTROL_PLANE = {
  standard: 'GKE cluster fee',
  extended: 'GKE cluster fee in extended support',
} as const;

/**
 * A month of GKE: cluster fee less what is left of Google's credit, nodes with their disks or, on Autopilot, the pods'
 * requests, Cloud NAT, the workload's traffic and volumes, the key for secrets.
 */
export function gkeBill(candidate: Candidate, sized: Sized, context: ClusterContext): Cost {
  const rates = ratesOf(context.catalog, 'gcp', candidate.place.id);
  return costOf([
    feePart(candidate, context),
    candidate.nodes === 'pods'
      ? podsPart(candidate, context)
      : nodesPart(candidate, sized, 'gcp', context, { name: 'nodes of GKE', rootDiskGib: GKE_ROOT_DISK_GIB }),
    natPart(candidate, sized, context, rates),
    workloadPart(candidate, context, rates, CROSS_ZONE_CHARGES),
    keysPart(candidate, context, rates, 1),
  ]);
}

/**
 * The fee, and the credit that Google gives a billing account for one zonal or Autopilot cluster. Of several clusters of
 * a request only the first by name is given it, for it is there once; nothing is taken off unless the request says what
 * is left.
 *
 * @see https://cloud.google.com/kubernetes-engine/pricing
 */
function feePart(candidate: Candidate, context: ClusterContext): Part {
  const fee = controlPlanePart(candidate, context, 'gke', CONTROL_PLANE);
  const creditable = candidate.controlPlane === 'single' || candidate.nodes === 'pods';
  const left = roundHalfUp((context.request.accounts.google?.gkeCreditUsd ?? 0) * USD);
  if (!creditable || left === 0 || fee.missing.length > 0 || !isFirst(context)) return fee;
  return remembered(context, candidate.place, 'fee less credit', () => {
    const standard = context.catalog.controlPlane.gke.standardHour.microUsd * HOURS_PER_MONTH;
    // the credit covers the management fee, and nothing of what extended support adds to it
    const limit = Math.min(
      left,
      context.catalog.gkeCreditMonth.microUsd,
      isPastStandard(context, 'gke') ? standard : left,
    );
    return joined([
      fee,
      creditPart(
        { id: 'gke-credit', label: "what is left of Google's credit" },
        limit,
        fee,
        context.request.planDate,
      ),
    ]);
  });
}

function isFirst({ request, clusterKey }: ClusterContext): boolean {
  for (const key of Object.keys(request.clusters)) if (key < clusterKey) return false;
  return true;
}

/**
 * Cloud NAT with one public address; an adopted network brings its address, and is charged for this cluster's machines
 * all the same.
 */
function natPart(
  candidate: Candidate,
  sized: Sized,
  context: ClusterContext,
  rates: RegionRates | undefined,
): Part {
  const { place, egress, nodes } = candidate;
  const name = nodes === 'pods' ? `${egress} way out of pods` : `${egress} way out`;
  return remembered(
    context,
    place,
    name,
    () => {
      if (egress === 'none') return partOf([], place.id, context.request.planDate);
      return partOf(
        [
          nodes === 'pods' ? cloudNatOfPods(rates) : cloudNat(countNodes(sized.pools), rates),
          {
            id: 'nat-addresses',
            label: 'public address of Cloud NAT',
            quantity: egress === 'own' ? 0 : HOURS_PER_MONTH,
            unit: 'hour',
            price: rates?.publicIpv4Hour,
          },
          {
            id: 'nat-data',
            label: 'data through NAT',
            quantity: context.cluster.traffic.natGib,
            unit: 'GiB',
            price: rates?.natGib,
          },
        ],
        place.id,
        context.request.planDate,
      );
    },
    sized,
  );
}

/** Cloud NAT charges each machine that uses it, up to the price of a whole gateway. */
function cloudNat(nodes: number, rates: RegionRates | undefined): BillEntry {
  const each = rates?.natVmHour;
  const whole = rates?.natHour;
  const capped = each === undefined || whole === undefined || each.microUsd * nodes >= whole.microUsd;
  return {
    id: 'nat',
    label: capped ? 'Cloud NAT, a whole gateway' : `Cloud NAT for ${nodes} machines`,
    quantity: capped ? HOURS_PER_MONTH : nodes * HOURS_PER_MONTH,
    unit: 'hour',
    price: capped ? whole : each,
  };
}

/** Autopilot shows no machines, so the most is taken, and the least is one machine. */
function cloudNatOfPods(rates: RegionRates | undefined): BillEntry {
  const whole = rates?.natHour;
  const price: UnitPrice | undefined = whole && {
    microUsd: whole.microUsd,
    kind: whole.kind,
    source: whole.source,
    asOf: whole.asOf,
    range: {
      low: Math.min(whole.microUsd, rates.natVmHour?.microUsd ?? whole.microUsd),
      high: whole.microUsd,
    },
  };
  return {
    id: 'nat',
    label: 'Cloud NAT, at most a whole gateway',
    quantity: HOURS_PER_MONTH,
    unit: 'hour',
    price,
  };
}

/** The same fee for the sizing: what `nodes` machines cost a month in Cloud NAT. */
export function cloudNatFee(nodes: number, rates: RegionRates | undefined): MicroUsd {
  const each = rates?.natVmHour;
  const whole = rates?.natHour;
  if (whole === undefined) return 0;
  const hour = each === undefined ? whole.microUsd : Math.min(each.microUsd * nodes, whole.microUsd);
  return hour * HOURS_PER_MONTH;
}
