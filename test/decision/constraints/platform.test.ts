import type { PlatformFact, PlatformProfile } from '../../../lib/decision';
import type { Site } from '../../../lib/decision/request/types';
import { FRANKFURT, machine } from '../requests';
import { type Changes, evaluate, line, type Surroundings } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const EKS_2 = 'eks/eu-central-1/2-zones';
const GKE = 'gke/europe-west3/regional';
const ZONAL = 'gke/europe-west3/zonal';
const SITE = 'on-prem/frankfurt/kubeadm';
const SMALL_SITE = 'on-prem/frankfurt/kubeadm';
const NO_ZONES_KNOWN = 'eks/me-west-1/3-zones';

/** A platform that answers no question that it may leave open. */
const SILENT: Partial<PlatformProfile> = {
  privateApi: undefined,
  customerManagedKeys: undefined,
  kubernetesVersion: undefined,
  construct: undefined,
  tenancy: undefined,
};

type Row = readonly [string, string, Changes, string, Surroundings?];

const ONE_RACK: Site = {
  ...FRANKFURT,
  machines: { cp: machine('control-plane', 'r1', 11), w: machine('worker', 'r1', 21) },
};

const WITHOUT_WORKERS: Site = {
  ...FRANKFURT,
  machines: { cp: machine('control-plane', 'r1', 11) },
};

const ROWS: readonly Row[] = [
  ['construct-available', EKS, {}, 'proven: needs a construct that defines it; has defined in Terraform'],
  [
    'construct-available',
    EKS,
    {},
    'proven: needs a construct that defines it; has defined in Terraform',
    { profile: SILENT },
  ],
  [
    'construct-available',
    'eks/eu-central-1/auto-3-zones',
    {},
    'refuted: needs a construct that defines it; has no construct in this version; fix: choose a platform that is defined, or build it by other means',
  ],
  [
    'construct-available',
    EKS,
    {},
    'unknown: needs a construct that defines it; has perhaps; fix: try it',
    {
      profile: { construct: () => ({ verdict: 'unknown', observed: 'perhaps', fix: 'try it', sources: [] }) },
    },
  ],

  [
    'tenancy',
    EKS,
    {},
    'proven: needs machines that may be shared; has no machines of your own are asked for',
  ],
  [
    'tenancy',
    SITE,
    { security: { tenancy: 'dedicated' } },
    'proven: needs machines of your own; has the machines are your own',
  ],
  [
    'tenancy',
    EKS,
    { security: { tenancy: 'dedicated' } },
    'refuted: needs machines of your own; has nodes are defined on shared hosts; no construct in this version asks for others; fix: choose an own site, whose machines serve nobody else',
  ],
  [
    'tenancy',
    SITE,
    { security: { tenancy: 'confidential' } },
    "unknown: needs machines with encrypted memory; has whether the processors of the site encrypt memory is not known; fix: set 'security.tenancy' to 'dedicated'",
  ],

  [
    'private-api',
    EKS,
    {},
    'refuted: needs private API; has listens on the internet; fix: build your own',
    {
      profile: {
        privateApi: () => ({
          verdict: 'refuted',
          observed: 'listens on the internet',
          fix: 'build your own',
          sources: [],
        }),
      },
    },
  ],
  [
    'private-api',
    EKS,
    { security: { apiAccess: { exposure: 'restricted', cidrs: ['203.0.113.0/24'] } } },
    'proven: needs restricted API; has no private API is asked for',
    { profile: SILENT },
  ],
  ['private-api', EKS, {}, 'proven: needs private API; has endpoint inside the VPC only'],
  ['private-api', GKE, {}, 'proven: needs private API; has private endpoint only'],
  ['private-api', SITE, {}, 'proven: needs private API; has the API listens in the network of the site'],
  [
    'private-api',
    EKS,
    { security: { apiAccess: { exposure: 'public' } } },
    'proven: needs public API; has no private API is asked for',
  ],

  [
    'customer-managed-keys',
    EKS,
    {},
    'proven: needs a key of your own; has envelope encryption with a KMS key of your own',
  ],
  [
    'customer-managed-keys',
    GKE,
    {},
    'proven: needs a key of your own; has application-layer encryption with a Cloud KMS key of your own',
  ],
  [
    'customer-managed-keys',
    SITE,
    {},
    'proven: needs a key of your own; has the key is made and stays on the control-plane machines',
  ],
  [
    'customer-managed-keys',
    SITE,
    { security: { customerManagedKeys: false } },
    'proven: needs any key; has no key of your own is asked for',
  ],

  [
    'control-plane-availability',
    GKE,
    {},
    'proven: needs highly available control plane; has highly available',
  ],
  [
    'control-plane-availability',
    ZONAL,
    {},
    "refuted: needs highly available control plane; has a single control plane; fix: accept 'availability.controlPlane: single'",
  ],
  [
    'control-plane-availability',
    ZONAL,
    { availability: { controlPlane: 'single' } },
    'proven: needs any control plane; has a single control plane',
  ],
  [
    'control-plane-availability',
    SMALL_SITE,
    {},
    "refuted: needs highly available control plane; has a single control plane; fix: give 'frankfurt' three control-plane machines, or accept 'availability.controlPlane: single'",
    { site: ONE_RACK },
  ],

  ['zones', EKS, {}, 'proven: needs at least 3 zones; has 3 zones'],
  ['zones', EKS, { availability: { zones: 1 } }, 'proven: needs at least 1 zone; has 3 zones'],
  [
    'zones',
    EKS_2,
    {},
    "refuted: needs at least 3 zones; has 2 zones; fix: lower 'availability.zones' from 3 to 2",
  ],
  ['zones', SITE, {}, 'proven: needs at least 3 racks; has 3 racks'],
  [
    'zones',
    SMALL_SITE,
    {},
    "refuted: needs at least 3 racks; has 1 rack; fix: lower 'availability.zones' from 3 to 1",
    { site: ONE_RACK },
  ],
  [
    'zones',
    NO_ZONES_KNOWN,
    {},
    'unknown: needs at least 3 zones; has the number of zones of me-west-1 is not known; fix: choose a region of which it is known',
  ],
  // lowering the number would not do where none is known
  [
    'zones',
    'eks/me-west-1/2-zones',
    {},
    'refuted: needs at least 3 zones; has 2 zones; fix: choose a region of which it is known',
  ],
  [
    'zones',
    SMALL_SITE,
    {},
    "refuted: needs at least 3 racks; has 0 racks; fix: give 'frankfurt' workers",
    { site: WITHOUT_WORKERS },
  ],
  [
    'zones',
    'eks/us-west-1/3-zones',
    {},
    'refuted: needs at least 3 zones; has us-west-1 has 2 zones, 3-zones takes 3; fix: choose a topology of 2 zones, or another region',
  ],

  [
    'kubernetes-version',
    EKS,
    {},
    'proven: needs version 1.35 supported on 2026-12-01; has standard support until 2027-03-27',
  ],
  [
    'kubernetes-version',
    EKS,
    { kubernetesVersion: '1.33' },
    'proven: needs version 1.33 supported on 2026-12-01; has extended support until 2027-07-29, at the extended fee',
  ],
  [
    'kubernetes-version',
    EKS,
    { kubernetesVersion: '1.31' },
    'refuted: needs version 1.31 supported on 2026-12-01; has support ended on 2026-11-26; fix: choose a version in standard support on that date: 1.35',
  ],
  [
    'kubernetes-version',
    EKS,
    { kubernetesVersion: '1.99' },
    'unknown: needs version 1.99 supported on 2026-12-01; has no support window of 1.99 is known; fix: choose a version in standard support on that date: 1.35',
  ],
  [
    'kubernetes-version',
    GKE,
    { kubernetesVersion: '1.34' },
    'unknown: needs version 1.34 supported on 2026-12-01; has standard support ended on 2026-10-01; how long an extended one lasts is not known; fix: choose a version in standard support on that date: 1.35',
  ],
  [
    'kubernetes-version',
    SITE,
    { kubernetesVersion: '1.99' },
    'proven: needs version 1.99 supported on 2026-12-01; has the version is the owner’s own choice of packages',
  ],
];

