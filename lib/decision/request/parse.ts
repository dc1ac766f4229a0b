import { type Finding, renderPath, sortProblems, withoutMisspelt } from '../../document/finding';
import { judge } from '../../document/issues';
import { Lines } from '../../document/locate';
import type { FileProblem } from '../../document/problem';
import { printable } from '../../document/wording';
import { readYaml } from '../../document/yaml-reader';
import { BUILT_IN_PLATFORMS } from '../../values';
import { crossCheck } from './cross-checks/all';
import { requestSchema } from './request-schema';
import type { Request } from './types';

/** Names that a request may use; everything else is fixed by the format. */
export interface ParseOptions {
  /**
   * Ids of the platforms that a request may name.
   *
   * @default BUILT_IN_PLATFORMS
   */
  readonly platforms?: readonly string[];
  /**
   * Ids of the regions that a request may name.
   *
   * @default - any name is taken for a region
   */
  readonly regions?: readonly string[];
}

/** A request that is right in every respect, or everything that is wrong with the file. */
export type ParsedRequest =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Reads the text of a request file: YAML 1.2, of which JSON is a part. Defaults are filled in.
 *
 * Returns all problems at once, sorted by place, and never throws. A syntax error hides all problems of
 * another kind, since what the rest of the file means cannot be trusted then. What no platform can provide is not an error of the file: the decision says that.
 */
export function parseRequest(text: string, options: ParseOptions = {}): ParsedRequest {
  const { root, findings } = readYaml(text);
  const lines = new Lines(text);
  if (root === undefined) return { ok: false, problems: toProblems(findings, lines) };
  const judged = judge(requestSchema, root);
  const crossed =
    root.kind === 'map'
      ? crossCheck(root, { platforms: options.platforms ?? BUILT_IN_PLATFORMS, regions: options.regions })
      : [];
  // what could not be read, such as an alias without anchor, is not blamed for its absence too
  const unread = new Set(findings.map(({ offset, path }) => `${offset} ${renderPath(path)}`));
  const judgements = [...judged.findings, ...crossed].filter(
    ({ offset, path }) => !unread.has(`${offset} ${renderPath(path)}`),
  );
  const problems = toProblems([...findings, ...withoutMisspelt(judgements)], lines);
  if (problems.length > 0 || judged.value === undefined) return { ok: false, problems };
  return { ok: true, request: judged.value };
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
