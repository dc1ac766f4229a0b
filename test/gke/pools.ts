import type { TerraformStack } from 'cdktf';
import {
  GkeLocation,
  GkeNodePool,
  type GkeNodePoolHost,
  type GkeNodePoolOptions,
  GkeReleaseChannel,
  GkeVersionPolicy,
} from '../../lib/gke';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { gkeStack, only, POOL } from './gke-stack';

/** A cluster as a pool sees it. */
export const HOST: GkeNodePoolHost = {
  project: 'acme-prod',
  clusterName: 'prod',
  location: GkeLocation.region('europe-west3'),
  versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR),
  serviceAccountEmail: 'nodes@acme-prod.iam.gserviceaccount.com',
  diskKeyId: 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster',
  resourceLabels: undefined,
  pools: [],
};

/** Defines a pool with some options changed, of a cluster with some facts changed. */
export function definePool(
  stack: TerraformStack,
  options: Partial<GkeNodePoolOptions> = {},
  host: Partial<GkeNodePoolHost> = {},
): GkeNodePool {
  return new GkeNodePool(stack, 'general', {
    ...POOL,
    ...options,
    poolName: 'general',
    host: { ...HOST, ...host },
  });
}

/** The synthesized stack of such a pool. */
export function synthesizePool(
  options: Partial<GkeNodePoolOptions> = {},
  host: Partial<GkeNodePoolHost> = {},
): SynthesizedStack {
  const stack = gkeStack();
  definePool(stack, options, host);
  return synthesize(stack);
}

/** The pool's own resource. */
export function poolBody(
  options: Partial<GkeNodePoolOptions> = {},
  host: Partial<GkeNodePoolHost> = {},
): Record<string, unknown> {
  return only(synthesizePool(options, host), 'google_container_node_pool');
}

/** What its nodes have beyond those of a pool that was told nothing, by argument; a changed argument counts. */
export function nodesBeyondDefault(
  options: Partial<GkeNodePoolOptions>,
  host: Partial<GkeNodePoolHost> = {},
): Record<string, unknown> {
  return beyond(
    poolBody(options, host).node_config as Record<string, unknown>,
    poolBody().node_config as Record<string, unknown>,
  );
}

/** What the pool has beyond one that was told nothing, its nodes' configuration aside. */
export function poolBeyondDefault(
  options: Partial<GkeNodePoolOptions>,
  host: Partial<GkeNodePoolHost> = {},
): Record<string, unknown> {
  const { node_config: _, ...body } = poolBody(options, host);
  return beyond(body, poolBody());
}

function beyond(body: Record<string, unknown>, base: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name])),
  );
}

/** What a pool is refused with, without the place; fails when it is not refused. */
export function refusalOf(options: Partial<GkeNodePoolOptions>, host: Partial<GkeNodePoolHost> = {}): string {
  try {
    definePool(gkeStack(), options, host);
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'ValidationError') return message.replace('[test/general] ', '');
    throw error;
  }
  throw new Error('the pool was not refused');
}
