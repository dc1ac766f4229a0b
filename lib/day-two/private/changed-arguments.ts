import { canonicalJson, compareText } from '../../values/canonical-json';
import type { ReplacementRule } from '../replacing-attributes';
import { argumentAt, isMembers, type StackDocument, type StackResource } from '../stack-document';
import { effectiveValue } from './effective-values';

/** An argument that differs between two versions of a resource. */
export interface ChangedArgument {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The two versions of one resource, each in its stack. */
export interface Versions {
  readonly previous: StackResource;
  readonly next: StackResource;
  readonly before: StackDocument;
  readonly after: StackDocument;
}

const NEVER_REPLACES = ['tags', 'tags_all', 'timeouts'];

/** The arguments that a rule names, for `all` those that either version has; without those that are ignored. */
export function concerned(
  rule: ReplacementRule,
  { previous, next }: Pick<Versions, 'previous' | 'next'>,
): readonly string[] {
  const paths =
    rule.replaces === 'all'
      ? [...new Set([...Object.keys(previous.arguments), ...Object.keys(next.arguments)])]
          .filter((name) => !NEVER_REPLACES.includes(name) && !rule.inPlace?.includes(name))
          .sort(compareText)
      : rule.replaces;
  return paths.filter((path) => !isIgnored(next, path));
}

/** Those of some arguments that differ when references are followed. */
export function changedArguments(
  paths: readonly string[],
  { previous, next, before, after }: Versions,
  inOrder: readonly string[] = [],
): readonly ChangedArgument[] {
  return paths.flatMap((path) => {
    const order = inOrder.includes(path);
    const from = settled(effectiveValue(before, argumentAt(previous, path)), order);
    const to = settled(effectiveValue(after, argumentAt(next, path)), order);
    return canonicalJson(from) === canonicalJson(to) ? [] : [{ path, from, to }];
  });
}

export function isIgnored({ ignored }: StackResource, path: string): boolean {
  return ignored === 'all' || ignored.some((known) => path === known || path.startsWith(`${known}.`));
}

/** A value as the provider takes it: what is empty is absent, a block that stands once is no list, a set has no order. */
export function settled(value: unknown, order = false): unknown {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const [only, ...more] = value;
    if (only === undefined) return undefined;
    if (more.length === 0 && isMembers(only)) return settled(only, order);
    const items = value.map((item) => settled(item, order));
    return order
      ? items
      : items.sort((left, right) => compareText(canonicalJson(left), canonicalJson(right)));
  }
  if (!isMembers(value)) return value;
  const members = Object.entries(value).flatMap(([name, member]) => {
    const found = settled(member, order);
    return found === undefined ? [] : [[name, found] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
