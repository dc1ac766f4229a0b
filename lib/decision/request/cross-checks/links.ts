import type { Path } from '../../../document/finding';
import { ipv4Range } from '../../../document/schema-parts';
import { Cidr, describeOverlaps, type NamedCidr } from '../../../values';
import { describeUnknownPlace } from './places';
import type { RequestView } from './view';

const range = ipv4Range({ description: 'A range.' });

/** Ranges of the cluster that a file may name; what it leaves out is the platform's to choose, and the decision's to compare. */
const RANGES: readonly Path[] = [
  ['nodeCidr'],
  ['podCidr'],
  ['serviceCidr'],
  ['adopt', 'eks', 'vpcCidr'],
  ['adopt', 'gke', 'nodeCidr'],
  ['adopt', 'gke', 'podCidr'],
  ['adopt', 'gke', 'serviceCidr'],
];

/** A link asks for something, of places that exist, and leads to addresses that the cluster has not got itself. */
export function checkLinks(view: RequestView): void {
  const sites = view.keys(['sites']);
  for (const cluster of view.clusters) {
    const names = view.keys([...cluster, 'links']);
    const own = names.length === 0 ? [] : ownRanges(view, cluster);
    for (const name of names) {
      const link = [...cluster, 'links', name];
      const node = view.node(link);
      if (node?.kind === 'map' && node.entries.size === 0) {
        view.reportValue(
          link,
          `must say something of the link: 'cidrs', 'maxLatencyMs', 'latencyMs' or 'reaches'; found an empty map`,
        );
      }
      for (const place of view.keys([...link, 'latencyMs'])) {
        const message = describeUnknownPlace(place, sites, view.places);
        if (message !== undefined) view.reportKey([...link, 'latencyMs', place], message);
      }
      for (const entry of view.entries([...link, 'reaches'])) {
        const place = view.text(entry);
        const message = place === undefined ? undefined : describeUnknownPlace(place, sites, view.places);
        if (message !== undefined) view.reportValue(entry, message);
      }
      checkRanges(view, own, link);
    }
  }
}

function ownRanges(view: RequestView, cluster: Path): readonly NamedCidr[] {
  return RANGES.flatMap((path) => {
    const text = view.valid([...cluster, 'network', ...path], range);
    return text === undefined ? [] : [{ name: ['network', ...path].join('.'), cidr: Cidr.parse(text) }];
  });
}

function checkRanges(view: RequestView, own: readonly NamedCidr[], link: Path): void {
  for (const entry of own.length === 0 ? [] : view.entries([...link, 'cidrs'])) {
    const text = view.valid(entry, range);
    if (text === undefined) continue;
    const far = { name: `links.${link[link.length - 1]}`, cidr: Cidr.parse(text) };
    for (const near of own) {
      for (const message of describeOverlaps([far, near])) view.reportValue(entry, message);
    }
  }
}
