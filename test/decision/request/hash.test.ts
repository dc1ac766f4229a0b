import fc from 'fast-check';
import { parseRequest, requestHash } from '../../../lib/decision/request';
import { edit, FULLEST, SHAPES, SHORTEST, withCluster, withRoot } from './texts';

function hashOf(text: string): string {
  const parsed = parseRequest(text);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return requestHash(parsed.request);
}

/** The same value with the keys of every map in an order that `pick` chooses. */
function permute(value: unknown, pick: (below: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => permute(item, pick));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const shuffled: [string, unknown][] = [];
  while (entries.length > 0) shuffled.push(...entries.splice(pick(entries.length), 1));
  return Object.fromEntries(shuffled.map(([key, item]) => [key, permute(item, pick)]));
}

describe('requestHash', () => {
  it('does not depend on comments, layout, or defaults that are written out', () => {
    const hash = hashOf(SHORTEST);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(hashOf(`# a comment\n${SHORTEST}`)).toBe(hash);
    expect(hashOf(`${SHORTEST}    availability: { zones: 3 }\n`)).toBe(hash);
    expect(hashOf(edit(SHORTEST, '"1.34"', 'v1.34'))).toBe(hash);
  });

  it('is the same with any default written out', () => {
    const hash = hashOf(SHORTEST);
    for (const text of [
      edit(
        SHORTEST,
        'pods: 200',
        'pods: 200, workloads: {}, headroomPercent: 0, interruptiblePercent: 0, architectures: [amd64], machineClasses: [general, compute, memory]',
      ),
      edit(SHORTEST, 'usdPerHour: 95', 'usdPerHour: 95, effortHours: {}, acceptSpotRisk: false'),
      withCluster(
        'availability: { controlPlane: highly-available, zones: 3, surviveZoneLoss: true, surviveSiteLoss: false }',
      ),
      withCluster(
        'security: { publicCloud: allowed, apiAccess: { exposure: private }, customerManagedKeys: true, airGap: false, tenancy: shared, compliance: [] }',
      ),
      withCluster(
        'planning: { horizonMonths: 36, growthPercentPerYear: 0, commitment: none, moving: { hours: 40, doubleRunningDays: 30 } }',
      ),
      withCluster('residency: {}', 'links: {}', 'overrides: {}', 'network: {}', 'deletionProtection: true'),
      withCluster(
        'platforms: { deny: [] }',
        'places: { deny: [] }',
        'administrators: { aws: {}, google: {} }',
      ),
      withCluster(
        'traffic: { internetEgressGib: 0, natGib: 0, crossZoneGib: 0, persistentStorageGib: 0, loadBalancers: 0, logGib: 0 }',
      ),
      withRoot('sites: {}', 'relations: []', 'budget: {}', 'overlays: []', 'tags: {}'),
      withRoot('accounts: { commitments: {}, quotas: {} }', 'terraform: { backend: { type: local } }'),
    ]) {
      expect([text, hashOf(text)]).toEqual([text, hash]);
    }
  });

  it('takes no difference of writing for one of meaning', () => {
    const google = 'project: acme-payments, projectNumber: "123456789012"';
    expect(hashOf(withRoot(`accounts: { google: { ${google}, gkeCreditUsd: 0 } }`))).toBe(
      hashOf(withRoot(`accounts: { google: { ${google} } }`)),
    );
    expect(hashOf(withCluster('security: { compliance: [{ regime: C5 }] }'))).toBe(
      hashOf(withCluster('security: { compliance: [C5] }')),
    );
    expect(
      hashOf(edit(SHAPES, 'memoryGib: 0.5', 'memoryGib: 0.5, gpus: 0, spread: zones, interruptible: false')),
    ).toBe(hashOf(SHAPES));
    expect(hashOf(edit(SHORTEST, 'pods: 200', 'pods: 200, gpus: { count: 1 }'))).toBe(
      hashOf(
        edit(
          SHORTEST,
          'pods: 200',
          'pods: 200, gpus: { count: 1 }, machineClasses: [gpu, memory, general, compute]',
        ),
      ),
    );
  });

  it('does not depend on the order of lists, which are sets, but on that of overlays', () => {
    const swapped = [
      ['cidrs: [203.0.113.0/24, 198.51.100.7/32]', 'cidrs: [198.51.100.7/32, 203.0.113.0/24]'],
      ['allow: [eks, on-prem]', 'allow: [on-prem, eks]'],
      ['countries: [DE, NO]', 'countries: [NO, DE]'],
      ['apart: [region, provider]', 'apart: [provider, region]'],
    ] as const;
    const text = swapped.reduce((whole, [part, replacement]) => edit(whole, part, replacement), FULLEST);
    const evidence = '            - { platform: eks, id: AoC-2026-118, validUntil: 2027-06-30 }\n';
    const moved = edit(edit(text, evidence, ''), '          evidence:\n', `          evidence:\n${evidence}`);
    expect(hashOf(moved)).toBe(hashOf(FULLEST));
    expect(
      hashOf(
        edit(FULLEST, '[prices/negotiated.yaml, ../facts.yaml]', '[../facts.yaml, prices/negotiated.yaml]'),
      ),
    ).not.toBe(hashOf(FULLEST));
  });

  it('changes with what is asked for', () => {
    expect(hashOf(edit(SHORTEST, 'cpu: 24', 'cpu: 25'))).not.toBe(hashOf(SHORTEST));
    expect(hashOf(edit(SHORTEST, 'pods: 200', 'pods: 200, architectures: [arm64]'))).not.toBe(
      hashOf(SHORTEST),
    );
    expect(hashOf(withCluster('network: { egress: single }'))).not.toBe(hashOf(SHORTEST));
    expect(hashOf(withRoot('overlays: [prices.yaml]'))).not.toBe(hashOf(SHORTEST));
  });

  it('does not depend on the order of keys', () => {
    const parsed = parseRequest(FULLEST);
    if (!parsed.ok) throw new Error('the fullest request is refused');
    const hash = requestHash(parsed.request);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const permuted = permute(parsed.request, (below) => numbers.next().value % below);
        expect(hashOf(JSON.stringify(permuted))).toBe(hash);
      }),
      { numRuns: 25 },
    );
  });
});
