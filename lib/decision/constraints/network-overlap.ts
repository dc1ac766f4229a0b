import { compareText, type NamedCidr, readNamedCidr } from '../../values';
import type { Candidate, ClusterContext, Constraint, Finding } from '../types';
import { finding, notSaid, profileOf, proven } from './finding';
import { onceFor } from './shared';

const ID = 'network-overlap';
const NOT_ASKED = proven(ID, 'any ranges', 'no link to another network is asked for');

export const networkOverlap: Constraint = {
  id: ID,
  title: 'Ranges that overlap no network the cluster is linked to',
  rationale: 'Between two networks with the same addresses nothing can be routed, whatever the reason.',
  level: 'hard',
  dependsOn: 'candidate',
  settledBy: (context) => (hasRanges(context) ? undefined : NOT_ASKED),
  evaluate({ candidate }, context) {
    if (!hasRanges(context)) return NOT_ASKED;
    const ranges = profileOf(candidate, context)?.ranges?.(candidate, context);
    // ranges are those of a platform's defaults or of the request, so that few texts stand for all candidates
    return onceFor(context, ID, ranges?.join(' ') ?? `of ${candidate.platform}`, () =>
      compare(candidate, ranges, context),
    );
  },
};

function hasRanges({ cluster }: ClusterContext): boolean {
  for (const name in cluster.links) if (cluster.links[name]?.cidrs.length) return true;
  return false;
}

function compare(
  { platform }: Candidate,
  ranges: readonly string[] | undefined,
  context: ClusterContext,
): Finding {
  const links = Object.entries(context.cluster.links).sort(([left], [right]) => compareText(left, right));
  const required = `ranges apart from those of ${links.map(([name]) => name).join(', ')}`;
  if (ranges === undefined) return finding(ID, required, { ...notSaid(platform), verdict: 'unknown' });

  const own = ranges.map((text) => readNamedCidr('the cluster', text));
  const others = links.flatMap(([name, { cidrs }]) =>
    cidrs.toSorted(compareText).map((text) => readNamedCidr(name, text)),
  );
  const unread = [...own, ...others].filter((range) => typeof range === 'string');
  const overlaps = others.filter(isRead).flatMap((other) =>
    own
      .filter(isRead)
      .filter(({ cidr }) => cidr.overlaps(other.cidr))
      .map(({ cidr }) => `${cidr} overlaps ${other.cidr} of ${other.name}`),
  );
  if (overlaps.length > 0) {
    return finding(ID, required, {
      verdict: 'refuted',
      observed: overlaps.join('; '),
      fix: "give other ranges under 'network'",
    });
  }
  return unread.length > 0
    ? finding(ID, required, {
        verdict: 'unknown',
        observed: unread.join('; '),
        fix: 'write these ranges out',
      })
    : finding(ID, required, { verdict: 'proven', observed: ranges.join(', ') });
}

function isRead(range: NamedCidr | string): range is NamedCidr {
  return typeof range !== 'string';
}
