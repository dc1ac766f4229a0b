import { HOURS_PER_MONTH } from '../../catalog/types';
import { roundHalfUp, USD } from '../money';
import type { Site, SiteCost } from '../request/types';
import type { ClusterContext, Cost } from '../types';
import { type BillEntry, costOf, partOf, userPrice } from './bill';
import type { UnitPrice } from './range';

const MONTHS_PER_YEAR = 12;

/**
 * A month of an owned site: purchase over its life, with interest and less what the machines are worth at the end;
 * power, rack, support, uplink, spare parts. All figures are the user's own but the PUE, where the request gives none. A
 * purchase that is written off is left out; the line stays, at nothing, so that the record says so. What the site saves
 * or costs for other tenants is not split: a cluster that is decided for it bears it whole. Growth changes nothing: the
 * machines are there.
 */
export function siteBill(placeName: string, { cost }: Site, context: ClusterContext): Cost {
  const { planDate } = context.request;
  const month = (id: string, label: string, usd: number): BillEntry => ({
    id,
    label,
    quantity: usd === 0 ? 0 : 1,
    unit: 'month',
    price: userPrice(roundHalfUp(usd * USD), planDate),
  });
  return costOf([
    partOf(
      [
        { ...month('hardware', hardwareLabel(cost), hardwareUsd(cost)), quantity: 1 },
        power(cost, context),
        month('rack', 'rack space', cost.rackUsdPerMonth),
        month('support', 'support contracts', cost.supportUsdPerMonth),
        month('uplink', 'uplink', cost.uplinkUsdPerMonth),
        month('spares', 'spare parts', cost.sparesUsdPerMonth),
      ],
      placeName,
      planDate,
    ),
  ]);
}

/**
 * The annuity that pays the purchase, less the present worth of what is left at the end, over the life of the machines.
 * Interest is compounded by the year; a life that is no whole number of years counts its part of one.
 */
function hardwareUsd(cost: SiteCost): number {
  if (cost.sunk) return 0;
  const { purchaseUsd, residualUsd, lifeMonths } = cost;
  if (cost.interestPercent === 0) return (purchaseUsd - residualUsd) / lifeMonths;
  const interest = cost.interestPercent / 100;
  const growth = (1 + interest) ** (lifeMonths / MONTHS_PER_YEAR);
  const recovery = (interest * growth) / (growth - 1);
  return ((purchaseUsd - residualUsd / growth) * recovery) / MONTHS_PER_YEAR;
}

function hardwareLabel({ sunk, lifeMonths, interestPercent, residualUsd }: SiteCost): string {
  if (sunk) return 'hardware, written off: left out';
  const interest = interestPercent === 0 ? 'without interest' : `at ${interestPercent} % interest`;
  return `hardware over ${lifeMonths} months, ${interest}${residualUsd === 0 ? '' : ', less its worth at the end'}`;
}

/** The price of a kWh is the user's, and the kWh are too where the PUE is. */
function power(cost: SiteCost, { catalog, request }: ClusterContext): BillEntry {
  const { pue } = catalog.onPrem;
  const kilowattHours = (cost.watts * HOURS_PER_MONTH * (cost.pue ?? pue.value)) / 1000;
  const own = userPrice(roundHalfUp(cost.usdPerKwh * USD), request.planDate);
  const estimated: UnitPrice = {
    microUsd: own.microUsd,
    kind: 'estimate',
    source: pue.source,
    asOf: pue.asOf,
  };
  return {
    id: 'power',
    label:
      cost.pue === undefined
        ? `power of ${cost.watts} W at an assumed PUE of ${pue.value}`
        : `power of ${cost.watts} W at a PUE of ${cost.pue}`,
    quantity: Math.floor(kilowattHours * 1000 + 0.5) / 1000,
    unit: 'kWh',
    price: cost.pue === undefined ? estimated : own,
  };
}
