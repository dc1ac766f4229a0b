import * as z from 'zod';
import { RefreshError } from '../refresh-error';

const count = z.union([z.string().regex(/^-?\d+$/), z.number().int()]).transform(Number);

/** What is used of a SKU. Times come as texts or, decoded by the client, as seconds since 1970. */
const skuSchema = z.object({
  description: z.string(),
  category: z.object({ usageType: z.string() }),
  serviceRegions: z.array(z.string()),
  pricingInfo: z.array(
    z.object({
      effectiveTime: z.union([z.string(), z.object({ seconds: count })]),
      pricingExpression: z.object({
        usageUnit: z.string(),
        tieredRates: z.array(
          z.object({
            startUsageAmount: z.number(),
            unitPrice: z.object({
              currencyCode: z.string(),
              units: count.nullish(),
              nanos: z.number().int().nullish(),
            }),
          }),
        ),
      }),
    }),
  ),
});

/** Something that is sold, with its list price in billionths of a dollar. */
export interface Sku {
  readonly description: string;
  /** `OnDemand`, `Preemptible`, `Commit1Yr`, `Commit3Yr`. */
  readonly usageType: string;
  readonly regions: readonly string[];
  /** `h`, `GiBy.h`, `GiBy.mo`. */
  readonly unit: string;
  readonly nanoUsd: number;
  /** Day from which the price holds, as the answer says. */
  readonly asOf: string;
}

const NANO = 1_000_000_000;

/**
 * Reads one SKU of an answer; `undefined` for one that has no single price in US dollars.
 *
 * @throws RefreshError when it has not the documented form.
 */
export function readSku(value: unknown): Sku | undefined {
  const read = skuSchema.safeParse(value);
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: 'unreadable' };
    throw new RefreshError(
      `the price list of Google has another form than documented (${path.map(String).join('.') || 'the whole SKU'}: ${message}); nothing can be read from it safely`,
    );
  }
  const { description, category, serviceRegions, pricingInfo } = read.data;
  // the last entry is the one that holds now
  const pricing = pricingInfo[pricingInfo.length - 1];
  const [tier, ...others] = pricing?.pricingExpression.tieredRates ?? [];
  if (
    pricing === undefined ||
    tier === undefined ||
    others.length > 0 ||
    tier.unitPrice.currencyCode !== 'USD'
  ) {
    return undefined;
  }
  return {
    description,
    usageType: category.usageType,
    regions: serviceRegions,
    unit: pricing.pricingExpression.usageUnit,
    nanoUsd: (tier.unitPrice.units ?? 0) * NANO + (tier.unitPrice.nanos ?? 0),
    asOf: dayOf(pricing.effectiveTime),
  };
}

function dayOf(time: string | { readonly seconds: number }): string {
  const text = typeof time === 'string' ? time : new Date(time.seconds * 1000).toISOString();
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) {
    throw new RefreshError(`the price list of Google gives '${text.slice(0, 40)}' as a time, which is none`);
  }
  return text.slice(0, 10);
}
