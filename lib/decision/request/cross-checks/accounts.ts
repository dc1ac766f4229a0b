import { didYouMean } from '../../../document/nearest';
import { quote, quoteAll } from '../../../document/wording';
import { COMMITTED_PROVIDERS } from '../accounts-schema';
import type { RequestView } from './view';

/** Promises are given to providers, quotas hold in regions. */
export function checkAccounts(view: RequestView): void {
  for (const provider of view.keys(['accounts', 'commitments'])) {
    if (COMMITTED_PROVIDERS.some((known) => known === provider)) continue;
    view.reportKey(
      ['accounts', 'commitments', provider],
      `must be one of ${quoteAll(COMMITTED_PROVIDERS)}; found ${quote(provider)}${didYouMean(provider, COMMITTED_PROVIDERS)}`,
    );
  }
  const { regions } = view.known;
  if (regions === undefined) return;
  const known = new Set(regions);
  for (const region of view.keys(['accounts', 'quotas'])) {
    if (known.has(region)) continue;
    view.reportKey(
      ['accounts', 'quotas', region],
      `must be the id of a region such as 'eu-central-1'; found ${quote(region)}${didYouMean(region, regions)}`,
    );
  }
}
