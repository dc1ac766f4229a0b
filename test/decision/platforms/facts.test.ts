import type {
  Candidate,
  ClusterContext,
  LocationFact,
  PlatformFact,
  PlatformProfile,
} from '../../../lib/decision';
import { around } from '../cost/bill-of';
import { candidateOf } from '../requests';

const EKS = 'eks/eu-central-1/3-zones';
const AUTO = 'eks/eu-central-1/auto-3-zones';
const GKE = 'gke/europe-west3/regional';
const AUTOPILOT = 'gke/europe-west3/autopilot';
const SITE = 'on-prem/frankfurt/kubeadm';
const EC2 = 'self-managed-ec2/eu-central-1/3-zones';
const AKS = 'aks/westeurope/3-zones';

function asked<T>(
  id: string,
  question: (profile: PlatformProfile, candidate: Candidate, context: ClusterContext) => T,
  changes: Parameters<typeof around>[0] = {},
): T {
  const context = around(changes);
  const candidate = candidateOf(context, id);
  const profile = context.profiles.find((item) => item.id === candidate.platform);
  if (profile === undefined) throw new Error(`no platform of '${id}'`);
  return question(profile, candidate, context);
}

describe('whether kubewhere defines it', () => {
  it.each([
    [EKS, 'proven'],
    ['eks/eu-central-1/2-zones-one-nat', 'proven'],
    ['eks/eu-central-1/3-zones-no-nat', 'proven'],
    [GKE, 'proven'],
    ['gke/europe-west3/zonal-no-nat', 'proven'],
    [SITE, 'proven'],
    [AUTO, 'refuted'],
    [AUTOPILOT, 'refuted'],
    [EC2, 'refuted'],
    [AKS, 'refuted'],
  ])('of %s is %s', (id, verdict) => {
    const fact = asked(id, (profile, candidate, context) => profile.construct?.(candidate, context));
    expect(fact?.verdict).toBe(verdict);
  });

  it('is said in words, with a way on', () => {
    expect(asked(AKS, (profile, candidate, context) => profile.construct?.(candidate, context))).toEqual({
      verdict: 'refuted',
      observed: 'no construct in this version',
      fix: 'choose a platform that is defined, or build it by other means',
      sources: [],
    });
  });
});

describe('machines for one tenant, and machines with encrypted memory', () => {
  const tenancyOf = (id: string, tenancy: 'dedicated' | 'confidential'): PlatformFact | undefined =>
    asked(id, (profile, candidate, context) => profile.tenancy?.(candidate, tenancy, context));

  it.each([
    [EKS, 'refuted', 'refuted'],
    [GKE, 'refuted', 'refuted'],
    [EC2, 'unknown', 'unknown'],
    [AKS, 'unknown', 'unknown'],
    [SITE, 'proven', 'unknown'],
  ])('on %s are %s and %s', (id, dedicated, confidential) => {
    expect([tenancyOf(id, 'dedicated')?.verdict, tenancyOf(id, 'confidential')?.verdict]).toEqual([
      dedicated,
      confidential,
    ]);
  });

  it('are refused where no construct asks for them, and the answer says so', () => {
    expect(tenancyOf(EKS, 'dedicated')).toEqual({
      verdict: 'refuted',
      observed: 'nodes are defined on shared hosts; no construct in this version asks for others',
      fix: 'choose an own site, whose machines serve nobody else',
      sources: [],
    });
    expect(tenancyOf(SITE, 'dedicated')?.observed).toBe('the machines are your own');
  });
});

