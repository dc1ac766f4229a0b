import { compareText } from '../../values';
import type { ComplianceRequest, Evidence } from '../request/types';
import type { Candidate, ClusterContext, Constraint, Finding, PlatformFact, RequestChange } from '../types';
import { finding, platformFact } from './finding';
import { onceForFact } from './shared';

/**
 * One constraint for each regime that is asked for. What the provider documents comes first; the user's own evidence lifts
 * `unknown` and nothing else: a refuted regime stays refuted, and only a written reason goes on past it.
 */
export function complianceWith({ regime, evidence }: ComplianceRequest): Constraint {
  const id = `compliance/${regime}`;
  const found = onceForFact(
    (fact, candidate, context) => judge(id, { regime, evidence }, fact, candidate, context),
    // evidence may speak for one site only, and never for one region
    (fact, left, right) =>
      fact.verdict !== 'unknown' ||
      left.place === right.place ||
      (left.place.kind === 'region' && right.place.kind === 'region'),
  );
  return {
    id,
    title: `Service in scope of ${regime}, or evidence of your own`,
    rationale:
      'Only a text of the provider that names the service proves it, not a platform-wide badge; whoever answers to the auditor may go on with a written reason.',
    level: 'overridable',
    dependsOn: 'candidate',
    evaluate({ candidate }, context) {
      const fact = platformFact(candidate, context, (profile) =>
        profile.compliance(candidate, regime, context),
      );
      return found(fact, candidate, context);
    },
  };
}

function judge(
  id: string,
  { regime, evidence }: ComplianceRequest,
  fact: PlatformFact,
  candidate: Candidate,
  context: ClusterContext,
): Finding {
  const required = `${regime} for ${candidate.platform}`;
  if (fact.verdict !== 'unknown') {
    const fix = fact.fix ?? `choose another platform than '${candidate.platform}' for ${regime}`;
    return finding(id, required, { ...fact, fix });
  }

  const { planDate } = context.request;
  const speaking = evidence.filter((item) => speaksFor(item, candidate)).sort(latestFirst);
  const valid = speaking.find((item) => planDate <= item.validUntil);
  if (valid !== undefined) {
    return finding(id, required, {
      verdict: 'proven',
      observed: `your evidence ${valid.id}, valid until ${valid.validUntil}`,
    });
  }
  const [expired] = speaking;
  return finding(id, required, {
    ...fact,
    observed:
      expired === undefined
        ? fact.observed
        : `your evidence ${expired.id} ran out on ${expired.validUntil}; ${fact.observed}`,
    fix: `give evidence that speaks for '${candidate.platform}'${candidate.place.kind === 'site' ? ` at '${candidate.place.id}'` : ''} and is valid on ${planDate}`,
    change: withEvidence(regime, evidence, candidate, context),
  });
}

function speaksFor(evidence: Evidence, { platform, place }: Candidate): boolean {
  return (
    evidence.platform === platform &&
    (evidence.site === undefined || (place.kind === 'site' && evidence.site === place.id))
  );
}

/** So that the order of the list does not show in what is quoted. */
function latestFirst(left: Evidence, right: Evidence): number {
  return compareText(right.validUntil, left.validUntil) || compareText(left.id, right.id);
}

/** The evidence that is missing: its number is the user's to fill in. Of a cloud it speaks for every region, as providers' reports do. */
function withEvidence(
  regime: string,
  evidence: readonly Evidence[],
  { platform, place }: Candidate,
  { cluster, request }: ClusterContext,
): RequestChange {
  const index = cluster.security.compliance.findIndex((asked) => asked.regime === regime);
  const missing: Evidence = {
    platform,
    ...(place.kind === 'site' && { site: place.id }),
    id: '…',
    validUntil: request.planDate,
  };
  return {
    path: ['security', 'compliance', index, 'evidence'],
    to: [...evidence.toSorted(latestFirst), missing],
  };
}
