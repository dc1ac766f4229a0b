import type { Path } from '../../../document/finding';
import { didYouMean } from '../../../document/nearest';
import { quote, quoteAll } from '../../../document/wording';
import type { RequestView } from './view';

/** Relations are between two clusters of the file, each pair once; who must survive the loss of its place is in one. */
export function checkRelations(view: RequestView): void {
  const clusters = view.keys(['clusters']);
  const known = new Set(clusters);
  const pairs = new Map<string, Path>();
  const related = new Set<string>();
  for (const relation of view.entries(['relations'])) {
    const [primary, standby] = (['primary', 'standby'] as const).map((side) => {
      const name = view.text([...relation, side]);
      if (name !== undefined) related.add(name);
      if (name === undefined || known.has(name)) return name;
      view.reportValue(
        [...relation, side],
        `must be a cluster of this file (${quoteAll(clusters)}); found ${quote(name)}${didYouMean(name, clusters)}`,
      );
      return undefined;
    });
    if (primary === undefined || standby === undefined) continue;
    if (primary === standby) {
      view.reportValue(
        [...relation, 'standby'],
        `must be another cluster than 'primary'; found ${quote(standby)} for both`,
      );
      continue;
    }
    const pair = [primary, standby].sort().join(' ');
    const earlier = pairs.get(pair);
    if (earlier === undefined) pairs.set(pair, relation);
    else {
      view.reportValue(
        relation,
        `relates ${quote(primary)} and ${quote(standby)}, as 'relations[${earlier[1]}]' does; put all of 'apart' into one entry`,
      );
    }
  }
  checkSiteLoss(view, related);
}

function checkSiteLoss(view: RequestView, related: ReadonlySet<string>): void {
  for (const cluster of view.clusters) {
    const path = [...cluster, 'availability', 'surviveSiteLoss'];
    const name = String(cluster[1]);
    if (view.node(path)?.value !== true || related.has(name)) continue;
    view.reportValue(
      path,
      `needs a second cluster elsewhere that takes over; found no entry of 'relations' that names ${quote(name)}; add one such as { primary: ${name}, standby: ${name}-standby, apart: [region] }, or say 'surviveSiteLoss: false'`,
    );
  }
}
