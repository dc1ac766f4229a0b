import { Ec2Tag } from '@cdktf/provider-aws/lib/ec2-tag';
import { Construct } from 'constructs';
import { isTakenByTree } from '../../cluster/private/tree-names';
import { ValidationError } from '../../values';
import { describeTags } from './tags';

export interface ClusterSecurityGroupTagsProps {
  /** Id of the group that EKS made. */
  readonly securityGroupId: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Tags of the security group that EKS makes by itself and Terraform does not know as a resource, one resource for each. EKS's own
 * tags on it stay. A key identifies its tag in Terraform.
 */
export class ClusterSecurityGroupTags extends Construct {
  private readonly keyOf = new Map<string, string>();

  /** @throws ValidationError when a tag is refused. */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: ClusterSecurityGroupTagsProps,
  ) {
    super(scope, id);
    const problems = describeTags(props.tags, 'clusterSecurityGroupTags');
    if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
    for (const [key, value] of Object.entries(props.tags)) this.add(key, value);
  }

  /** Adds a tag, for what finds the group by it. @throws ValidationError when the key has a value already. */
  public add(key: string, value: string): void {
    // The tree writes a slash in an id as two hyphens
    const id = key.replaceAll('/', '--');
    const other = this.keyOf.get(id);
    if (other !== undefined) {
      throw new ValidationError(
        `'clusterSecurityGroupTags' key '${key}' ${other === key ? 'is set already' : `cannot stand beside '${other}'`}; leave one of them out`,
        this,
      );
    }
    if (isTakenByTree(id)) {
      throw new ValidationError(
        `'clusterSecurityGroupTags' key '${key}' cannot be part of an address; choose another`,
        this,
      );
    }
    this.keyOf.set(id, key);
    new Ec2Tag(this, key, { resourceId: this.props.securityGroupId, key, value });
  }
}
