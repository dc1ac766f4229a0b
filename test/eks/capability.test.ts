import { TerraformVariable } from 'cdktf';
import { type EksArgoCdOptions, EksArgoCdRole, EksPrincipalKind } from '../../lib/eks/argo-cd';
import { EksCapabilities, EksCapability } from '../../lib/eks/capability';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only, policy } from './eks-stack';

const IDENTITY_CENTER = 'arn:aws:sso:::instance/ssoins-1234567890abcdef';
const ARGO_CD: EksArgoCdOptions = {
  identityCenterArn: IDENTITY_CENTER,
  roles: { [EksArgoCdRole.ADMIN]: [{ id: 'group-1', kind: EksPrincipalKind.GROUP }] },
};

function capabilities(stack = eksStack()): EksCapabilities {
  return new EksCapabilities(stack, 'Capabilities', {
    namePrefix: 'prod',
    clusterName: 'prod',
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: {},
      permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
    },
  });
}

function synthesizeOne(name: string, capability: EksCapability) {
  const stack = eksStack();
  capabilities(stack).add(name, capability);
  return synthesize(stack);
}

function refused(name: string, capability: EksCapability): () => void {
  return () => capabilities().add(name, capability);
}

describe('a capability', () => {
  it('is kro with a role that may do nothing', () => {
    const synthesized = synthesizeOne('graphs', EksCapability.kro());
    expect(only(synthesized, 'aws_eks_capability')).toEqual({
      capability_name: 'graphs',
      cluster_name: 'prod',
      delete_propagation_policy: 'RETAIN',
      role_arn: '${aws_iam_role.Capabilities_graphs_Role_C499CD8C.arn}',
      type: 'KRO',
    });
    const { assume_role_policy: trust, ...role } = only(synthesized, 'aws_iam_role');
    expect(role).toEqual({
      description: 'Capability KRO of the cluster',
      name: 'prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-kro',
      permissions_boundary: 'arn:aws:iam::111122223333:policy/Boundary',
    });
    expect(policy(trust)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Assume',
          Effect: 'Allow',
          Principal: { Service: 'capabilities.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
        },
      ],
    });
  });

  it('is ACK with a role that may do what it was allowed, and waits for it', () => {
    const synthesized = synthesizeOne(
      'aws',
      EksCapability.ack({
        managedPolicies: ['AmazonS3FullAccess'],
        statements: [
          {
            sid: 'Queues',
            actions: ['sqs:*'],
            resources: ['*'],
            conditions: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
          },
        ],
      }),
    );
    expect(only(synthesized, 'aws_eks_capability')).toEqual({
      capability_name: 'aws',
      cluster_name: 'prod',
      delete_propagation_policy: 'RETAIN',
      depends_on: [
        'aws_iam_role_policy_attachment.Capabilities_aws_Role_ManagedAmazonS3FullAccess_DB60B995',
        'aws_iam_role_policy.Capabilities_aws_Role_Policy_A3639CB4',
      ],
      role_arn: '${aws_iam_role.Capabilities_aws_Role_5995324C.arn}',
      type: 'ACK',
    });
    expect(policy(only(synthesized, 'aws_iam_role_policy').policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Queues',
          Effect: 'Allow',
          Action: ['sqs:*'],
          Resource: ['*'],
          Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
        },
      ],
    });
  });

  it('is Argo CD with everybody in order', () => {
    const synthesized = synthesizeOne(
      'delivery',
      EksCapability.argoCd({
        identityCenterArn: IDENTITY_CENTER,
        identityCenterRegion: 'eu-central-1',
        namespace: 'delivery',
        vpcEndpointIds: ['vpce-0123456789abcdef0'],
        roles: {
          [EksArgoCdRole.VIEWER]: [
            { id: 'user-2', kind: EksPrincipalKind.USER },
            { id: 'user-1', kind: EksPrincipalKind.USER },
            { id: 'group-9', kind: EksPrincipalKind.GROUP },
          ],
          [EksArgoCdRole.EDITOR]: [],
          [EksArgoCdRole.ADMIN]: [{ id: 'group-1', kind: EksPrincipalKind.GROUP }],
        },
      }),
    );
    expect(only(synthesized, 'aws_eks_capability').configuration).toEqual([
      {
        argo_cd: [
          {
            aws_idc: [{ idc_instance_arn: IDENTITY_CENTER, idc_region: 'eu-central-1' }],
            namespace: 'delivery',
            network_access: [{ vpce_ids: ['vpce-0123456789abcdef0'] }],
            rbac_role_mapping: [
              { role: 'ADMIN', identity: [{ id: 'group-1', type: 'SSO_GROUP' }] },
              {
                role: 'VIEWER',
                identity: [
                  { id: 'group-9', type: 'SSO_GROUP' },
                  { id: 'user-1', type: 'SSO_USER' },
                  { id: 'user-2', type: 'SSO_USER' },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  it('is Argo CD with no more than was said', () => {
    expect(
      only(synthesizeOne('delivery', EksCapability.argoCd(ARGO_CD)), 'aws_eks_capability').configuration,
    ).toEqual([
      {
        argo_cd: [
          {
            aws_idc: [{ idc_instance_arn: IDENTITY_CENTER }],
            rbac_role_mapping: [{ role: 'ADMIN', identity: [{ id: 'group-1', type: 'SSO_GROUP' }] }],
          },
        ],
      },
    ]);
  });

  it('takes what Terraform fills in', () => {
    const stack = eksStack();
    const variable = (name: string): string =>
      new TerraformVariable(stack, name, { type: 'string' }).stringValue;
    capabilities(stack).add(
      'delivery',
      EksCapability.argoCd({
        identityCenterArn: variable('center'),
        namespace: variable('namespace'),
        vpcEndpointIds: [variable('endpoint')],
        roles: { [EksArgoCdRole.ADMIN]: [{ id: variable('group'), kind: EksPrincipalKind.GROUP }] },
      }),
    );
    expect(JSON.stringify(all(synthesize(stack), 'aws_eks_capability'))).toContain(
      '"identity":[{"id":"${var.group}","type":"SSO_GROUP"}]',
    );
  });
});

describe('a capability that is refused', () => {
  it('fails when its name is malformed or taken', () => {
    expect(refused('a b', EksCapability.kro())).toThrow(
      "[test/Capabilities] capability name 'a b' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    );
    const both = capabilities();
    both.add('one', EksCapability.kro());
    expect(() => both.add('one', EksCapability.ack())).toThrow(
      "[test/Capabilities] capability name 'one' is taken; choose another",
    );
  });

  it('fails when the cluster has one of the kind', () => {
    const both = capabilities();
    both.add('one', EksCapability.kro());
    expect(() => both.add('two', EksCapability.kro())).toThrow(
      "[test/Capabilities] capabilities 'one' and 'two' are both KRO; EKS allows one of each kind",
    );
  });

  it('fails when its permissions are malformed', () => {
    expect(refused('aws', EksCapability.ack({ managedPolicies: ['a b'] }))).toThrow(
      "[test/Capabilities] 'managedPolicies' of capability 'aws' (a b) must hold names of policies of AWS such as 'service-role/AmazonEFSCSIDriverPolicy'",
    );
  });

  it('fails for every problem of Argo CD at once', () => {
    const options = {
      identityCenterArn: 'ssoins-1',
      namespace: 'Argo',
      vpcEndpointIds: ['vpc-1'],
      roles: {
        OWNER: [{ id: 'user-1', kind: 'USER' }],
        VIEWER: [{ id: 'user-1', kind: 'SSO_USER' }],
      },
    } as unknown as EksArgoCdOptions;
    expect(refused('delivery', EksCapability.argoCd(options))).toThrow(
      [
        "[test/Capabilities] 'identityCenterArn' (ssoins-1) must be the ARN of an instance of IAM Identity Center such as 'arn:aws:sso:::instance/ssoins-1234567890abcdef'",
        "'namespace' of Argo CD (Argo) must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit",
        "'vpcEndpointIds' (vpc-1) must hold ids of VPC endpoints such as 'vpce-0123456789abcdef0'",
        "'roles' names 'OWNER'; the roles of Argo CD are ADMIN, EDITOR, VIEWER",
        "'kind' of 'user-1' (USER) must be one of SSO_USER, SSO_GROUP",
        "'roles' names 'user-1' as OWNER and as VIEWER; the higher role holds the lower",
      ].join('; '),
    );
  });

  it('fails when nobody could enter Argo CD', () => {
    expect(refused('delivery', EksCapability.argoCd({ ...ARGO_CD, roles: {} }))).toThrow(
      "[test/Capabilities] 'roles' names nobody; name at least one user or group, or nobody can enter Argo CD",
    );
  });
});
