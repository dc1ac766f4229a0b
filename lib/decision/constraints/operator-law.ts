import { alsoUnder, describeLaw, isWithin, jurisdictionOf } from '../jurisdictions';
import type { Constraint } from '../types';
import { sourcesOf } from './data-residency';
import { decided, finding } from './finding';

export const operatorLaw: Constraint = {
  id: 'operator-law',
  title: 'Operator and its ultimate parent under a law that is allowed',
  rationale:
    'An operator obeys the law it stands under, and its parent company’s, wherever the machines are; both are tested, and no reason lifts either.',
  level: 'hard',
  dependsOn: 'place',
  evaluate({ candidate: { place } }, context) {
    const law = context.cluster.residency.operatorLaw;
    const { legalEntity, jurisdiction, ultimateParent } = place.operator;
    const observed = `${legalEntity} under ${jurisdiction} law, parent under ${ultimateParent} law`;
    if (law === undefined) return finding(this.id, 'operator under any law', decided(true, { observed }));
    const outside = [...new Set([jurisdiction, ultimateParent])].filter(
      (country) => !isWithin(country, jurisdictionOf(country), law),
    );
    return finding(
      this.id,
      `operator and parent under the law of ${describeLaw(law)}`,
      decided(outside.length === 0, {
        observed,
        fix: `add ${outside.map((country) => `'${country}'`).join(' and ')} to 'residency.operatorLaw.countries'`,
        sources: sourcesOf(place, context),
        change: { path: ['residency', 'operatorLaw', 'countries'], to: alsoUnder(law, outside) },
      }),
    );
  },
};
