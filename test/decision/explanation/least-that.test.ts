import fc from 'fast-check';
import { leastThat } from '../../../lib/decision/explanation/least-that';

describe('the least number of which something holds', () => {
  it('is where it begins to hold, found by looking at few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 }), fc.nat(), (from, more) => {
        let asked = 0;
        const found = leastThat(from + more, (value) => {
          asked += 1;
          return value >= from;
        });
        expect(found).toBe(from);
        expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(from + more + 1)) + 2);
      }),
    );
  });

  it('is nothing when it does not hold of the greatest', () => {
    expect(leastThat(10, () => false)).toBeUndefined();
    expect(leastThat(0, (value) => value > 0)).toBeUndefined();
  });

  it('may be 0', () => {
    expect(leastThat(0, () => true)).toBe(0);
    expect(leastThat(7, () => true)).toBe(0);
  });
});
