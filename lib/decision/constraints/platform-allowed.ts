import type { Constraint } from '../types';
import { againstLists, describeLists } from './allow-deny';
import { finding } from './finding';
import { onceFor } from './shared';

export const platformAllowed: Constraint = {
  id: 'platform-allowed',
  title: 'Platform on the allow list and off the deny list',
  rationale:
    'Contracts, skills and procurement rule platforms in or out, and the record keeps what that costs; the lists are where to change it, so no reason goes past them.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate: { platform } }, context) {
    const { platforms } = context.cluster;
    return onceFor(context, this.id, platform, () =>
      finding(
        this.id,
        describeLists(platforms, 'any platform'),
        againstLists(platform, platforms, 'platforms'),
      ),
    );
  },
};
