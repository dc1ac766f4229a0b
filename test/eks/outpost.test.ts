import { TerraformVariable } from 'cdktf';
import { ApiAccess, EncryptionKey } from '../../lib/cluster';
import { EksPodNetworking } from '../../lib/eks';
import type { EksOutpost } from '../../lib/eks/outpost';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { defineOutpostRole, describeOutpost } from '../../lib/eks/private/outpost';
import { synthesize } from '../support/synthesized';
import { clusterOf, synthesizeControlPlane } from './control-plane-stack';
import { all, awsVersion, eksStack, only, POOL, policy } from './eks-stack';

const OUTPOST: EksOutpost = {
  outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
  controlPlaneInstanceType: 'm5.large',
};
const GIVEN = { network: 'vpc' };

describe('a local cluster on an Outpost', () => {
  it('says where it runs, lets the one in who made it, and leaves out what EKS refuses there', () => {
    expect(clusterOf({ outpost: OUTPOST })).toEqual({
      name: 'prod',
      version: '1.34',
      role_arn: 'arn:aws:iam::111122223333:role/cluster',
      vpc_config: { subnet_ids: ['subnet-a', 'subnet-b'], security_group_ids: ['sg-0own'] },
      outpost_config: { outpost_arns: [OUTPOST.outpostArn], control_plane_instance_type: 'm5.large' },
      access_config: { authentication_mode: 'CONFIG_MAP', bootstrap_cluster_creator_admin_permissions: true },
    });
    expect(awsVersion(synthesizeControlPlane({ outpost: OUTPOST }))).toBe('6.25.0');
  });

  it('spreads its control plane by a placement group', () => {
    expect(clusterOf({ outpost: { ...OUTPOST, placementGroupName: 'racks' } }).outpost_config).toMatchObject({
      control_plane_placement: { group_name: 'racks' },
    });
  });

  it('gives etcd machines of its own, with a newer provider', () => {
    const outpost = { ...OUTPOST, etcdInstanceType: 'r5.large', etcdPlacementGroupName: 'etcd-racks' };
    expect(clusterOf({ outpost }).outpost_config).toEqual({
      outpost_arns: [OUTPOST.outpostArn],
      control_plane_instance_type: 'm5.large',
      etcd_instance_type: 'r5.large',
      etcd_placement: { group_name: 'etcd-racks' },
    });
    expect(awsVersion(synthesizeControlPlane({ outpost }))).toBe('>= 6.66.0, < 7.0.0');
  });

  it('may be one that Terraform fills in, and goes with a private API and empty maps', () => {
    const arn = new TerraformVariable(eksStack(), 'outpost', { type: 'string' }).stringValue;
    expect(
      describeOutpost(
        { ...OUTPOST, outpostArn: arn },
        { ...GIVEN, apiAccess: ApiAccess.private(), administrators: {}, nodePools: {} },
      ),
    ).toEqual([]);
    expect(describeOutpost(undefined, { nodePools: { system: POOL } })).toEqual([]);
  });

  it.each([
    [
      { outpostArn: 'op-0123456789abcdef0' },
      "'outpost' 'outpostArn' (op-0123456789abcdef0) must be the ARN of one Outpost such as 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0'",
    ],
    [
      { controlPlaneInstanceType: 'large' },
      "'outpost' 'controlPlaneInstanceType' (large) must be a type of machine such as 'm5.large'",
    ],
    [
      { etcdInstanceType: 'large' },
      "'outpost' 'etcdInstanceType' (large) must be a type of machine such as 'm5.large'",
    ],
    [
      { etcdPlacementGroupName: 'racks' },
      "'outpost' 'etcdPlacementGroupName' (racks) needs 'etcdInstanceType': without machines of its own, etcd stands where the control plane does",
    ],
  ])('is refused when it says %j', (change, problem) => {
    expect(describeOutpost({ ...OUTPOST, ...change }, GIVEN)).toEqual([problem]);
  });

  it('needs a network that lies on it', () => {
    expect(describeOutpost(OUTPOST, {})).toEqual([
      "'outpost' needs a 'network' whose subnets lie on the Outpost, by EksNetwork.fromAttributes(); the cluster's own lies in the region",
    ]);
  });

  it.each([ApiAccess.public(), ApiAccess.restricted('203.0.113.0/24')])(
    'has no API that is reached from outside (%j)',
    (apiAccess) => {
      expect(describeOutpost(OUTPOST, { ...GIVEN, apiAccess })).toEqual([
        `'outpost' does not go with 'apiAccess' (${apiAccess.exposure}): the API of a local cluster is private; use ApiAccess.private()`,
      ]);
    },
  );

  it.each([
    ['serviceCidr', '172.20.0.0/16', 'EKS picks the range of Services there'],
    ['secretsEncryption', EncryptionKey.own(), 'EKS does not encrypt secrets by a key of yours there'],
    ['podNetworking', EksPodNetworking.ipv6(), 'its CNI is no add-on of EKS'],
    [
      'remoteNetworks',
      { nodeCidrs: ['10.1.0.0/16'] },
      'EKS connects remote nodes to clusters in a region only',
    ],
    ['autoMode', false, 'EKS runs no machines there'],
    ['autoModeNodePools', ['system'], 'EKS runs no machines there'],
    ['zonalShift', false, 'an Outpost is in one zone'],
    ['zonalAutoshift', { outcomeAlarmArns: [] }, 'an Outpost is in one zone'],
    ['controlPlaneTier', 'tier-xl', "its capacity is 'controlPlaneInstanceType'"],
    [
      'administrators',
      { ops: 'arn' },
      "EKS has no access entries there; name people in the ConfigMap 'aws-auth'",
    ],
    [
      'accessEntries',
      { ops: {} },
      "EKS has no access entries there; name people in the ConfigMap 'aws-auth'",
    ],
    ['nodePools', { system: POOL }, 'EKS has no managed node groups there; make machines beside the cluster'],
    ['addOns', { coredns: {} }, 'EKS installs no add-ons there; its own manifests do'],
    ['irsa', false, 'EKS has no issuer of tokens there'],
  ])("does not go with '%s'", (prop, value, reason) => {
    expect(describeOutpost(OUTPOST, { ...GIVEN, [prop]: value })).toEqual([
      `'outpost' does not go with '${prop}': ${reason}; leave it out`,
    ]);
  });
});

describe('the role of a control plane on an Outpost', () => {
  it('is taken on by its machines, under the name of the role that it stands in for', () => {
    const stack = eksStack();
    defineOutpostRole(stack, 'Role', {
      namePrefix: 'prod',
      defaults: {
        environment: new AwsEnvironment(stack, 'Environment'),
        tags: {},
        permissionsBoundaryArn: undefined,
      },
    });
    const synthesized = synthesize(stack);
    const role = only(synthesized, 'aws_iam_role');
    expect(String(role.name)).toMatch(/^prod-\$\{data\.aws_region\.[A-Za-z0-9_]+\.region\}-cluster$/);
    expect(policy(role.assume_role_policy)).toMatchObject({
      Statement: [{ Principal: { Service: expect.stringMatching(/^ec2\./) }, Action: ['sts:AssumeRole'] }],
    });
    expect(only(synthesized, 'aws_iam_role_policy_attachment').policy_arn).toMatch(
      /:iam::aws:policy\/AmazonEKSLocalOutpostClusterPolicy$/,
    );
    expect(all(synthesized, 'aws_iam_role_policy')).toEqual({});
  });
});
