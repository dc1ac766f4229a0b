import { Composer, type CST, type Document, Lexer, Parser, type YAMLError } from 'yaml';
import type { DocumentKind } from './document-kind';
import type { Finding } from './finding';
import type { SourceNode } from './source-node';
import { SourceTree } from './source-tree';

/** No file here needs twenty; deeper text could exhaust the stack of whoever walks it. */
const DEEPEST_NESTING = 100;
/** One slip can make every later line an error; nobody reads more. */
const MOST_SYNTAX_ERRORS = 100;

/** Mistakes after which the rest of the document still means what its author meant. */
const HARMLESS: ReadonlySet<string> = new Set(['NON_STRING_KEY', 'TAG_RESOLVE_FAILED']);

/** The value of a file, when it has one that can be judged further, and what is wrong with it as YAML. */
export interface YamlReading {
  readonly root: SourceNode | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads one YAML 1.2 document (core schema: no dates, no `yes`) into values that know their place.
 * Never throws. After a syntax error no value is returned: what follows it cannot be trusted.
 */
export function readYaml(text: string, kind: DocumentKind): YamlReading {
  if (text.length > kind.longestText) {
    return fail(0, `is ${text.length} characters long; at most ${kind.longestText} are read`);
  }
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST_NESTING) {
      return fail(
        parser.offset,
        `is nested more than ${DEEPEST_NESTING} levels deep; ${kind.noun} needs fewer than 20`,
      );
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return readDocuments([...new Composer(OPTIONS).compose(tokens, true, text.length)], kind);
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  // our own walk resolves merge keys and finds duplicates: it knows the places, and is not quadratic
  merge: false,
  uniqueKeys: false,
  resolveKnownTags: false,
  stringKeys: true,
  strict: true,
} as const;

function readDocuments(documents: readonly Document.Parsed[], kind: DocumentKind): YamlReading {
  const findings: Finding[] = [];
  const [first, second] = documents;
  if (second) {
    const message = `holds ${documents.length} YAML documents; found a second one here; write each ${kind.noun.replace(/^an? /, '')} in a file of its own`;
    findings.push({ offset: second.contents?.range[0] ?? second.range[0], path: [], message });
  }
  const problems = first ? [...first.errors, ...first.warnings] : [];
  findings.push(...problems.slice(0, MOST_SYNTAX_ERRORS).map(describe));
  if (problems.length > MOST_SYNTAX_ERRORS) {
    const message = `has ${problems.length} YAML errors; the first ${MOST_SYNTAX_ERRORS} are shown`;
    findings.push({ offset: 0, path: [], message });
  }
  if (problems.some((problem) => !HARMLESS.has(problem.code))) return { root: undefined, findings };
  if (!first?.contents) {
    const message = `is empty; ${kind.noun} begins with 'apiVersion: ${kind.apiVersion}'`;
    return { root: undefined, findings: [...findings, { offset: 0, path: [], message }] };
  }
  const tree = new SourceTree(first.contents, kind);
  return { root: tree.root, findings: [...findings, ...tree.findings] };
}

function describe(error: YAMLError): Finding {
  return {
    offset: error.pos[0],
    path: [],
    message: SENTENCES[error.code] ?? `is not valid YAML: ${lead(error)}`,
  };
}

const SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'is not valid YAML: found a tab as indentation; use spaces',
  NON_STRING_KEY: 'found a key that is no plain text; keys are words such as clusters',
  TAG_RESOLVE_FAILED: "found a YAML tag that is not supported here; remove the word that begins with '!'",
};

function lead(error: YAMLError): string {
  const message = error.message.split('\n')[0] ?? error.message;
  return `${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function fail(offset: number, message: string): YamlReading {
  return { root: undefined, findings: [{ offset, path: [], message }] };
}
