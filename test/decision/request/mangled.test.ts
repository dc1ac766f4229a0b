import fc from 'fast-check';
import { parseRequest } from '../../../lib/decision/request';
import { FULLEST, SHORTEST } from './texts';

/** What breaks parsers: indicators, references, other documents, odd numbers, half characters. */
const SHARDS = [
  ...[
    '\t',
    '\r',
    '\n',
    '&a ',
    '*a',
    '*capacity',
    '<<: ',
    '{',
    '}',
    '[',
    ']',
    ': ',
    '- ',
    '? ',
    '"',
    "'",
    '|\n',
    '>-\n',
  ],
  ...[
    '!!str ',
    '!x ',
    '\n---\n',
    '...\n',
    '%YAML 1.1\n',
    '#',
    '@',
    '`',
    ',',
    '~',
    'null',
    'true',
    '.nan',
    '-.inf',
  ],
  ...['1e999', '0x', '-0', '999999999999999999999', '\u0000', '\uFFFD', '\uD800', '\u202E', '\uFEFF'],
  ...['__proto__: ', 'constructor: ', 'toString: '],
];

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly kind: 'delete' | 'double' | 'replace' | 'insert';
  readonly shard: string;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  kind: fc.constantFrom('delete', 'double', 'replace', 'insert'),
  shard: fc.oneof(fc.constantFrom(...SHARDS), fc.string({ unit: 'binary', maxLength: 8 })),
});

function apply(text: string, { at, length, kind, shard }: Cut): string {
  const from = Math.floor(at * text.length);
  const [before, part, after] = [
    text.slice(0, from),
    text.slice(from, from + length),
    text.slice(from + length),
  ];
  if (kind === 'delete') return before + after;
  if (kind === 'double') return before + part + part + after;
  return kind === 'replace' ? before + shard + after : before + shard + part + after;
}

/** Holds for every text: parsed, or refused for reasons that have a place in it. */
function expectJudged(text: string): void {
  const parsed = parseRequest(text, { regions: ['eu-central-1', 'eu-west-2'] });
  if (parsed.ok) return;
  expect(parsed.problems.length).toBeGreaterThan(0);
  const lines = text.split('\n');
  for (const { line, column, path, message } of parsed.problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
    expect(path).not.toBe('');
    // one line, and never the words of a library or of a programming language
    expect(`${path}: ${message}`).not.toMatch(/[\p{Cc}\u202E]|Invalid input|\[object|: #\d+$/u);
  }
}

describe('a mangled request file', () => {
  it('is parsed, or refused with located problems, whatever was done to it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(FULLEST, SHORTEST),
        fc.array(cut, { minLength: 1, maxLength: 4 }),
        (text, cuts) => expectJudged(cuts.reduce(apply, text)),
      ),
      { numRuns: 80 },
    );
  });

  it('is refused when it is no text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(parseRequest(text).ok).toBe(false);
        expectJudged(text);
      }),
      { numRuns: 60 },
    );
  });

  it('is parsed or refused with any value in the place of any other', () => {
    const parsed = parseRequest(FULLEST);
    const whole: unknown = parsed.ok ? parsed.request : {};
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.jsonValue({ maxDepth: 2 }), (numbers, value) => {
        expectJudged(JSON.stringify(replaceSomewhere(whole, numbers, value), null, 1));
      }),
      { numRuns: 80 },
    );
  });
});

function replaceSomewhere(value: unknown, numbers: Iterator<number>, replacement: unknown): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const key = keys[numbers.next().value % (keys.length + 1)];
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = { ...Object(value) };
  copy[key] = replaceSomewhere(copy[key], numbers, replacement);
  return Array.isArray(value) ? Object.values(copy) : copy;
}
