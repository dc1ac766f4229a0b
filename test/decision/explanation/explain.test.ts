import fc from 'fast-check';
import { BUILT_IN_PROFILES, type ClusterDecision, type RequestChange } from '../../../lib/decision';
import { explain } from '../../../lib/decision/explanation/explain';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import { arbitraryAnyCluster, arbitraryCluster, bestObjective, decideOne } from '../arbitrary-cluster';
import { SMALL } from '../small-catalog';
import { assessmentsOf, contextOn, type ToyPlatform } from './toy-profiles';

const explained = (cluster: ClusterRequest): ClusterDecision =>
  decideOne(cluster, SMALL, BUILT_IN_PROFILES, true);

describe('the explanation of a decision', () => {
  const steady: ToyPlatform = { id: 'steady', bill: () => [50, 50, 50], hours: 2 };
  const lean: ToyPlatform = { id: 'lean', bill: () => [60, 60, 60], hours: 1 };
  const dear: ToyPlatform = { id: 'dear', bill: () => [70, 70, 70], hours: 3 };

  it('answers all questions of one list of assessments', () => {
    const context = contextOn([dear, lean, steady]);
    expect(explain(assessmentsOf(context), context)).toEqual({
      nearest: [],
      constraintPrices: [],
      pareto: ['steady/a/3-zones', 'lean/a/3-zones'],
      sensitivity: {
        label: 'robust',
        because: 'a rise of its own bill by 18.01 % ($9.00 a month) puts lean/a/3-zones first',
        flips: [
          { of: 'money', to: 'lean/a/3-zones', percent: 18.01, microUsd: 9_000_001 },
          { of: 'hours', to: 'lean/a/3-zones', hours: 9.01 },
          { of: 'hour-rate', to: 'lean/a/3-zones', usdPerHour: 10.01 },
        ],
        weights: [],
      },
      regret: expect.objectContaining({
        plans: [
          expect.objectContaining({ candidate: 'steady/a/3-zones', worstMicroUsd: 0 }),
          expect.objectContaining({ candidate: 'lean/a/3-zones', worstMicroUsd: 9_500_000 }),
          expect.objectContaining({ candidate: 'dear/a/3-zones', worstMicroUsd: 21_500_000 }),
        ],
      }),
    });
  });

  it('has no table of regret where nothing is feasible, and answers the rest', () => {
    const context = contextOn([]);
    expect(explain([], context)).toEqual({
      nearest: [],
      constraintPrices: [],
      pareto: [],
      sensitivity: {
        because: 'nothing passes every rule, so no place is first',
        flips: [],
        weights: [],
      },
    });
  });

  it('names only candidates that are there, and the winner wherever it must', () => {
    fc.assert(
      fc.property(arbitraryAnyCluster, (cluster) => {
        const { assessments, explanation, winner } = explained(cluster);
        if (explanation === undefined) throw new Error('an explanation was asked for');
        const byId = new Map(assessments.map((item) => [item.candidate.id, item]));
        for (const { candidate, constraints } of explanation.nearest) {
          expect(byId.get(candidate)?.feasible).toBe(false);
          expect(constraints.length).toBeGreaterThan(0);
        }
        for (const id of explanation.pareto) expect(byId.get(id)?.feasible).toBe(true);
        for (const { to } of explanation.sensitivity.flips) expect(byId.get(to)?.feasible).toBe(true);
        expect(explanation.regret === undefined).toBe(winner === undefined);
        if (winner !== undefined) {
          expect(explanation.regret?.plans.map(({ candidate }) => candidate)).toContain(winner);
          if (cluster.weights === undefined) expect(explanation.pareto).toContain(winner);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keeps its word: with the changes that a near miss asks for, the decision is as good as was said', () => {
    fc.assert(
      fc.property(arbitraryCluster, (cluster) => {
        const { assessments, explanation } = explained(cluster);
        for (const { candidate, constraints } of explanation?.nearest ?? []) {
          const missed = assessments.find((item) => item.candidate.id === candidate);
          const changes = constraints.flatMap(
            (id) => missed?.findings.find(({ constraint }) => constraint === id)?.change ?? [],
          );
          // not everything is for the request to change
          if (missed === undefined || changes.length < constraints.length) continue;
          const relaxed = decideOne(changes.reduce(withChange, cluster));
          expect(relaxed.assessments.find((item) => item.candidate.id === candidate)?.feasible).toBe(true);
          expect(bestObjective(relaxed)).toBeLessThanOrEqual(
            missed.objectiveMicroUsd ?? Number.POSITIVE_INFINITY,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});

function withChange(cluster: ClusterRequest, { path, to }: RequestChange): ClusterRequest {
  const put = (value: unknown, [key, ...rest]: readonly (string | number)[]): unknown => {
    if (key === undefined) return to;
    if (Array.isArray(value)) {
      const items: unknown[] = [...value];
      items[Number(key)] = put(items[Number(key)], rest);
      return items;
    }
    const fields = (value ?? {}) as Readonly<Record<string, unknown>>;
    return { ...fields, [key]: put(fields[key], rest) };
  };
  return put(cluster, path) as ClusterRequest;
}
