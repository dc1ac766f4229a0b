import type { ClusterProps, ControlPlaneAvailability } from '../../cluster';
import type { PackageRepository } from '../package-repository';
import type { OnPremControlPlaneOptions } from './control-plane';
import type { ClusterEndpoint } from './endpoint';
import type { OnPremHost, UnreachableHosts } from './host';
import type { OnPremNodePoolOptions } from './node-pool';
import type { SshOptions } from './ssh';

/** What an on-premises cluster must be told beside what every platform is told. */
export interface OnPremClusterProps extends ClusterProps {
  /** The machines, by node name. One that is in no role is left alone. */
  readonly hosts: Readonly<Record<string, OnPremHost>>;
  readonly controlPlane: OnPremControlPlaneOptions;
  /** @default ControlPlaneAvailability.HIGHLY_AVAILABLE */
  readonly availability?: ControlPlaneAvailability;
  /**
   * Worker nodes by pool name. You can also add pools with `addNodePool()`. Without any, `controlPlane.schedulable` must be true.
   *
   * @default {}
   */
  readonly nodePools?: Readonly<Record<string, OnPremNodePoolOptions>>;
  readonly endpoint: ClusterEndpoint;
  readonly ssh: SshOptions;
  /**
   * Path, or token of a path (a Terraform variable), of the directory that `make-pki.sh` made on the machine that runs
   * Terraform. Only the path enters the JSON and the state; the files go to the control planes over SSH.
   */
  readonly pkiDirectory: string;
  /**
   * Range that pods get their addresses from, by the pod network's choice of subnets per node. Never changed.
   *
   * @default '10.244.0.0/16'
   */
  readonly podCidr?: string;
  /**
   * Certificate of the cluster's authority in base64: public, and part of the kubeconfig.
   *
   * @default - read by Terraform from `ca.crt` in the PKI directory
   */
  readonly caCertificateBase64?: string;
  /**
   * Manifest file of the pod network (Cilium, Calico, flannel…, rendered for `podCidr`), applied after the nodes joined; Terraform
   * then waits until all of them are ready. It is your responsibility that a rerun of the same file changes nothing.
   *
   * @default - none: nodes join and stay NotReady until something else installs a pod network
   */
  readonly podNetworkManifestPath?: string;
  /**
   * Registry that holds the images of Kubernetes under their names, for sites without Internet.
   *
   * @default - registry.k8s.io
   */
  readonly imageRepository?: string;
  /** @default PackageRepository.community() */
  readonly packageRepository?: PackageRepository;
  /** @default UnreachableHosts.FAIL */
  readonly unreachableHosts?: UnreachableHosts;
}
