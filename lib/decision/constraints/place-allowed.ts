import type { Constraint } from '../types';
import { againstLists, describeLists } from './allow-deny';
import { finding } from './finding';

export const placeAllowed: Constraint = {
  id: 'place-allowed',
  title: 'Region or site on the allow list and off the deny list',
  rationale:
    'Existing networks, latency and contracts name places, and distance is never guessed from names; the lists are where to change that.',
  level: 'hard',
  dependsOn: 'place',
  evaluate({ candidate }, { cluster }) {
    return finding(
      this.id,
      describeLists(cluster.places, 'any place'),
      againstLists(candidate.place.id, cluster.places, 'places'),
    );
  },
};
