import { awsRates } from './private/aws-rates';
import { COMPLIANCE } from './private/compliance';
import { CONTROL_PLANE } from './private/control-plane';
import { EMBEDDED_HASH } from './private/embedded-hash';
import { gcpRates } from './private/gcp-rates';
import { HOURS } from './private/hours';
import { KUBERNETES_SUPPORT } from './private/kubernetes-support';
import { machinePriceTable, machineTypes } from './private/machines';
import { regions } from './private/regions';
import { asOf, SOURCES } from './private/sources';
import type { Catalog, Region, RegionRates } from './types';

let memo: Catalog | undefined;

/**
 * The facts that come with this version of the package: AWS and Google Cloud regions, machine types, prices,
 * compliance, support windows and the project's own assumptions.
 *
 * Works offline and without credentials, and gives the same frozen object on every call; the first one expands the
 * tables. Prices are list prices in US dollars before tax, as old as their `asOf` says. To correct one, copy the
 * catalogue, replace what you know better, and put `catalogHash(copy)` into the copy.
 */
export function embeddedCatalog(): Catalog {
  memo ??= freeze(build());
  return memo;
}

function build(): Catalog {
  const places = regions();
  return {
    asOf: '2026-11-24',
    sources: SOURCES,
    regions: places,
    machineTypes: machineTypes(),
    machinePrices: machinePriceTable(),
    rates: rateTable(places),
    controlPlane: CONTROL_PLANE,
    compliance: COMPLIANCE,
    kubernetes: KUBERNETES_SUPPORT,
    hours: HOURS,
    onPrem: { pue: { value: 1.54, source: 'uptime-2025', asOf: asOf('uptime-2025') } },
    hash: EMBEDDED_HASH,
  };
}

function rateTable(places: readonly Region[]): Readonly<Record<string, RegionRates>> {
  const table: Record<string, RegionRates> = {};
  for (const place of places) {
    const rates = place.provider === 'aws' ? awsRates(place) : gcpRates(place);
    if (rates) {
      table[`${place.provider}/${place.id}`] = rates;
    }
  }
  return table;
}

/** One object serves all callers: nobody may change it under the others. */
function freeze<T extends object>(value: T): T {
  for (const member of Object.values(value)) {
    if (typeof member === 'object' && member !== null && !Object.isFrozen(member)) {
      freeze(member);
    }
  }
  return Object.freeze(value);
}
