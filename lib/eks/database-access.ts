import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import type { EksDatabaseLogin, EksDatabaseOptions } from './database-options';
import { describeDatabase, describeLogin } from './private/database-checks';
import { renderPolicy } from './private/policy-document';
import type { ResourceDefaults } from './private/resource-defaults';
import { inParentheses } from './private/shown';
import { tagsOrNone } from './private/tags';

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** Props of {@link EksDatabaseAccess}, which a cluster defines for itself. */
export interface EksDatabaseAccessProps {
  /** The security group of the nodes, whose address pods have outside the cluster. */
  readonly nodeSecurityGroupId: string;
  readonly defaults: ResourceDefaults;
}

/**
 * Lets pods reach databases of RDS and Aurora: a rule in the security group of the databases, and for each user a permission of the
 * pods' role to log in as that user.
 *
 * The rule opens the port to all pods that share the nodes' security group, not only to those that log in; pods with security
 * groups of their own need a rule of yours. Nothing of it costs anything. The database itself is not touched.
 *
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
 */
export class EksDatabaseAccess extends Construct {
  /** Names by security group and port, for AWS refuses the same rule twice. */
  private readonly nameOf = new Map<string, string>();

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksDatabaseAccessProps,
  ) {
    super(scope, id);
  }

  /**
   * Opens the databases behind a security group to the pods.
   *
   * @throws ValidationError when the name is malformed or taken, when the port of the security group is open already, or an option
   * is refused.
   */
  public connect(name: string, options: EksDatabaseOptions): void {
    const { securityGroupId, port, logins = {} } = options;
    const door = `${securityGroupId} ${port}`;
    const problems = [
      ...this.describeName(name),
      ...this.describeDoor(name, door, options),
      ...describeDatabase(`database '${name}'`, options),
      ...Object.entries(logins).flatMap(([login, given]) => describeLogin(name, login, given)),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.nameOf.set(door, name);

    const scope = new Construct(this, name);
    new VpcSecurityGroupIngressRule(scope, 'Rule', {
      securityGroupId,
      referencedSecurityGroupId: this.props.nodeSecurityGroupId,
      ipProtocol: 'tcp',
      fromPort: port,
      toPort: port,
      description: 'Pods of the cluster',
      tags: tagsOrNone(this.props.defaults.tags),
    });
    const loginScope = new Construct(scope, 'Logins');
    for (const [login, given] of Object.entries(logins)) this.allow(loginScope, name, login, given);
  }

  private allow(scope: Construct, name: string, login: string, given: EksDatabaseLogin): void {
    const { environment } = this.props.defaults;
    const { identity, resourceId, databaseUser } = given;
    if (identity._role === undefined) return;
    new IamRolePolicy(scope, login, {
      name: `kubewhere-database-${name}-${login}`,
      role: identity._role.roleName,
      policy: renderPolicy({
        Sid: 'LogIn',
        Effect: 'Allow',
        Action: ['rds-db:connect'],
        Resource: environment.regionalArn('rds-db', `dbuser:${resourceId}/${databaseUser}`),
      }),
    });
  }

  private describeName(name: string): string[] {
    if (!NAME.test(name)) {
      return [`database name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`];
    }
    if (this.node.tryFindChild(name) === undefined) return [];
    return [`database name '${name}' is taken; choose another`];
  }

  private describeDoor(name: string, door: string, { securityGroupId, port }: EksDatabaseOptions): string[] {
    const other = this.nameOf.get(door);
    if (other === undefined) return [];
    return [
      `databases '${other}' and '${name}' are behind the same port (${port}) of the same security group${inParentheses(securityGroupId)}, and AWS refuses the same rule twice; give the logins of '${name}' to '${other}'`,
    ];
  }
}
