import { RefreshError } from '../refresh-error';
import type { RefreshedMachine } from '../refreshed-prices';
import type { PriceListClient, ProductFilter } from './price-list-client';
import { onDemandPrice, type Product, readProduct, reservedPrice } from './product';

/** Linux on shared hardware with nothing installed, and not the reservations of capacity, which cost the same twice. */
const LINUX = {
  operatingSystem: 'Linux',
  tenancy: 'Shared',
  preInstalledSw: 'NA',
  capacitystatus: 'Used',
  licenseModel: 'No License required',
} as const;

/**
 * Prices of machine types in regions. One question for each type: it is answered for all regions at once, on one page
 * or two.
 */
export async function readMachinePrices(
  client: PriceListClient,
  types: readonly string[],
  regions: readonly string[],
): Promise<readonly RefreshedMachine[]> {
  const wanted = new Set(regions);
  const machines: RefreshedMachine[] = [];
  for (const type of types) {
    const only: ProductFilter = regions.length === 1 ? { regionCode: regions[0] ?? '' } : {};
    const answers = await client.products('AmazonEC2', { instanceType: type, ...LINUX, ...only });
    const found = new Map<string, RefreshedMachine>();
    for (const product of answers.map(readProduct)) {
      const machine = machineOf(product, type);
      if (machine === undefined || !wanted.has(machine.region)) continue;
      const before = found.get(machine.region);
      if (before !== undefined && before.onDemand !== machine.onDemand) {
        throw new RefreshError(
          `the price list of AWS has two prices for ${type} in ${machine.region}; neither can be chosen safely`,
        );
      }
      found.set(machine.region, machine);
    }
    machines.push(...found.values());
  }
  return machines;
}

function machineOf(product: Product, type: string): RefreshedMachine | undefined {
  const region = product.attributes.regionCode;
  const onDemand = onDemandPrice(product, 'Hrs');
  // the list has entries of zero for what is sold as part of something else
  if (region === undefined || onDemand === undefined || onDemand === 0) return undefined;
  return {
    region,
    type,
    onDemand,
    committed1y: reservedPrice(product, '1yr'),
    committed3y: reservedPrice(product, '3yr'),
    asOf: product.asOf,
  };
}
