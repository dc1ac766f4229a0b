import { componentsOf, type Network, networkOf } from '../../../lib/decision/joint/network';
import { SearchState } from '../../../lib/decision/joint/state';
import type { JointProblem } from '../../../lib/decision/joint/types';
import { problem } from './problems';

const NO_RIVALS = [
  [false, false, false],
  [false, false, false],
  [false, false, false],
];

const regions = { a: ['aws/r1/EU 1'], b: ['aws/r1/EU 1'], c: ['aws/r1/EU 1'] };

describe('what keeps clusters apart', () => {
  it('is a place for each bond, and a provider and a jurisdiction where it names them, both ways', () => {
    expect(
      networkOf(
        problem(regions, [
          ['a', 'b', 'region'],
          ['a', 'c', 'provider'],
          ['b', 'c', 'jurisdiction'],
        ]),
      ),
    ).toEqual<Network>({
      apart: [
        [0, 1, 3],
        [1, 0, 5],
        [3, 5, 0],
      ],
      rivals: NO_RIVALS,
    });
  });

  it('is all that any of several bonds names', () => {
    const { apart } = networkOf(
      problem(regions, [
        ['a', 'b', 'provider'],
        ['a', 'b', 'region', 'jurisdiction'],
      ]),
    );
    expect(apart).toEqual([
      [0, 7, 0],
      [7, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('is any one site that two could have, and no region', () => {
    const sites = {
      a: ['site/s1/EU 1', 'site/s2/EU 1', 'aws/r1/EU 1'],
      b: ['aws/r1/EU 1', 'site/s2/EU 1'],
      c: ['aws/r1/EU 1', 'site/s3/EU 1'],
    };
    expect(networkOf(problem(sites))).toEqual<Network>({
      apart: [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      rivals: [
        [false, true, false],
        [true, false, false],
        [false, false, false],
      ],
    });
  });
});

describe('clusters that depend on each other', () => {
  const components = (some: JointProblem): readonly (readonly number[])[] => componentsOf(networkOf(some));
  const five = {
    a: ['aws/r1/EU 1'],
    b: ['site/s1/EU 1'],
    c: ['aws/r1/EU 1'],
    d: ['site/s1/EU 1'],
    e: ['aws/r1/EU 1'],
  };

  it('are together, by whatever way, in their order', () => {
    expect(components(problem(five))).toEqual([[0], [1, 3], [2], [4]]);
    expect(components(problem(five, [['a', 'e', 'region']]))).toEqual([[0, 4], [1, 3], [2]]);
    expect(
      components(
        problem(five, [
          ['a', 'e', 'region'],
          ['b', 'e', 'provider'],
        ]),
      ),
    ).toEqual([[0, 1, 3, 4], [2]]);
    expect(components(problem({}))).toEqual([]);
  });
});

describe('how far a search has come', () => {
  it('is undone step by step, with all that was blocked', () => {
    const options = ['aws/r1/EU 5', 'aws/r2/EU 6'];
    const some = problem({ a: options, b: options, c: options }, [['a', 'b', 'region']], {
      quotas: { vcpu: 2 },
    });
    const clusters = some.clusters.map(({ key, options: all }) => ({
      key,
      options: all.map((one) => ({ ...one, uses: { vcpu: 2 } })),
    }));
    const tied = { ...some, clusters };
    const state = new SearchState(tied, networkOf(tied));
    const seen = () => [
      [...state.open].sort(),
      state.cost,
      state.money,
      state.overdrawn,
      [0, 1, 2].map((cluster) => [0, 1].map((option) => state.isFree(cluster, option))),
    ];
    const free = [true, true];
    const [first, second] = clusters[0]?.options ?? [];
    if (first === undefined || second === undefined) throw new Error('there are two options');
    expect(seen()).toEqual([[0, 1, 2], 0, 0, 0, [free, free, free]]);
    state.give(0, first);
    expect(seen()).toEqual([[1, 2], 5, 5, 0, [free, [false, true], free]]);
    state.give(1, second);
    expect(seen()).toEqual([[2], 11, 11, 1, [free, [false, true], free]]);
    expect(state.answer()).toEqual([first, second]);
    state.takeBack(1, second);
    expect(seen()).toEqual([[1, 2], 5, 5, 0, [free, [false, true], free]]);
    state.takeBack(0, first);
    expect(seen()).toEqual([[0, 1, 2], 0, 0, 0, [free, free, free]]);
  });
});
