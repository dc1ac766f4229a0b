import { ValidationError } from '../../values';

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
 * Refuses tags that AWS refuses, or that break load balancers: a second security group with the tag
 * `kubernetes.io/cluster/…` makes the load balancer controllers give up.
 *
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 * @throws ValidationError with all problems.
 */
export function assertTags(tags: Tags, scope: { readonly node: { readonly path: string } }): void {
  const problems = Object.entries(tags).flatMap(([key, value]) => {
    if (key === '' || key.length > 128)
      return [`'tags' key '${key}' must have 1 to 128 characters; found ${key.length}`];
    if (key.toLowerCase().startsWith('aws:'))
      return [`'tags' key '${key}' starts with 'aws:', which AWS keeps for itself`];
    if (key === 'Name') return [`'tags' key 'Name' is set from the name of each resource; leave it out`];
    if (key.startsWith('kubernetes.io/cluster/'))
      return [
        `'tags' key '${key}' is set by EKS on its own security group; a second one breaks load balancers`,
      ];
    if (value.length > 256)
      return [`'tags' value of '${key}' must have at most 256 characters; found ${value.length}`];
    return [];
  });
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}
