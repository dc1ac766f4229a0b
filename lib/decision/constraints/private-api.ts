import type { Constraint } from '../types';
import { finding, type Outcome, platformFact, proven } from './finding';
import { onceForFact } from './shared';

const ID = 'private-api';
const NOT_ASKED = 'no private API is asked for';
const WITHOUT = {
  public: proven(ID, 'public API', NOT_ASKED),
  restricted: proven(ID, 'restricted API', NOT_ASKED),
} as const;

const CHANGE: Outcome['change'] = { path: ['security', 'apiAccess'], to: { exposure: 'public' } };

const found = onceForFact((fact) =>
  finding(ID, 'private API', {
    ...fact,
    fix: fact.fix ?? "accept another 'security.apiAccess.exposure'",
    change: CHANGE,
  }),
);

export const privateApi: Constraint = {
  id: ID,
  title: 'Kubernetes API off the internet where that is asked for',
  rationale:
    'The API is the key to everything in the cluster, and a private one cannot be reached by whoever finds a hole; other measures may stand in, so a written reason lifts it.',
  level: 'overridable',
  dependsOn: 'candidate',
  settledBy({ cluster }) {
    const { exposure } = cluster.security.apiAccess;
    return exposure === 'private' ? undefined : WITHOUT[exposure];
  },
  evaluate({ candidate }, context) {
    const { exposure } = context.cluster.security.apiAccess;
    if (exposure !== 'private') return WITHOUT[exposure];
    const fact = platformFact(candidate, context, (profile) => profile.privateApi?.(candidate, context));
    return found(fact, candidate, context);
  },
};
