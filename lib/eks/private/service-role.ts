import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { type PolicyStatement, renderPolicy } from './policy-document';
import type { ResourceDefaults } from './resource-defaults';
import { tagsOrNone } from './tags';

export interface ServiceRoleProps {
  /** At most 64 characters; a changed name replaces the role and, for some roles, what uses it. */
  readonly roleName: string;
  readonly description: string;
  /** The AWS service that takes the role on, such as `eks.amazonaws.com`. */
  readonly service: string;
  /** @default ['sts:AssumeRole'] */
  readonly actions?: readonly string[];
  /** @default - no condition */
  readonly condition?: PolicyStatement['Condition'];
  /** Further statements of the trust, where actions need conditions of their own. @default [] */
  readonly trust?: readonly PolicyStatement[];
  /** ARNs of policies, keyed by a constant PascalCase id. @default {} */
  readonly managedPolicies?: Readonly<Record<string, string>>;
  /** Statements written into the role itself. @default [] */
  readonly statements?: readonly PolicyStatement[];
  /** Tags and permissions boundary of the role. */
  readonly defaults: ResourceDefaults;
}

/**
 * An IAM role with all its permissions. What uses it must wait for {@link ready}, not for the role alone: otherwise it
 * starts before it may do anything, and on destroy loses its permissions while it still needs them.
 */
export class ServiceRole extends Construct {
  public readonly roleArn: string;
  /** Name of the role, as a token that ties what is added to it to the role. */
  public readonly roleName: string;
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const role = new IamRole(this, 'Resource', {
      name: props.roleName,
      description: props.description,
      assumeRolePolicy: renderPolicy(
        {
          Sid: 'Assume',
          Effect: 'Allow',
          Principal: { Service: props.service },
          Action: props.actions ?? ['sts:AssumeRole'],
          Condition: props.condition,
        },
        ...(props.trust ?? []),
      ),
      permissionsBoundary: props.defaults.permissionsBoundaryArn,
      tags: tagsOrNone(props.defaults.tags),
    });
    const ready: ITerraformDependable[] = Object.entries(props.managedPolicies ?? {}).map(
      ([key, policyArn]) => new IamRolePolicyAttachment(this, key, { role: role.name, policyArn }),
    );
    if (props.statements !== undefined && props.statements.length > 0) {
      ready.push(
        new IamRolePolicy(this, 'Policy', {
          name: 'kubewhere',
          role: role.name,
          policy: renderPolicy(...props.statements),
        }),
      );
    }
    this.roleArn = role.arn;
    this.roleName = role.name;
    this.ready = ready;
  }
}
