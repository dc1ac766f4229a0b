import { reachingRange } from '../../../document/schema-parts';
import { Cidr } from '../../../values';
import type { RequestView } from './view';

const range = reachingRange({ description: 'A range.' });
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) => Cidr.parse(text));
/** A quota of AWS that is not raised. */
const MOST_ON_EKS = 40;

/**
 * Ranges that no platform which may be chosen would take. The API has no IPv6 address anywhere; what EKS alone refuses is a
 * mistake where EKS alone is allowed, and otherwise for the construct to say.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
export function checkApiAccess(view: RequestView): void {
  for (const cluster of view.clusters) {
    const cidrs = [...cluster, 'security', 'apiAccess', 'cidrs'];
    const allowed = view.entries([...cluster, 'platforms', 'allow']).map((entry) => view.text(entry));
    const onlyEks = allowed.length > 0 && allowed.every((platform) => platform === 'eks');
    const entries = view.entries(cidrs);
    if (onlyEks && entries.length > MOST_ON_EKS) {
      view.reportKey(
        cidrs,
        `must have at most ${MOST_ON_EKS} entries, the most that EKS takes; found ${entries.length}; join neighbours into wider ranges`,
      );
    }
    for (const entry of entries) {
      const text = view.valid(entry, range);
      if (text === undefined) continue;
      const cidr = Cidr.parse(text);
      if (cidr.version !== 4) {
        view.reportValue(
          entry,
          `must be a range of IPv4, the only addresses that the API has on any platform; found '${cidr}'`,
        );
      } else if (onlyEks && PRIVATE.some((block) => block.contains(cidr))) {
        view.reportValue(
          entry,
          `must not be a private range, which EKS refuses for the public endpoint; found '${cidr}'; remove it: the VPC reaches the API in any case`,
        );
      }
    }
  }
}
