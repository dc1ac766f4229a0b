import type { Catalog } from '../../../lib/catalog';
import { type Overlay, parseOverlay } from '../../../lib/catalog/overlay';
import { formatProblem } from '../../../lib/document/problem';
import { SMALL } from '../../decision/small-catalog';

/** The head that every overlay needs. */
export const HEAD = `\
apiVersion: kubewhere/overlay/v1
source: contract 4711
asOf: "2026-10-01"
`;

/** Reads an overlay that is right. */
export function overlayOf(body: string, catalog: Catalog = SMALL): Overlay {
  const parsed = parseOverlay(`${HEAD}${body}`, { catalog });
  if (parsed.ok) return parsed.overlay;
  throw new Error(parsed.problems.map((problem) => formatProblem('overlay', problem)).join('\n'));
}

/** What is said against an overlay, as `line:column path: message`. */
export function problemsOf(text: string, catalog: Catalog = SMALL): readonly string[] {
  const parsed = parseOverlay(text, { catalog });
  return parsed.ok ? [] : parsed.problems.map((problem) => formatProblem('', problem).slice(1));
}
