import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { GkeLocation, GkeMode } from '../../lib/gke';
import type { GkeOperationsProps } from '../../lib/gke/operations-props';
import { describeOperations, type OperationsSurroundings } from '../../lib/gke/private/operations-checks';
import {
  type OperationsOptions,
  renderOperations,
  setNewerOperations,
} from '../../lib/gke/private/operations-parts';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

/** The least that the running of a cluster depends on. */
const LEAST: OperationsOptions = {
  project: 'acme-prod',
  version: KubernetesVersion.of('1.34'),
};

/** A Standard cluster in a region. */
export const STANDARD: OperationsSurroundings = {
  mode: GkeMode.standard(),
  location: GkeLocation.region('europe-west3'),
};

/** An Autopilot cluster. */
export const AUTOPILOT: OperationsSurroundings = { ...STANDARD, mode: GkeMode.autopilot() };

/** A resource that has nothing but what the parts of operations write. */
export function operationsStack(
  props: Partial<OperationsOptions>,
  given: OperationsSurroundings = STANDARD,
): SynthesizedStack {
  const stack = gkeStack();
  const options = { ...LEAST, ...props };
  const resource = new ContainerCluster(stack, 'Cluster', {
    name: 'prod',
    ...renderOperations(options, given),
  });
  setNewerOperations(resource, options);
  return synthesize(stack);
}

/** The arguments of that resource. */
export function operations(
  props: Partial<OperationsOptions>,
  given?: OperationsSurroundings,
): Record<string, unknown> {
  const { name: _, ...rest } = only(operationsStack(props, given), 'google_container_cluster');
  return rest;
}

/** What the checks say. */
export function described(
  props: GkeOperationsProps & Partial<OperationsOptions>,
  given: OperationsSurroundings = STANDARD,
): readonly string[] {
  return describeOperations({ ...LEAST, ...props }, given);
}
