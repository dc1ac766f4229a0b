import type { z } from 'zod';
import type { DocumentKind } from './document-kind';
import { type Finding, renderPath, sortProblems, withoutMisspelt } from './finding';
import { judge } from './issues';
import { Lines } from './locate';
import type { FileProblem } from './problem';
import type { SourceMap } from './source-node';
import { printable } from './wording';
import { readYaml } from './yaml-reader';

/** A file that is right in every respect, or everything that is wrong with it. */
export type ParsedDocument<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** What a file is held against. */
export interface DocumentRules<T> {
  readonly kind: DocumentKind;
  readonly schema: z.ZodType<T>;
  /** What no schema of one value can see; given the file even where the schema has refused it. */
  readonly crossCheck: (root: SourceMap) => readonly Finding[];
}

/**
 * Reads one file: YAML 1.2, of which JSON is a part. Returns all problems at once, sorted by place, and never
 * throws. A syntax error hides all problems of another kind, since what the rest of the file means cannot be
 * trusted then.
 */
export function parseDocument<T>(text: string, rules: DocumentRules<T>): ParsedDocument<T> {
  const { root, findings } = readYaml(text, rules.kind);
  const lines = new Lines(text);
  if (root === undefined) return { ok: false, problems: toProblems(findings, lines) };
  const judged = judge(rules.schema, root);
  const crossed = root.kind === 'map' ? rules.crossCheck(root) : [];
  // what could not be read, such as an alias without anchor, is not blamed for its absence too
  const unread = new Set(findings.map(({ offset, path }) => `${offset} ${renderPath(path)}`));
  const judgements = [...judged.findings, ...crossed].filter(
    ({ offset, path }) => !unread.has(`${offset} ${renderPath(path)}`),
  );
  const problems = toProblems([...findings, ...withoutMisspelt(judgements)], lines);
  if (problems.length > 0 || judged.value === undefined) return { ok: false, problems };
  return { ok: true, value: judged.value };
}

function toProblems(findings: readonly Finding[], lines: Lines): readonly FileProblem[] {
  return sortProblems(
    findings.map(({ offset, path, message }) => ({
      ...lines.at(offset),
      path: printable(renderPath(path)),
      message: printable(message),
    })),
  );
}
