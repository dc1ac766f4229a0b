import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformOutput, type TerraformStack } from 'cdktf';
import { NodePoolSize } from '../../lib/cluster';
import { EksCluster, type EksClusterProps, EksMachines, type EksNodePoolOptions } from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize, testStack } from '../support/synthesized';

/** A stack with the provider that its resources need. */
export function eksStack(id?: string): TerraformStack {
  const stack = testStack(id);
  new AwsProvider(stack, 'Aws', { region: 'eu-west-1' });
  return stack;
}

/** The least that a pool must be told. */
export const POOL: EksNodePoolOptions = {
  machines: EksMachines.ofTypes('m7i.large'),
  size: NodePoolSize.fixed(3),
};

/** The least that a cluster must be told, with one pool. */
export const MINIMAL: EksClusterProps = {
  clusterName: 'prod',
  version: KubernetesVersion.of('1.34'),
  nodePools: { system: POOL },
};

/** Defines a minimal cluster with some props changed. */
export function defineEks(stack: TerraformStack, props: Partial<EksClusterProps> = {}): EksCluster {
  return new EksCluster(stack, 'Cluster', { ...MINIMAL, ...props });
}

let minimal: SynthesizedStack | undefined;

/** The synthesized stack of a minimal cluster with some props changed. Without any, the same one each time. */
export function synthesizeEks(props?: Partial<EksClusterProps>): SynthesizedStack {
  if (props === undefined) {
    minimal ??= synthesizeFresh({});
    return minimal;
  }
  return synthesizeFresh(props);
}

function synthesizeFresh(props: Partial<EksClusterProps>): SynthesizedStack {
  const stack = eksStack();
  defineEks(stack, props);
  return synthesize(stack);
}

/** All resources of a type by logical id; empty when there are none. */
export function all(
  synthesized: SynthesizedStack,
  type: string,
): Readonly<Record<string, Record<string, unknown>>> {
  return synthesized.resource?.[type] ?? {};
}

/** The only resource of a type; throws when there are more or none. */
export function only(synthesized: SynthesizedStack, type: string): Record<string, unknown> {
  const [resource, ...more] = Object.values(all(synthesized, type));
  if (resource === undefined || more.length > 0) {
    throw new Error(`expected one ${type}, found ${more.length + (resource === undefined ? 0 : 1)}`);
  }
  return resource;
}

/** The versions of hashicorp/aws that the stack asks for. */
export function awsVersion(synthesized: SynthesizedStack): string {
  const providers = synthesized.terraform?.required_providers;
  return (providers as { readonly aws: { readonly version: string } }).aws.version;
}

/** A policy that was written as JSON text. */
export function policy(text: unknown): unknown {
  return JSON.parse(String(text));
}

/** A value as it stands in the synthesized stack, tokens turned into Terraform's expressions. */
export function resolved(stack: TerraformStack, value: unknown): unknown {
  new TerraformOutput(stack, 'Resolved', { value, staticId: true });
  return synthesize(stack).output?.Resolved?.value;
}
