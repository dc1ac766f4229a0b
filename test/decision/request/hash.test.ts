import fc from 'fast-check';
import { parseRequest, requestHash } from '../../../lib/decision/request';
import { edit, FULLEST, SHORTEST } from './texts';

function hashOf(text: string): string {
  const parsed = parseRequest(text);
  if (!parsed.ok) throw new Error(parsed.problems.map((problem) => problem.message).join('\n'));
  return requestHash(parsed.request);
}

/** The same value with the keys of every map in an order that `pick` chooses. */
function permute(value: unknown, pick: (below: number) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => permute(item, pick));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const shuffled: [string, unknown][] = [];
  while (entries.length > 0) shuffled.push(...entries.splice(pick(entries.length), 1));
  return Object.fromEntries(shuffled.map(([key, item]) => [key, permute(item, pick)]));
}

describe('requestHash', () => {
  it('does not depend on comments, layout, or defaults that are written out', () => {
    const hash = hashOf(SHORTEST);
    expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(hashOf(`# a comment\n${SHORTEST}`)).toBe(hash);
    expect(hashOf(`${SHORTEST}    availability: { zones: 3 }\n`)).toBe(hash);
    expect(hashOf(edit(SHORTEST, '"1.34"', 'v1.34'))).toBe(hash);
  });

  it('changes with what is asked for', () => {
    expect(hashOf(edit(SHORTEST, 'cpu: 24', 'cpu: 25'))).not.toBe(hashOf(SHORTEST));
    expect(hashOf(edit(SHORTEST, 'pods: 200', 'pods: 200, architectures: [arm64]'))).not.toBe(
      hashOf(SHORTEST),
    );
  });

  it('does not depend on the order of keys', () => {
    const parsed = parseRequest(FULLEST);
    if (!parsed.ok) throw new Error('the fullest request is refused');
    const hash = requestHash(parsed.request);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const permuted = permute(parsed.request, (below) => numbers.next().value % below);
        expect(hashOf(JSON.stringify(permuted))).toBe(hash);
      }),
      { numRuns: 25 },
    );
  });
});
