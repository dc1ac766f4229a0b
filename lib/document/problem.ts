/** One thing that is wrong in a file, with the place in the file where it is to be corrected. */
export interface FileProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, as editors count. */
  readonly column: number;
  /** Dotted path of the value, such as `clusters.api.capacity.cpu`; `(file)` for what concerns the file as a whole. */
  readonly path: string;
  /** What is wrong, what was found, what is allowed and, where there is one, the nearest correct name. */
  readonly message: string;
}

/** One line for a terminal or a log, in the form that editors turn into a link. */
export function formatProblem(file: string, problem: FileProblem): string {
  return `${file}:${problem.line}:${problem.column} ${problem.path}: ${problem.message}`;
}
