import type { LocationFact } from '../../../lib/decision';
import { type Changes, evaluate, line, type Surroundings } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';

const EU = { countries: ['CH'], jurisdictions: ['EU'] };

/** A platform that keeps all this in Dublin, in Dallas, or nobody knows where. */
const DUBLIN: LocationFact = {
  kind: 'known',
  country: 'IE',
  jurisdiction: 'EU',
  observed: 'kept in Dublin',
  sources: ['scope'],
};
const DALLAS: LocationFact = { ...DUBLIN, country: 'US', jurisdiction: 'US', observed: 'kept in Dallas' };
const SOMEWHERE: LocationFact = { kind: 'unknown', observed: 'kept somewhere', sources: ['scope'] };
const WITH_FIX: LocationFact = { ...SOMEWHERE, fix: 'ask the provider' };

const at = (fact: LocationFact | undefined): Surroundings => ({
  profile: { location: fact === undefined ? undefined : () => fact },
});

const RULES = [
  ['control-plane-residency', 'controlPlane', 'control plane'],
  ['backup-residency', 'backups', 'backups'],
  ['telemetry-residency', 'telemetry', 'logs and metrics'],
] as const;

describe.each(RULES)('%s', (constraint, wish, words) => {
  const asked: Changes = { residency: { [wish]: EU } };

  it.each<[string, LocationFact | undefined, Changes, string]>([
    [
      'is proven where nothing is asked',
      SOMEWHERE,
      {},
      `proven: needs ${words} anywhere; has no place is asked for`,
    ],
    [
      'is proven in a place that is allowed',
      DUBLIN,
      asked,
      `proven: needs ${words} in EU or CH; has kept in Dublin, IE (EU)`,
    ],
    [
      'is refuted in another',
      DALLAS,
      asked,
      `refuted: needs ${words} in EU or CH; has kept in Dallas, US; fix: add 'US' to 'residency.${wish}.countries'`,
    ],
    [
      'is unknown in a place that is not known',
      SOMEWHERE,
      asked,
      `unknown: needs ${words} in EU or CH; has kept somewhere; fix: choose a platform of which it is known, or take '${wish}' out of 'residency'`,
    ],
    [
      'gives the way on that the platform knows',
      WITH_FIX,
      asked,
      `unknown: needs ${words} in EU or CH; has kept somewhere; fix: ask the provider`,
    ],
    [
      'is unknown of a platform that does not answer',
      undefined,
      asked,
      `unknown: needs ${words} in EU or CH; has the platform 'eks' does not say; fix: let the profile of 'eks' answer it`,
    ],
  ])('%s', (_name, fact, changes, expected) => {
    expect(line(evaluate(constraint, EKS, changes, at(fact)))).toBe(expected);
  });

  it('asks the platform for nothing else, and names its source', () => {
    const questions: string[] = [];
    const profile = {
      location: (_candidate: unknown, what: string): LocationFact => {
        questions.push(what);
        return DALLAS;
      },
    };
    expect(evaluate(constraint, EKS, asked, { profile }).sources).toEqual(['scope']);
    expect(questions).toEqual([
      { controlPlane: 'control-plane', backups: 'backups', telemetry: 'telemetry' }[wish],
    ]);
  });

  it('does not take a wish of another kind for its own', () => {
    const others = RULES.filter(([id]) => id !== constraint).map(([, other]) => [other, EU]);
    expect(
      evaluate(constraint, EKS, { residency: Object.fromEntries([...others, ['data', EU]]) }, at(DALLAS))
        .verdict,
    ).toBe('proven');
  });
});

it.each([
  ['control-plane-residency', 'controlPlane', 'proven'],
  ['backup-residency', 'backups', 'proven'],
  ['telemetry-residency', 'telemetry', 'unknown'],
])('%s of GKE in the EU is what its documents say', (constraint, wish, verdict) => {
  const changes: Changes = { residency: { [wish]: EU } };
  expect(evaluate(constraint, 'gke/europe-west3/regional', changes).verdict).toBe(verdict);
  expect(evaluate(constraint, EKS, changes).verdict).toBe('proven');
  expect(evaluate(constraint, 'on-prem/frankfurt/kubeadm', changes).verdict).toBe('proven');
});
