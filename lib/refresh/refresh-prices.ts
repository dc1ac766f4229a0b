import { parseOverlay } from '../catalog/overlay';
import type { Catalog } from '../catalog/types';
import { formatCount } from '../values';
import { refreshAws } from './aws/refresh-aws';
import { refreshGcp } from './gcp/refresh-gcp';
import { RefreshError } from './refresh-error';
import { renderOverlay } from './render-overlay';

/** What to ask a provider for. */
export interface RefreshOptions {
  readonly provider: 'aws' | 'gcp';
  /** Whose machine types and regions are meant, and what the file must fit. */
  readonly catalog: Catalog;
  /** Ids of regions. @default - all that are no restricted ones */
  readonly regions: readonly string[];
  /** Names of machine types. @default - all of the catalogue */
  readonly types: readonly string[];
  /** Address of a proxy of the service. @default - the service itself */
  readonly endpoint: string | undefined;
  /** Where credentials are looked for; clients of providers also look into the environment of the process. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What was read. */
export interface Refreshed {
  /** Text of the overlay file. */
  readonly overlay: string;
  /** How much it is, in a sentence. */
  readonly summary: string;
  /** What was asked for and not found, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Reads list prices from a provider and makes an overlay file of them. The same answers give the same text.
 *
 * @throws RefreshError when the package of the provider's client is not installed, the service cannot be reached or
 * refuses, an answer has another form than documented, or nothing that was asked for is in it.
 */
export async function refreshPrices(options: RefreshOptions): Promise<Refreshed> {
  const { provider, catalog, env } = options;
  const what = {
    types: catalog.machineTypes.filter(
      (machine) =>
        machine.provider === provider && (options.types.length === 0 || options.types.includes(machine.type)),
    ),
    regions: catalog.regions
      .filter(
        (region) =>
          region.provider === provider &&
          (options.regions.length === 0 ? !region.restricted : options.regions.includes(region.id)),
      )
      .map(({ id }) => id),
    endpoint: options.endpoint,
  };
  const prices = provider === 'aws' ? await refreshAws(what) : await refreshGcp(what, env);
  if (prices.machines.length === 0) {
    throw new RefreshError(`the price list of ${provider} has none of these machine types in these regions`);
  }
  const overlay = renderOverlay(prices);
  const parsed = parseOverlay(overlay, { catalog });
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    throw new RefreshError(
      `the price list of ${provider} has a figure that no catalogue can hold (${problem?.path}: ${problem?.message})`,
    );
  }
  const types = new Set(prices.machines.map(({ type }) => type)).size;
  const regions = new Set(prices.machines.map(({ region }) => region)).size;
  return {
    overlay,
    summary: `read ${formatCount(prices.machines.length, 'price')} of ${formatCount(types, 'machine type')} in ${formatCount(regions, 'region')} and ${formatCount(prices.rates.length, 'other rate')}, as of ${parsed.overlay.asOf}`,
    notes: prices.notes,
  };
}
