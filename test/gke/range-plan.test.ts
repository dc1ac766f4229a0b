import fc from 'fast-check';
import { type GkeRangePlan, planGkeRanges, planGkeRangesOf } from '../../lib/gke/range-plan';
import { Cidr } from '../../lib/values';

describe('planGkeRanges', () => {
  it('sizes every range for its purpose and places them without a gap, the largest first', () => {
    expect(planGkeRanges({ within: '10.0.0.0/12', nodes: 200 })).toEqual({
      podCidr: '10.0.0.0/16',
      serviceCidr: '10.1.0.0/20',
      nodeCidr: '10.1.16.0/24',
      controlPlaneCidr: '10.1.17.0/28',
    });
  });

  it('counts fewer addresses for nodes of fewer pods, and more for nodes that come later', () => {
    expect(
      planGkeRanges({ within: '10.0.0.0/12', nodes: 200, maxPodsPerNode: 32, growth: 2, services: 200 }),
    ).toEqual({
      podCidr: '10.0.0.0/17',
      nodeCidr: '10.0.128.0/23',
      serviceCidr: '10.0.130.0/24',
      controlPlaneCidr: '10.0.131.0/28',
    });
  });

  it('keeps out of what others use, and goes on in the next range', () => {
    expect(
      planGkeRanges({
        within: ['10.0.0.0/20', '172.16.0.0/15'],
        avoid: ['10.0.0.0/24', '172.16.0.0/24'],
        nodes: 100,
      }),
    ).toEqual({
      podCidr: '172.16.128.0/17',
      serviceCidr: '172.16.16.0/20',
      nodeCidr: '10.0.1.0/25',
      controlPlaneCidr: '10.0.1.128/28',
    });
  });

  it('never goes below the narrowest range that Google takes', () => {
    expect(planGkeRanges({ within: '10.0.0.0/16', nodes: 1, maxPodsPerNode: 8, services: 1 })).toEqual({
      podCidr: '10.0.0.0/24',
      serviceCidr: '10.0.1.0/27',
      controlPlaneCidr: '10.0.1.32/28',
      nodeCidr: '10.0.1.48/29',
    });
  });

  it.each<[string, Parameters<typeof planGkeRanges>[0], string]>([
    [
      'the space is too small',
      { within: '10.0.0.0/18', nodes: 100 },
      "'within' (10.0.0.0/18) has no room for 'podCidr' (/17), 32768 addresses: the largest range left is a /19; a free /16 would hold all ranges",
    ],
    [
      'the space is in pieces',
      { within: '10.0.0.0/16', avoid: ['10.0.0.0/28', '10.0.128.0/28'], nodes: 100 },
      "'within' (10.0.0.0/16) has no room for 'podCidr' (/17), 32768 addresses: the largest range left is a /18; a free /16 would hold all ranges",
    ],
    [
      'nothing is left',
      { within: '10.0.0.0/20', avoid: ['10.0.0.0/8'], nodes: 1, maxPodsPerNode: 8, services: 1 },
      "'within' (10.0.0.0/20) has no room for 'podCidr' (/24), 'serviceCidr' (/27), 'controlPlaneCidr' (/28), 'nodeCidr' (/29), 312 addresses: nothing of it is left; a free /23 would hold all ranges",
    ],
    [
      'numbers are none',
      { within: '10.0.0.0/8', nodes: 0, maxPodsPerNode: 300, services: 1.5, growth: 0.5 },
      "'nodes' (0) must be a whole number of 1 to 16777216; 'maxPodsPerNode' (300) must be a whole number of 8 to 256; 'services' (1.5) must be a whole number of 1 to 16777216; 'growth' (0.5) must be a factor of 1 to 1000",
    ],
    [
      'the demand is beyond what Google takes',
      { within: '10.0.0.0/8', nodes: 40_000, services: 100_000 },
      "'podCidr' would take 10240000 addresses, but Google takes a /9 at most; plan for less, or for several clusters; 'serviceCidr' would take 100000 addresses, but Google takes a /16 at most; plan for less, or for several clusters",
    ],
    [
      'ranges are none',
      { within: ['10.0.0.1/8', 'fd00::/64'], avoid: ['10'], nodes: 3 },
      "'within': '10.0.0.1/8' has host bits set; the range that holds it is '10.0.0.0/8'; 'within' (fd00::/64) must be an IPv4 range; 'avoid': '10' is not a CIDR range; write an address and a mask such as '10.0.0.0/16'",
    ],
    ['no range is given', { within: [], nodes: 3 }, "'within' is empty; name at least one range"],
  ])('fails when %s', (_, options, message) => {
    expect(() => planGkeRanges(options)).toThrow(new Error(message));
  });
});

