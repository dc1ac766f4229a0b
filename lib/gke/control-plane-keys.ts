/**
 * Keys and certificate authorities of the control plane that you keep in place of Google. GKE's service agent
 * (`service-<number>@container-engine-robot.iam.gserviceaccount.com`) must be granted each of them before the cluster is defined;
 * Google says which role on which. Whoever destroys one of them destroys the cluster. Keys of Cloud KMS and authorities of
 * CA Service are paid beside it.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/gke-control-plane-authority
 */
export interface GkeControlPlaneKeys {
  /**
   * `projects/…/locations/…/caPools/…` that signs certificates of the API and of the nodes. Changing it replaces the cluster.
   *
   * @default - Google's
   */
  readonly clusterCa?: string;
  /**
   * `projects/…/locations/…/caPools/…` for the API's way to etcd. Changing it replaces the cluster.
   *
   * @default - Google's
   */
  readonly etcdApiCa?: string;
  /**
   * `projects/…/locations/…/caPools/…` for etcd's members among each other. Changing it replaces the cluster.
   *
   * @default - Google's
   */
  readonly etcdPeerCa?: string;
  /**
   * `projects/…/locations/…/caPools/…` for servers that extend the API. Changing it replaces the cluster.
   *
   * @default - Google's
   */
  readonly aggregationCa?: string;
  /**
   * `projects/…/cryptoKeys/…` of the control plane's disks.
   *
   * @default - Google's
   */
  readonly diskKey?: string;
  /**
   * `projects/…/cryptoKeys/…` of the backups of etcd that Google makes.
   *
   * @default - Google's
   */
  readonly etcdBackupKey?: string;
  /**
   * `projects/…/cryptoKeyVersions/…` that sign tokens of Kubernetes service accounts. To exchange one, let it be verified first.
   *
   * @default - Google's
   */
  readonly signingKeyVersions?: readonly string[];
  /**
   * `projects/…/cryptoKeyVersions/…` that such tokens are held against: those that sign, and those that did until the last of their
   * tokens has expired.
   *
   * @default - Google's
   */
  readonly verificationKeyVersions?: readonly string[];
}
