import { RefreshError } from '../refresh-error';
import type { RefreshedFee, RefreshedRate } from '../refreshed-prices';
import type { PriceListClient, ProductFilter } from './price-list-client';
import { onDemandPrice, type Product, readProduct } from './product';

interface RateQuery {
  readonly service: string;
  readonly filter: ProductFilter;
  /** Each usage type begins with the short name of its region, which us-east-1 alone has not. */
  readonly rates: readonly { readonly rate: string; readonly usage: RegExp; readonly unit: string }[];
}

const QUERIES: readonly RateQuery[] = [
  {
    service: 'AmazonEC2',
    filter: { productFamily: 'NAT Gateway' },
    rates: [
      { rate: 'natHour', usage: /(^|-)NatGateway-Hours$/, unit: 'Hrs' },
      { rate: 'natGib', usage: /(^|-)NatGateway-Bytes$/, unit: 'GB' },
    ],
  },
  {
    service: 'AmazonEC2',
    filter: { productFamily: 'Storage', volumeApiName: 'gp3' },
    rates: [{ rate: 'storageGibMonth', usage: /(^|-)EBS:VolumeUsage\.gp3$/, unit: 'GB-Mo' }],
  },
  {
    service: 'AWSELB',
    filter: { productFamily: 'Load Balancer-Network' },
    rates: [
      { rate: 'loadBalancerHour', usage: /(^|-)LoadBalancerUsage$/, unit: 'Hrs' },
      { rate: 'loadBalancerUnitHour', usage: /(^|-)LCUUsage$/, unit: 'LCU-Hrs' },
    ],
  },
  {
    service: 'AmazonVPC',
    filter: { productFamily: 'VpcEndpoint' },
    rates: [
      { rate: 'privateEndpointHour', usage: /(^|-)VpcEndpoint-Hours$/, unit: 'Hrs' },
      { rate: 'privateEndpointGib', usage: /(^|-)VpcEndpoint-Bytes$/, unit: 'GB' },
    ],
  },
  {
    service: 'AmazonVPC',
    filter: { group: 'VPCPublicIPv4Address' },
    rates: [{ rate: 'publicIpv4Hour', usage: /(^|-)PublicIPv4:InUseAddress$/, unit: 'Hrs' }],
  },
];

/**
 * NAT gateways, gp3 volumes, network load balancers, endpoints and addresses. The other rates of the catalogue
 * (keys, logs, traffic between zones and to the internet) are listed in other ways and are not read.
 */
export async function readRates(
  client: PriceListClient,
  regions: readonly string[],
): Promise<readonly RefreshedRate[]> {
  const wanted = new Set(regions);
  const only: ProductFilter = regions.length === 1 ? { regionCode: regions[0] ?? '' } : {};
  const rates: RefreshedRate[] = [];
  for (const { service, filter, rates: asked } of QUERIES) {
    const products = (await client.products(service, { ...filter, ...only })).map(readProduct);
    for (const { rate, usage, unit } of asked) {
      const found = new Map<string, RefreshedRate>();
      for (const product of products) {
        const read = rateOf(product, rate, usage, unit);
        if (read === undefined || !wanted.has(read.region)) continue;
        const before = found.get(read.region);
        if (before !== undefined && before.microUsd !== read.microUsd) {
          throw new RefreshError(
            `the price list of AWS has two prices for ${rate} in ${read.region}; neither can be chosen safely`,
          );
        }
        found.set(read.region, read);
      }
      rates.push(...found.values());
    }
  }
  return rates;
}

function rateOf(product: Product, rate: string, usage: RegExp, unit: string): RefreshedRate | undefined {
  const { regionCode: region, usagetype = '' } = product.attributes;
  if (region === undefined || !usage.test(usagetype)) return undefined;
  const microUsd = onDemandPrice(product, unit);
  return microUsd === undefined ? undefined : { region, rate, microUsd, asOf: product.asOf };
}

/** The fee is the same in all ordinary regions, and this one always has it. */
const FEE_REGION = 'us-east-1';

/** The fee of an EKS cluster. The list has extended support as a charge on top, the catalogue as the whole fee. */
export async function readEksFee(client: PriceListClient): Promise<readonly RefreshedFee[]> {
  const products = (await client.products('AmazonEKS', { regionCode: FEE_REGION })).map(readProduct);
  const priceOf = (usage: RegExp) => {
    const product = products.find(({ attributes }) => usage.test(attributes.usagetype ?? ''));
    const price = product === undefined ? undefined : onDemandPrice(product, 'Hrs');
    return product === undefined || price === undefined ? undefined : { price, asOf: product.asOf };
  };
  const standard = priceOf(/(^|-)AmazonEKS-Hours:perCluster$/);
  const extended = priceOf(/(^|-)AmazonEKS-Hours:extendedSupport$/);
  if (standard === undefined) return [];
  return [
    {
      service: 'eks',
      standardHour: standard.price,
      extendedHour: extended === undefined ? undefined : standard.price + extended.price,
      asOf: standard.asOf,
    },
  ];
}
