import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import type { TerraformStack } from 'cdktf';
import { EksAddOns, type EksAddOnsProps } from '../../lib/eks/add-ons';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { all, eksStack } from './eks-stack';

/** Add-ons without the cluster around them. */
export function defineAddOns(stack: TerraformStack, props: Partial<EksAddOnsProps> = {}): EksAddOns {
  return new EksAddOns(stack, 'AddOns', {
    namePrefix: 'prod',
    clusterName: 'prod',
    kubernetesVersion: KubernetesVersion.of('1.34'),
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: {},
      permissionsBoundaryArn: undefined,
    },
    ...props,
  });
}

/** A node group that waits for what its nodes need, and whose add-ons wait for it, as those of a cluster do. */
export function defineNodes(stack: TerraformStack, id: string, addOns: EksAddOns): EksNodeGroup {
  const group = new EksNodeGroup(stack, id, {
    clusterName: 'prod',
    nodeRoleArn: 'arn:aws:iam::111122223333:role/nodes',
    subnetIds: ['subnet-1'],
    scalingConfig: { minSize: 1, maxSize: 1, desiredSize: 1 },
    dependsOn: [...addOns.readyForNodes],
  });
  addOns.waitFor(group);
  return group;
}

/** Add-ons with one node group, and what else is defined by `more`. */
export function synthesizeAddOns(
  props: Partial<EksAddOnsProps> = {},
  more: (addOns: EksAddOns, stack: TerraformStack) => void = () => {},
): SynthesizedStack {
  const stack = eksStack();
  const addOns = defineAddOns(stack, props);
  defineNodes(stack, 'Nodes', addOns);
  more(addOns, stack);
  return synthesize(stack);
}

/** The add-ons of a stack by EKS's names. */
export function addOnsOf(synthesized: SynthesizedStack): Readonly<Record<string, Record<string, unknown>>> {
  return Object.fromEntries(
    Object.values(all(synthesized, 'aws_eks_addon')).map((addOn) => [addOn.addon_name, addOn]),
  );
}

/** The only add-on of a name; throws when there is none. */
export function addOnOf(synthesized: SynthesizedStack, name: string): Record<string, unknown> {
  const addOn = addOnsOf(synthesized)[name];
  if (addOn === undefined) throw new Error(`no add-on '${name}'`);
  return addOn;
}
