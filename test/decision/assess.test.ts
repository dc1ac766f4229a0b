import { candidatesOf, judge } from '../../lib/decision/assess';
import type { Constraint, Finding, PlatformProfile, Verdict } from '../../lib/decision/types';
import { contextOn, type ToyPlatform } from './explanation/toy-profiles';

const PLATFORM: ToyPlatform = { id: 'toy', bill: (cpu) => [cpu, cpu, cpu], hours: 2.5 };

/** A rule of that verdict that counts how often it is asked. */
function rule(
  changes: Partial<Constraint> & { readonly verdict?: Verdict; readonly overridden?: string } = {},
): { readonly constraint: Constraint; asked: number } {
  const { verdict = 'proven', overridden, ...others } = changes;
  const counted = {
    asked: 0,
    constraint: {
      id: 'rule',
      title: 'A rule',
      rationale: 'Of the tests.',
      level: 'hard' as const,
      dependsOn: 'candidate' as const,
      evaluate: ({ candidate }): Finding => {
        counted.asked += 1;
        return {
          constraint: 'rule',
          verdict,
          required: 'it',
          observed: candidate.place.id,
          fix: '',
          sources: [],
          ...(overridden !== undefined && { overridden }),
        };
      },
      ...others,
    } satisfies Constraint,
  };
  return counted;
}

const context = contextOn([PLATFORM]);
const [profile] = context.profiles as readonly [PlatformProfile];
const [candidate] = profile.candidates(context);
if (candidate === undefined) throw new Error('a toy platform has a candidate');

const judgeBy = (...rules: readonly { readonly constraint: Constraint }[]) =>
  judge(
    profile,
    candidate,
    context,
    undefined,
    rules.map(({ constraint }) => constraint),
  );

describe('a candidate judged', () => {
  it('carries its objective, its merits, and no score without weights', () => {
    expect(judgeBy()).toMatchObject({
      feasible: true,
      objectiveMicroUsd: 10_500_000,
      merits: { resilience: 3, carbonGramsPerKwh: undefined, latencyMs: undefined },
    });
    expect(judgeBy()).not.toHaveProperty('scorePpm');
  });

  it('carries a score with weights', () => {
    const weights = { money: 0, hours: 1, resilience: 0, carbon: 0, latency: 0 };
    const weighted = contextOn([PLATFORM], { weights });
    const [other] = weighted.profiles as readonly [PlatformProfile];
    expect(judge(other, candidate, weighted, undefined, []).scorePpm).toBe(968_750);
  });

  it('has no objective without a price', () => {
    const closed = contextOn([{ ...PLATFORM, bill: () => undefined }]);
    const [other] = closed.profiles as readonly [PlatformProfile];
    expect(judge(other, candidate, closed, undefined, []).objectiveMicroUsd).toBeUndefined();
  });

  it.each<[string, Parameters<typeof rule>[0], boolean]>([
    ['passes what is proven', {}, true],
    ['does not pass what is refuted', { verdict: 'refuted' }, false],
    ['does not pass what is unknown', { verdict: 'unknown' }, false],
    ['passes what only advises', { verdict: 'refuted', level: 'advisory' }, true],
    [
      'passes what the request overrides',
      { verdict: 'unknown', level: 'overridable', overridden: 'we know' },
      true,
    ],
    [
      'does not pass what could be overridden and is not',
      { verdict: 'unknown', level: 'overridable' },
      false,
    ],
    ['does not pass a hard rule for any reason', { verdict: 'refuted', overridden: 'we know' }, false],
  ])('%s', (_name, changes, feasible) => {
    const other = rule();
    expect(judgeBy(rule(changes), other).feasible).toBe(feasible);
    expect(other.asked).toBe(1);
  });

  it('marks what a rule found that only advises, unless it is proven', () => {
    expect(judgeBy(rule({ verdict: 'refuted', level: 'advisory' })).findings[0]?.advisory).toBe(true);
    expect(judgeBy(rule({ level: 'advisory' })).findings[0]).not.toHaveProperty('advisory');
    expect(judgeBy(rule({ verdict: 'refuted' })).findings[0]).not.toHaveProperty('advisory');
  });
});

describe('a rule that depends on the place alone', () => {
  const placed = () => rule({ dependsOn: 'place', verdict: 'unknown' });
  const at = (id: string) => ({
    ...candidate,
    place: { ...candidate.place, id },
  });
  const judgeAt = (of: typeof candidate, constraint: Constraint, where = context) =>
    judge(profile, of, where, undefined, [constraint]);

  it('is asked once for each place, and all candidates there share what it found', () => {
    const counted = placed();
    const first = judgeAt(at('a'), counted.constraint);
    const second = judgeAt({ ...at('a'), id: 'another' }, counted.constraint);
    expect(second.findings[0]).toBe(first.findings[0]);
    expect(Object.isFrozen(first.findings[0])).toBe(true);
    expect(judgeAt(at('b'), counted.constraint).findings[0]?.observed).toBe('b');
    expect(counted.asked).toBe(2);
  });

  it('tells a site from a region of the same name', () => {
    const counted = placed();
    judgeAt(at('a'), counted.constraint);
    const site = {
      ...candidate,
      place: { ...candidate.place, kind: 'site', site: { machines: {} } } as never,
    };
    judgeAt(site, counted.constraint);
    expect(counted.asked).toBe(2);
  });

  it('tells regions of the same name at two providers apart', () => {
    const counted = placed();
    judgeAt(at('a'), counted.constraint);
    judgeAt(
      { ...candidate, place: { ...candidate.place, id: 'a', provider: 'gcp' } as never },
      counted.constraint,
    );
    expect(counted.asked).toBe(2);
  });

  it('is asked anew for another request and for another rule', () => {
    const counted = placed();
    judgeAt(at('a'), counted.constraint);
    judgeAt(at('a'), counted.constraint, { ...context });
    expect(counted.asked).toBe(2);
    const other = placed();
    judgeAt(at('a'), other.constraint);
    expect(other.asked).toBe(1);
  });

  it('is the only kind that is shared', () => {
    const counted = rule({ verdict: 'unknown' });
    judgeAt(at('a'), counted.constraint);
    judgeAt(at('a'), counted.constraint);
    expect(counted.asked).toBe(2);
  });
});

describe('the candidates of all platforms', () => {
  it('are there once each, with the profile that named them first', () => {
    const twice = contextOn([PLATFORM, PLATFORM, { ...PLATFORM, id: 'other' }]);
    const found = candidatesOf(twice);
    expect(found.map(({ candidate }) => candidate.id)).toEqual(['toy/a/3-zones', 'other/a/3-zones']);
    expect(found[0]?.profile).toBe(twice.profiles[0]);
  });
});
