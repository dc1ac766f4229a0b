import type { Link } from '../../../lib/decision/request/types';
import { type Changes, evaluate, line, type Surroundings } from './evaluate';

const EKS = 'eks/eu-central-1/3-zones';
const ONE_NAT = 'eks/eu-central-1/3-zones-one-nat';
const NO_NAT = 'eks/eu-central-1/3-zones-no-nat';
const GKE = 'gke/europe-west3/regional';
const SITE = 'on-prem/frankfurt/kubeadm';

type Row = readonly [string, string, Changes, string, Surroundings?];

const GAP: Changes = { security: { airGap: true } };
const ADOPTED = {
  eks: { vpcId: 'vpc-1', vpcCidr: '10.9.0.0/16', privateSubnetIds: ['subnet-1', 'subnet-2', 'subnet-3'] },
} as const;

const ZONE_SAFE = 'a way out that outlives the loss of a zone';
const OFFICE: Link = { cidrs: ['10.20.0.0/16'], latencyMs: {} };

const linked = (links: Readonly<Record<string, Partial<Link>>>): Changes => ({
  links: Object.fromEntries(Object.entries(links).map(([name, link]) => [name, { ...OFFICE, ...link }])),
});

const ROWS: readonly Row[] = [
  ['air-gap', EKS, {}, 'proven: needs any way to the internet; has no air gap is asked for'],
  [
    'air-gap',
    NO_NAT,
    GAP,
    'proven: needs no way to the internet at all; has no way out; images come from a registry of the same region',
  ],
  [
    'air-gap',
    SITE,
    GAP,
    'proven: needs no way to the internet at all; has the site’s own network, as closed as its owner keeps it',
  ],
  [
    'air-gap',
    EKS,
    GAP,
    `refuted: needs no way to the internet at all; has ${ZONE_SAFE}; fix: choose a topology without NAT, or take 'security.airGap' out`,
  ],
  [
    'air-gap',
    ONE_NAT,
    GAP,
    "refuted: needs no way to the internet at all; has one way out for all zones; fix: choose a topology without NAT, or take 'security.airGap' out",
  ],
  [
    'air-gap',
    EKS,
    { ...GAP, network: { adopt: ADOPTED } },
    "unknown: needs no way to the internet at all; has the routes of the network that is adopted are not known; fix: let the decision define the network, or close it yourself and take 'security.airGap' out",
  ],

  ['internet-egress', EKS, {}, `proven: needs ${ZONE_SAFE}; has ${ZONE_SAFE}`],
  ['internet-egress', GKE, {}, `proven: needs ${ZONE_SAFE}; has ${ZONE_SAFE}`],
  ['internet-egress', SITE, {}, `proven: needs ${ZONE_SAFE}; has whatever its own network has`],
  [
    'internet-egress',
    EKS,
    { network: { adopt: ADOPTED } },
    `proven: needs ${ZONE_SAFE}; has whatever its own network has`,
  ],
  // zones that outlive a loss are worth nothing with one gateway for all
  [
    'internet-egress',
    ONE_NAT,
    {},
    `refuted: needs ${ZONE_SAFE}; has one way out for all zones; fix: accept 'network.egress: single'`,
  ],
  [
    'internet-egress',
    ONE_NAT,
    { availability: { surviveZoneLoss: false } },
    'proven: needs one way out for all zones; has one way out for all zones',
  ],
  [
    'internet-egress',
    ONE_NAT,
    { network: { egress: 'single' } },
    'proven: needs one way out for all zones; has one way out for all zones',
  ],
  [
    'internet-egress',
    EKS,
    { network: { egress: 'single' } },
    `proven: needs one way out for all zones; has ${ZONE_SAFE}`,
  ],
  [
    'internet-egress',
    ONE_NAT,
    { network: { egress: 'redundant' }, availability: { surviveZoneLoss: false } },
    `refuted: needs ${ZONE_SAFE}; has one way out for all zones; fix: accept 'network.egress: single'`,
  ],
  [
    'internet-egress',
    NO_NAT,
    { availability: { surviveZoneLoss: false } },
    "refuted: needs one way out for all zones; has no way out; fix: accept 'network.egress: none'",
  ],
  // what is said to pass the NAT cannot stand beside it
  [
    'internet-egress',
    NO_NAT,
    { traffic: { natGib: 300 } },
    `refuted: needs ${ZONE_SAFE}; has no way out; fix: accept 'network.egress: none' and leave out 'traffic.natGib', which nothing passes then`,
  ],
  ['internet-egress', NO_NAT, { network: { egress: 'none' } }, 'proven: needs no way out; has no way out'],
  [
    'internet-egress',
    SITE,
    { network: { egress: 'none' } },
    'proven: needs no way out; has whatever its own network has',
  ],
  [
    'internet-egress',
    EKS,
    { network: { egress: 'none' } },
    `refuted: needs no way out; has ${ZONE_SAFE}; fix: accept 'network.egress: redundant'`,
  ],
  // what an air gap forbids is said once, by the rule of that name
  ['internet-egress', NO_NAT, GAP, `proven: needs ${ZONE_SAFE}, or none for the air gap; has no way out`],
  ['internet-egress', EKS, GAP, `proven: needs ${ZONE_SAFE}, or none for the air gap; has ${ZONE_SAFE}`],
  [
    'internet-egress',
    ONE_NAT,
    GAP,
    `refuted: needs ${ZONE_SAFE}, or none for the air gap; has one way out for all zones; fix: accept 'network.egress: single'`,
  ],
  [
    'internet-egress',
    EKS,
    { ...GAP, network: { egress: 'none' } },
    `refuted: needs no way out; has ${ZONE_SAFE}; fix: accept 'network.egress: redundant'`,
  ],

  ['network-overlap', EKS, {}, 'proven: needs any ranges; has no link to another network is asked for'],
  [
    'network-overlap',
    EKS,
    linked({ office: { cidrs: [] } }),
    'proven: needs any ranges; has no link to another network is asked for',
    { profile: { ranges: undefined } },
  ],
  [
    'network-overlap',
    EKS,
    linked({ office: {}, plant: { cidrs: ['192.168.0.0/24'] } }),
    'proven: needs ranges apart from those of office, plant; has 10.0.0.0/16, 172.20.0.0/16',
    { profile: { ranges: () => ['10.0.0.0/16', '172.20.0.0/16'] } },
  ],
  [
    'network-overlap',
    EKS,
    linked({ office: { cidrs: ['10.0.4.0/24', '192.168.0.0/24'] }, plant: { cidrs: ['172.16.0.0/12'] } }),
    "refuted: needs ranges apart from those of office, plant; has 10.0.0.0/16 overlaps 10.0.4.0/24 of office; 172.20.0.0/16 overlaps 172.16.0.0/12 of plant; fix: give other ranges under 'network'",
    { profile: { ranges: () => ['10.0.0.0/16', '172.20.0.0/16'] } },
  ],
  [
    'network-overlap',
    EKS,
    linked({ office: {} }),
    "unknown: needs ranges apart from those of office; has the platform 'eks' does not say; fix: let the profile of 'eks' answer it",
    { profile: { ranges: undefined } },
  ],
  // a platform from outside may answer with what is no range
  [
    'network-overlap',
    EKS,
    linked({ office: {} }),
    "unknown: needs ranges apart from those of office; has 'the cluster': 'wide' is not a CIDR range; write an address and a mask such as '10.0.0.0/16'; fix: write these ranges out",
    { profile: { ranges: () => ['wide', '10.0.0.0/16'] } },
  ],

  ['link-latency', EKS, linked({ office: {} }), 'proven: needs any round trip; has no link has a limit'],
  [
    'link-latency',
    EKS,
    linked({ office: { maxLatencyMs: 20, latencyMs: { 'eu-central-1': 20 } } }),
    'proven: needs office within 20 ms; has office 20 ms',
  ],
  [
    'link-latency',
    SITE,
    linked({ office: { maxLatencyMs: 0.5, latencyMs: { frankfurt: 0.2 } } }),
    'proven: needs office within 0.5 ms; has office 0.2 ms',
  ],
  [
    'link-latency',
    EKS,
    linked({
      plant: { maxLatencyMs: 10, latencyMs: { 'eu-central-1': 12.5 } },
      office: { maxLatencyMs: 20, latencyMs: { 'eu-central-1': 25 } },
      depot: { latencyMs: { 'eu-central-1': 900 } },
    }),
    "refuted: needs office within 20 ms, plant within 10 ms; has office 25 ms, plant 12.5 ms; fix: raise 'links.office.maxLatencyMs' to 25, and raise 'links.plant.maxLatencyMs' to 12.5",
  ],
  [
    'link-latency',
    EKS,
    linked({ office: { maxLatencyMs: 20, latencyMs: { 'eu-west-1': 5 } }, plant: { maxLatencyMs: 1 } }),
    "unknown: needs office within 20 ms, plant within 1 ms; has office not measured, plant not measured; fix: measure it and give it as 'links.office.latencyMs.eu-central-1', and measure it and give it as 'links.plant.latencyMs.eu-central-1'",
  ],
  [
    'link-latency',
    EKS,
    linked({ office: { maxLatencyMs: 20, latencyMs: { 'eu-central-1': 21 } }, plant: { maxLatencyMs: 1 } }),
    "refuted: needs office within 20 ms, plant within 1 ms; has office 21 ms, plant not measured; fix: raise 'links.office.maxLatencyMs' to 21",
  ],

  [
    'link-reach',
    EKS,
    linked({ office: {} }),
    'proven: needs any place; has no line that exists is asked for',
  ],
  [
    'link-reach',
    EKS,
    linked({ office: { reaches: ['eu-central-1'] } }),
    'proven: needs a line of office; has eu-central-1 is reached',
  ],
  [
    'link-reach',
    SITE,
    linked({ plant: { reaches: [] }, office: { reaches: ['eu-central-1'] }, depot: {} }),
    "refuted: needs a line of office and plant; has no line of office and plant to frankfurt; fix: lay a line to frankfurt and add it to 'links.office.reaches', and lay a line to frankfurt and add it to 'links.plant.reaches'",
  ],
  [
    'link-reach',
    EKS,
    linked({ plant: { reaches: [] }, office: { reaches: ['eu-central-1'] } }),
    "refuted: needs a line of office and plant; has no line of plant to eu-central-1; fix: lay a line to eu-central-1 and add it to 'links.plant.reaches'",
  ],
];

describe('constraints on the network', () => {
  it.each(ROWS.map((row) => ({ name: `${row[0]} of ${row[1]} with ${JSON.stringify(row[2])}`, row })))(
    '$name',
    ({ row: [constraint, candidate, changes, expected, surroundings] }) => {
      expect(line(evaluate(constraint, candidate, changes, surroundings))).toBe(expected);
    },
  );
});
