import type { Candidate } from '../types';

/** Ways of the nodes to the internet, for people. */
export const EGRESS_IN_WORDS: Readonly<Record<Candidate['egress'], string>> = {
  redundant: 'a way out that outlives the loss of a zone',
  single: 'one way out for all zones',
  none: 'no way out',
  own: 'whatever its own network has',
};
