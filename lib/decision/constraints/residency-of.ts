import { alsoUnder, describeCountry, describeLaw, isWithin } from '../jurisdictions';
import type { PlaceOfLaw } from '../request/types';
import type { Constraint, Finding, LocationFact } from '../types';
import { finding, notSaid, profileOf, proven } from './finding';
import { onceForFact } from './shared';

/** What may be kept elsewhere than the nodes: the question to a platform, and the wish of the request that it is put for. */
export interface KeptElsewhere {
  readonly what: 'control-plane' | 'backups' | 'telemetry';
  readonly wish: 'controlPlane' | 'backups' | 'telemetry';
  /** `control plane`, for people. */
  readonly words: string;
}

/** The constraint on where a platform keeps something that is not the nodes. Where that is not known, no wish is met. */
export function residencyOf(
  { what, wish, words }: KeptElsewhere,
  rule: Pick<Constraint, 'id' | 'title' | 'rationale' | 'level'>,
): Constraint {
  const anywhere = proven(rule.id, `${words} anywhere`, 'no place is asked for');
  const found = onceForFact<LocationFact>((fact, _candidate, { cluster }) => {
    const law = cluster.residency[wish];
    return law === undefined ? anywhere : compare(fact, law);
  });

  function compare(fact: LocationFact, law: PlaceOfLaw): Finding {
    const required = `${words} in ${describeLaw(law)}`;
    if (fact.kind === 'unknown') {
      return finding(rule.id, required, {
        verdict: 'unknown',
        observed: fact.observed,
        fix: fact.fix ?? `choose a platform of which it is known, or take '${wish}' out of 'residency'`,
        sources: fact.sources,
      });
    }
    const { country, jurisdiction, sources } = fact;
    const observed = `${fact.observed}, ${describeCountry(country, jurisdiction)}`;
    if (isWithin(country, jurisdiction, law)) {
      return finding(rule.id, required, { verdict: 'proven', observed, sources });
    }
    return finding(rule.id, required, {
      verdict: 'refuted',
      observed,
      fix: `add '${country}' to 'residency.${wish}.countries'`,
      sources,
      change: { path: ['residency', wish, 'countries'], to: alsoUnder(law, [country]) },
    });
  }

  return {
    ...rule,
    dependsOn: 'candidate',
    settledBy: ({ cluster }) => (cluster.residency[wish] === undefined ? anywhere : undefined),
    evaluate({ candidate }, context) {
      const law = context.cluster.residency[wish];
      if (law === undefined) return anywhere;
      const fact = profileOf(candidate, context)?.location?.(candidate, what, context);
      if (fact !== undefined) return found(fact, candidate, context);
      return finding(rule.id, `${words} in ${describeLaw(law)}`, {
        ...notSaid(candidate.platform),
        verdict: 'unknown',
      });
    },
  };
}
