import type { ContainerNodePoolNodeConfigGuestAccelerator } from '@cdktf/provider-google/lib/container-node-pool';
import { acceleratorOf } from './accelerators';

/** What every node has, in a pool of yours and in the pool that GKE insists on making first. */
export interface HardenedNodeConfig {
  readonly serviceAccount: string;
  readonly oauthScopes: string[];
  readonly bootDiskKmsKey: string;
  readonly imageType: string;
  readonly metadata: { [key: string]: string };
  readonly resourceLabels: { [key: string]: string } | undefined;
  readonly shieldedInstanceConfig: {
    readonly enableSecureBoot: boolean;
    readonly enableIntegrityMonitoring: boolean;
  };
  readonly workloadMetadataConfig: { readonly mode: string };
  readonly kubeletConfig: {
    readonly insecureKubeletReadonlyPortEnabled: string;
    readonly cpuCfsQuota: boolean;
  };
}

/** The inputs of a node's security that differ from cluster to cluster. */
export interface NodeSecurity {
  readonly serviceAccountEmail: string;
  readonly diskKeyId: string;
  readonly resourceLabels: Readonly<Record<string, string>> | undefined;
}

/** @see https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster */
export function hardenedNodeConfig(security: NodeSecurity): HardenedNodeConfig {
  return {
    serviceAccount: security.serviceAccountEmail,
    // the account's roles are the limit; narrower scopes only hide a missing role
    oauthScopes: ['https://www.googleapis.com/auth/cloud-platform'],
    bootDiskKmsKey: security.diskKeyId,
    imageType: 'COS_CONTAINERD',
    metadata: { 'disable-legacy-endpoints': 'true' },
    resourceLabels: security.resourceLabels === undefined ? undefined : { ...security.resourceLabels },
    shieldedInstanceConfig: { enableSecureBoot: true, enableIntegrityMonitoring: true },
    workloadMetadataConfig: { mode: 'GKE_METADATA' },
    kubeletConfig: {
      insecureKubeletReadonlyPortEnabled: 'FALSE',
      // google before 7.6.0 sends false for an absent value once the block is there, which lifts every CPU limit
      cpuCfsQuota: true,
    },
  };
}

/**
 * The GPUs of a machine type, with the driver that GKE picks for its own version; `undefined` on machines without. All of it
 * is identity: a change replaces the pool.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/gpus
 */
export function guestAccelerators(
  machineType: string,
): ContainerNodePoolNodeConfigGuestAccelerator[] | undefined {
  const accelerator = acceleratorOf(machineType);
  if (accelerator === undefined) return undefined;
  // written out, because a cluster before 1.32.2 installs none of its own accord and the pods would wait for ever
  return [{ ...accelerator, gpuDriverInstallationConfig: { gpuDriverVersion: 'DEFAULT' } }];
}
