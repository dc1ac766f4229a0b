import { compareText, formatQuantity } from '../../values';
import type { Link } from '../request/types';
import type { Constraint } from '../types';
import { finding, proven } from './finding';

const NOT_ASKED = proven('link-latency', 'any round trip', 'no link has a limit');

/** One link with a limit, as it is at a place. */
interface Trip {
  readonly name: string;
  readonly limit: number;
  readonly measured: number | undefined;
}

export const linkLatency: Constraint = {
  id: 'link-latency',
  title: 'Round trips to linked networks within their limits',
  rationale:
    'Round trips are measured by the user and never guessed from distance or names; a slower one may do, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, { cluster: { links } }) {
    const trips = tripsFrom(place.id, links);
    if (trips.length === 0) return NOT_ASKED;
    const required = trips.map(({ name, limit }) => `${name} within ${formatQuantity(limit)} ms`).join(', ');
    const observed = trips.map(({ name, measured }) => `${name} ${describe(measured)}`).join(', ');

    const slow = trips.filter(({ limit, measured }) => measured !== undefined && measured > limit);
    const unmeasured = trips.filter(({ measured }) => measured === undefined);
    if (slow.length > 0) {
      // one value is changed, which does where one link alone is in the way
      const [only] = slow.length + unmeasured.length === 1 ? slow : [];
      return finding(this.id, required, {
        verdict: 'refuted',
        observed,
        fix: slow
          .map(
            ({ name, measured = 0 }) => `raise 'links.${name}.maxLatencyMs' to ${formatQuantity(measured)}`,
          )
          .join(', and '),
        ...(only !== undefined && {
          change: { path: ['links', only.name, 'maxLatencyMs'], to: only.measured },
        }),
      });
    }
    return finding(this.id, required, {
      verdict: unmeasured.length > 0 ? 'unknown' : 'proven',
      observed,
      fix: unmeasured
        .map(({ name }) => `measure it and give it as 'links.${name}.latencyMs.${place.id}'`)
        .join(', and '),
    });
  },
};

function tripsFrom(place: string, links: Readonly<Record<string, Link>>): readonly Trip[] {
  return Object.entries(links)
    .flatMap(([name, { maxLatencyMs, latencyMs }]): readonly Trip[] =>
      maxLatencyMs === undefined
        ? []
        : [
            {
              name,
              limit: maxLatencyMs,
              measured: Object.hasOwn(latencyMs, place) ? latencyMs[place] : undefined,
            },
          ],
    )
    .sort((left, right) => compareText(left.name, right.name));
}

function describe(measured: number | undefined): string {
  return measured === undefined ? 'not measured' : `${formatQuantity(measured)} ms`;
}
