import type { Catalog, EgressTier, FigureKind, Rate, RegionRates } from '../../types';
import type { OverlaidRates, Overlay, Provenance } from '../types';
import type { CitedSources } from './cited-sources';
import { microUsd } from './micro-usd';

type RateName = Exclude<keyof RegionRates, 'egress'>;

/** What each rate is counted by. */
const UNITS = {
  natHour: 'hour',
  natVmHour: 'hour',
  natGib: 'gib',
  loadBalancerHour: 'hour',
  crossZoneGib: 'gib',
  storageGibMonth: 'gib-month',
  keyMonth: 'month',
  privateEndpointHour: 'hour',
  privateEndpointGib: 'gib',
  loadBalancerUnitHour: 'hour',
  loadBalancerGib: 'gib',
  publicIpv4Hour: 'hour',
  logGib: 'gib',
} as const satisfies Record<RateName, Rate['per']>;

const NAMES = Object.keys(UNITS) as readonly RateName[];

/** A region of which nothing was known. */
export const NO_RATES: RegionRates = {
  natHour: undefined,
  natVmHour: undefined,
  natGib: undefined,
  loadBalancerHour: undefined,
  crossZoneGib: undefined,
  egress: [],
  storageGibMonth: undefined,
  keyMonth: undefined,
  privateEndpointHour: undefined,
  privateEndpointGib: undefined,
  loadBalancerUnitHour: undefined,
  loadBalancerGib: undefined,
  publicIpv4Hour: undefined,
  logGib: undefined,
};

/** Turns dollars of one file into rates that say where they are from. */
class Rates {
  private readonly kind: FigureKind;

  public constructor(
    overlay: Overlay,
    private readonly cited: CitedSources,
  ) {
    this.kind = overlay.kind;
  }

  public of(usd: number, per: Rate['per'], record: Provenance): Rate {
    return { microUsd: microUsd(usd), per, kind: this.kind, ...this.cited.of(record) };
  }

  /** The figure of the file, or what was known before. */
  public orBefore<R extends Rate | undefined>(
    usd: number | undefined,
    per: Rate['per'],
    record: Provenance,
    before: R,
  ): R | Rate {
    return usd === undefined ? before : this.of(usd, per, record);
  }
}

/** Everything with a unit price but machines. */
export function overlayUnitPrices(
  catalog: Catalog,
  overlay: Overlay,
  cited: CitedSources,
): Pick<Catalog, 'rates' | 'controlPlane' | 'gkeCreditMonth' | 'eksAutoPercent' | 'autopilot'> {
  const rates = new Rates(overlay, cited);
  const { gkeCredit, eksAuto } = overlay;
  return {
    rates: regionRates(catalog, overlay, rates),
    controlPlane: controlPlane(catalog, overlay, rates),
    gkeCreditMonth: rates.orBefore(gkeCredit?.usdPerMonth, 'month', gkeCredit ?? {}, catalog.gkeCreditMonth),
    eksAutoPercent:
      eksAuto === undefined
        ? catalog.eksAutoPercent
        : { value: eksAuto.percent, kind: overlay.kind, ...cited.of(eksAuto) },
    autopilot: podRates(catalog, overlay, rates),
  };
}

function regionRates(catalog: Catalog, overlay: Overlay, rates: Rates): Catalog['rates'] {
  const result: Record<string, RegionRates> = { ...catalog.rates };
  for (const [provider, regions] of Object.entries(overlay.rates)) {
    for (const [region, record] of Object.entries(regions ?? {})) {
      const key = `${provider}/${region}`;
      result[key] = ratesOfRegion(result[key] ?? NO_RATES, record, rates);
    }
  }
  return result;
}

function ratesOfRegion(before: RegionRates, record: OverlaidRates, rates: Rates): RegionRates {
  const given = NAMES.flatMap((name): readonly (readonly [RateName, Rate])[] => {
    const usd = record[name];
    return usd === undefined ? [] : [[name, rates.of(usd, UNITS[name], record)]];
  });
  const egress = record.egress?.map(
    ({ uptoGib, usdPerGib }): EgressTier => ({ uptoGib, rate: rates.of(usdPerGib, 'gib', record) }),
  );
  return { ...before, ...Object.fromEntries(given), ...(egress === undefined ? {} : { egress }) };
}

function controlPlane(catalog: Catalog, overlay: Overlay, rates: Rates): Catalog['controlPlane'] {
  const of = (service: keyof Catalog['controlPlane']) => {
    const record = overlay.controlPlane[service];
    const before = catalog.controlPlane[service];
    if (record === undefined) return before;
    return {
      standardHour: rates.orBefore(record.standardHour, 'hour', record, before.standardHour),
      extendedHour: rates.orBefore(record.extendedHour, 'hour', record, before.extendedHour),
    };
  };
  return { eks: of('eks'), gke: of('gke'), aks: of('aks') };
}

function podRates(catalog: Catalog, overlay: Overlay, rates: Rates): Catalog['autopilot'] {
  const given = Object.entries(overlay.autopilot).map(([region, record]) => {
    const before = Object.hasOwn(catalog.autopilot, region) ? catalog.autopilot[region] : undefined;
    return [
      region,
      {
        vcpuHour: rates.of(record.vcpuHour, 'vcpu-hour', record),
        memoryGibHour: rates.of(record.memoryGibHour, 'gib-hour', record),
        spotVcpuHour: rates.orBefore(record.spotVcpuHour, 'vcpu-hour', record, before?.spotVcpuHour),
        spotMemoryGibHour: rates.orBefore(
          record.spotMemoryGibHour,
          'gib-hour',
          record,
          before?.spotMemoryGibHour,
        ),
      },
    ] as const;
  });
  return { ...catalog.autopilot, ...Object.fromEntries(given) };
}
