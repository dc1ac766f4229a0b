import type { Constraint, CostLine } from '../types';
import { finding, followsFrom } from './finding';
import { onceFor } from './shared';

const ID = 'prices-known';
const REQUIRED = 'a price for everything that is used';
const NO_NODES = Object.freeze(followsFrom('capacity', ID, REQUIRED, 'no nodes to price'));

export const pricesKnown: Constraint = {
  id: ID,
  title: 'Every figure of the bill known',
  rationale:
    'A candidate without a price cannot be compared, and a total that lacks a line would make it look cheap; a reason is no price.',
  level: 'hard',
  dependsOn: 'candidate',
  evaluate({ candidate, sizing, cost }, context) {
    if (cost.kind === 'priced') {
      const { lines } = cost;
      const sources = sourcesOfLines(lines);
      // bills of a provider rest on few sources
      return onceFor(context, ID, `${lines.length} ${sources.join(' ')}`, () =>
        finding(ID, REQUIRED, {
          verdict: 'proven',
          observed: `${lines.length} lines, all priced`,
          sources,
        }),
      );
    }
    if (sizing.kind !== 'sized') return NO_NODES;
    return finding(ID, REQUIRED, {
      verdict: 'unknown',
      observed: `no price for ${cost.missing.join(', ')}`,
      fix: `add what is missing for ${candidate.place.id} to the catalogue`,
    });
  },
};

/** Each source once, without the user's own figures. */
function sourcesOfLines(lines: readonly CostLine[]): readonly string[] {
  const sources: string[] = [];
  let last = 'request';
  for (let index = 0; index < lines.length; index++) {
    const source = lines[index]?.source ?? last;
    if (source === last) continue;
    last = source;
    if (source !== 'request' && !sources.includes(source)) sources.push(source);
  }
  return sources;
}
