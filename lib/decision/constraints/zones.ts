import { keptFor } from '../memory';
import type { Candidate, ClusterContext, Constraint, Finding, Place } from '../types';
import { sourcesOf } from './data-residency';
import { finding } from './finding';

const ID = 'zones';

export const zones: Constraint = {
  id: ID,
  title: 'Nodes over at least as many zones or racks as asked for',
  rationale:
    'Zones fail one at a time; the zones a new account can use count, an unknown number is not three, and a reason adds none.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate: { place, zones: used, topology } }, context) {
    // only what takes more zones than there are is named by its topology
    if (place.zones !== undefined && used > place.zones)
      return tooMany(place, place.zones, used, topology, context);
    const here = findingsAt(place, context);
    let found = here.get(used);
    if (found === undefined) {
      found = Object.freeze(judge(place, used, context));
      here.set(used, found);
    }
    return found;
  },
};

/** By place and number of zones: candidates there that take as many share a finding. */
const known = keptFor(() => new Map<Place, Map<number, Finding>>());

function findingsAt(place: Place, context: ClusterContext): Map<number, Finding> {
  const places = known(context);
  let findings = places.get(place);
  if (findings === undefined) {
    findings = new Map();
    places.set(place, findings);
  }
  return findings;
}

function tooMany(
  place: Place,
  has: number,
  used: number,
  topology: Candidate['topology'],
  context: ClusterContext,
): Finding {
  const word = wordFor(place);
  return finding(ID, `at least ${count(context.cluster.availability.zones, word)}`, {
    verdict: 'refuted',
    observed: `${place.id} has ${count(has, word)}, ${topology} takes ${used}`,
    fix: `choose a topology of ${count(has, word)}, or another region`,
    sources: sourcesOf(place, context),
  });
}

function judge(place: Place, used: number, context: ClusterContext): Finding {
  const { zones: asked } = context.cluster.availability;
  const word = wordFor(place);
  const required = `at least ${count(asked, word)}`;
  const sources = sourcesOf(place, context);
  const enough = used >= asked;
  if (place.zones === undefined) {
    return finding(ID, required, {
      verdict: enough ? 'unknown' : 'refuted',
      observed: enough ? `the number of zones of ${place.id} is not known` : count(used, word),
      fix: 'choose a region of which it is known',
      sources,
    });
  }
  if (enough) return finding(ID, required, { verdict: 'proven', observed: count(used, word), sources });
  return finding(ID, required, {
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
}

function wordFor(place: Place): string {
  return place.kind === 'site' ? 'rack' : 'zone';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
