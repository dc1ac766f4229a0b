import { TerraformOutput, type TerraformStack, Testing } from 'cdktf';
import { type EksClusterProps, EksNetwork } from '../../lib/eks';
import { defineEks, eksStack } from '../eks/eks-stack';
import { CHANGED } from '../eks/full-cluster';
import {
  type CloudReport,
  cloudStory,
  countsOf,
  describeMoto,
  describeStory,
  MotoCloud,
} from '../support/aws';
import { NOT_IN_5_100, synthesizeFullWithGiven } from './eks-full-stack';

const CLUSTER: Partial<EksClusterProps> = {
  deletionProtection: false,
  administrators: { Platform: 'arn:aws:iam::123456789012:role/Platform' },
  tags: { team: 'platform' },
};

function clusterIn(stack: TerraformStack, props: Partial<EksClusterProps> = {}): string {
  defineEks(stack, { ...CLUSTER, ...props });
  return Testing.synth(stack, true);
}

/** What a provider of the fifth series lacks; the sixth has all. */
function lacking(attributes: readonly string[], version: string): readonly string[] {
  return version.startsWith('5.') ? attributes : [];
}

describeMoto('a cluster by the real hashicorp/aws against moto', (tools) => {
  let cloud: MotoCloud;

  beforeAll(async () => {
    cloud = await MotoCloud.start(tools);
  });
  afterAll(() => cloud?.stop());

  describe('that is told the least', () => {
    let report: CloudReport;

    beforeAll(async () => {
      report = await cloudStory(cloud, clusterIn(eksStack()));
    });

    it('is made, whole', () => {
      expect(report.resources).toBe(68);
      expect(countsOf(report.held)).toEqual({
        addresses: 3,
        clusters: 1,
        flowLogs: 1,
        internetGateways: 1,
        keyAliases: 1,
        keys: 1,
        launchTemplates: 1,
        logGroups: 2,
        natGateways: 3,
        roles: 5,
        // Those that are defined, and the one that comes with the VPC
        routeTables: 6,
        // The API's, the default one that comes with the VPC, and the one that EKS makes
        securityGroups: 3,
        subnets: 9,
        vpcEndpoints: 1,
        vpcs: 1,
      });
    });

    it('is at rest: a second plan is empty', () => {
      expect(report.secondPlan).toBe('');
    });

    it('is destroyed with nothing left, by what Terraform and moto say', () => {
      expect(report.leftInState).toEqual([]);
      expect(report.left).toEqual({});
    });

    it('was tested but for what the provider of this machine lacks', () => {
      expect(report.dropped).toEqual(
        lacking(['aws_eks_cluster.deletion_protection'], tools.provider.version),
      );
      expect(cloud.unanswered).toEqual([]);
    });
  });

  describeStory('in a network that is there already', () => {
    let report: CloudReport;

    beforeAll(async () => {
      const workspace = cloud.open(cloud.fit(synthesizeNetwork()).json);
      try {
        await workspace.init();
        await workspace.apply();
        const { vpc, subnets } = await workspace.output();
        const stack = eksStack();
        const network = EksNetwork.fromAttributes(stack, 'Network', {
          vpcId: String(vpc),
          vpcCidr: '10.20.0.0/16',
          privateSubnetIds: subnets as string[],
        });
        report = await cloudStory(cloud, clusterIn(stack, { network }));
        await workspace.destroy();
      } finally {
        workspace.close();
      }
    });

    it('is made, at rest, and gone, and the network stays', () => {
      expect(report.secondPlan).toBe('');
      expect(report.leftInState).toEqual([]);
      expect(report.left).toEqual({});
    });
  });

  describeStory('that asks for everything', () => {
    let report: CloudReport;

    beforeAll(async () => {
      report = await cloudStory(cloud, synthesizeFullWithGiven(), synthesizeFullWithGiven(CHANGED));
    });

    it('is made, whole, with every call of the provider answered', () => {
      expect(report.resources).toBe(153);
      expect(countsOf(report.held)).toEqual({
        activations: 1,
        addresses: 3,
        autoScalingGroups: 1,
        clusters: 1,
        eventRules: 5,
        flowLogs: 1,
        instanceProfiles: 1,
        instances: 3,
        internetGateways: 1,
        keyAliases: 3,
        keys: 3,
        launchTemplates: 6,
        logGroups: 6,
        natGateways: 3,
        openIdProviders: 1,
        placementGroups: 1,
        policies: 1,
        queues: 1,
        roles: 16,
        routeTables: 6,
        securityGroups: 6,
        subnets: 9,
        vpcEndpoints: 1,
        vpcs: 1,
      });
      expect(cloud.unanswered).toEqual([]);
    });

    it('is at rest: a second plan is empty', () => {
      expect(report.secondPlan).toBe('');
    });

    it('is changed in many ways with nothing replaced but an activation, and is at rest again', () => {
      // the provider replaces an activation for its tags; nodes that have joined do not need it any more
      expect(report.changes.filter(({ actions }) => String(actions) !== 'update')).toEqual([
        {
          address: 'aws_ssm_activation.Cluster_HybridNodes_Activation_86248BF5',
          actions: ['delete', 'create'],
          replacePaths: ['tags'],
        },
      ]);
      expect(report.changes).toHaveLength(68);
      expect(report.planAfterChange).toBe('');
    });

    it('is destroyed, once it is not protected, with nothing left, by what Terraform and moto say', () => {
      expect(report.leftInState).toEqual([]);
      expect(report.left).toEqual({});
    });

    it('was tested but for what is listed, with a reason each', () => {
      const listed = Object.keys(NOT_IN_5_100);
      expect(listed).toEqual(expect.arrayContaining([...report.dropped]));
      expect(report.dropped).toEqual(tools.provider.version === '5.100.0' ? listed : report.dropped);
    });
  });
});

/** A network with the ids by which it is adopted. */
function synthesizeNetwork(): string {
  const stack = eksStack('network');
  const network = new EksNetwork(stack, 'Network', { networkName: 'shared', cidr: '10.20.0.0/16' });
  new TerraformOutput(stack, 'vpc', { value: network.vpcId, staticId: true });
  new TerraformOutput(stack, 'subnets', { value: network.privateSubnetIds, staticId: true });
  return Testing.synth(stack, true);
}
