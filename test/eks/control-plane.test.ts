import { TerraformVariable } from 'cdktf';
import { ApiAccess, EncryptionKey } from '../../lib/cluster';
import { EksEgress, EksNetwork } from '../../lib/eks';
import { EksControlPlaneEgress } from '../../lib/eks/control-plane-egress';
import { EksControlPlaneTier } from '../../lib/eks/control-plane-tier';
import {
  describeControlPlane,
  describeControlPlaneRisks,
} from '../../lib/eks/private/control-plane-assembly';
import { KubernetesVersion } from '../../lib/values';
import { choice, clusterOf, synthesizeControlPlane } from './control-plane-stack';
import { awsVersion, eksStack } from './eks-stack';

const SG = 'sg-0123456789abcdef0';

describe('the control plane of an EKS cluster', () => {
  it('says of place and safety what every one says, and no more without being asked', () => {
    expect(clusterOf()).toEqual({
      name: 'prod',
      version: '1.34',
      role_arn: 'arn:aws:iam::111122223333:role/cluster',
      vpc_config: { subnet_ids: ['subnet-a', 'subnet-b'], security_group_ids: ['sg-0own'] },
      kubernetes_network_config: { service_ipv4_cidr: '172.20.0.0/16' },
      access_config: { authentication_mode: 'API', bootstrap_cluster_creator_admin_permissions: false },
      bootstrap_self_managed_addons: false,
      encryption_config: {
        provider: {
          key_arn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        },
        resources: ['secrets'],
      },
      upgrade_policy: { support_type: 'STANDARD' },
      zonal_shift_config: { enabled: true },
    });
    expect(describeControlPlane(choice())).toEqual([]);
    expect(describeControlPlaneRisks(choice())).toEqual([]);
  });

  it('reports all its problems together', () => {
    expect(
      describeControlPlane(
        choice({
          apiSecurityGroupIds: ['web'],
          keyDeletionDays: 1,
          controlPlaneTuning: { eventTtlMinutes: 5 },
          clusterSecurityGroupTags: { 'aws:team': 'shop' },
        }),
      ),
    ).toEqual([
      "'apiSecurityGroupIds' (web) must be the id of a security group such as 'sg-0123456789abcdef0'",
      "'keyDeletionDays' (1) must be a whole number of 7 to 30 days",
      "'controlPlaneTuning' 'eventTtlMinutes' (5) must be a whole number of 10 to 60",
      "'clusterSecurityGroupTags' key 'aws:team' starts with 'aws:', which AWS keeps for itself",
    ]);
  });
});

describe('further security groups of a control plane', () => {
  it('stand after the cluster’s own, sorted', () => {
    expect(
      clusterOf({ apiSecurityGroupIds: ['sg-0fedcba9876543210', 'sg-0123456789abcdef0'] }).vpc_config,
    ).toMatchObject({ security_group_ids: ['sg-0own', 'sg-0123456789abcdef0', 'sg-0fedcba9876543210'] });
  });

  it('may be ones that Terraform fills in', () => {
    const variable = new TerraformVariable(eksStack(), 'group', { type: 'string' });
    expect(describeControlPlane(choice({ apiSecurityGroupIds: [variable.stringValue] }))).toEqual([]);
  });

  it('are refused when Terraform fills in their number too', () => {
    const groups = new TerraformVariable(eksStack(), 'groups', { type: 'list(string)' });
    expect(describeControlPlane(choice({ apiSecurityGroupIds: groups.listValue }))).toEqual([
      "'apiSecurityGroupIds' must be known at synthesis as a list; give its items, each of which Terraform may fill in",
    ]);
  });

  it.each([
    [
      ['sg-00000001', 'sg-00000002', 'sg-00000003', 'sg-00000004', 'sg-00000005'],
      "'apiSecurityGroupIds' (5) must name at most 4: EKS takes 5, and one is the cluster's own",
    ],
    [[SG, SG], `'apiSecurityGroupIds' names '${SG}' twice; name each group once`],
    [
      ['vpc-0123456789abcdef0'],
      "'apiSecurityGroupIds' (vpc-0123456789abcdef0) must be the id of a security group such as 'sg-0123456789abcdef0'",
    ],
  ])('are refused when they are %j', (apiSecurityGroupIds, problem) => {
    expect(describeControlPlane(choice({ apiSecurityGroupIds }))).toEqual([problem]);
  });
});

