import { compareText } from '../values';
import { type FileProblem, formatProblem } from './problem';

/** Keys and indices from the root of the file to a value. */
export type Path = readonly (string | number)[];

/** A problem before its offset in the text is turned into line and column. */
export interface Finding {
  readonly offset: number;
  readonly path: Path;
  readonly message: string;
  /** The value is required and absent. */
  readonly missing?: boolean;
  /** Of an unknown key: the path that was probably meant. */
  readonly meant?: Path;
}

/** Path of a problem that concerns no single value. */
export const WHOLE_FILE = '(file)';

/** `clusters.api.network.adopt.eks.privateSubnetIds[1]`; keys that are no plain words are quoted: `tags["a.b"]`. */
export function renderPath(path: Path): string {
  if (path.length === 0) return WHOLE_FILE;
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!/^[\w-]{1,63}$/.test(step)) return `${text}[${JSON.stringify(step.slice(0, 63))}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}

/** A misspelt key that is required is one mistake, not an unknown key and a missing one. */
export function withoutMisspelt(findings: readonly Finding[]): readonly Finding[] {
  const meant = new Set(findings.flatMap((finding) => (finding.meant ? [renderPath(finding.meant)] : [])));
  return findings.filter((finding) => !(finding.missing && meant.has(renderPath(finding.path))));
}

/** By place in the file, then by text; the same problem at the same place once. */
export function sortProblems(problems: readonly FileProblem[]): readonly FileProblem[] {
  const seen = new Set<string>();
  return [...problems]
    .sort(
      (a, b) =>
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.path, b.path) ||
        compareText(a.message, b.message),
    )
    .filter((problem) => {
      const key = formatProblem('', problem);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
