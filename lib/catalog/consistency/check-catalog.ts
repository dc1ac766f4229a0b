import type { Catalog } from '../types';
import { checkAge } from './age';
import type { CatalogFinding } from './catalog-finding';
import { checkMachinePrices } from './machine-prices';
import { checkPlaces, checkRules } from './places';
import { checkFamilyRatio, checkPricePerVcpu } from './price-shape';
import { checkRates } from './rates';
import { checkSources } from './sources';

/** What is checked beside the figures themselves. */
export interface CheckOptions {
  /**
   * The day, `YYYY-MM-DD`, on which figures must not be too old.
   *
   * @default - ages are not judged
   */
  readonly on?: string | undefined;
  /**
   * How old a figure may be on that day.
   *
   * @default 365
   */
  readonly maxAgeDays?: number | undefined;
}

/** A year: price lists move rarely, and support windows are published that far ahead. */
export const DEFAULT_MAX_AGE_DAYS = 365;

/**
 * Everything in a catalogue that cannot be right: figures without a source, countries and machines that do not exist,
 * commitments dearer than no commitment, a size of a family with the price of another product. The embedded catalogue
 * has none of it; overlays and catalogues of one's own may.
 *
 * What it finds is suspicion, not proof, and what it does not find may still be wrong. Costs about as much as a decision.
 */
export function checkCatalog(catalog: Catalog, options: CheckOptions = {}): readonly CatalogFinding[] {
  return [
    ...checkSources(catalog),
    ...checkPlaces(catalog),
    ...checkMachinePrices(catalog),
    ...checkPricePerVcpu(catalog),
    ...checkFamilyRatio(catalog),
    ...checkRates(catalog),
    ...checkRules(catalog),
    ...(options.on === undefined
      ? []
      : checkAge(catalog, options.on, options.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS)),
  ];
}
