import { meritsOf } from '../../lib/decision/merits';
import type { Link, Machine, Site } from '../../lib/decision/request/types';
import type { Candidate, Merits } from '../../lib/decision/types';
import { contextOf, FRANKFURT, machine, PLAIN } from './requests';
import { SMALL } from './small-catalog';

const CANDIDATE: Candidate = {
  id: 'eks/eu-central-1/3-zones',
  platform: 'eks',
  place: {
    kind: 'region',
    provider: 'aws',
    id: 'eu-central-1',
    name: 'Frankfurt',
    country: 'DE',
    jurisdiction: 'EU',
    operator: { legalEntity: 'Clouds, Inc.', jurisdiction: 'US', ultimateParent: 'US' },
    zones: 3,
    partition: 'aws',
    restricted: false,
  },
  topology: '3-zones',
  controlPlane: 'highly-available',
  zones: 3,
  nodes: 'pools',
  egress: 'redundant',
};

const merits = (changes: Partial<Candidate>, links: Readonly<Record<string, Link>> = {}): Merits =>
  meritsOf({ ...CANDIDATE, ...changes }, contextOf({ ...PLAIN, links }));

const resilience = (changes: Partial<Candidate>): number => merits(changes).resilience;

/** A site with these control-plane machines by rack. */
function siteWith(racks: readonly string[], changes: Partial<Site> = {}): Partial<Candidate> {
  const machines: Record<string, Machine> = {};
  for (const [index, rack] of racks.entries())
    machines[`cp-${index}`] = machine('control-plane', rack, index);
  for (const rack of ['r1', 'r2', 'r3', 'r4']) machines[`w-${rack}`] = machine('worker', rack, 99);
  const site: Site = { ...FRANKFURT, machines, ...changes };
  const place = { ...CANDIDATE.place, kind: 'site' as const, zones: 4, site };
  return { platform: 'on-prem', place: place as Candidate['place'], zones: 4, egress: 'own' };
}

describe('the resilience of a candidate', () => {
  it('is that of its weakest part', () => {
    expect(resilience({})).toBe(3);
    expect(resilience({ zones: 2 })).toBe(2);
    expect(resilience({ controlPlane: 'single' })).toBe(1);
    expect(resilience({ egress: 'single' })).toBe(1);
    expect(resilience({ egress: 'none' })).toBe(3);
    expect(resilience({ egress: 'own' })).toBe(3);
  });

  it('is three at most where a cloud runs the control plane, whatever the nodes have', () => {
    expect(resilience({ zones: 4 })).toBe(3);
    expect(resilience({ platform: 'gke', zones: 4 })).toBe(3);
    expect(resilience({ platform: 'aks', zones: 4 })).toBe(3);
    expect(resilience({ platform: 'self-managed-ec2', zones: 4 })).toBe(4);
  });

  it('counts the racks of a site’s control plane, where none of them takes the quorum with it', () => {
    expect(resilience(siteWith(['r1', 'r2', 'r3']))).toBe(3);
    expect(resilience(siteWith(['r1', 'r1', 'r2', 'r2', 'r3']))).toBe(3);
    expect(resilience(siteWith(['r1', 'r1', 'r2']))).toBe(1);
    expect(resilience(siteWith(['r1', 'r1', 'r1']))).toBe(1);
    expect(resilience(siteWith(['r1', 'r2']))).toBe(1);
    expect(resilience(siteWith([]))).toBe(1);
    expect(resilience(siteWith(['r1', 'r2', 'r3', 'r4', 'r5']))).toBe(4);
  });
});

describe('the carbon of a candidate', () => {
  it('is that of its region or of the site’s own electricity, and unknown where nobody says', () => {
    const green = {
      ...SMALL,
      regions: SMALL.regions.map((region) => ({ ...region, carbonGramsPerKwh: 42 })),
    };
    const context = contextOf(PLAIN, { catalog: green });
    expect(meritsOf(CANDIDATE, context).carbonGramsPerKwh).toBe(42);
    expect(merits({}).carbonGramsPerKwh).toBeUndefined();
    expect(merits(siteWith(['r1'], { carbonGramsPerKwh: 7 })).carbonGramsPerKwh).toBe(7);
    expect(merits(siteWith(['r1'])).carbonGramsPerKwh).toBeUndefined();
  });
});

describe('the latency of a candidate', () => {
  const link = (latencyMs: Readonly<Record<string, number>>): Link => ({ cidrs: [], latencyMs });

  it('is the longest over all links', () => {
    expect(
      merits({}, { office: link({ 'eu-central-1': 8 }), plant: link({ 'eu-central-1': 31, x: 99 }) })
        .latencyMs,
    ).toBe(31);
  });

  it('is unknown without links, and where one of them was not measured', () => {
    expect(merits({}).latencyMs).toBeUndefined();
    expect(
      merits({}, { office: link({ 'eu-central-1': 8 }), plant: link({ x: 1 }) }).latencyMs,
    ).toBeUndefined();
    expect(
      merits({ place: { ...CANDIDATE.place, id: 'toString' } }, { office: link({}) }).latencyMs,
    ).toBeUndefined();
  });
});