describe('where things are', () => {
  const locationOf = (
    id: string,
    what: 'control-plane' | 'backups' | 'telemetry',
  ): LocationFact | undefined =>
    asked(id, (profile, candidate, context) => profile.location?.(candidate, what, context));

  it.each([
    [EKS, 'control-plane', 'DE', 'EU', 'AWS runs it in the region', ['regions']],
    [EKS, 'backups', 'DE', 'EU', 'none is made outside the region', ['regions']],
    [EKS, 'telemetry', 'DE', 'EU', 'CloudWatch keeps logs and metrics in the region', ['regions']],
    [GKE, 'control-plane', 'DE', 'EU', 'Google runs it in the region', ['regions']],
    [GKE, 'backups', 'DE', 'EU', 'none is made outside the region', ['regions']],
    [AKS, 'control-plane', 'NL', 'EU', 'Microsoft runs it in the region', ['regions']],
    [AKS, 'backups', 'NL', 'EU', 'none is made outside the region', ['regions']],
    [AKS, 'telemetry', 'NL', 'EU', 'the workspace for logs and metrics is made in the region', ['regions']],
    [EC2, 'control-plane', 'DE', 'EU', 'your own machines in the region', ['regions']],
    [EC2, 'telemetry', 'DE', 'EU', 'nothing is sent anywhere', ['regions']],
    [SITE, 'control-plane', 'DE', 'EU', 'your own machines at the site', []],
    [SITE, 'backups', 'DE', 'EU', 'none is made outside the site', []],
    [SITE, 'telemetry', 'DE', 'EU', 'nothing is sent anywhere', []],
  ] as const)('of %s: %s in %s, %s', (id, what, country, jurisdiction, observed, sources) => {
    expect(locationOf(id, what)).toEqual({ kind: 'known', country, jurisdiction, observed, sources });
  });

  it('is unknown of the logs of GKE, which are global unless the organization chose', () => {
    expect(locationOf(GKE, 'telemetry')).toEqual({
      kind: 'unknown',
      observed:
        'logs go to Cloud Logging, whose default bucket is global unless the organization set a location',
      fix: "set a default storage location of Cloud Logging for the organization, and give that as the reason under 'overrides'",
      sources: [],
    });
  });
});

describe('the ranges that a cluster would use', () => {
  const rangesOf = (id: string, changes: Parameters<typeof around>[0] = {}): readonly string[] | undefined =>
    asked(id, (profile, candidate, context) => profile.ranges?.(candidate, context), changes);

  it('are the defaults of what is defined', () => {
    expect(rangesOf(EKS)).toEqual(['10.0.0.0/16', '172.20.0.0/16']);
    expect(rangesOf(GKE)).toEqual(['10.0.0.0/20', '10.4.0.0/14', '10.8.0.0/20', '172.16.0.0/28']);
    expect(rangesOf(EC2)).toEqual(['10.0.0.0/16', '10.244.0.0/16', '10.96.0.0/16']);
    expect(rangesOf(AKS)).toEqual(['10.224.0.0/12', '10.244.0.0/16', '10.0.0.0/16']);
  });

  it('on a site are pods, Services and each machine', () => {
    expect(rangesOf(SITE)?.slice(0, 4)).toEqual([
      '10.244.0.0/16',
      '10.96.0.0/16',
      '10.20.0.11/32',
      '10.20.0.12/32',
    ]);
  });

  it('are those of the request where it names any', () => {
    const network = { nodeCidr: '10.64.0.0/16', podCidr: '10.68.0.0/14', serviceCidr: '10.72.0.0/20' };
    expect(rangesOf(EKS, { network })).toEqual(['10.64.0.0/16', '10.72.0.0/20']);
    expect(rangesOf(GKE, { network })).toEqual([
      '10.64.0.0/16',
      '10.68.0.0/14',
      '10.72.0.0/20',
      '172.16.0.0/28',
    ]);
    expect(rangesOf(SITE, { network })?.slice(0, 2)).toEqual(['10.68.0.0/14', '10.72.0.0/20']);
  });

  it('are those of a network that exists', () => {
    const adopt = {
      eks: { vpcId: 'vpc-1', vpcCidr: '10.9.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2'] },
      gke: {
        network: 'n',
        subnetwork: 's',
        nodeCidr: '10.1.0.0/20',
        podRangeName: 'pods',
        podCidr: '10.2.0.0/16',
        serviceRangeName: 'services',
        serviceCidr: '10.3.0.0/20',
      },
    };
    expect(rangesOf(EKS, { network: { adopt } })).toEqual(['10.9.0.0/16', '172.20.0.0/16']);
    expect(rangesOf(GKE, { network: { adopt } })).toEqual(['10.1.0.0/20', '10.2.0.0/16', '10.3.0.0/20']);
  });
});

