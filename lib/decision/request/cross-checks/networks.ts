import type { Path } from '../../../document/finding';
import { ipv4Range } from '../../../document/schema-parts';
import { Cidr, describeOverlaps } from '../../../values';
import type { RequestView } from './view';

const range = ipv4Range({ description: 'A range.' });

/** Ranges that a packet meets together must be disjoint. */
export function checkNetworks(view: RequestView): void {
  for (const cluster of view.clusters) {
    const network = [...cluster, 'network'];
    const gke = ['adopt', 'gke'];
    checkDisjoint(view, network, [['nodeCidr'], ['podCidr'], ['serviceCidr']]);
    checkDisjoint(view, network, [
      [...gke, 'nodeCidr'],
      [...gke, 'podCidr'],
      [...gke, 'serviceCidr'],
    ]);
    // on EKS the pods live in the VPC, so only the Services have a range of their own
    checkDisjoint(view, network, [['adopt', 'eks', 'vpcCidr'], ['serviceCidr']]);
  }
}

function checkDisjoint(view: RequestView, network: Path, ranges: readonly Path[]): void {
  const found = ranges.flatMap((path) => {
    const text = view.valid([...network, ...path], range);
    return text === undefined ? [] : [{ path, name: path.join('.'), cidr: Cidr.parse(text) }];
  });
  found.forEach((later, index) => {
    for (const earlier of found.slice(0, index)) {
      // reported at the later of the two: one place to correct, and the message names both
      for (const message of describeOverlaps([later, earlier]))
        view.reportValue([...network, ...later.path], message);
    }
  });
}
