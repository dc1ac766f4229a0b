import type { Constraint } from '../types';
import { EGRESS_IN_WORDS } from './egress-words';
import { finding, type Outcome, proven } from './finding';

const NOT_ASKED = proven('air-gap', 'any way to the internet', 'no air gap is asked for');
const REQUIRED = 'no way to the internet at all';
const WITHOUT = proven('air-gap', REQUIRED, 'no way out; images come from a registry of the same region');
const OWN_SITE = proven('air-gap', REQUIRED, 'the site’s own network, as closed as its owner keeps it');
const CHANGE: Outcome['change'] = { path: ['security', 'airGap'], to: false };

export const airGap: Constraint = {
  id: 'air-gap',
  title: 'No way of nodes and pods to the internet where that is asked for',
  rationale:
    'What has no way out leaks nothing out and fetches nothing in; a gap with an exception is none, so no reason lifts it.',
  level: 'hard',
  dependsOn: 'candidate',
  settledBy: ({ cluster }) => (cluster.security.airGap ? undefined : NOT_ASKED),
  evaluate({ candidate: { egress, place } }, { cluster }) {
    if (!cluster.security.airGap) return NOT_ASKED;
    if (egress === 'none') return WITHOUT;
    if (egress === 'own') {
      if (place.kind === 'site') return OWN_SITE;
      return finding(this.id, REQUIRED, {
        verdict: 'unknown',
        observed: 'the routes of the network that is adopted are not known',
        fix: "let the decision define the network, or close it yourself and take 'security.airGap' out",
        change: CHANGE,
      });
    }
    return finding(this.id, REQUIRED, {
      verdict: 'refuted',
      observed: EGRESS_IN_WORDS[egress],
      fix: "choose a topology without NAT, or take 'security.airGap' out",
      change: CHANGE,
    });
  },
};
