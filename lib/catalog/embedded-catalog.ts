import { autopilotTable } from './private/autopilot';
import { awsRates } from './private/aws-rates';
import { azureRates } from './private/azure-rates';
import { COMPLIANCE } from './private/compliance';
import { CONTROL_PLANE, EKS_AUTO_PERCENT, GKE_CREDIT_MONTH } from './private/control-plane';
import { EMBEDDED_HASH } from './private/embedded-hash';
import { gcpRates } from './private/gcp-rates';
import { HOURS } from './private/hours';
import { KUBERNETES_SUPPORT } from './private/kubernetes-support';
import { machinePriceTable } from './private/machine-prices';
import { machineTypes } from './private/machines';
import { regions } from './private/regions';
import { asOf, SOURCES } from './private/sources';
import type { Catalog, ProviderId, Region, RegionRates } from './types';

let memo: Catalog | undefined;

/**
 * The facts that come with this version of the package: regions, machine types and prices of AWS,
 * Google Cloud and Azure, compliance, support windows and the project's own assumptions.
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
  const machinePrices = machinePriceTable();
  return {
    asOf: '2026-11-24',
    sources: SOURCES,
    regions: places,
    machineTypes: machineTypes(),
    machinePrices,
    rates: rateTable(places),
    controlPlane: CONTROL_PLANE,
    eksAutoPercent: EKS_AUTO_PERCENT,
    gkeCreditMonth: GKE_CREDIT_MONTH,
    autopilot: autopilotTable(machinePrices),
    compliance: COMPLIANCE,
    kubernetes: KUBERNETES_SUPPORT,
    hours: HOURS,
    onPrem: { pue: { value: 1.54, source: 'uptime-2025', asOf: asOf('uptime-2025') } },
    hash: EMBEDDED_HASH,
  };
}

const RATES: Readonly<Record<ProviderId, (region: Region) => RegionRates | undefined>> = {
  aws: awsRates,
  gcp: gcpRates,
  azure: azureRates,
};

function rateTable(places: readonly Region[]): Readonly<Record<string, RegionRates>> {
  const table: Record<string, RegionRates> = {};
  for (const place of places) {
    const rates = RATES[place.provider](place);
    if (rates) {
      table[`${place.provider}/${place.id}`] = rates;
    }
  }
  return Object.freeze(table);
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
