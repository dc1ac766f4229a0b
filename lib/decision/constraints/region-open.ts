import { findRegion } from '../../catalog';
import type { Constraint } from '../types';
import { decided, finding } from './finding';

export const regionOpen: Constraint = {
  id: 'region-open',
  title: 'Region that an ordinary account can build in',
  rationale:
    'Government, sovereign, China and secret regions need accounts of their own, so they take part only when named.',
  level: 'hard',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, { cluster, catalog }) {
    const required = 'a region open to every account, or named in places.allow';
    if (place.kind === 'site') return finding(this.id, required, decided(true, { observed: 'an own site' }));
    const region = findRegion(catalog, place.provider, place.id);
    const sources = region === undefined ? [] : [region.source];
    if (place.zones === 0) {
      return finding(this.id, required, {
        verdict: 'refuted',
        observed: `${place.id} has no zones to build in`,
        fix: 'choose another region',
        sources,
      });
    }
    const named = cluster.places.allow?.includes(place.id) === true;
    const kind = place.restricted ? 'restricted' : 'open';
    return finding(
      this.id,
      required,
      decided(!place.restricted || named, {
        observed: `${place.id} of partition ${place.partition}, ${kind}${named ? ', named' : ''}`,
        fix: `if you have an account there, name '${place.id}' in 'places.allow'`,
        sources,
      }),
    );
  },
};
