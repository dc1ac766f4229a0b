import type { PlatformId } from '../../values';
import { keptFor } from '../memory';
import type { ClusterContext, HoursLine } from '../types';

const known = keptFor(() => new Map<string, readonly HoursLine[]>());

/**
 * What people do for a cluster, a month. The user's own figure of the platform stands for all of it; otherwise the
 * catalogue's assumptions for `way` (such as `eks-auto`), and where there are none those for the platform: a way of
 * running it that nobody has reckoned is taken to be as much work as the common one.
 */
export function hoursOf(way: string, platform: PlatformId, context: ClusterContext): readonly HoursLine[] {
  const ways = known(context);
  let lines = ways.get(way);
  if (lines === undefined) {
    lines = reckon(way, platform, context);
    ways.set(way, lines);
  }
  return lines;
}

function reckon(way: string, platform: PlatformId, context: ClusterContext): readonly HoursLine[] {
  const { effortHours } = context.cluster.budget;
  const own = Object.hasOwn(effortHours, platform) ? effortHours[platform] : undefined;
  if (own !== undefined) {
    return [
      {
        label: 'Your own people',
        hoursPerMonth: own,
        kind: 'user',
        rationale: `The request says so in 'budget.effortHours.${platform}'.`,
      },
    ];
  }
  const ofWay = assumed(way, context);
  return ofWay.length > 0 ? ofWay : assumed(platform, context);
}

function assumed(platform: string, { catalog }: ClusterContext): readonly HoursLine[] {
  return catalog.hours
    .filter((row) => row.platform === platform)
    .map(({ label, hoursPerMonth, rationale, kind = 'assumption' }) => ({
      label,
      hoursPerMonth,
      kind,
      rationale,
    }));
}
