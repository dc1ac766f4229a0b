import { efaCardsOf } from '../../../lib/eks/private/efa';

describe('the Elastic Fabric Adapters of an instance type', () => {
  it.each<[string, readonly number[]]>([
    ['c7i.48xlarge', [0]],
    ['hpc7g.4xlarge', [0]],
    ['g6.8xlarge', [0]],
    ['x8i.metal-96xl', [0]],
    ['hpc7a.96xlarge', [0, 1]],
    ['p4d.24xlarge', [0, 1, 2, 3]],
    ['trn1.32xlarge', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['p6-b200.48xlarge', [0, 1, 2, 3, 4, 5, 6, 7]],
    ['p5en.48xlarge', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
    // The first of its seventeen network cards has none
    ['p6-b300.48xlarge', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]],
    ['m7i.large', []],
    ['g6.xlarge', []],
    ['p5.2xlarge', []],
  ])('of %s are on the network cards %j', (type, cards) => {
    expect(efaCardsOf(type)).toEqual(cards);
  });

  it('of a p5.48xlarge are on all of its 32 network cards', () => {
    const cards = efaCardsOf('p5.48xlarge');
    expect([cards.length, cards[0], cards[31]]).toEqual([32, 0, 31]);
  });
});
