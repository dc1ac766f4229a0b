import { didYouMean } from '../../../document/nearest';
import { quote, quoteAll } from '../../../document/wording';
import { describeUnknownPlatform } from './places';
import type { RequestView } from './view';

/** Each regime once, and evidence for platforms and sites that exist. */
export function checkCompliance(view: RequestView): void {
  const sites = view.keys(['sites']);
  for (const cluster of view.clusters) {
    const seen = new Set<string>();
    for (const entry of view.entries([...cluster, 'security', 'compliance'])) {
      const place = view.node(entry)?.kind === 'map' ? [...entry, 'regime'] : entry;
      const regime = view.text(place);
      if (regime !== undefined && seen.has(regime) && place !== entry) {
        view.reportValue(place, `${quote(regime)} is listed twice; put all evidence into one entry`);
      }
      if (regime !== undefined) seen.add(regime);
      for (const evidence of view.entries([...entry, 'evidence'])) {
        const platform = view.text([...evidence, 'platform']);
        const message =
          platform === undefined ? undefined : describeUnknownPlatform(platform, view.known.platforms);
        if (message !== undefined) view.reportValue([...evidence, 'platform'], message);
        const site = view.text([...evidence, 'site']);
        if (site === undefined || sites.includes(site)) continue;
        const own = sites.length === 0 ? 'this file has none' : quoteAll(sites);
        view.reportValue(
          [...evidence, 'site'],
          `must be a site of this file (${own}); found ${quote(site)}${didYouMean(site, sites)}`,
        );
      }
    }
  }
}