describe('the hours of people', () => {
  const hoursOf = (id: string, changes: Parameters<typeof around>[0] = {}) =>
    asked(id, (profile, candidate, context) => profile.hours(candidate, context), changes);

  it.each([
    [EKS, 12],
    [AUTO, 5],
    [GKE, 9],
    [AUTOPILOT, 4],
    [EC2, 30],
    [AKS, 9],
    [SITE, 36],
  ])('of %s are %i, each line an assumption with its reason', (id, hours) => {
    const lines = hoursOf(id);
    expect(lines.reduce((sum, line) => sum + line.hoursPerMonth, 0)).toBe(hours);
    expect(lines.every((line) => line.kind === 'assumption' && line.rationale !== '')).toBe(true);
  });

  it('are the user’s own where the request says so, in one line', () => {
    const budget = { effortHours: { eks: 2.5 } };
    const own = [
      {
        label: 'Your own people',
        hoursPerMonth: 2.5,
        kind: 'user',
        rationale: "The request says so in 'budget.effortHours.eks'.",
      },
    ];
    expect(hoursOf(EKS, { budget })).toEqual(own);
    expect(hoursOf(AUTO, { budget })).toEqual(own);
    expect(hoursOf(GKE, { budget })).toHaveLength(1);
    expect(hoursOf(GKE, { budget })[0]?.kind).toBe('assumption');
  });

  it('of a way that nobody has reckoned are those of the platform', () => {
    const context = around({});
    const catalog = {
      ...context.catalog,
      hours: context.catalog.hours.filter(({ platform }) => platform !== 'eks-auto'),
    };
    const profile = context.profiles.find(({ id }) => id === 'eks');
    expect(
      profile?.hours(candidateOf(context, AUTO), { ...context, catalog }).map((line) => line.hoursPerMonth),
    ).toEqual([4, 8]);
  });
});

describe('a compliance regime', () => {
  it.each([
    [EKS, 'PCI-DSS', 'proven', 'named in scope by the provider: Named.'],
    [AUTO, 'PCI-DSS', 'proven', 'named in scope by the provider: Named.'],
    [AUTOPILOT, 'PCI-DSS', 'unknown', 'Platform only.'],
    [EC2, 'PCI-DSS', 'unknown', 'nothing is known of ec2 under PCI-DSS'],
    [AKS, 'PCI-DSS', 'unknown', 'nothing is known of aks under PCI-DSS'],
    [SITE, 'PCI-DSS', 'unknown', 'only the owner of frankfurt can show PCI-DSS'],
    [EKS, 'FedRAMP-High', 'refuted', 'limited to us-gov-west-1'],
  ])('of %s: %s is %s, %s', (id, regime, verdict, observed) => {
    const fact = asked(id, (profile, candidate, context) => profile.compliance(candidate, regime, context));
    expect([fact.verdict, fact.observed]).toEqual([verdict, observed]);
  });
});

describe('API, keys and version', () => {
  it.each([EKS, AUTO, GKE, AUTOPILOT, SITE, EC2, AKS])('of %s can be had as a request asks', (id) => {
    const verdicts = asked(id, (profile, candidate, context) => [
      profile.privateApi?.(candidate, context).verdict,
      profile.customerManagedKeys?.(candidate, context).verdict,
    ]);
    expect(verdicts).toEqual(['proven', 'proven']);
  });

  it.each([
    [EKS, 'proven', 'standard'],
    [GKE, 'proven', 'standard'],
    [AKS, 'unknown', undefined],
    [SITE, 'proven', undefined],
    [EC2, 'proven', undefined],
  ])('of %s: the version is %s, in phase %s', (id, verdict, phase) => {
    const found = asked(id, (profile, candidate, context) => [
      profile.kubernetesVersion?.(candidate, context).verdict,
      profile.supportPhase?.(candidate, context),
    ]);
    expect(found).toEqual([verdict, phase]);
  });
});
