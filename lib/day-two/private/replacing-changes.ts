import { Cidr } from '../../values';
import type { ReplacementRule } from '../replacing-attributes';
import {
  type ChangedArgument,
  changedArguments,
  concerned,
  isIgnored,
  type Versions,
} from './changed-arguments';
import { isExpression } from './effective-values';

/** The first change of a resource that its provider answers with another one. */
export function replacingChange(rule: ReplacementRule, versions: Versions): ChangedArgument | undefined {
  const changed = (paths: readonly string[] = []): readonly ChangedArgument[] =>
    changedArguments(
      paths.filter((path) => !isIgnored(versions.next, path)),
      versions,
      rule.inOrder,
    );
  const [first] = [
    ...changed(concerned(rule, versions)).filter((change) => replaces(rule, change)),
    ...changed(rule.removalReplaces).filter(({ to }) => to === undefined),
    ...changed(rule.turnedOffReplaces).filter(({ from, to }) => from === true && (to ?? false) === false),
    ...changed(rule.narrowedReplaces).filter(isNarrowed),
  ];
  return first;
}

function replaces(
  { keptWhenDropped = [], absentMeans = {} }: ReplacementRule,
  { path, from, to }: ChangedArgument,
): boolean {
  if (to === undefined && isWithin(path, keptWhenDropped)) return false;
  return (from ?? absentMeans[path]) !== (to ?? absentMeans[path]) || absentMeans[path] === undefined;
}

/** Whether an argument is one of some, or lies in a block of theirs. */
function isWithin(path: string, known: readonly string[]): boolean {
  return known.some((block) => path === block || path.startsWith(`${block}.`));
}

/** What only Terraform can reckon may be narrower. */
function isNarrowed({ from, to }: ChangedArgument): boolean {
  if (from === undefined || to === undefined) return false;
  if (isExpression([from, to])) return true;
  const [was, becomes] = [rangeOf(from), rangeOf(to)];
  return was !== undefined && becomes !== undefined && !becomes.contains(was);
}

/** What is no range is refused by the provider, before it replaces anything. */
function rangeOf(value: unknown): Cidr | undefined {
  try {
    return Cidr.parse(String(value));
  } catch {
    return undefined;
  }
}