describe('planGkeRangesOf', () => {
  it('gives several clusters ranges of one space, whatever order they are named in', () => {
    const small = { nodes: 10, services: 256 };
    const plans = planGkeRangesOf({ prod: { nodes: 100 }, dev: small }, { within: '10.0.0.0/12' });
    expect(plans).toEqual({
      prod: {
        podCidr: '10.0.0.0/17',
        serviceCidr: '10.0.144.0/20',
        nodeCidr: '10.0.161.0/25',
        controlPlaneCidr: '10.0.161.160/28',
      },
      dev: {
        podCidr: '10.0.128.0/20',
        serviceCidr: '10.0.160.0/24',
        nodeCidr: '10.0.161.128/28',
        controlPlaneCidr: '10.0.161.144/28',
      },
    });
    expect(planGkeRangesOf({ dev: small, prod: { nodes: 100 } }, { within: '10.0.0.0/12' })).toEqual(plans);
  });

  it('names the cluster whose demand is refused, or whose range is missing', () => {
    expect(() => planGkeRangesOf({ dev: { nodes: -1 } }, { within: '10.0.0.0/12' })).toThrow(
      new Error("cluster 'dev': 'nodes' (-1) must be a whole number of 1 to 16777216"),
    );
    expect(() =>
      planGkeRangesOf(
        { a: { nodes: 64, services: 256 }, b: { nodes: 64, services: 256 } },
        { within: '10.0.0.0/17' },
      ),
    ).toThrow(
      new Error(
        "'within' (10.0.0.0/17) has no room for 'serviceCidr' of 'a' (/24), 'serviceCidr' of 'b' (/24), 'nodeCidr' of 'a' (/25), 'nodeCidr' of 'b' (/25), 'controlPlaneCidr' of 'a' (/28), 'controlPlaneCidr' of 'b' (/28), 800 addresses: nothing of it is left; a free /16 would hold all ranges",
      ),
    );
  });
});

/** Tries every place for every range: slow, and right by being plain. */
function fitsSomehow(prefixes: readonly number[], space: Cidr, taken: readonly Cidr[]): boolean {
  const [prefix, ...others] = prefixes;
  if (prefix === undefined) return true;
  if (prefix < space.prefix) return false;
  for (let index = 0; index < 2 ** (prefix - space.prefix); index++) {
    const place = space.subnet(prefix, index);
    if (taken.some((one) => one.overlaps(place))) continue;
    if (fitsSomehow(others, space, [...taken, place])) return true;
  }
  return false;
}

const SPACE = Cidr.parse('10.0.0.0/22');

/** Parts of the space, of /24 to /27. */
const AVOID = fc.array(
  fc
    .tuple(fc.integer({ min: 24, max: 27 }), fc.nat({ max: 31 }))
    .map(([prefix, index]) => SPACE.subnet(prefix, index % 2 ** (prefix - SPACE.prefix))),
  { maxLength: 6 },
);

describe('the planner, held against trying every place', () => {
  const demand = fc.record({
    nodes: fc.integer({ min: 1, max: 40 }),
    maxPodsPerNode: fc.constantFrom(8, 16, 32, 110),
    services: fc.integer({ min: 1, max: 256 }),
  });

  it('finds ranges exactly where there are some, large enough, disjoint, and out of what others use', () => {
    let found = 0;
    let refused = 0;
    fc.assert(
      fc.property(demand, AVOID, (wanted, avoid) => {
        const prefixes = [
          Math.min(24, 32 - Math.ceil(Math.log2(wanted.nodes * powerAbove(2 * wanted.maxPodsPerNode)))),
          Math.min(27, 32 - Math.ceil(Math.log2(wanted.services))),
          28,
          Math.min(29, 32 - Math.ceil(Math.log2(wanted.nodes + 4))),
        ];
        const plan = planOrUndefined({ ...wanted, within: `${SPACE}`, avoid: avoid.map(String) });
        expect(plan !== undefined).toBe(fitsSomehow(prefixes, SPACE, avoid));
        if (plan === undefined) {
          refused += 1;
          return;
        }
        found += 1;
        const ranges = [plan.podCidr, plan.serviceCidr, plan.controlPlaneCidr, plan.nodeCidr].map((text) =>
          Cidr.parse(text),
        );
        expect(ranges.map(({ prefix }) => prefix)).toEqual(prefixes);
        ranges.forEach((range, i) => {
          expect(SPACE.contains(range)).toBe(true);
          expect([...avoid, ...ranges.slice(i + 1)].filter((other) => other.overlaps(range))).toEqual([]);
        });
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(found).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  it('asks for a space that is enough when there was none', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.constantFrom(8, 32, 110, 256),
        (nodes, maxPodsPerNode) => {
          const wanted = { nodes, maxPodsPerNode };
          const enough = /a free \/(\d+) would/.exec(
            messageOf(() => planGkeRanges({ ...wanted, within: '10.0.0.0/30' })),
          );
          expect(enough).not.toBeNull();
          const within = Cidr.parse(`0.0.0.0/${enough?.[1]}`);
          expect(() => planGkeRanges({ ...wanted, within: `${within}` })).not.toThrow();
          const half = within.subnet(within.prefix + 1, 0);
          expect(() => planGkeRanges({ ...wanted, within: `${half}` })).toThrow('has no room for');
        },
      ),
      { numRuns: 100, seed: 1 },
    );
  });
});

function powerAbove(value: number): number {
  let power = 1;
  while (power < value) power *= 2;
  return power;
}

function planOrUndefined(options: Parameters<typeof planGkeRanges>[0]): GkeRangePlan | undefined {
  return messageOf(() => planGkeRanges(options)) === '' ? planGkeRanges(options) : undefined;
}

function messageOf(run: () => unknown): string {
  try {
    run();
    return '';
  } catch (error) {
    return String(error);
  }
}
