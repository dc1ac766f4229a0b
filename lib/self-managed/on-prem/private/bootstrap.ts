import type { Taint } from '../../../cluster';
import type { KubernetesVersion } from '../../../values';
import type { HostScripts } from '../../private/host-scripts';
import type { ClusterConfig } from '../../private/kubeadm-config';
import type { TerraformData } from '../../private/terraform-data';
import type { ClusterEndpoint } from '../endpoint';
import type { OnPremHost, UnreachableHosts } from '../host';
import type { SshOptions } from '../ssh';

/** What every step of a cluster needs to know; resolved once, by the cluster. */
export interface Bootstrap {
  readonly version: KubernetesVersion;
  readonly config: ClusterConfig;
  readonly ssh: SshOptions;
  readonly endpoint: ClusterEndpoint;
  readonly pkiDirectory: string;
  readonly scripts: HostScripts;
  /** URL of the packages; `undefined` adds none. */
  readonly repositoryUrl: string | undefined;
  /** Sorted by name. */
  readonly controlPlanes: readonly Node[];
  readonly schedulable: boolean;
  /** Passed by when all hosts have been looked at; nothing is changed on any host before. */
  readonly allChecked: TerraformData;
  readonly unreachableHosts: UnreachableHosts;
}

/** A host in its role. */
export interface Node {
  readonly name: string;
  readonly host: OnPremHost;
  readonly role: 'control-plane' | 'worker';
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

export function nodeAddress(node: Node): string {
  return node.host.nodeAddress ?? node.host.address;
}

/** A node of a host: its rack becomes the zone that schedulers and storage understand. */
export function nodeOf(
  name: string,
  host: OnPremHost,
  role: Node['role'],
  labels: Readonly<Record<string, string>> = {},
  taints: readonly Taint[] = [],
): Node {
  const zone: Record<string, string> =
    host.rack === undefined ? {} : { 'topology.kubernetes.io/zone': host.rack };
  return { name, host, role, labels: { ...zone, ...labels }, taints };
}