describe('the capacity of a control plane', () => {
  it.each([
    [EksControlPlaneTier.STANDARD, 'standard'],
    [EksControlPlaneTier.TIER_XL, 'tier-xl'],
    [EksControlPlaneTier.TIER_2XL, 'tier-2xl'],
    [EksControlPlaneTier.TIER_4XL, 'tier-4xl'],
    [EksControlPlaneTier.TIER_8XL, 'tier-8xl'],
  ])('is kept ready by tier %s', (controlPlaneTier, tier) => {
    expect(clusterOf({ controlPlaneTier }).control_plane_scaling_config).toEqual({ tier });
  });
});

describe('an upgrade of a control plane', () => {
  it('goes ahead against EKS’s insights only when it is told to', () => {
    expect(clusterOf({ forceVersionUpgrade: true }).force_update_version).toBe(true);
    expect(clusterOf({ forceVersionUpgrade: false })).not.toHaveProperty('force_update_version');
  });

  it('is warned of when AWS makes it by itself', () => {
    expect(describeControlPlaneRisks(choice({ version: KubernetesVersion.of('1.32') }))).toEqual([
      expect.stringMatching(/^\[kubewhere:eks\/version-ended\] Kubernetes 1\.32 of 'prod' /),
    ]);
  });
});

describe('the requests of a control plane itself', () => {
  it('are routed by EKS unless told otherwise', () => {
    expect(clusterOf().vpc_config).not.toHaveProperty('control_plane_egress_mode');
    expect(awsVersion(synthesizeControlPlane())).toBe('6.25.0');
  });

  it.each([
    [EksControlPlaneEgress.AWS_MANAGED, 'AWS_MANAGED'],
    [EksControlPlaneEgress.CUSTOMER_ROUTED, 'CUSTOMER_ROUTED'],
  ])('take the way %s, which needs a newer provider', (controlPlaneEgress, mode) => {
    const props = { controlPlaneEgress };
    expect(clusterOf(props).vpc_config).toEqual({
      subnet_ids: ['subnet-a', 'subnet-b'],
      security_group_ids: ['sg-0own'],
      control_plane_egress_mode: mode,
    });
    expect(awsVersion(synthesizeControlPlane(props))).toBe('>= 6.52.0, < 7.0.0');
  });

  it('are warned of when they go through an own network, whose subnets for them have no route', () => {
    const controlPlaneEgress = EksControlPlaneEgress.CUSTOMER_ROUTED;
    expect(describeControlPlaneRisks(choice({ controlPlaneEgress }))).toEqual([
      "[kubewhere:eks/customer-routed] the control plane of 'prod' sends its own requests through your VPC: the subnets of its interfaces have no route out of the VPC, so it reaches no webhook or OIDC issuer beyond it: give a 'network' whose 'intraSubnetIds' have one; EKS never takes this back, and going back replaces the cluster",
    ]);
    const network = new EksNetwork(eksStack(), 'Network', { networkName: 'shop', egress: EksEgress.NONE });
    expect(describeControlPlaneRisks(choice({ controlPlaneEgress, network }))).toEqual([
      "[kubewhere:eks/customer-routed] the control plane of 'prod' sends its own requests through your VPC: the subnets of its interfaces must reach every webhook and OIDC issuer that it asks; EKS never takes this back, and going back replaces the cluster",
    ]);
    expect(
      describeControlPlaneRisks(choice({ controlPlaneEgress: EksControlPlaneEgress.AWS_MANAGED })),
    ).toEqual([]);
  });
});

describe('logs that outlive their cluster', () => {
  const controlPlaneLogGroup = { keepOnDestroy: true };

  it('are warned of when their key goes with the cluster', () => {
    expect(describeControlPlaneRisks(choice({ controlPlaneLogGroup, keyDeletionDays: 7 }))).toEqual([
      "[kubewhere:eks/kept-logs-lose-key] the control plane's logs of 'prod' are kept when the cluster is destroyed, but its own key goes with it and they become unreadable 7 days later; name a key that stays by 'secretsEncryption: EncryptionKey.existing(…)'",
    ]);
  });

  it('are not when the key stays', () => {
    const secretsEncryption = EncryptionKey.existing(
      'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
    );
    expect(describeControlPlaneRisks(choice({ controlPlaneLogGroup, secretsEncryption }))).toEqual([]);
    expect(describeControlPlaneRisks(choice({ apiAccess: ApiAccess.private() }))).toEqual([]);
  });
});
