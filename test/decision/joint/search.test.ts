import fc from 'fast-check';
import { conflictOf } from '../../../lib/decision/joint/conflict';
import { rulesOf, without } from '../../../lib/decision/joint/rules';
import { search } from '../../../lib/decision/joint/search';
import { isPossible, part } from '../../../lib/decision/joint/solve';
import { arbitraryProblem, bruteForce, problem } from './problems';

const same = ['aws/r1/EU 1', 'aws/r2/EU 2', 'aws/r3/US 3'];
const pair = problem({ a: same, b: same }, [['a', 'b', 'region']]);

describe('search', () => {
  it('finds nothing at or above its ceiling', () => {
    expect(search(pair, 3)).toMatchObject({ chosen: undefined, complete: true });
    expect(search(pair, 4)).toMatchObject({ cost: 3, complete: true });
  });

  it('says that it did not look at everything when its steps are used up', () => {
    expect(search(pair, Number.POSITIVE_INFINITY, 1)).toMatchObject({ chosen: undefined, complete: false });
    expect(search(pair, Number.POSITIVE_INFINITY, 3)).toMatchObject({ cost: 3, complete: false });
  });
});

describe('a conflict', () => {
  it('has neither a cluster nor a rule too many', () => {
    fc.assert(
      fc.property(arbitraryProblem, (some) => {
        fc.pre(bruteForce(some) === undefined);
        const { members, rules } = conflictOf(some);
        expect(isPossible(part(some, members))).toBe(false);
        for (const rule of rules) {
          const core = part(some, members);
          const others = rulesOf(core).filter(
            (other) => !rules.some((kept) => JSON.stringify(kept) === JSON.stringify(other)),
          );
          expect(isPossible([...others, rule].reduce(without, core))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});
