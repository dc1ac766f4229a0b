import { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import type { TerraformStack } from 'cdktf';
import {
  EKS_NEWER_ATTRIBUTES,
  type EksNewerValues,
  requireAwsProvider,
  setNewerAttribute,
  ZONAL_AUTOSHIFT_SINCE,
} from '../../lib/eks';
import { RawAwsResource } from '../../lib/eks/private/raw-aws-resource';
import { synthesize, testStack } from '../support/synthesized';
import { all, awsVersion, eksStack, only, synthesizeEks } from './eks-stack';

function clusterResource(stack: TerraformStack): EksClusterResource {
  return new EksClusterResource(stack, 'Cluster', {
    name: 'prod',
    roleArn: 'arn:aws:iam::111122223333:role/cluster',
    vpcConfig: { subnetIds: ['subnet-a', 'subnet-b'], endpointPrivateAccess: true },
  });
}

describe('attributes that are newer than the bindings', () => {
  it('are these, each of one resource, with the first provider version known to have it', () => {
    expect(
      Object.entries(EKS_NEWER_ATTRIBUTES).map(
        ([name, { resourceType, path, since }]) => `${name}: ${resourceType}.${path} ${since}`,
      ),
    ).toEqual([
      'controlPlaneEgressMode: aws_eks_cluster.vpc_config.control_plane_egress_mode 6.52.0',
      'kubeApiServerConfig: aws_eks_cluster.kube_api_server_config 6.60.0',
      'kubeControllerManagerConfig: aws_eks_cluster.kube_controller_manager_config 6.63.0',
      'kubeSchedulerConfig: aws_eks_cluster.kube_scheduler_config 6.60.0',
      'outpostEtcdInstanceType: aws_eks_cluster.outpost_config.etcd_instance_type 6.66.0',
      'outpostEtcdGroupName: aws_eks_cluster.outpost_config.etcd_placement.group_name 6.66.0',
      'updateStrategy: aws_eks_node_group.update_config.update_strategy 6.28.0',
      'warmPoolConfig: aws_eks_node_group.warm_pool_config 6.56.0',
      'addOnNamespace: aws_eks_addon.namespace_config.namespace 6.42.0',
      'podIdentitySessionPolicy: aws_eks_pod_identity_association.policy 6.66.0',
    ]);
    expect(ZONAL_AUTOSHIFT_SINCE).toBe('6.45.0');
  });

  it('leave a stack that uses none at the provider version of the bindings', () => {
    expect(awsVersion(synthesizeEks())).toBe('6.25.0');
  });

  it('stand beside what the bindings wrote into the same block, and raise the provider to what has them', () => {
    const stack = eksStack();
    setNewerAttribute(clusterResource(stack), 'controlPlaneEgressMode', 'CUSTOMER_ROUTED');
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'aws_eks_cluster').vpc_config).toEqual({
      subnet_ids: ['subnet-a', 'subnet-b'],
      endpoint_private_access: true,
      control_plane_egress_mode: 'CUSTOMER_ROUTED',
    });
    expect(awsVersion(synthesized)).toBe('>= 6.52.0, < 7.0.0');
  });

  it.each<[keyof EksNewerValues, unknown, string]>([
    ['kubeApiServerConfig', { event_ttl: '30m' }, '>= 6.60.0, < 7.0.0'],
    [
      'kubeControllerManagerConfig',
      { pod_gc_controller_config: { terminated_pod_gc_threshold: 100 } },
      '>= 6.63.0, < 7.0.0',
    ],
    [
      'kubeSchedulerConfig',
      { node_resources_fit: { scoring_strategy: { type: 'MostAllocated' } } },
      '>= 6.60.0, < 7.0.0',
    ],
    ['outpostEtcdInstanceType', 'm5.large', '>= 6.66.0, < 7.0.0'],
    ['outpostEtcdGroupName', 'etcd', '>= 6.66.0, < 7.0.0'],
  ])('write %s at its path', (name, value, pin) => {
    const stack = eksStack();
    setNewerAttribute(clusterResource(stack), name, value as never);
    const synthesized = synthesize(stack);
    const found = EKS_NEWER_ATTRIBUTES[name].path
      .split('.')
      .reduce<unknown>(
        (block, member) => (block as Readonly<Record<string, unknown>>)[member],
        only(synthesized, 'aws_eks_cluster'),
      );
    expect([found, awsVersion(synthesized)]).toEqual([value, pin]);
  });

  it.each([
    [['6.52.0', '6.60.0'], '>= 6.60.0, < 7.0.0'],
    [['6.60.0', '6.52.0'], '>= 6.60.0, < 7.0.0'],
    [['6.9.0', '6.28.0'], '>= 6.28.0, < 7.0.0'],
    [['6.28.0', '6.28.1', '6.28.0'], '>= 6.28.1, < 7.0.0'],
  ])('that need %j make the stack ask for the highest', (versions, pin) => {
    const stack = eksStack();
    for (const version of versions) requireAwsProvider(stack, version);
    expect(awsVersion(synthesize(stack))).toBe(pin);
  });

  it('raise the provider of their own stack only', () => {
    const [one, other] = [eksStack('one'), eksStack('other')];
    requireAwsProvider(one, '6.52.0');
    expect([awsVersion(synthesize(one)), awsVersion(synthesize(other))]).toEqual([
      '>= 6.52.0, < 7.0.0',
      '6.25.0',
    ]);
  });
});

describe('a resource whose type the bindings do not have', () => {
  it('is written in the provider’s own words, without what is undefined, and raises the provider', () => {
    const stack = eksStack();
    const cluster = clusterResource(stack);
    new RawAwsResource(stack, 'Autoshift', {
      type: 'aws_arczonalshift_zonal_autoshift_configuration',
      since: '6.45.0',
      attributes: {
        resource_arn: cluster.arn,
        outcome_alarms: [{ alarm_identifier: 'arn:aws:cloudwatch:eu-west-1:1:alarm:a', type: 'CLOUDWATCH' }],
        blocked_dates: undefined,
      },
    });
    const synthesized = synthesize(stack);
    expect(all(synthesized, 'aws_arczonalshift_zonal_autoshift_configuration')).toEqual({
      Autoshift: {
        resource_arn: '${aws_eks_cluster.Cluster.arn}',
        outcome_alarms: [{ alarm_identifier: 'arn:aws:cloudwatch:eu-west-1:1:alarm:a', type: 'CLOUDWATCH' }],
      },
    });
    expect(awsVersion(synthesized)).toBe('>= 6.45.0, < 7.0.0');
  });

  it('needs the provider in its stack, as every resource does', () => {
    const stack = testStack();
    new RawAwsResource(stack, 'Autoshift', { type: 'aws_x', since: '6.45.0', attributes: {} });
    expect(() => synthesize(stack)).toThrow('Found resources without a matching provider construct');
  });
});
