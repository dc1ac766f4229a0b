import fc from 'fast-check';
import { canonicalJson, compareText, contentHash } from '../../lib/values';

it('sorts the keys of maps at every depth and leaves lists in order', () => {
  expect(canonicalJson({ b: [2, { d: 1, c: undefined, a: null }], a: 'x' })).toBe(
    '{"a":"x","b":[2,{"a":null,"d":1}]}',
  );
});

it('writes nothing at all as null, and keeps a key that looks like a prototype', () => {
  expect(canonicalJson(undefined)).toBe('null');
  expect(canonicalJson(JSON.parse('{"__proto__":{"b":1,"a":2}}'))).toBe('{"__proto__":{"a":2,"b":1}}');
});

it('hashes content and not order', () => {
  expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
  expect(contentHash({ a: 1 })).toBe(
    'sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862',
  );
});

it('means what was written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

it('compares by code units', () => {
  expect(['b', 'a', 'Z', 'ä', 'a10', 'a9'].sort(compareText)).toEqual(['Z', 'a', 'a10', 'a9', 'b', 'ä']);
});
