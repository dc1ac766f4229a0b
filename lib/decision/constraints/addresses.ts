import type { Constraint } from '../types';
import { finding, followsFrom, profileOf, proven } from './finding';
import { onceForFact } from './shared';

const ID = 'addresses';
const REQUIRED = 'an address for every node and pod';
const NOT_COUNTED = proven(ID, REQUIRED, 'the platform sets no limit of its own');

const NO_NODES = Object.freeze(followsFrom('capacity', ID, REQUIRED, 'no nodes to address'));

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
    const profile = profileOf(candidate, context);
    if (profile?.addresses === undefined) return NOT_COUNTED;
    if (sizing.kind !== 'sized') return NO_NODES;
    return found(profile.addresses(candidate, sizing, context), candidate, context);
  },
};
