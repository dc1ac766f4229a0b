import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import { type TerraformResource, Token } from 'cdktf';
import { ControlPlaneAvailability } from '../../cluster';
import type { GkeClusterPolicy } from '../cluster-policy';
import type { GkeLocation } from '../location';
import type { GkeAutopilotOptions } from '../mode';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeVersionPolicy } from '../release-channel';
import { hardenedNodeConfig, type NodeSecurity } from './node-config';

const NETWORK_TAG = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const ALLOWLIST = /^(gs|gke):\/\/.+$/;

/** What an Autopilot cluster is told. */
export type AutopilotOptions = GkeAutopilotOptions & { readonly clusterPolicy?: GkeClusterPolicy };

/** What the checks look at beside the mode's own options. */
export interface AutopilotPlace {
  readonly location: GkeLocation;
  readonly versionPolicy: GkeVersionPolicy;
  /** Pools that somebody wants all the same; the types have no place for them. */
  readonly nodePools?: object;
}

/** What the nodes are told that Google makes. */
export interface AutopilotGiven {
  readonly nodeSecurity: NodeSecurity;
  /** @default - none */
  readonly resourceManagerTags?: Readonly<Record<string, string>>;
  readonly deletionProtection: boolean;
}

/** All that Autopilot would refuse. */
export function describeAutopilot(options: AutopilotOptions, place: AutopilotPlace): readonly string[] {
  const { location, versionPolicy, nodePools } = place;
  const problems: string[] = [];
  if (location.availability === ControlPlaneAvailability.SINGLE) {
    problems.push(
      `'location' (${location.name}) is a zone, and Autopilot is in regions only; say GkeLocation.region('${location.region}')`,
    );
  }
  if (versionPolicy.releaseChannel === undefined) {
    problems.push(
      `'versionPolicy' pins a version, and Autopilot is in a release channel always; say GkeVersionPolicy.channel()`,
    );
  }
  if (Object.keys(nodePools ?? {}).length > 0) {
    problems.push(
      `'nodePools' (${Object.keys(nodePools ?? {}).join(', ')}) are for GkeMode.standard(); Autopilot makes nodes by itself`,
    );
  }
  for (const tag of options.networkTags ?? []) {
    if (Token.isUnresolved(tag) || NETWORK_TAG.test(tag)) continue;
    problems.push(
      `'networkTags' holds '${tag}', which must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
    );
  }
  for (const path of options.privilegedAllowlists ?? []) {
    if (Token.isUnresolved(path) || ALLOWLIST.test(path)) continue;
    problems.push(`'privilegedAllowlists' holds '${path}', which must start with 'gs://' or 'gke://'`);
  }
  return problems;
}

/**
 * How the resource of an Autopilot cluster differs from that of every other: what Google decides is left out, and what the nodes must
 * have stands where Google looks for it.
 */
export function renderAutopilot(
  options: AutopilotOptions,
  given: AutopilotGiven,
): Partial<ContainerClusterConfig> {
  const node = hardenedNodeConfig(given.nodeSecurity);
  const { networkTags = [] } = options;
  const { resourceManagerTags, deletionProtection } = given;
  return {
    enableAutopilot: true,
    allowNetAdmin: options.allowNetAdmin ?? false,
    // without an account the nodes run as the project's default one, which is an editor of everything
    clusterAutoscaling: {
      autoProvisioningDefaults: {
        serviceAccount: node.serviceAccount,
        oauthScopes: node.oauthScopes,
        bootDiskKmsKey: node.bootDiskKmsKey,
      },
    },
    nodePoolAutoConfig: {
      nodeKubeletConfig: { insecureKubeletReadonlyPortEnabled: 'FALSE' },
      networkTags: networkTags.length === 0 ? undefined : { tags: sortedTags(networkTags) },
      resourceManagerTags: resourceManagerTags === undefined ? undefined : { ...resourceManagerTags },
    },
    removeDefaultNodePool: undefined,
    initialNodeCount: undefined,
    nodeConfig: undefined,
    nodePoolDefaults: undefined,
    enableShieldedNodes: undefined,
    enableIntranodeVisibility: undefined,
    defaultMaxPodsPerNode: undefined,
    networkPolicy: undefined,
    datapathProvider: undefined,
    lifecycle: {
      preventDestroy: deletionProtection ? true : undefined,
      ignoreChanges: [
        // of Google's own pools; they read as whatever pool comes first
        'node_config',
        'node_pool',
        // GKE 1.35 answers ALL_OBJECTS_ENCRYPTION_ENABLED, which google 6.50 neither suppresses nor accepts
        'database_encryption[0].state',
      ],
    },
  };
}

/** What the bindings cannot write. */
export function setNewerAutopilot(resource: TerraformResource, options: AutopilotOptions): void {
  const { privilegedAllowlists, clusterPolicy } = options;
  if (privilegedAllowlists !== undefined) {
    // an empty list means the allowlists of Google's partners to the provider, and an empty path none at all
    setNewerAttribute(
      resource,
      'privilegedAdmission',
      privilegedAllowlists.length === 0 ? [''] : [...privilegedAllowlists],
    );
  }
  const policy = renderPolicy(clusterPolicy ?? {});
  if (Object.keys(policy).length > 0) setNewerAttribute(resource, 'clusterPolicy', policy);
}

function renderPolicy(policy: GkeClusterPolicy) {
  const { noSystemMutation, noSystemImpersonation, noUnsafeWebhooks, noStandardNodePools } = policy;
  return {
    ...(noSystemMutation === undefined ? {} : { no_system_mutation: noSystemMutation }),
    ...(noSystemImpersonation === undefined ? {} : { no_system_impersonation: noSystemImpersonation }),
    ...(noUnsafeWebhooks === undefined ? {} : { no_unsafe_webhooks: noUnsafeWebhooks }),
    ...(noStandardNodePools === undefined ? {} : { no_standard_node_pools: noStandardNodePools }),
  };
}

function sortedTags(tags: readonly string[]): string[] {
  return [...new Set(tags)].sort();
}
