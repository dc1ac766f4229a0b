import { globalRegistry, type z } from 'zod';
import type { Finding, Path } from './finding';
import { keyOffset, nodeAt, valueOffset } from './locate';
import { didYouMean, nearest } from './nearest';
import type { SourceNode } from './source-node';
import { describeFound, firstSentence, quote, quoteAll, renderExample } from './wording';

type Issue = z.core.$ZodIssue;
type Raised = z.core.$ZodRawIssue;

/** What raised each issue, by the number that is left in the issue's message. */
type Origins = readonly (Raised['inst'] | undefined)[];

/**
 * Everything a schema has against a value, as sentences in the words of the file and at the places of the file.
 * An unknown key is one problem each; of the ways a value may be written, only the one that was tried is spoken of.
 */
export function judge<T>(
  schema: z.ZodType<T>,
  root: SourceNode,
): { readonly value: T | undefined; readonly findings: readonly Finding[] } {
  const origins: (Raised['inst'] | undefined)[] = [];
  const result = schema.safeParse(root.value, {
    // a command reads one file: compiling the schema would take longer than it saves
    jitless: true,
    // a rule with a sentence of its own keeps it; of all others only the origin is noted, and the sentence made below
    error: (issue) => `#${origins.push(issue.inst) - 1}`,
  });
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.flatMap((issue) => translate(issue, [], root, origins));
  return { value: undefined, findings };
}

function translate(issue: Issue, base: Path, root: SourceNode, origins: Origins): readonly Finding[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const node = nodeAt(root, path);
  const at = (message: string, missing = false): readonly Finding[] => [
    { offset: valueOffset(root, path), path, message, missing },
  ];
  const number = /^#(\d+)$/.exec(issue.message)?.[1];
  if (number === undefined) return at(issue.message);
  const origin = origins[Number(number)];

  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, root, origin);
  if (issue.code === 'invalid_union') {
    const chosen = issue.errors.find((branch) => !branch.some((inner) => concernsType(inner)));
    if (chosen) return chosen.flatMap((inner) => translate(inner, path, root, origins));
  }
  if (node === undefined) return at(`is missing${addition(path, origin, issue)}`, true);
  return at(
    `${allowed(issue, node)}; found ${amountFound(issue, node) ?? describeFound(node)}${advice(issue, node, origin)}`,
  );
}

/** Whether a way of writing a value was not even tried: a text was written where it wants a map. */
function concernsType(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function unknownKeys(
  keys: readonly string[],
  path: Path,
  root: SourceNode,
  origin: Raised['inst'] | undefined,
): readonly Finding[] {
  const known = Object.keys(shapeOf(origin));
  return keys.map((key) => {
    const where = [...path, key];
    const message = `unknown key ${quote(key)}; allowed here ${known.length === 1 ? 'is' : 'are'} ${quoteAll(known)}${didYouMean(key, known)}`;
    const name = nearest(key, known);
    return {
      offset: keyOffset(root, where),
      path: where,
      message,
      ...(name === undefined ? {} : { meant: [...path, name] }),
    };
  });
}

function shapeOf(origin: Raised['inst'] | undefined): Readonly<Record<string, unknown>> {
  const definition = origin?._zod.def;
  return definition !== undefined && 'shape' in definition ? Object(definition.shape) : {};
}

/** What is allowed, in the form that begins a sentence about the value. */
function allowed(issue: Issue, node: SourceNode): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}`;
    case 'too_small':
      return `must ${amount(issue, issue.minimum, issue.inclusive === false ? 'be greater than' : 'be at least', 'have at least')}`;
    case 'too_big':
      return `must ${amount(issue, issue.maximum, issue.inclusive === false ? 'be less than' : 'be at most', 'have at most')}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      if (optionsOf(issue).length > 0) return `must be ${oneOf(optionsOf(issue))}`;
      return node.kind === 'scalar' ? unionOfScalars(issue) : 'must be a text or a map';
    case 'invalid_key':
      return 'must have a key that is allowed here';
    case 'invalid_element':
      return 'must have entries that are allowed here';
    case 'invalid_format':
      return `must have the format ${issue.format}`;
    case 'unrecognized_keys':
    case 'custom':
      return 'must be something that is allowed here';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
};

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? quoteAll(values) : `one of ${quoteAll(values)}`;
}

