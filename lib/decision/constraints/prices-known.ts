import type { Constraint, CostLine } from '../types';
import { finding } from './finding';

const REQUIRED = 'a price for everything that is used';

export const pricesKnown: Constraint = {
  id: 'prices-known',
  title: 'Every figure of the bill known',
  rationale:
    'A candidate without a price cannot be compared, and a total that lacks a line would make it look cheap; a reason is no price.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate, sizing, cost }) {
    if (cost.kind === 'priced') {
      return finding(this.id, REQUIRED, {
        verdict: 'proven',
        observed: `${cost.lines.length} lines, all priced`,
        sources: sourcesOfLines(cost.lines),
      });
    }
    if (sizing.kind === 'too-small') {
      return finding(this.id, REQUIRED, {
        verdict: 'unknown',
        observed: 'no nodes to price',
        fix: 'see capacity for what is too small',
      });
    }
    return finding(this.id, REQUIRED, {
      verdict: 'unknown',
      observed: `no price for ${cost.missing.join(', ')}`,
      fix: `add what is missing for ${candidate.place.id} to the catalogue`,
    });
  },
};

/** Each source once, without the user's own figures. */
function sourcesOfLines(lines: readonly CostLine[]): readonly string[] {
  const sources: string[] = [];
  for (const { source } of lines) {
    if (source !== 'request' && !sources.includes(source)) sources.push(source);
  }
  return sources;
}
