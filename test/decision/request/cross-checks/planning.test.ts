import { problemsOf, withCluster, withRoot } from '../texts';

const REGIONS = ['eu-central-1', 'europe-west3'];

describe('weights', () => {
  it('weigh something', () => {
    const none =
      "must have one weight at least above 0; found none; leave 'weights' out to rank by money plus hours at their rate";
    expect(problemsOf(withCluster('weights: {}'))).toEqual([`9:14 clusters.api.weights: ${none}`]);
    expect(problemsOf(withCluster('weights: { money: 0, latency: 0 }'))).toEqual([
      `9:14 clusters.api.weights: ${none}`,
    ]);
    expect(problemsOf(withCluster('weights: { carbon: 0.5 }'))).toEqual([]);
  });

  it('are named as they are, and bounded', () => {
    expect(problemsOf(withCluster('weights: { cash: 1, hours: -1, carbon: 1000001 }'))).toEqual([
      "9:16 clusters.api.weights.cash: unknown key 'cash'; allowed here are 'money', 'hours', 'resilience', 'carbon', 'latency'",
      '9:32 clusters.api.weights.hours: must be at least 0; found -1',
      '9:44 clusters.api.weights.carbon: must be at most 1000000; found 1000001',
    ]);
  });
});

describe('overrides', () => {
  const text = withCluster('overrides: { private-ap: "Only until June", kubernetes-version: "" }');

  it('name rules that the caller has, with a reason', () => {
    expect(problemsOf(text, { constraints: ['kubernetes-version', 'private-api'] })).toEqual([
      "9:18 clusters.api.overrides.private-ap: must be the id of a rule that a reason lifts, one of 'kubernetes-version', 'private-api'; found 'private-ap'; did you mean 'private-api'?",
      "9:69 clusters.api.overrides.kubernetes-version: must be 1 to 256 characters on one line; found ''",
    ]);
  });

  it('name rules that a reason lifts where the caller tells none, and no others', () => {
    expect(problemsOf(withCluster('overrides: { telemetry-residency: a, compliance/C5: b }'))).toEqual([]);
    expect(problemsOf(withCluster('overrides: { zones: "We know." }'))).toEqual([
      expect.stringMatching(
        /^9:18 clusters\.api\.overrides\.zones: must be the id of a rule that a reason lifts, one of 'telemetry-residency', .*; found 'zones'$/,
      ),
    ]);
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/; found 'private-ap'; did you mean 'private-api'\?$/),
      "9:69 clusters.api.overrides.kubernetes-version: must be 1 to 256 characters on one line; found ''",
    ]);
  });
});

describe('planning and budget', () => {
  it('bound the horizon and the growth', () => {
    expect(
      problemsOf(
        withCluster(
          'planning: { horizonMonths: 0, growthPercentPerYear: 1001, commitment: 2-year, moving: { hours: -1 } }',
        ),
      ),
    ).toEqual([
      '9:32 clusters.api.planning.horizonMonths: must be at least 1; found 0',
      '9:57 clusters.api.planning.growthPercentPerYear: must be at most 1000; found 1001',
      "9:75 clusters.api.planning.commitment: must be one of 'none', '1-year', '3-year'; found '2-year'; did you mean '1-year'?",
      '9:100 clusters.api.planning.moving.hours: must be at least 0; found -1',
    ]);
  });

  it('knows the platforms that hours are told for', () => {
    const text = withCluster('# before', 'planning: {}').replace(
      '{ usdPerHour: 95 }',
      '{ usdPerHour: 95, effortHours: { eks: 12, onprem: 40, aks: -1 } }',
    );
    expect(problemsOf(text)).toEqual([
      "8:55 clusters.api.budget.effortHours.onprem: must be one of 'eks', 'gke', 'on-prem', 'self-managed-ec2', 'aks'; found 'onprem'; did you mean 'on-prem'?",
      '8:72 clusters.api.budget.effortHours.aks: must be at least 0; found -1',
    ]);
  });
});

describe('accounts', () => {
  it('knows the providers that promises are given to', () => {
    expect(
      problemsOf(withRoot('accounts: { commitments: { google: { unusedUsdPerMonth: 1 }, aws: {} } }')),
    ).toEqual([
      "9:28 accounts.commitments.google: must be one of 'aws', 'gcp', 'azure'; found 'google'",
      "9:62 accounts.commitments.aws.unusedUsdPerMonth: is missing (part of the promise that nothing else uses, in USD a month: so much of the machines' bill costs nothing more); add it, for instance 'unusedUsdPerMonth: 2000'",
    ]);
  });

  it('knows the regions that quotas hold in', () => {
    const text = withRoot(
      'accounts: { quotas: { eu-central1: { vcpu: 8 }, europe-west3: { vcpu: 1.5, gpu: 1 } } }',
    );
    expect(problemsOf(text, { regions: REGIONS })).toEqual([
      "9:23 accounts.quotas.eu-central1: must be the id of a region such as 'eu-central-1'; found 'eu-central1'; did you mean 'eu-central-1'?",
      '9:71 accounts.quotas.europe-west3.vcpu: must be a whole number; found 1.5',
      "9:76 accounts.quotas.europe-west3.gpu: unknown key 'gpu'; allowed here are 'vcpu', 'gpus'; did you mean 'gpus'?",
    ]);
  });

  it('limits the credit to what Google gives', () => {
    expect(
      problemsOf(
        withRoot(
          'accounts: { google: { project: acme-payments, projectNumber: "123456789012", gkeCreditUsd: 75 } }',
        ),
      ),
    ).toEqual(['9:92 accounts.google.gkeCreditUsd: must be at most 74.4; found 75']);
  });
});
