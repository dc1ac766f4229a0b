import type { TerraformStack } from 'cdktf';
import { EksMachines, EksNodePool, type EksNodePoolOptions, type EksNodePoolProps } from '../../lib/eks';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { eksStack, only, POOL } from './eks-stack';

/** The least that a pool is told, by its user and by its cluster. */
export function poolProps(stack: TerraformStack, options: Partial<EksNodePoolProps> = {}): EksNodePoolProps {
  return {
    ...POOL,
    poolName: 'ml',
    namePrefix: 'prod',
    clusterName: 'prod',
    version: KubernetesVersion.of('1.34'),
    nodeRoleArn: 'arn:aws:iam::111122223333:role/nodes',
    subnetIds: ['subnet-0000000a', 'subnet-0000000b'],
    dependsOn: [],
    tags: {},
    cluster: {
      endpoint: 'https://abc.eks.amazonaws.com',
      caCertificateBase64: 'Q0E=',
      serviceCidr: '172.20.0.0/16',
      securityGroupId: 'sg-0000000c',
      environment: new AwsEnvironment(stack, 'Environment'),
    },
    ...options,
  };
}

/** A pool by itself, without a cluster around it. */
export function definePool(stack: TerraformStack, options: Partial<EksNodePoolProps> = {}): EksNodePool {
  return new EksNodePool(stack, 'Pool', poolProps(stack, options));
}

export function synthesizePool(options: Partial<EksNodePoolProps>): SynthesizedStack {
  const stack = eksStack();
  definePool(stack, options);
  return synthesize(stack);
}

/** The node group of a pool with these options. */
export function nodeGroup(options: Partial<EksNodePoolProps>): Record<string, unknown> {
  return only(synthesizePool(options), 'aws_eks_node_group');
}

/** The launch template of a pool with these options. */
export function launchTemplate(options: Partial<EksNodePoolProps>): Record<string, unknown> {
  return only(synthesizePool(options), 'aws_launch_template');
}

/** Options of a pool of one type in one subnet, where adapters and capacity blocks are. */
export function inOneSubnet(type: string): Partial<EksNodePoolOptions> {
  return { machines: EksMachines.ofTypes(type), subnetIds: ['subnet-0000000a'] };
}
