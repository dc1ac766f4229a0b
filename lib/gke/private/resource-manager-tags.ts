import { Token } from 'cdktf';

const KEY = /^tagKeys\/\d+$/;
const VALUE = /^tagValues\/\d+$/;
const MOST = 5;

/** Secure tags sorted by key; `undefined` for none. Later ones stand in place of earlier ones. */
export function renderTags(
  ...tags: readonly (Readonly<Record<string, string>> | undefined)[]
): Record<string, string> | undefined {
  const all = Object.entries(Object.assign({}, ...tags) as Record<string, string>);
  return all.length === 0 ? undefined : Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One sentence for each secure tag that Google would refuse. */
export function describeTags(tags: Readonly<Record<string, string>> | undefined): readonly string[] {
  const problems: string[] = [];
  const entries = Object.entries(tags ?? {});
  for (const [key, value] of entries) {
    if (!Token.isUnresolved(key) && !KEY.test(key)) {
      problems.push(
        `'resourceManagerTags' key '${key}' must be the id of a tag key such as 'tagKeys/281478395625645'`,
      );
    }
    if (!Token.isUnresolved(value) && !VALUE.test(value)) {
      problems.push(
        `'resourceManagerTags' value '${value}' of '${key}' must be the id of a tag value such as 'tagValues/281479442205542'`,
      );
    }
  }
  if (entries.length > MOST) {
    problems.push(`'resourceManagerTags' holds ${entries.length} tags; GKE takes ${MOST}`);
  }
  return problems;
}
