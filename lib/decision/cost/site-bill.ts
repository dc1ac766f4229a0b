import { HOURS_PER_MONTH } from '../../catalog/types';
import { roundHalfUp, USD } from '../money';
import type { Site } from '../request/types';
import type { ClusterContext, Cost } from '../types';
import { type BillEntry, billOf } from './bill';

/**
 * A month of an owned site: purchase over its life (no interest, no residual value), power, rack, support, uplink. All
 * figures are the user's own but the PUE, where the request gives none. A purchase that is written off is left out; the
 * line stays, at nothing, so that the record says so. What the site saves or costs for other tenants is not split: a
 * cluster that is decided for it bears it whole.
 */
export function siteBill(placeName: string, { cost }: Site, context: ClusterContext): Cost {
  const { pue } = context.catalog.onPrem;
  const kilowattHours = (cost.watts * HOURS_PER_MONTH * (cost.pue ?? pue.value)) / 1000;
  const user = { kind: 'user', source: 'request', asOf: context.request.planDate } as const;
  const month = (id: string, label: string, usd: number): BillEntry => ({
    id,
    label,
    quantity: usd === 0 ? 0 : 1,
    unit: 'month',
    price: { microUsd: roundHalfUp(usd * USD), ...user },
  });
  return billOf(
    [
      {
        ...month('hardware', 'hardware', cost.sunk ? 0 : cost.purchaseUsd / cost.lifeMonths),
        quantity: 1,
        label: cost.sunk
          ? 'hardware, written off: left out'
          : `hardware over ${cost.lifeMonths} months, without interest`,
      },
      {
        id: 'power',
        label:
          cost.pue === undefined
            ? `power of ${cost.watts} W at an assumed PUE of ${pue.value}`
            : `power of ${cost.watts} W at a PUE of ${cost.pue}`,
        quantity: Math.floor(kilowattHours * 1000 + 0.5) / 1000,
        unit: 'kWh',
        price: {
          microUsd: roundHalfUp(cost.usdPerKwh * USD),
          ...user,
          ...(cost.pue === undefined && { kind: 'estimate', source: pue.source, asOf: pue.asOf }),
        },
      },
      month('rack', 'rack space', cost.rackUsdPerMonth),
      month('support', 'support contracts', cost.supportUsdPerMonth),
      month('uplink', 'uplink', cost.uplinkUsdPerMonth),
    ],
    placeName,
  );
}
