import { Token } from 'cdktf';
import { ValidationError } from '../../values';

/** What IAM and EKS take in keys and values, the strictest among the services that are tagged here. */
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
/** AWS takes 50; the name, the role of a subnet, and what EKS writes on its machines need the rest. */
const MOST = 40;

type Tags = Readonly<Record<string, string>>;

/** The tags as the provider wants them: no block at all when there are none. */
export function tagsOrNone(tags: Tags): Record<string, string> | undefined {
  return Object.keys(tags).length === 0 ? undefined : { ...tags };
}

/** The tags with the `Name` that the console of AWS shows. */
export function withName(tags: Tags, name: string): Record<string, string> {
  return { ...tags, Name: name };
}

/**
 * Refuses tags that {@link describeTags} describes.
 *
 * @throws ValidationError with all problems.
 */
export function assertTags(tags: Tags, scope: { readonly node: { readonly path: string } }): void {
  const problems = describeTags(tags);
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}

/**
 * One sentence for each tag that AWS refuses, or that breaks load balancers: a second security group with the tag
 * `kubernetes.io/cluster/…` makes the load balancer controllers give up.
 *
 * @param prop - what the tags were given as, for messages
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function describeTags(tags: Tags, prop = 'tags'): readonly string[] {
  const problems = Object.entries(tags).flatMap(([key, value]) => {
    if (key === '' || key.length > 128)
      return [`'${prop}' key '${key}' must have 1 to 128 characters; found ${key.length}`];
    if (key.toLowerCase().startsWith('aws:'))
      return [`'${prop}' key '${key}' starts with 'aws:', which AWS keeps for itself`];
    if (key === 'Name') return [`'${prop}' key 'Name' is set from the name of each resource; leave it out`];
    if (key.startsWith('kubernetes.io/cluster/'))
      return [
        `'${prop}' key '${key}' is set by EKS on its own security group; a second one breaks load balancers`,
      ];
    if (!CHARACTERS.test(key))
      return [`'${prop}' key '${key}' may hold letters, digits, spaces and _ . : / = + - @ only`];
    if (!Token.isUnresolved(value) && !CHARACTERS.test(value))
      return [
        `'${prop}' value '${value}' of '${key}' may hold letters, digits, spaces and _ . : / = + - @ only`,
      ];
    if (value.length > 256)
      return [`'${prop}' value of '${key}' must have at most 256 characters; found ${value.length}`];
    return [];
  });
  const count = Object.keys(tags).length;
  if (count > MOST)
    problems.push(
      `'${prop}' holds ${count} tags; AWS allows 50, of which our name and EKS's own need 10; keep ${MOST}`,
    );
  return problems;
}
