import type { Path } from '../../../document/finding';
import type { RequestView } from './view';

/** Nothing passes a way out that is not there. */
export function checkAirGap(view: RequestView): void {
  for (const cluster of view.clusters) {
    const airGap = view.node([...cluster, 'security', 'airGap'])?.value === true;
    const path = [...cluster, 'network', 'egress'];
    const egress = view.text(path);
    if (airGap && (egress === 'redundant' || egress === 'single')) {
      view.reportValue(
        path,
        `must be 'none' or left out with 'security.airGap: true'; found '${egress}'; say 'airGap: false' if nodes may reach the Internet`,
      );
    }
    const closed = airGap ? `'security.airGap: true'` : `'network.egress: none'`;
    if (airGap || egress === 'none') checkVolume(view, [...cluster, 'traffic', 'natGib'], closed);
    // with a way in, as through a load balancer, answers leave all the same
    if (airGap) checkVolume(view, [...cluster, 'traffic', 'internetEgressGib'], closed);
  }
}

function checkVolume(view: RequestView, path: Path, closed: string): void {
  const volume = view.node(path)?.value;
  if (typeof volume !== 'number' || volume <= 0) return;
  view.reportValue(
    path,
    `must be 0 or left out with ${closed}, which leaves no way to the Internet; found ${volume}`,
  );
}