/** The branch that wants a scalar names what it allows; the others are maps. */
function unionOfScalars(issue: z.core.$ZodIssueInvalidUnion): string {
  const values = issue.errors.flat().flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  return values.length > 0 ? `must be ${oneOf(values)}` : 'must be a text or a map';
}

function amount(
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
  limit: number | bigint,
  be: string,
  have: string,
): string {
  if (issue.origin === 'array') return `${have} ${limit} ${limit === 1 ? 'entry' : 'entries'}`;
  if (issue.origin === 'string') return `${have} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  return `${be} ${limit}`;
}

/** How many entries there are, where their number is what is wrong. */
function amountFound(issue: Issue, node: SourceNode): string | undefined {
  if (node.kind !== 'list' || (issue.code !== 'too_small' && issue.code !== 'too_big')) return undefined;
  return node.items.length === 0 ? 'an empty list' : String(node.items.length);
}

/** How the mistake is put right, where that can be said. */
function advice(issue: Issue, node: SourceNode, origin: Raised['inst'] | undefined): string {
  if (node.kind === 'scalar' && node.value === null) return '; give it a value or remove it';
  const candidates = candidatesOf(issue);
  if (candidates.length > 0 && typeof node.value === 'string') return didYouMean(node.value, candidates);
  if (issue.code !== 'invalid_type') return '';
  if (node.kind === 'scalar' && issue.expected === 'string') return quoteIt(node.source, node.value);
  if (node.kind === 'scalar' && typeof node.value === 'string' && issue.expected !== 'string') {
    const scalar = unquote(node.value, issue.expected);
    if (scalar !== '') return scalar;
  }
  if (['object', 'record', 'array'].includes(issue.expected)) {
    const example = exampleOf(origin);
    if (example !== undefined) return `; write it like ${renderExample(example)}`;
  }
  return '';
}

function candidatesOf(issue: Issue): readonly string[] {
  const issues = issue.code === 'invalid_union' ? issue.errors.flat() : [issue];
  const values = issues.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values : []));
  return [...values, ...optionsOf(issue)].filter((value) => typeof value === 'string');
}

/** The kinds a map may be of, when its kind is none of them. */
function optionsOf(issue: Issue): readonly unknown[] {
  return issue.code === 'invalid_union' && 'options' in issue ? (issue.options ?? []) : [];
}

/** `1.30` without quotes is a number to YAML, and that number is 1.3: the classic way to get an older version. */
function quoteIt(source: string, value: unknown): string {
  const read = String(value) === source ? '' : `, which YAML reads as ${value}`;
  return `${read}; put it in quotes: "${source}"`;
}

function unquote(text: string, expected: string): string {
  if (expected === 'boolean' && /^(y|yes|on|n|no|off)$/i.test(text)) {
    return `; did you mean ${/^(y|yes|on)$/i.test(text) ? 'true' : 'false'}?`;
  }
  const wanted = expected === 'boolean' ? /^(true|false)$/ : /^-?\d{1,15}(\.\d{1,15})?$/;
  return ['boolean', 'number', 'int'].includes(expected) && wanted.test(text)
    ? `; write ${text} without quotes`
    : '';
}

/** ` (…); for instance 'usdPerHour: 95'`: what the missing key means and how it is written. */
function addition(path: Path, origin: Raised['inst'] | undefined, issue: Issue): string {
  const key = path[path.length - 1];
  const candidates = candidatesOf(issue);
  const choice = candidates.length > 0 ? `; must be ${oneOf(candidates)}` : '';
  const { description, examples } = metaOf(origin);
  const meaning = description === undefined ? '' : ` (${firstSentence(description)})`;
  const example = examples?.[0];
  if (choice !== '' || example === undefined || key === undefined) return `${meaning}${choice}`;
  return `${meaning}; add it, for instance '${key}: ${renderExample(example)}'`;
}

function exampleOf(origin: Raised['inst'] | undefined): unknown {
  return metaOf(origin).examples?.[0];
}

interface Meaning {
  readonly description?: string | undefined;
  readonly examples?: readonly unknown[];
}

function metaOf(origin: Raised['inst'] | undefined): Meaning {
  // a check has no description; the registry answers undefined for it
  return origin === undefined ? {} : (globalRegistry.get(origin as z.core.$ZodType) ?? {});
}
