import type { FileProblem } from '../document/problem';
import { CommandError } from './command-error';
import { fileLabel } from './read-text';
import type { Tools } from './tools';

/** Every problem of a file as `file:line:column path: message`, to be thrown. */
export function fileProblems(file: string, problems: readonly FileProblem[], tools: Tools): CommandError {
  const label = fileLabel(file);
  const count = problems.length;
  return new CommandError(
    `${count} ${count === 1 ? 'problem' : 'problems'} in ${label}; nothing was written`,
    undefined,
    problems.map((problem) => tools.formatProblem(label, problem)),
  );
}
