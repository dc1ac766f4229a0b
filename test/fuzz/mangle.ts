import fc from 'fast-check';
import { CHECKED, SEEDS } from './seeds';

/** One thing that is done to a text. Positions are parts of the whole, so that they mean something in any text. */
type Blow = (text: string) => string;

/** Indicators, references, other documents, odd numbers, half characters, names of inherited members. */
const SHARDS = [
  ...[
    '\t',
    '\r',
    '\n',
    '\r\n',
    '\u0085',
    '\u2028',
    '&a ',
    '*a',
    '*capacity',
    '<<: ',
    '<<: *capacity',
    '{',
    '}',
    '[',
    ']',
  ],
  ...[': ', '- ', '? ', '"', "'", '|\n', '>-\n', '#', '@', '`', ',', '~', '%YAML 1.1\n', '\n---\n', '...\n'],
  ...[
    '!!str ',
    '!!binary ',
    '!!set ',
    '!x ',
    'null',
    'true',
    'yes',
    '.nan',
    '-.inf',
    '1e999',
    '0x',
    '0o17',
    '-0',
    '1_000',
  ],
  ...[
    '999999999999999999999',
    '0.0000000001',
    '\u0000',
    '\u0007',
    '\u001b[2J',
    '\uFEFF',
    '\uFFFD',
    '\uD800',
    '\u202E',
    '💥',
  ],
  ...['__proto__: ', 'constructor: ', 'toString: ', 'hasOwnProperty: ', 'prototype: '],
];

/** Values of every type, where another is expected. */
const VALUES = [
  ...[
    '',
    'null',
    '~',
    'true',
    'false',
    '0',
    '-1',
    '1.5',
    '1e308',
    '-1e-320',
    '99999999999999999999',
    '.inf',
    '.nan',
    '0x7f',
  ],
  ...[
    '[]',
    '{}',
    '[1, 2]',
    '{ a: 1 }',
    '"text"',
    "''",
    'word',
    '1.30',
    '2026-02-30',
    '"\\u0000"',
    '"\\ud800"',
    '*capacity',
  ],
  ...[
    '{ cpu: 1, memoryGib: 1, pods: 1 }',
    '[eks, gke]',
    '{ __proto__: { x: 1 } }',
    '{ constructor: 1 }',
    'DE',
    '10.0.0.0/8',
  ],
];

const part = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * text.length);

/** Lines of a text, changed at one of them. */
function atLine(where: number, change: (lines: string[], index: number) => void): Blow {
  return (text) => {
    const lines = text.split('\n');
    change(lines, Math.min(lines.length - 1, Math.floor(where * lines.length)));
    return lines.join('\n');
  };
}

const shard = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...SHARDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);

const onCharacters: fc.Arbitrary<Blow> = fc
  .tuple(
    part,
    fc.nat(40),
    fc.constantFrom('delete', 'double', 'replace', 'insert', 'truncate', 'behead'),
    shard,
  )
  .map(([where, length, kind, piece]) => (text) => {
    const from = at(text, where);
    const [before, cut, after] = [
      text.slice(0, from),
      text.slice(from, from + length),
      text.slice(from + length),
    ];
    switch (kind) {
      case 'delete':
        return before + after;
      case 'double':
        return before + cut + cut + after;
      case 'replace':
        return before + piece + after;
      case 'insert':
        return before + piece + cut + after;
      case 'truncate':
        return before;
      default:
        return cut + after;
    }
  });

const onLines: fc.Arbitrary<Blow> = fc
  .tuple(
    part,
    part,
    fc.constantFrom('delete', 'double', 'swap', 'move', 'indent', 'dedent', 'tab', 'comment'),
  )
  .map(([where, other, kind]) =>
    atLine(where, (lines, index) => {
      const line = lines[index] ?? '';
      const second = Math.floor(other * lines.length);
      if (kind === 'delete') lines.splice(index, 1);
      else if (kind === 'double') lines.splice(index, 0, line);
      else if (kind === 'move') lines.splice(second, 0, ...lines.splice(index, 1));
      else if (kind === 'swap') {
        lines[index] = lines[second] ?? '';
        lines[second] = line;
      } else if (kind === 'indent') lines[index] = ` ${line}`;
      else if (kind === 'dedent') lines[index] = line.replace(/^ {1,2}/, '');
      else if (kind === 'tab') lines[index] = `\t${line}`;
      else lines[index] = `# ${line}`;
    }),
  );

/** Another value, or another key, on one line; what follows on further lines stays. */
const onMeaning: fc.Arbitrary<Blow> = fc
  .tuple(part, fc.oneof(fc.constantFrom(...VALUES), fc.json({ maxDepth: 2 })), fc.boolean())
  .map(([where, value, ofKey]) =>
    atLine(where, (lines, index) => {
      const line = lines[index] ?? '';
      lines[index] = ofKey
        ? line.replace(/[\w-]+(?=:)/, () => value)
        : line.replace(/(: ).*$|(- ).*$/, (_, colon, dash) => `${colon ?? dash}${value}`);
    }),
  );

/** A number of the file made another, so that many of the results are still requests. */
const onNumbers: fc.Arbitrary<Blow> = fc
  .tuple(
    part,
    fc.oneof(fc.integer({ min: -5, max: 5000 }), fc.double(), fc.constantFrom(1e15, 2 ** 53, 0.001)),
  )
  .map(([where, value]) => (text) => {
    const numbers = [...text.matchAll(/(?<=[:[,] )\d+(\.\d+)?(?=[\s,}\]])/g)];
    const chosen = numbers[Math.min(numbers.length - 1, Math.floor(where * numbers.length))];
    if (chosen === undefined) return text;
    return text.slice(0, chosen.index) + value + text.slice(chosen.index + chosen[0].length);
  });

