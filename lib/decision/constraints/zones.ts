import type { Constraint } from '../types';
import { sourcesOf } from './data-residency';
import { finding } from './finding';

export const zones: Constraint = {
  id: 'zones',
  title: 'Nodes over at least as many zones or racks as asked for',
  rationale:
    'Zones fail one at a time; the zones a new account can use count, an unknown number is not three, and a reason adds none.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate: { place, zones: used, topology } }, context) {
    const { zones: asked } = context.cluster.availability;
    const word = place.kind === 'site' ? 'rack' : 'zone';
    const required = `at least ${count(asked, word)}`;
    const sources = sourcesOf(place, context);
    if (place.zones !== undefined && used > place.zones) {
      return finding(this.id, required, {
        verdict: 'refuted',
        observed: `${place.id} has ${count(place.zones, word)}, ${topology} takes ${used}`,
        fix: `choose a topology of ${count(place.zones, word)}, or another region`,
        sources,
      });
    }
    const enough = used >= asked;
    if (place.zones === undefined) {
      return finding(this.id, required, {
        verdict: enough ? 'unknown' : 'refuted',
        observed: enough ? `the number of zones of ${place.id} is not known` : count(used, word),
        fix: 'choose a region of which it is known',
        sources,
      });
    }
    if (enough)
      return finding(this.id, required, { verdict: 'proven', observed: count(used, word), sources });
    return finding(this.id, required, {
      verdict: 'refuted',
      observed: count(used, word),
      ...(used > 0
        ? {
            fix: `lower 'availability.zones' from ${asked} to ${used}`,
            change: { path: ['availability', 'zones'], to: used },
          }
        : { fix: `give '${place.id}' workers` }),
      sources,
    });
  },
};

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
