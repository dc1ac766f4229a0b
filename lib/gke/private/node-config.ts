import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import type { GkeNodePoolHost, GkeNodePoolOptions } from '../node-pool-options';
import { renderConfidential } from './confidential-config';
import { renderDisks } from './disk-config';
import { guestAccelerators } from './gpu-config';
import { renderKubelet } from './kubelet-config';
import { renderLinux } from './linux-config';
import { renderImage } from './node-image-config';
import { renderCard } from './pool-network-config';
import { renderRegistries } from './registry-trust';
import { renderTags } from './resource-manager-tags';
import { renderSupply } from './supply-config';

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

/** Everything of the nodes of a pool of yours. What was said goes over what hardens them, which stays. */
export function renderNodeConfig(
  options: GkeNodePoolOptions,
  host: GkeNodePoolHost,
  kubernetes: Pick<ContainerNodePoolNodeConfig, 'labels' | 'taint'>,
): ContainerNodePoolNodeConfig {
  const hardened = hardenedNodeConfig(host);
  return {
    ...hardened,
    ...renderImage(options.image),
    machineType: options.machine.machineType,
    guestAccelerator: guestAccelerators(options.machine.machineType, options.gpu),
    ...renderSupply(options),
    ...renderDisks(options),
    ...renderConfidential(options),
    ...renderCard(options),
    kubeletConfig: { ...hardened.kubeletConfig, ...renderKubelet(options.kubelet ?? {}) },
    linuxNodeConfig: renderLinux(options.linux),
    containerdConfig: renderRegistries(options.registryCertificates),
    gcfsConfig: options.imageStreaming === undefined ? undefined : { enabled: options.imageStreaming },
    loggingVariant: loggingVariant(options.maxThroughputLogging),
    resourceManagerTags: renderTags(host.resourceManagerTags, options.resourceManagerTags),
    ...kubernetes,
  };
}

function loggingVariant(isFast: boolean | undefined): string | undefined {
  if (isFast === undefined) return undefined;
  return isFast ? 'MAX_THROUGHPUT' : 'DEFAULT';
}
