import { constraintIds, constraintsFor, overridableIds } from '../../../lib/decision';
import { passes } from '../../../lib/decision/constraints/finding';
import type { ConstraintLevel, Finding, Verdict } from '../../../lib/decision/types';
import { clusterWith, evaluate, line } from './evaluate';

const EKS = 'eks/eu-central-1/2-zones';
const ZONAL = 'gke/europe-west3/zonal';

describe('what lets a candidate through', () => {
  const found = (verdict: Verdict, overridden?: string): Finding => ({
    constraint: 'any',
    verdict,
    required: 'this',
    observed: 'that',
    fix: '',
    sources: [],
    ...(overridden !== undefined && { overridden }),
  });

  it.each<[ConstraintLevel, Verdict, string | undefined, boolean]>([
    ['hard', 'proven', undefined, true],
    ['hard', 'unknown', undefined, false],
    ['hard', 'refuted', undefined, false],
    ['hard', 'unknown', 'we know better', false],
    ['hard', 'refuted', 'we know better', false],
    ['overridable', 'proven', undefined, true],
    ['overridable', 'unknown', undefined, false],
    ['overridable', 'refuted', undefined, false],
    ['overridable', 'unknown', 'we know better', true],
    ['overridable', 'refuted', 'we know better', true],
    ['overridable', 'refuted', '', true],
    ['advisory', 'unknown', undefined, true],
    ['advisory', 'refuted', undefined, true],
  ])('of level %s, verdict %s and reason %s: %s', (level, verdict, reason, expected) => {
    expect(passes({ level }, found(verdict, reason))).toBe(expected);
  });
});

describe('a written reason', () => {
  const overrides = {
    'control-plane-availability': 'a pilot that may stand still',
    zones: 'two will do',
    'money-budget': 'we are rich',
  };

  it('stands on what it lifts, and leaves verdict and words as they are', () => {
    const plain = evaluate('control-plane-availability', ZONAL);
    const lifted = evaluate('control-plane-availability', ZONAL, { overrides });
    expect(lifted).toEqual({ ...plain, overridden: 'a pilot that may stand still' });
    expect(lifted.verdict).toBe('refuted');
  });

  it('does not stand on what is proven', () => {
    expect(evaluate('control-plane-availability', EKS, { overrides })).toEqual(
      evaluate('control-plane-availability', EKS),
    );
  });

  it('lifts no hard rule', () => {
    const found = evaluate('zones', EKS, { overrides });
    expect(found).toEqual(evaluate('zones', EKS));
    expect(line(found)).toBe(
      "refuted: needs at least 3 zones; has 2 zones; fix: lower 'availability.zones' from 3 to 2",
    );
  });

  it('lifts a regime, whether refuted or unknown', () => {
    const compliance = [{ regime: 'SecNumCloud', evidence: [] }];
    const found = evaluate('compliance/SecNumCloud', EKS, {
      security: { compliance },
      overrides: { 'compliance/SecNumCloud': 'the auditor said so' },
    });
    expect([found.verdict, found.overridden]).toEqual(['refuted', 'the auditor said so']);
  });

  it('is not read off the prototype of the table', () => {
    expect(constraintsFor(clusterWith({ overrides: Object.create({ 'private-api': 'inherited' }) }))).toEqual(
      constraintsFor(clusterWith({})),
    );
  });

  it('may name every rule that there is, those of all known regimes among them', () => {
    const compliance = [{ regime: 'ITAR', evidence: [] }];
    const cluster = clusterWith({ security: { compliance } });
    expect(constraintIds(cluster)).toEqual(constraintsFor(cluster).map(({ id }) => id));
    expect(constraintIds()).toEqual(
      expect.arrayContaining(['zones', 'stale-prices', 'compliance/PCI-DSS', 'compliance/ITAR']),
    );
    expect(new Set(constraintIds()).size).toBe(constraintIds().length);
  });

  it('lifts these rules and no others', () => {
    expect(overridableIds().filter((id) => !id.startsWith('compliance/'))).toEqual([
      'telemetry-residency',
      'private-api',
      'customer-managed-keys',
      'control-plane-availability',
      'link-reach',
      'link-latency',
      'kubernetes-version',
      'machine-quota',
      'price-age',
    ]);
    expect(overridableIds()).toEqual(expect.arrayContaining(['compliance/HIPAA', 'compliance/ITAR']));
  });
});