/** What is written to exhaust a reader. */
const bombs: fc.Arbitrary<Blow> = fc
  .tuple(
    part,
    fc.integer({ min: 2, max: 400 }),
    fc.constantFrom('aliases', 'merges', 'nesting', 'maps', 'key', 'keys', 'text'),
  )
  .map(([where, size, kind]) => {
    const bomb = BOMBS[kind](size);
    return atLine(where, (lines, index) => lines.splice(index, 0, bomb));
  });

const BOMBS = {
  aliases: (size) =>
    ['x0: &x0 [a, a, a, a, a, a, a, a, a]']
      .concat(
        Array.from(
          { length: Math.min(size, 12) },
          (_, n) => `x${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`,
        ),
      )
      .join('\n'),
  merges: (size) =>
    `m: &m { ${Array.from({ length: size }, (_, n) => `k${n}: 1`).join(', ')} }\nn: { <<: [${'*m, '.repeat(size)}] }`,
  nesting: (size) => `deep: ${'['.repeat(size)}${']'.repeat(size)}`,
  maps: (size) => Array.from({ length: size }, (_, n) => `${' '.repeat(n)}k:`).join('\n'),
  key: (size) => `${'k'.repeat(size * 10)}: 1`,
  keys: (size) => Array.from({ length: size }, (_, n) => `    key-${n}: ${n}`).join('\n'),
  text: (size) => `tags: { long: "${'é'.repeat(size * 10)}" }`,
} as const satisfies Readonly<Record<string, (size: number) => string>>;

const wholes: fc.Arbitrary<Blow> = fc
  .constantFrom('bom', 'crlf', 'nul', 'document', 'quote', 'fold')
  .map((kind) => (text) => {
    switch (kind) {
      case 'bom':
        return `\uFEFF${text}`;
      case 'crlf':
        return text.replace(/\n/g, '\r\n');
      case 'nul':
        return `${text}\u0000`;
      case 'document':
        return `${text}---\n${text}`;
      case 'quote':
        return JSON.stringify(text);
      default:
        return text.replace(/\n/g, ' ');
    }
  });

/** Another demand in the place of one: as much of it as a request may ask for, and about as much. */
const demands: fc.Arbitrary<Blow> = fc
  .tuple(part, fc.integer({ min: 1, max: 1000 }), fc.constantFrom('shapes', 'replicas', 'totals'))
  .map(([where, size, kind]) => (text) => {
    const places = [...text.matchAll(/(?<=capacity: )(&\w+ )?\{[^}]*\}/g)];
    const chosen = places[Math.min(places.length - 1, Math.floor(where * places.length))];
    if (chosen === undefined) return text;
    return text.slice(0, chosen.index) + DEMANDS[kind](size) + text.slice(chosen.index + chosen[0].length);
  });

const SPREADS = ['zones', 'nodes', 'none'];

const DEMANDS = {
  shapes: (size) =>
    `{ workloads: { ${Array.from(
      { length: size },
      (_, n) =>
        `w${n}: { replicas: ${1 + ((n * size) % 40)}, cpu: ${1 + ((n * 37) % 90)}e-1, memoryGib: ${1 + ((n * 53) % 230)}e-1, spread: ${SPREADS[(n * size) % 3]}, interruptible: ${n % 5 === 0} }`,
    ).join(', ')} } }`,
  replicas: (size) =>
    `{ workloads: { a: { replicas: ${size * 100}, cpu: 0.1, memoryGib: ${size}e-3 }, b: { replicas: ${150_000 - size * 100 || 1}, cpu: ${size}e-4, memoryGib: 0.3, spread: ${SPREADS[size % 3]} } } }`,
  totals: (size) =>
    `{ cpu: ${size * 1000}, memoryGib: ${size * 10_000}, pods: ${size * 150}, headroomPercent: ${size}, interruptiblePercent: ${size % 101} }`,
} as const satisfies Readonly<Record<string, (size: number) => string>>;

const blow = fc.oneof(
  { weight: 5, arbitrary: onCharacters },
  { weight: 5, arbitrary: onLines },
  { weight: 5, arbitrary: onMeaning },
  { weight: 5, arbitrary: onNumbers },
  { weight: 1, arbitrary: bombs },
  { weight: 1, arbitrary: demands },
  { weight: 1, arbitrary: wholes },
);

/** A checked request as JSON, with any value in the place of any other. */
const replaced: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...CHECKED), fc.infiniteStream(fc.nat()), fc.jsonValue({ maxDepth: 2 }))
  .map(([whole, numbers, value]) => JSON.stringify(replaceSomewhere(whole, numbers, value), undefined, 1));

function replaceSomewhere(value: unknown, numbers: Iterator<number>, replacement: unknown): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const key = keys[numbers.next().value % (keys.length + 1)];
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = { ...Object(value) };
  copy[key] = replaceSomewhere(copy[key], numbers, replacement);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

/** A request file that something happened to, or a text that never was one. */
export const mangledText: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc
      .tuple(fc.constantFrom(...SEEDS), fc.array(blow, { minLength: 1, maxLength: 4 }))
      .map(([seed, blows]) => blows.reduce((text, strike) => strike(text), seed)),
  },
  { weight: 4, arbitrary: replaced },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
);
