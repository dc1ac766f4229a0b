import fc from 'fast-check';
import { buildRecord, type DecisionRecord, renderJson, writeJson } from '../../lib/report';
import { CATALOG, DECIDED, decisionOf, EXPLANATION, REQUEST } from './payments';

/** The printer takes any JSON; a decision is only the largest. */
const asRecord = (value: unknown): DecisionRecord => value as DecisionRecord;

describe('JSON of a decision', () => {
  it('is what JSON.stringify says, whatever is in it', () => {
    fc.assert(
      fc.property(fc.object({ maxDepth: 5, withNullPrototype: false }), (value) => {
        expect(JSON.parse(renderJson(asRecord(value)))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('has no line over 240 characters but where a single text is longer', () => {
    fc.assert(
      fc.property(
        fc.object({
          maxDepth: 4,
          values: [fc.integer(), fc.boolean()],
          key: fc.stringMatching(/^[a-z]{1,9}$/),
        }),
        (value) => {
          for (const line of renderJson(asRecord(value)).split('\n'))
            expect(line.length).toBeLessThanOrEqual(241);
        },
      ),
    );
  });

  it('comes in pieces that make the whole', () => {
    const clusters = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => [`c${index}`, { ...DECIDED, explanation: EXPLANATION }]),
    );
    const chunks: string[] = [];
    writeJson(decisionOf(clusters), (chunk) => chunks.push(chunk));
    expect(chunks.length).toBeGreaterThan(2);
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(70_000);
    expect(chunks.join('')).toBe(renderJson(decisionOf(clusters)));
  });

  it('of a record names its format first', () => {
    const record = buildRecord(decisionOf({ api: DECIDED }), REQUEST, CATALOG);
    expect(renderJson(record).split('\n').slice(0, 3)).toEqual([
      '{',
      '  "schema": "kubewhere/record/v1",',
      '  "request": { "name": "payments", "hash": "sha256:0e9e57", "planDate": "2026-12-01" },',
    ]);
  });
});
