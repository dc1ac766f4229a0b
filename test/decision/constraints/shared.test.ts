import { proven } from '../../../lib/decision/constraints/finding';
import { onceFor, onceForFact } from '../../../lib/decision/constraints/shared';
import type { PlatformFact } from '../../../lib/decision/types';
import { candidateOf, contextOf } from '../requests';

const FACT: PlatformFact = { verdict: 'proven', observed: 'so it is', sources: [] };

describe('findings that many candidates share', () => {
  it('are made once for each rule and word of a cluster', () => {
    const context = contextOf();
    const first = onceFor(context, 'a', 'x', () => proven('a', 'it', 'x'));
    expect(onceFor(context, 'a', 'x', () => proven('a', 'it', 'again'))).toBe(first);
    expect(onceFor(context, 'a', 'y', () => proven('a', 'it', 'y')).observed).toBe('y');
    expect(onceFor(context, 'b', 'x', () => proven('b', 'it', 'x')).constraint).toBe('b');
    expect(onceFor(contextOf(), 'a', 'x', () => proven('a', 'it', 'other')).observed).toBe('other');
  });

  it('are made once for each answer of a platform', () => {
    let made = 0;
    const found = onceForFact((fact) => {
      made += 1;
      return proven('a', 'it', `${fact.observed} ${made}`);
    });
    const context = contextOf();
    const candidate = candidateOf(context, 'eks/eu-central-1/3-zones');
    const first = found(FACT, candidate, context);
    expect(found(FACT, { ...candidate, id: 'another' }, context)).toBe(first);
    expect(found({ ...FACT }, candidate, context).observed).toBe('so it is 2');
    expect(found(FACT, { ...candidate, platform: 'gke' }, context).observed).toBe('so it is 3');
    expect(found(FACT, candidate, contextOf()).observed).toBe('so it is 4');
  });

  it('are kept apart where the caller says that candidates differ', () => {
    const found = onceForFact(
      (_fact, { place }) => proven('a', 'it', place.id),
      (_fact, left, right) => left.place === right.place,
    );
    const context = contextOf();
    const candidate = candidateOf(context, 'eks/eu-central-1/3-zones');
    const elsewhere = { ...candidate, place: { ...candidate.place, id: 'elsewhere' } };
    expect(found(FACT, candidate, context).observed).toBe('eu-central-1');
    expect(found(FACT, elsewhere, context).observed).toBe('elsewhere');
  });
});
