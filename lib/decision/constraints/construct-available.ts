import type { Constraint, PlatformFact } from '../types';
import { finding, platformFact } from './finding';
import { onceForFact } from './shared';

/** Of a platform that says nothing else: whoever brings one brings its constructs. */
const DEFINED: PlatformFact = { verdict: 'proven', observed: 'defined in Terraform', sources: [] };

const ID = 'construct-available';

const found = onceForFact((fact) =>
  finding(ID, 'a construct that defines it', {
    ...fact,
    fix: fact.fix ?? 'choose a platform that is defined',
  }),
);

export const constructAvailable: Constraint = {
  id: ID,
  title: 'Cluster that a construct defines in Terraform',
  rationale:
    'What no construct defines cannot be built from the decision, whatever the reason; it is ranked so that its price shows, and never built.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate }, context) {
    const fact = platformFact(candidate, context, (profile) =>
      profile.construct === undefined ? DEFINED : profile.construct(candidate, context),
    );
    return found(fact, candidate, context);
  },
};
