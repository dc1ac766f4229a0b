import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import {
  type ControlPlaneGiven,
  type ControlPlaneOptions,
  renderControlPlane,
  setNewerControlPlane,
} from '../../lib/gke/private/control-plane-parts';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

/** The least that a control plane is told. */
export const CONTROL_PLANE: ControlPlaneOptions = {
  project: 'acme-prod',
  version: KubernetesVersion.of('1.34'),
};

/** A resource that has nothing but what the parts of the control plane write. */
export function controlPlaneStack(
  props: Partial<ControlPlaneOptions>,
  given: ControlPlaneGiven = { ownTopicId: undefined },
): SynthesizedStack {
  const stack = gkeStack();
  const options = { ...CONTROL_PLANE, ...props };
  const resource = new ContainerCluster(stack, 'Cluster', {
    name: 'prod',
    ...renderControlPlane(options, given),
  });
  setNewerControlPlane(resource, options);
  return synthesize(stack);
}

/** The arguments of that resource. */
export function controlPlane(
  props: Partial<ControlPlaneOptions>,
  given?: ControlPlaneGiven,
): Record<string, unknown> {
  const { name: _, ...rest } = only(controlPlaneStack(props, given), 'google_container_cluster');
  return rest;
}

/** The versions of hashicorp/google that a stack asks for. */
export function googleVersion(synthesized: SynthesizedStack): string {
  const providers = synthesized.terraform?.required_providers;
  return (providers as { readonly google: { readonly version: string } }).google.version;
}
