import type { ClusterRequest } from '../request/types';
import type { Candidate, Constraint } from '../types';
import { EGRESS_IN_WORDS } from './egress-words';
import { decided, finding } from './finding';
import { onceFor } from './shared';

type Egress = Candidate['egress'];

/** What meets each wish: a stronger way out does, but where none is wished for. An own network is its owner's to judge. */
const MEETS: Readonly<Record<Exclude<Egress, 'own'>, readonly Egress[]>> = {
  redundant: ['redundant', 'own'],
  single: ['single', 'redundant', 'own'],
  none: ['none', 'own'],
};

const CLOSING = "accept 'network.egress: none' and leave out 'traffic.natGib', which nothing passes then";

export const internetEgress: Constraint = {
  id: 'internet-egress',
  title: 'Way of the nodes to the internet as strong as asked for',
  rationale:
    'A single gateway takes the egress of all zones with it, and zones that are paid for are worth nothing then; the request says which it wants, so no reason goes past it.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate: { egress } }, context) {
    return onceFor(context, this.id, egress, () => {
      const { cluster } = context;
      const wish = cluster.network.egress ?? (cluster.availability.surviveZoneLoss ? 'redundant' : 'single');
      // an air gap wants no way out and is a rule of its own: what meets it is not held against a candidate here
      const closed = leavesItToTheGap(cluster);
      return finding(
        this.id,
        `${EGRESS_IN_WORDS[wish]}${closed ? ', or none for the air gap' : ''}`,
        decided(MEETS[wish].includes(egress) || (closed && egress === 'none'), {
          observed: EGRESS_IN_WORDS[egress],
          ...(egress === 'none' && cluster.traffic.natGib > 0
            ? { fix: CLOSING } // one value alone would be refused beside the other
            : {
                fix: `accept 'network.egress: ${egress}'`,
                change: { path: ['network', 'egress'], to: egress },
              }),
        }),
      );
    });
  },
};

function leavesItToTheGap({ network, security }: ClusterRequest): boolean {
  return security.airGap && network.egress === undefined;
}
