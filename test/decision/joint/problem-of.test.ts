import type { Assessment, Finding } from '../../../lib/decision';
import { problemOf } from '../../../lib/decision/joint/problem-of';
import type { JointOption } from '../../../lib/decision/joint/types';
import type { Accounts, Request } from '../../../lib/decision/request/types';
import { type Changes, clusterWith, pool, priced, sizedAs, WITH_GPUS } from '../constraints/evaluate';
import { candidateOf, contextOf, FRANKFURT, PLAIN, requestOf } from '../requests';

const EKS = 'eks/eu-central-1/3-zones';
const GKE = 'gke/europe-west3/regional';
const SITE = 'on-prem/frankfurt/kubeadm';

const QUOTAS: Accounts['quotas'] = {
  'eu-central-1': { vcpu: 100, gpus: 16 },
  'europe-west3': { vcpu: 50 },
  'us-east-1': { gpus: 4 },
};

function assessed(id: string, changes: Partial<Assessment> = {}): Assessment {
  return {
    candidate: candidateOf(contextOf(PLAIN, { sites: { frankfurt: FRANKFURT } }), id),
    sizing: sizedAs([pool('main', 'm.xlarge', 3), pool('gpu', 'p.xlarge', 3)]),
    cost: priced({ monthlyMicroUsd: 600_000_000, withoutSpotMicroUsd: 700_000_000 }),
    hours: { lines: [], hoursPerMonth: 9.5 },
    findings: [],
    feasible: true,
    objectiveMicroUsd: 1_550_250_000,
    merits: { resilience: 3, carbonGramsPerKwh: 300, latencyMs: undefined },
    rank: 1,
    lostBecause: '',
    ...changes,
  };
}

const given = (
  options: readonly Assessment[],
  { changes = {}, more = {} }: { readonly changes?: Changes; readonly more?: Partial<Request> } = {},
) => {
  const cluster = clusterWith(changes);
  const request = {
    ...requestOf({ api: cluster }, { frankfurt: FRANKFURT }),
    accounts: { commitments: {}, quotas: QUOTAS },
    ...more,
  };
  return problemOf(request, WITH_GPUS, [{ clusterKey: 'api', cluster, options, pinned: false }]);
};

const optionsOf = (...parameters: Parameters<typeof given>): readonly JointOption[] =>
  given(...parameters).clusters.flatMap(({ options }) => options);

const QUOTA: Finding = {
  constraint: 'machine-quota',
  verdict: 'refuted',
  required: '',
  observed: '',
  fix: '',
  sources: [],
};

describe('the problem of several clusters', () => {
  it('has what each could be in numbers, from the best of its own on', () => {
    expect(given([assessed(EKS), assessed(SITE, { objectiveMicroUsd: 2_000_000_000 })]).clusters).toEqual([
      {
        key: 'api',
        options: [
          {
            id: EKS,
            rank: 1,
            cost: 1_550_250_000,
            money: 700_000_000,
            hours: 9_500_000,
            spot: { place: 'aws/eu-central-1', provider: 'aws', jurisdiction: 'EU', exclusive: false },
            // 3 × 4 and 3 × 8
            uses: { 'eu-central-1/vCPU': 36, 'eu-central-1/GPUs': 12 },
          },
          {
            id: SITE,
            rank: 2,
            cost: 2_000_000_000,
            money: 700_000_000,
            hours: 9_500_000,
            spot: {
              place: 'site/frankfurt',
              provider: 'operator/your own organisation',
              jurisdiction: 'EU',
              exclusive: true,
            },
            uses: {},
          },
        ],
      },
    ]);
  });

  it('has the quotas that are named, by region and unit', () => {
    expect(given([]).quotas).toEqual({
      'eu-central-1/vCPU': 100,
      'eu-central-1/GPUs': 16,
      'europe-west3/vCPU': 50,
      'us-east-1/GPUs': 4,
    });
  });

  it('has the limits that are set, in millionths', () => {
    expect(given([]).limits).toEqual({});
    expect(given([], { more: { budget: { usdPerMonth: 1_234.5 } } }).limits).toEqual({
      money: 1_234_500_000,
    });
    expect(given([], { more: { budget: { hoursPerMonth: 12.25 } } }).limits).toEqual({ hours: 12_250_000 });
  });

  it('has the relations of its clusters alone, the lesser first', () => {
    const cluster = PLAIN;
    const request = {
      ...requestOf({ a: cluster, b: cluster, c: cluster }),
      relations: [
        { primary: 'b', standby: 'a', apart: ['region' as const] },
        { primary: 'a', standby: 'b', apart: ['provider' as const] },
        { primary: 'a', standby: 'c', apart: ['region' as const] },
        { primary: 'c', standby: 'b', apart: ['region' as const] },
      ],
    };
    const clusters = ['a', 'b'].map((clusterKey) => ({ clusterKey, cluster, options: [], pinned: false }));
    expect(problemOf(request, WITH_GPUS, clusters).bonds).toEqual([
      { between: [0, 1], apart: ['region'] },
      { between: [0, 1], apart: ['provider'] },
    ]);
  });
});

