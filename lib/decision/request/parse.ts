import type { DocumentKind } from '../../document/document-kind';
import { parseDocument } from '../../document/parse-document';
import type { FileProblem } from '../../document/problem';
import { RANKED_PLATFORMS } from '../../values';
import { overridableIds } from '../constraints/all';
import { crossCheck } from './cross-checks/all';
import { requestSchema } from './request-schema';
import type { Request } from './types';

/** Names that a request may use; everything else is fixed by the format. */
export interface ParseOptions {
  /**
   * Ids of the platforms that a request may name.
   *
   * @default RANKED_PLATFORMS
   */
  readonly platforms?: readonly string[];
  /**
   * Ids of the regions that a request may name.
   *
   * @default - any name is taken for a region
   */
  readonly regions?: readonly string[];
  /**
   * Ids of the constraints that a request may override.
   *
   * @default - those that take a written reason, `overridableIds()`
   */
  readonly constraints?: readonly string[];
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
  const names = {
    platforms: options.platforms ?? RANKED_PLATFORMS,
    regions: options.regions,
    constraints: options.constraints ?? overridableIds(),
  };
  const parsed = parseDocument(text, {
    kind: REQUEST,
    schema: requestSchema,
    crossCheck: (root) => crossCheck(root, names),
  });
  return parsed.ok ? { ok: true, request: parsed.value } : parsed;
}

const REQUEST: DocumentKind = {
  noun: 'a request',
  apiVersion: 'kubewhere/v1',
  // a request of a thousand machines has half of this
  longestText: 512 * 1024,
  mostValues: 50_000,
};
