import { compareText } from '../../values';
import type { Constraint } from '../types';
import { sourcesOf } from './data-residency';
import { decided, finding, proven } from './finding';

const REQUIRED = 'a region open to every account, or named in places.allow';
const OWN_SITE = proven('region-open', REQUIRED, 'an own site');

export const regionOpen: Constraint = {
  id: 'region-open',
  title: 'Region that an ordinary account can build in',
  rationale:
    'Government, sovereign, China and secret regions need accounts of their own, so they take part only when named, and naming one is all it takes.',
  level: 'hard',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, context) {
    if (place.kind === 'site') return OWN_SITE;
    const sources = sourcesOf(place, context);
    if (place.zones === 0) {
      return finding(this.id, REQUIRED, {
        verdict: 'refuted',
        observed: `${place.id} has no zones to build in`,
        fix: 'choose another region',
        sources,
      });
    }
    const { allow } = context.cluster.places;
    const named = allow?.includes(place.id) === true;
    const kind = place.restricted ? 'restricted' : 'open';
    return finding(
      this.id,
      REQUIRED,
      decided(!place.restricted || named, {
        observed: `${place.id} of partition ${place.partition}, ${kind}${named ? ', named' : ''}`,
        fix: `if you have an account there, name '${place.id}' in 'places.allow'${allow === undefined ? ', with all other places that may be taken' : ''}`,
        sources,
        change: { path: ['places', 'allow'], to: [...(allow ?? []), place.id].sort(compareText) },
      }),
    );
  },
};
