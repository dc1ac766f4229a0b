import type { StackFinding } from '../findings';
import type { ReplacementTable } from '../replacing-attributes';
import { type ChangedArgument, changedArguments, isIgnored, type Versions } from './changed-arguments';

/** What was told before, is no longer, and stays as it is: a block left out is no block turned off. */
export function droppedSettings(
  pairs: readonly Versions[],
  table: ReplacementTable,
): readonly StackFinding[] {
  return pairs.flatMap((versions) => {
    const paths = (table[versions.next.type]?.keptWhenDropped ?? []).filter(
      (path) => !isIgnored(versions.next, path),
    );
    const dropped = changedArguments(paths, versions).filter(({ to }) => to === undefined);
    return outermost(dropped).map(({ path }) => ({
      kind: 'setting-dropped' as const,
      severity: 'warning' as const,
      address: versions.next.address,
      path,
      message: `${versions.next.address} no longer says '${path}', which leaves it as it is; say what it shall be instead, 'off' included`,
    }));
  });
}

/** Of what went away, that which did not go with the block it stood in. */
function outermost(dropped: readonly ChangedArgument[]): readonly ChangedArgument[] {
  return dropped.filter(({ path }) => !dropped.some((other) => path.startsWith(`${other.path}.`)));
}
