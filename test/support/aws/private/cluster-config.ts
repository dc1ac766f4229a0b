import type { Json } from './exchange';

/** What a cluster is told when it is made, beside what moto keeps; or changes only here. */
export const CONFIG_KEYS = [
  // else the provider sees none, and replaces the cluster
  'accessConfig',
  'computeConfig',
  'controlPlaneScalingConfig',
  'deletionProtection',
  'logging',
  'outpostConfig',
  'remoteNetworkConfig',
  'storageConfig',
  'upgradePolicy',
  'zonalShiftConfig',
] as const;

/** As CreateCluster has it. */
export interface ClusterConfig extends Json {
  readonly resourcesVpcConfig?: Json;
  readonly logging?: { readonly clusterLogging?: readonly LogSetup[] };
}

interface LogSetup {
  readonly types?: readonly string[];
  readonly enabled?: boolean;
}

/** A cluster after UpdateClusterConfig: what is told is laid over what was, part by part. */
export function mergeConfig(told: ClusterConfig, asks: ClusterConfig): ClusterConfig {
  const simple = CONFIG_KEYS.filter((key) => asks[key] !== undefined).map((key) => [
    key,
    typeof asks[key] === 'object' ? { ...(told[key] as Json), ...(asks[key] as Json) } : asks[key],
  ]);
  return {
    ...told,
    ...Object.fromEntries(simple),
    resourcesVpcConfig: { ...told.resourcesVpcConfig, ...asks.resourcesVpcConfig },
    logging: asks.logging === undefined ? told.logging : mergeLogging(told.logging, asks.logging),
  };
}

type Logging = ClusterConfig['logging'];

/** Types that a call does not name stay as they are. */
function mergeLogging(told: Logging, asks: Logging): Logging {
  const enabled = new Map<string, boolean>();
  for (const { types = [], enabled: on = false } of [
    ...(told?.clusterLogging ?? []),
    ...(asks?.clusterLogging ?? []),
  ]) {
    for (const type of types) enabled.set(type, on);
  }
  const of = (on: boolean) => ({
    types: [...enabled].filter(([, is]) => is === on).map(([type]) => type),
    enabled: on,
  });
  return { clusterLogging: [of(true), of(false)].filter(({ types }) => types.length > 0) };
}

/** `1.35` for `1.34`. */
export function nextMinor(version: string): string {
  const [major, minor] = version.split('.').map(Number);
  return `${major}.${(minor ?? 0) + 1}`;
}
