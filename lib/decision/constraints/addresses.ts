import type { Constraint } from '../types';
import { finding, profileOf, proven } from './finding';
import { onceForFact } from './shared';

const ID = 'addresses';
const REQUIRED = 'an address for every node and pod';
const NOT_COUNTED = proven(ID, REQUIRED, 'the platform sets no limit of its own');

const found = onceForFact((fact) =>
  finding(ID, REQUIRED, {
    ...fact,
    fix: fact.fix ?? "give larger ranges under 'network', or ask for less 'capacity'",
  }),
);

export const addresses: Constraint = {
  id: ID,
  title: 'Addresses for all nodes and pods',
  rationale:
    'A range that is too small shows on the day it is full and cannot be grown in place, whatever the reason.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate, sizing }, context) {
    const fact = profileOf(candidate, context)?.addresses?.(candidate, sizing, context);
    if (fact === undefined) return NOT_COUNTED;
    return found(fact, candidate, context);
  },
};
