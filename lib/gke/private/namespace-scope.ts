import { Token } from 'cdktf';
import type { GkeProtectedApplication } from '../backup-scope';

const NAMESPACE = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** One sentence for each name that cannot be one of a namespace, and one for none at all. */
export function describeNamespaces(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [`scope names no namespace; name some, or say everything()`];
  return names
    .filter((name) => !Token.isUnresolved(name) && !NAMESPACE.test(name))
    .map((name) => `scope holds '${name}', which must be the name of a namespace`);
}

/** One sentence for each application that cannot be one, and one for none at all. */
export function describeApplications(applications: readonly GkeProtectedApplication[]): readonly string[] {
  if (applications.length === 0) return [`scope names no application; name some, or say everything()`];
  return applications.flatMap(({ namespace, name }) =>
    name === ''
      ? [`scope holds an application without a name in '${namespace}'`]
      : describeNamespaces([namespace]),
  );
}

/** In one order, whatever that was in which they were named. */
export function sortedApplications(
  applications: readonly GkeProtectedApplication[],
): { namespace: string; name: string }[] {
  return applications
    .map(({ namespace, name }) => ({ namespace, name }))
    .sort((a, b) => (`${a.namespace}/${a.name}` < `${b.namespace}/${b.name}` ? -1 : 1));
}
