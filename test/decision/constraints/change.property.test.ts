import fc from 'fast-check';
import type { ClusterContext, Finding } from '../../../lib/decision';
import type { ClusterRequest } from '../../../lib/decision/request/types';
import type { RequestChange } from '../../../lib/decision/types';
import { arbitraryWishes } from '../arbitrary-cluster';
import { arbitrarySurroundings, candidatesOf, contextWith, findingsOf } from './surroundings';

/** The request with one value changed, where it stands. */
function changed(cluster: ClusterRequest, { path, to }: RequestChange): ClusterRequest {
  return set(cluster, path, to) as ClusterRequest;
}

function set(value: unknown, [key, ...rest]: RequestChange['path'], to: unknown): unknown {
  if (key === undefined) return to;
  const inner = set((value as Record<string | number, unknown>)[key], rest, to);
  return Array.isArray(value)
    ? value.map((entry, index) => (index === key ? inner : entry))
    : { ...(value as object), [key]: inner };
}

/** The context of a request with some changes: many candidates lack the same. */
function remembering(cluster: ClusterRequest): (changes: readonly RequestChange[]) => ClusterContext {
  const known = new Map<string, ClusterContext>();
  return (changes) => {
    const key = JSON.stringify(changes);
    const context = known.get(key) ?? contextWith(changes.reduce(changed, cluster));
    known.set(key, context);
    return context;
  };
}

const changesOf = (findings: readonly Finding[]): readonly (Finding & { readonly change: RequestChange })[] =>
  findings.flatMap((found) => (found.change === undefined ? [] : [{ ...found, change: found.change }]));

describe('the change of a finding', () => {
  it('makes it proven, and nothing else worse', () => {
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (cluster, surroundings) => {
        const context = contextWith(cluster);
        const contextAfter = remembering(cluster);
        const wrong: unknown[] = [];
        for (const assessed of candidatesOf(context, surroundings)) {
          const before = findingsOf(assessed, context);
          for (const { constraint, change } of changesOf(before)) {
            const after = findingsOf(assessed, contextAfter([change]));
            before.forEach((found, index) => {
              const met = found.verdict === 'proven' || found.constraint === constraint;
              if (met && after[index]?.verdict !== 'proven') {
                wrong.push([assessed.candidate.id, constraint, after[index]]);
              }
            });
          }
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('goes together with all others of the same candidate, in any order', () => {
    fc.assert(
      fc.property(
        arbitraryWishes,
        arbitrarySurroundings,
        fc.boolean(),
        (cluster, surroundings, backwards) => {
          const context = contextWith(cluster);
          const contextAfter = remembering(cluster);
          const wrong: unknown[] = [];
          for (const assessed of candidatesOf(context, surroundings)) {
            const changes = changesOf(findingsOf(assessed, context));
            const ordered = backwards ? changes.toReversed() : changes;
            const after = findingsOf(assessed, contextAfter(ordered.map(({ change }) => change)));
            const left = after.filter(
              ({ constraint, verdict }) =>
                verdict !== 'proven' && changes.some((change) => change.constraint === constraint),
            );
            if (left.length > 0) wrong.push([assessed.candidate.id, left]);
          }
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is given for every rule that a value of the request can meet', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryWishes, arbitrarySurroundings, (cluster, surroundings) => {
        const context = contextWith(cluster);
        for (const assessed of candidatesOf(context, surroundings)) {
          for (const { constraint } of changesOf(findingsOf(assessed, context))) seen.add(constraint);
        }
      }),
      { numRuns: 60, seed: 1 },
    );
    expect([...seen].sort()).toEqual([
      'air-gap',
      'backup-residency',
      'compliance/FedRAMP-High',
      'compliance/PCI-DSS',
      'compliance/SecNumCloud',
      'control-plane-availability',
      'control-plane-residency',
      'customer-managed-keys',
      'data-residency',
      'hours-budget',
      'internet-egress',
      'kubernetes-version',
      'link-latency',
      'link-reach',
      'money-budget',
      'operator-law',
      'place-allowed',
      'platform-allowed',
      'price-age',
      'private-api',
      'public-cloud-allowed',
      'region-open',
      'telemetry-residency',
      'tenancy',
      'zones',
    ]);
  });
});
