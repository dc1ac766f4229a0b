import * as z from 'zod';
import { microUsdOf } from '../money';
import { RefreshError } from '../refresh-error';

const dimension = z.object({
  unit: z.string(),
  beginRange: z.string().optional(),
  pricePerUnit: z.record(z.string(), z.string()),
});

const term = z.object({
  priceDimensions: z.record(z.string(), dimension),
  termAttributes: z
    .object({
      LeaseContractLength: z.string().optional(),
      OfferingClass: z.string().optional(),
      PurchaseOption: z.string().optional(),
    })
    .optional(),
});

const priceListItem = z.object({
  product: z.object({ sku: z.string(), attributes: z.record(z.string(), z.string()) }),
  terms: z.object({
    OnDemand: z.record(z.string(), term).optional(),
    Reserved: z.record(z.string(), term).optional(),
  }),
  publicationDate: z.string().regex(/^\d{4}-\d{2}-\d{2}/),
});

type Term = z.infer<typeof term>;

/** One product of the price list with the prices that matter here. */
export interface Product {
  readonly sku: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Day on which the list was published. */
  readonly asOf: string;
  readonly onDemand: readonly Term[];
  readonly reserved: readonly Term[];
}

/**
 * Reads one product of an answer. Only what is used is judged: the list gains attributes all the time.
 *
 * @throws RefreshError when it has not the documented form.
 */
export function readProduct(json: string): Product {
  const read = priceListItem.safeParse(parseJson(json));
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: 'unreadable' };
    throw new RefreshError(
      `the price list of AWS has another form than documented (${path.map(String).join('.') || 'the whole product'}: ${message}); nothing can be read from it safely`,
    );
  }
  const { product, terms, publicationDate } = read.data;
  return {
    sku: product.sku,
    attributes: product.attributes,
    asOf: publicationDate.slice(0, 10),
    onDemand: Object.values(terms.OnDemand ?? {}),
    reserved: Object.values(terms.Reserved ?? {}),
  };
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/**
 * Price of a unit on demand: that of the first step where it falls with the amount. `undefined` where it is not sold
 * on demand or not in US dollars, as in China.
 */
export function onDemandPrice(product: Product, unit: string): number | undefined {
  const prices = product.onDemand.flatMap(({ priceDimensions }) =>
    pricesPer(priceDimensions, unit, product.sku),
  );
  return single(prices, product.sku);
}

/** Price of an hour promised for a year or three, without any payment upfront, that cannot be exchanged. */
export function reservedPrice(product: Product, term: '1yr' | '3yr'): number | undefined {
  const prices = product.reserved
    .filter(
      ({ termAttributes }) =>
        termAttributes?.LeaseContractLength === term &&
        termAttributes.OfferingClass === 'standard' &&
        termAttributes.PurchaseOption === 'No Upfront',
    )
    .flatMap(({ priceDimensions }) => pricesPer(priceDimensions, 'Hrs', product.sku));
  return single(prices, product.sku);
}

function pricesPer(dimensions: Term['priceDimensions'], unit: string, sku: string): readonly number[] {
  return Object.values(dimensions).flatMap((entry) => {
    const usd = entry.pricePerUnit.USD;
    if (entry.unit !== unit || (entry.beginRange ?? '0') !== '0' || usd === undefined) return [];
    return [microUsdOf(usd, `product ${sku}`)];
  });
}

function single(prices: readonly number[], sku: string): number | undefined {
  if (new Set(prices).size > 1) {
    throw new RefreshError(
      `the price list of AWS has several prices for product ${sku}; none of them can be chosen safely`,
    );
  }
  return prices[0];
}
