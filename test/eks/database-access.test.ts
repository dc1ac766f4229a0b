import { type TerraformStack, TerraformVariable } from 'cdktf';
import { EksDatabaseAccess } from '../../lib/eks/database-access';
import type { EksDatabaseLogin, EksDatabaseOptions } from '../../lib/eks/database-options';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import type { ResourceDefaults } from '../../lib/eks/private/resource-defaults';
import { type EksBoundIdentity, EksWorkloadIdentity } from '../../lib/eks/workload-identity';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only, policy } from './eks-stack';

const RESOURCE_ID = 'db-ABCDEFGHIJKL01234';
const DOOR = { securityGroupId: 'sg-0123456789abcdef0', port: 5432 };

interface Given {
  readonly databases: EksDatabaseAccess;
  bind(name: string, roleArn?: string): EksBoundIdentity;
}

function databases(stack: TerraformStack = eksStack()): Given {
  const defaults: ResourceDefaults = {
    environment: new AwsEnvironment(stack, 'Environment'),
    tags: { team: 'shop' },
    permissionsBoundaryArn: undefined,
  };
  const identities = new EksWorkloadIdentity(stack, 'WorkloadIdentity', {
    namePrefix: 'prod',
    clusterName: 'prod',
    addOns: { readyForIdentities: [], serviceAccounts: [] },
    defaults,
  });
  return {
    databases: new EksDatabaseAccess(stack, 'Databases', {
      nodeSecurityGroupId: 'sg-0fedcba9876543210',
      defaults,
    }),
    bind: (name, roleArn) =>
      identities.bind(name, { namespace: 'shop', serviceAccount: name.toLowerCase(), roleArn }),
  };
}

