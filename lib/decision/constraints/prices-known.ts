import type { Constraint } from '../types';
import { finding } from './finding';

export const pricesKnown: Constraint = {
  id: 'prices-known',
  title: 'Every figure of the bill known',
  rationale:
    'A candidate without a price cannot be compared, and a total that lacks a line would make it look cheap.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate, sizing, cost }) {
    const required = 'a price for everything that is used';
    if (cost.kind === 'priced') {
      return finding(this.id, required, {
        verdict: 'proven',
        observed: `${cost.lines.length} lines, all priced`,
        sources: [...new Set(cost.lines.map((line) => line.source))].filter((id) => id !== 'request'),
      });
    }
    if (sizing.kind === 'too-small') {
      return finding(this.id, required, {
        verdict: 'unknown',
        observed: 'no nodes to price',
        fix: 'see capacity for what is too small',
      });
    }
    return finding(this.id, required, {
      verdict: 'unknown',
      observed: `no price for ${cost.missing.join(', ')}`,
      fix: `add what is missing for ${candidate.place.id} to the catalogue`,
    });
  },
};
