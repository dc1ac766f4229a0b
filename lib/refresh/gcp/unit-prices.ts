import { RefreshError } from '../refresh-error';
import type { Sku } from './sku';

/** How a machine is paid: by the hour, as spare capacity, or promised. */
export type Usage = 'OnDemand' | 'Preemptible' | 'Commit1Yr' | 'Commit3Yr';
export type Part = 'core' | 'ram';

/** A price of one core, or of one GiB, in one region. */
export interface PartPrice {
  readonly nanoUsd: number;
  readonly asOf: string;
}

/** `N2`, `N2D`, `C4A`, `T2D`, `E2`: a letter, a digit and perhaps a letter. */
const SERIES = '([A-Z]\\d[A-Z]?)(?: AMD| Arm)?';

/**
 * The words of SKUs that price a predefined machine. Whatever says more (custom and extended machines, sole tenants,
 * reservations, calendar mode) is another product and must not match.
 */
const WORDS: readonly { readonly usages: readonly Usage[]; readonly pattern: RegExp }[] = [
  {
    usages: ['OnDemand'],
    pattern: new RegExp(`^${SERIES} Instance (Core|Ram) running in [^,]+$`),
  },
  {
    usages: ['Preemptible'],
    pattern: new RegExp(`^Spot Preemptible ${SERIES} Instance (Core|Ram) running in [^,]+$`),
  },
  {
    usages: ['Commit1Yr', 'Commit3Yr'],
    pattern: new RegExp(`^Commitment v1: ${SERIES} (Cpu|Ram) in .+ for [13] [Yy]ears?$`),
  },
];

/** Prices of cores and memory by series, region and usage, gathered from all SKUs of Compute Engine. */
export class PartPrices {
  private readonly found = new Map<string, PartPrice>();

  /** Takes a SKU in when it is one of a core or of memory. */
  public add(sku: Sku): void {
    const match = partOf(sku);
    if (match === undefined) return;
    for (const region of sku.regions) {
      const key = keyOf(match.series, region, match.usage, match.part);
      const before = this.found.get(key);
      if (before !== undefined && before.nanoUsd !== sku.nanoUsd) {
        throw new RefreshError(
          `the price list of Google has two prices for '${sku.description}' in ${region}; neither can be chosen safely`,
        );
      }
      this.found.set(key, { nanoUsd: sku.nanoUsd, asOf: sku.asOf });
    }
  }

  public get(series: string, region: string, usage: Usage, part: Part): PartPrice | undefined {
    return this.found.get(keyOf(series, region, usage, part));
  }
}

function partOf(
  sku: Sku,
): { readonly series: string; readonly usage: Usage; readonly part: Part } | undefined {
  for (const { usages, pattern } of WORDS) {
    const [, series, word] = pattern.exec(sku.description) ?? [];
    const usage = usages.find((candidate) => candidate === sku.usageType);
    if (series === undefined || word === undefined || usage === undefined) continue;
    const part = word === 'Ram' ? 'ram' : 'core';
    if (sku.unit !== (part === 'ram' ? 'GiBy.h' : 'h')) {
      throw new RefreshError(
        `the price list of Google counts '${sku.description}' by '${sku.unit}'; a price of an hour cannot be made of it safely`,
      );
    }
    return { series: series.toLowerCase(), usage, part };
  }
  return undefined;
}

function keyOf(series: string, region: string, usage: Usage, part: Part): string {
  return `${series} ${region} ${usage} ${part}`;
}