describe('constraints on what a platform does', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} of ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, expected, surroundings] }) => {
      expect(line(evaluate(constraint, candidate, changes, surroundings))).toBe(expected);
    },
  );

  it.each<[string, string, Changes]>([
    ['private-api', 'private API', {}],
    ['customer-managed-keys', 'a key of your own', {}],
    ['kubernetes-version', 'version 1.35 supported on 2026-12-01', {}],
    ['tenancy', 'machines of your own', { security: { tenancy: 'dedicated' } }],
    ['tenancy', 'machines with encrypted memory', { security: { tenancy: 'confidential' } }],
  ])('%s is unknown of a platform that does not answer', (constraint, required, changes) => {
    expect(line(evaluate(constraint, EKS, changes, { profile: SILENT }))).toBe(
      `unknown: needs ${required}; has the platform 'eks' does not say; fix: let the profile of 'eks' answer it`,
    );
  });

  it('tell a way on where the platform that says no tells none', () => {
    const no = (): PlatformFact => ({ verdict: 'refuted', observed: 'no', sources: ['scope'] });
    const profile = { privateApi: no, customerManagedKeys: no, tenancy: no };
    const changes: Changes = { security: { tenancy: 'dedicated' } };
    const found = ['private-api', 'customer-managed-keys', 'tenancy'].map((constraint) =>
      evaluate(constraint, EKS, changes, { profile }),
    );
    expect(found.map(({ fix }) => fix)).toEqual([
      "accept another 'security.apiAccess.exposure'",
      "accept 'security.customerManagedKeys: false'",
      "accept 'security.tenancy: shared'",
    ]);
    expect(found.map(({ sources }) => sources)).toEqual([['scope'], ['scope'], ['scope']]);
  });
});
