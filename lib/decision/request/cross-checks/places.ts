import type { Path } from '../../../document/finding';
import { didYouMean } from '../../../document/nearest';
import { quote, quoteAll } from '../../../document/wording';
import type { RequestView } from './view';

/** Names in allow and deny lists must exist, and not contradict each other. */
export function checkPlaces(view: RequestView): void {
  const sites = view.keys(['sites']);
  for (const cluster of view.clusters) {
    checkLists(view, [...cluster, 'platforms'], (name) =>
      describeUnknownPlatform(name, view.known.platforms),
    );
    checkLists(view, [...cluster, 'places'], (name) => describeUnknownPlace(name, sites, view.places));
  }
}

function checkLists(view: RequestView, path: Path, judge: (name: string) => string | undefined): void {
  const allowed = new Set(view.entries([...path, 'allow']).map((entry) => view.text(entry)));
  for (const list of ['allow', 'deny']) {
    for (const entry of view.entries([...path, list])) {
      const name = view.text(entry);
      if (name === undefined) continue;
      const message = judge(name);
      if (message !== undefined) view.reportValue(entry, message);
      else if (list === 'deny' && allowed.has(name)) {
        view.reportValue(entry, `${quote(name)} is in both 'allow' and 'deny'; remove it from one of them`);
      }
    }
  }
}

/** What is wrong with a platform id; `undefined` when the caller has such a platform. */
export function describeUnknownPlatform(name: string, platforms: readonly string[]): string | undefined {
  if (platforms.includes(name)) return undefined;
  return `must be one of ${quoteAll(platforms)}; found ${quote(name)}${didYouMean(name, platforms)}`;
}

/** What is wrong with the name of a place; `undefined` when there is such a region or site, or any name may be one. */
export function describeUnknownPlace(
  name: string,
  sites: readonly string[],
  places: ReadonlySet<string> | undefined,
): string | undefined {
  if (places === undefined || places.has(name)) return undefined;
  const own = sites.length === 0 ? 'this file has none' : quoteAll(sites);
  return `must be the id of a region such as 'eu-central-1' or a site of this file (${own}); found ${quote(name)}${didYouMean(name, places)}`;
}