describe('what an option costs', () => {
  it('is money and hours, and nothing where no price is known', () => {
    const [option] = optionsOf([
      assessed(GKE, {
        objectiveMicroUsd: undefined,
        cost: { kind: 'unknown', lines: [], missing: ['nodes'] },
      }),
    ]);
    expect(option).toMatchObject({ cost: 0, money: 0 });
  });

  it('is the bill with interruptible machines where their risk is accepted', () => {
    const [option] = optionsOf([assessed(GKE)], { changes: { budget: { acceptSpotRisk: true } } });
    expect(option?.money).toBe(600_000_000);
  });

  it('is the part of its score that is missing, in whole dollars of what the best costs', () => {
    const costs = optionsOf([
      assessed(EKS, { scorePpm: 900_000 }),
      assessed(GKE, { scorePpm: 650_000, objectiveMicroUsd: 1 }),
    ]).map(({ cost }) => cost);
    expect(costs).toEqual([155_100_000, 542_850_000]);
    const free = optionsOf([assessed(EKS, { scorePpm: 900_000, objectiveMicroUsd: 0 })]);
    expect(free[0]?.cost).toBe(100_000);
    const unknown = optionsOf([assessed(EKS, { scorePpm: 900_000, objectiveMicroUsd: undefined })]);
    expect(unknown[0]?.cost).toBe(100_000);
  });
});

describe('what an option takes of a quota', () => {
  const uses = (...parameters: Parameters<typeof given>) => optionsOf(...parameters)[0]?.uses;

  it('is what its machines have of the units that the quota names', () => {
    expect(uses([assessed(GKE, { sizing: sizedAs([pool('main', 'e-standard-4', 3)]) })])).toEqual({
      'europe-west3/vCPU': 12,
    });
    expect(uses([assessed('eks/us-east-1/3-zones')])).toEqual({ 'us-east-1/GPUs': 12 });
  });

  it('is nothing where no machine of it is known', () => {
    expect(uses([assessed(EKS, { sizing: sizedAs([pool('main', 'x.large', 3)]) })])).toEqual({
      'eu-central-1/vCPU': 0,
      'eu-central-1/GPUs': 0,
    });
    expect(uses([assessed(EKS, { sizing: { kind: 'too-small', reason: 'too large' } })])).toEqual({});
  });

  it('is nothing without a quota of its region, and none on a site of that name', () => {
    expect(uses([assessed('gke/europe-west6/regional')])).toEqual({});
    const quotas = { frankfurt: { vcpu: 8 } };
    expect(uses([assessed(SITE)], { more: { accounts: { commitments: {}, quotas } } })).toEqual({});
  });

  it('is nothing where the request overrides the rule', () => {
    const lifted: Finding = { ...QUOTA, overridden: 'it is being raised' };
    const other: Finding = { ...QUOTA, constraint: 'addresses', overridden: 'more to come' };
    expect(uses([assessed(EKS, { findings: [QUOTA, other] })])).toEqual({
      'eu-central-1/vCPU': 36,
      'eu-central-1/GPUs': 12,
    });
    expect(uses([assessed(EKS, { findings: [other, lifted] })])).toEqual({});
  });
});
