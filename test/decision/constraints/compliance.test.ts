import type { ComplianceRequest } from '../../../lib/decision/request/types';
import { evaluate, line } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const GKE = 'gke/europe-west3/regional';
const GOV = 'eks/us-gov-west-1/3-zones';
const SITE = 'on-prem/frankfurt/kubeadm';

const AUDIT = { platform: 'on-prem', site: 'frankfurt', id: 'AOC-1', validUntil: '2026-12-01' };
const EXPIRED = { ...AUDIT, id: 'AOC-0', validUntil: '2026-11-30' };

type Row = readonly [
  regime: string,
  candidate: string,
  evidence: ComplianceRequest['evidence'],
  expected: string,
];

const ROWS: readonly Row[] = [
  ['PCI-DSS', EKS, [], 'proven: needs PCI-DSS for eks; has named in scope by the provider: Named.'],
  [
    'PCI-DSS',
    GOV,
    [],
    "unknown: needs PCI-DSS for eks; has read for the ordinary partition only, us-gov-west-1 is in aws-us-gov; fix: give evidence that speaks for 'eks' and is valid on 2026-12-01",
  ],
  [
    'FedRAMP-High',
    GOV,
    [],
    'proven: needs FedRAMP-High for eks; has named in scope by the provider: GovCloud only.',
  ],
  [
    'FedRAMP-High',
    EKS,
    [],
    'refuted: needs FedRAMP-High for eks; has limited to us-gov-west-1; fix: choose one of us-gov-west-1',
  ],
  [
    'SecNumCloud',
    EKS,
    [],
    "refuted: needs SecNumCloud for eks; has Not for US companies.; fix: choose another platform than 'eks' for SecNumCloud",
  ],
  // the user's evidence lifts what is unknown, and only that
  [
    'SecNumCloud',
    EKS,
    [{ platform: 'eks', id: 'X', validUntil: '2030-01-01' }],
    "refuted: needs SecNumCloud for eks; has Not for US companies.; fix: choose another platform than 'eks' for SecNumCloud",
  ],
  [
    'PCI-DSS',
    GKE,
    [],
    "unknown: needs PCI-DSS for gke; has Platform only.; fix: give evidence that speaks for 'gke' and is valid on 2026-12-01",
  ],
  [
    'PCI-DSS',
    GKE,
    [{ platform: 'gke', id: 'G-7', validUntil: '2027-01-01' }],
    'proven: needs PCI-DSS for gke; has your evidence G-7, valid until 2027-01-01',
  ],
  [
    'PCI-DSS',
    GKE,
    [AUDIT],
    "unknown: needs PCI-DSS for gke; has Platform only.; fix: give evidence that speaks for 'gke' and is valid on 2026-12-01",
  ],
  [
    'ITAR',
    EKS,
    [],
    "unknown: needs ITAR for eks; has nothing is known of eks under ITAR; fix: give evidence that speaks for 'eks' and is valid on 2026-12-01",
  ],
  [
    'PCI-DSS',
    SITE,
    [],
    "unknown: needs PCI-DSS for on-prem; has only the owner of frankfurt can show PCI-DSS; fix: give evidence that speaks for 'on-prem' at 'frankfurt' and is valid on 2026-12-01",
  ],
  // the last day counts
  [
    'PCI-DSS',
    SITE,
    [AUDIT],
    'proven: needs PCI-DSS for on-prem; has your evidence AOC-1, valid until 2026-12-01',
  ],
  [
    'PCI-DSS',
    SITE,
    [EXPIRED, AUDIT],
    'proven: needs PCI-DSS for on-prem; has your evidence AOC-1, valid until 2026-12-01',
  ],
  [
    'PCI-DSS',
    SITE,
    [EXPIRED],
    "unknown: needs PCI-DSS for on-prem; has your evidence AOC-0 ran out on 2026-11-30; only the owner of frankfurt can show PCI-DSS; fix: give evidence that speaks for 'on-prem' at 'frankfurt' and is valid on 2026-12-01",
  ],
  [
    'PCI-DSS',
    SITE,
    [{ ...AUDIT, site: 'berlin' }],
    "unknown: needs PCI-DSS for on-prem; has only the owner of frankfurt can show PCI-DSS; fix: give evidence that speaks for 'on-prem' at 'frankfurt' and is valid on 2026-12-01",
  ],
];

describe('compliance', () => {
  it.each(ROWS)('%s of %s with evidence %j', (regime, candidate, evidence, expected) => {
    const compliance = [{ regime, evidence }];
    expect(line(evaluate(`compliance/${regime}`, candidate, { security: { compliance } }))).toBe(expected);
  });

  it('names the source of what the provider documents', () => {
    const compliance = [{ regime: 'PCI-DSS', evidence: [] }];
    expect(evaluate('compliance/PCI-DSS', EKS, { security: { compliance } }).sources).toEqual(['scope']);
  });
});