describe('the way of pods to a database', () => {
  it('is a rule from the nodes to the port, and a permission to log in as one user', () => {
    const stack = eksStack();
    const given = databases(stack);
    given.databases.connect('Orders', {
      ...DOOR,
      logins: { Api: { identity: given.bind('Api'), resourceId: RESOURCE_ID, databaseUser: 'api' } },
    });
    const synthesized = synthesize(stack);
    expect(all(synthesized, 'aws_vpc_security_group_ingress_rule')).toEqual({
      Databases_Orders_Rule_6BEA5169: {
        security_group_id: 'sg-0123456789abcdef0',
        referenced_security_group_id: 'sg-0fedcba9876543210',
        ip_protocol: 'tcp',
        from_port: 5432,
        to_port: 5432,
        description: 'Pods of the cluster',
        tags: { team: 'shop' },
      },
    });
    const [[id, permission] = ['', {}]] = Object.entries(all(synthesized, 'aws_iam_role_policy'));
    expect(id).toBe('Databases_Orders_Logins_Api_ECE45479');
    expect(permission).toMatchObject({
      name: 'kubewhere-database-Orders-Api',
      role: '${aws_iam_role.WorkloadIdentity_Api_Role_F43B3FDD.name}',
    });
    const environment = '${data.aws_partition.Environment_Partition_BB4EBD50.partition}';
    expect(policy(permission.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'LogIn',
          Effect: 'Allow',
          Action: ['rds-db:connect'],
          Resource: `arn:${environment}:rds-db:\${data.aws_region.Environment_Region_6E4FC0B0.region}:\${data.aws_caller_identity.Environment_Account_512AA61B.account_id}:dbuser:${RESOURCE_ID}/api`,
        },
      ],
    });
  });

  it('lets many users in by one rule, and one service account into many databases', () => {
    const stack = eksStack();
    const given = databases(stack);
    const [api, web] = [given.bind('Api'), given.bind('Web')];
    given.databases.connect('Orders', {
      ...DOOR,
      logins: {
        Api: { identity: api, resourceId: RESOURCE_ID, databaseUser: 'api' },
        ApiOfStock: { identity: api, resourceId: 'cluster-ABCDEF', databaseUser: 'api' },
        Web: { identity: web, resourceId: RESOURCE_ID, databaseUser: 'web' },
      },
    });
    given.databases.connect('Proxy', {
      ...DOOR,
      port: 3306,
      logins: { Api: { identity: api, resourceId: 'prx-0123456789abcdef0', databaseUser: 'api' } },
    });
    const synthesized = synthesize(stack);
    expect(Object.keys(all(synthesized, 'aws_vpc_security_group_ingress_rule'))).toHaveLength(2);
    expect(Object.keys(all(synthesized, 'aws_eks_pod_identity_association'))).toHaveLength(2);
    expect(Object.keys(all(synthesized, 'aws_iam_role_policy'))).toHaveLength(4);
  });

  it('may be the rule alone, for databases with passwords', () => {
    const stack = eksStack();
    databases(stack).databases.connect('Orders', DOOR);
    expect(Object.keys(synthesize(stack).resource ?? {})).toEqual(['aws_vpc_security_group_ingress_rule']);
  });

  it('takes what Terraform fills in', () => {
    const stack = eksStack();
    const given = databases(stack);
    const text = (id: string) => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
    given.databases.connect('Orders', {
      securityGroupId: text('group'),
      port: new TerraformVariable(stack, 'port', { type: 'number' }).numberValue,
      logins: {
        Api: { identity: given.bind('Api'), resourceId: text('database'), databaseUser: text('user') },
      },
    });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      security_group_id: '${var.group}',
      from_port: '${var.port}',
    });
    expect(String(only(synthesized, 'aws_iam_role_policy').policy)).toContain(
      ':dbuser:${var.database}/${var.user}"',
    );
  });

  it('fails when the port is open already, for AWS refuses the same rule twice', () => {
    const { databases: known } = databases();
    known.connect('Orders', DOOR);
    expect(() => known.connect('Stock', DOOR)).toThrow(
      "[test/Databases] databases 'Orders' and 'Stock' are behind the same port (5432) of the same security group (sg-0123456789abcdef0), and AWS refuses the same rule twice; give the logins of 'Stock' to 'Orders'",
    );
  });

  it.each<[string, Partial<EksDatabaseOptions>, string]>([
    ['a/b', {}, "database name 'a/b' must be 1 to 40 letters, digits and hyphens, starting with a letter"],
    ['Taken', { port: 3306 }, "database name 'Taken' is taken; choose another"],
    [
      'Orders',
      { securityGroupId: 'orders' },
      "database 'Orders' 'securityGroupId' (orders) must be the id of a security group such as 'sg-0123456789abcdef0'",
    ],
    ...[0, 65536, 5432.5, Number.NaN].map((port): [string, Partial<EksDatabaseOptions>, string] => [
      'Orders',
      { port },
      `database 'Orders' 'port' (${port}) must be a whole number of 1 to 65535`,
    ]),
  ])('fails when it is %s with %j', (name, options, message) => {
    const { databases: known } = databases();
    known.connect('Taken', { ...DOOR, port: 1433 });
    expect(() => known.connect(name, { ...DOOR, ...options })).toThrow(`[test/Databases] ${message}`);
  });

  it.each<[string, Partial<EksDatabaseLogin>, string]>([
    [
      'a b',
      {},
      "login 'a b' of database 'Orders': the name must be 1 to 40 letters, digits and hyphens, starting with a letter",
    ],
    [
      'Api',
      { resourceId: 'orders' },
      "login 'Api' of database 'Orders' 'resourceId' (orders) must be the resource id, which starts with 'db-', 'cluster-' or 'prx-', and not the name of the database",
    ],
    ...['*', 'a/b', '', 'x'.repeat(64), '${aws:username}'].map(
      (databaseUser): [string, Partial<EksDatabaseLogin>, string] => [
        'Api',
        { databaseUser },
        `login 'Api' of database 'Orders' 'databaseUser' (${databaseUser}) must be the whole name of one user, 1 to 63 characters without spaces, '*', '?', '/', ':' and '$'`,
      ],
    ),
  ])('fails when a login is %s with %j', (name, options, message) => {
    const given = databases();
    const login = { identity: given.bind('Api'), resourceId: RESOURCE_ID, databaseUser: 'api', ...options };
    expect(() => given.databases.connect('Orders', { ...DOOR, logins: { [name]: login } })).toThrow(
      `[test/Databases] ${message}`,
    );
  });

  it('fails when a login has a role that exists', () => {
    const given = databases();
    const identity = given.bind('Api', 'arn:aws:iam::111122223333:role/Shop');
    expect(() =>
      given.databases.connect('Orders', {
        ...DOOR,
        logins: { Api: { identity, resourceId: RESOURCE_ID, databaseUser: 'api' } },
      }),
    ).toThrow(
      "[test/Databases] login 'Api' of database 'Orders' 'identity' has a role that exists ('roleArn'), to which nothing can be added here; allow 'rds-db:connect' in that role yourself, or bind the service account without 'roleArn'",
    );
  });
});
