import { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import type { TerraformStack } from 'cdktf';
import type { EksClusterProps } from '../../lib/eks';
import { joinConfigParts } from '../../lib/eks/private/cluster-config';
import {
  renderControlPlaneParts,
  renderPlace,
  setNewerControlPlane,
} from '../../lib/eks/private/control-plane-assembly';
import type { ServiceRole } from '../../lib/eks/private/service-role';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { eksStack, MINIMAL, only } from './eks-stack';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** The props of a minimal cluster with some of its control plane's changed. */
export function choice(props: Partial<EksClusterProps> = {}): EksClusterProps {
  return { ...MINIMAL, ...props };
}

/** Defines the resource of a cluster alone, made of the parts of its control plane. */
export function defineControlPlane(
  stack: TerraformStack,
  props: Partial<EksClusterProps> = {},
  autoModeNodeRole: Pick<ServiceRole, 'roleArn' | 'ready'> = {
    roleArn: 'arn:aws:iam::111122223333:role/auto',
    ready: [],
  },
): EksClusterResource {
  const all = choice(props);
  const { vpcConfig, ...others } = joinConfigParts(
    { vpcConfig: { securityGroupIds: ['sg-0own'] } },
    renderPlace(all, { serviceCidr: '172.20.0.0/16', keyArn: KEY }),
    ...renderControlPlaneParts(all, autoModeNodeRole),
  );
  const cluster = new EksClusterResource(stack, 'Cluster', {
    ...others,
    name: all.clusterName,
    version: all.version.toString(),
    roleArn: 'arn:aws:iam::111122223333:role/cluster',
    vpcConfig: { subnetIds: ['subnet-a', 'subnet-b'], ...vpcConfig },
  });
  setNewerControlPlane(cluster, all);
  return cluster;
}

/** A stack with nothing else in it. */
export function synthesizeControlPlane(props: Partial<EksClusterProps> = {}): SynthesizedStack {
  const stack = eksStack();
  defineControlPlane(stack, props);
  return synthesize(stack);
}

/** The resource of a cluster as Terraform reads it. */
export function clusterOf(props: Partial<EksClusterProps> = {}): Record<string, unknown> {
  return only(synthesizeControlPlane(props), 'aws_eks_cluster');
}
