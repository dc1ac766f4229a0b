import type { Constraint } from '../types';
import { againstLists, describeLists } from './allow-deny';
import { finding } from './finding';

export const platformAllowed: Constraint = {
  id: 'platform-allowed',
  title: 'Platform on the allow list and off the deny list',
  rationale:
    'Contracts, skills and procurement rule platforms in or out; the record keeps what that choice costs.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate }, { cluster }) {
    return finding(
      this.id,
      describeLists(cluster.platforms, 'any platform'),
      againstLists(candidate.platform, cluster.platforms, 'platforms'),
    );
  },
};
