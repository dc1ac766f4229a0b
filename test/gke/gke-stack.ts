import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { TerraformStack } from 'cdktf';
import { NodePoolSize } from '../../lib/cluster';
import {
  GkeCluster,
  type GkeClusterProps,
  GkeLocation,
  GkeMachine,
  type GkeNodePoolOptions,
} from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize, testStack } from '../support/synthesized';

/** A stack with the provider that its resources need. */
export function gkeStack(id?: string): TerraformStack {
  const stack = testStack(id);
  new GoogleProvider(stack, 'Google', {});
  return stack;
}

/** The least that a pool must be told. */
export const POOL: GkeNodePoolOptions = {
  machine: GkeMachine.ofType('e2-standard-4'),
  size: NodePoolSize.fixed(3),
};

/** The least that a cluster must be told, with one pool. */
export const MINIMAL: GkeClusterProps = {
  clusterName: 'prod',
  version: KubernetesVersion.of('1.34'),
  project: 'acme-prod',
  projectNumber: '123456789012',
  location: GkeLocation.region('europe-west3'),
  nodePools: { general: POOL },
};

/** Defines a minimal cluster with some props changed. */
export function defineGke(stack: TerraformStack, props: Partial<GkeClusterProps> = {}): GkeCluster {
  return new GkeCluster(stack, 'Prod', { ...MINIMAL, ...props });
}

/** The synthesized stack of a minimal cluster with some props changed. */
export function synthesizeGke(props: Partial<GkeClusterProps> = {}): SynthesizedStack {
  const stack = gkeStack();
  defineGke(stack, props);
  return synthesize(stack);
}

/** The only resource of a type; throws when there are more or none. */
export function only(synthesized: SynthesizedStack, type: string): Record<string, unknown> {
  const [resource, ...more] = Object.values(synthesized.resource?.[type] ?? {});
  if (resource === undefined || more.length > 0) {
    throw new Error(`expected one ${type}, found ${more.length + (resource === undefined ? 0 : 1)}`);
  }
  return resource;
}
