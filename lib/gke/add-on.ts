/** What GKE can run in a cluster beside it. The values are the provider's own words. */
export enum GkeAddOn {
  /** Load balancers for Ingress and Gateway. */
  HTTP_LOAD_BALANCING = 'http_load_balancing',
  HORIZONTAL_POD_AUTOSCALING = 'horizontal_pod_autoscaling',
  /** Volumes on Persistent Disk and Hyperdisk. */
  PERSISTENT_DISK_CSI = 'gce_persistent_disk_csi_driver_config',
  /** Volumes on Filestore, which many nodes write. Its API must be on. */
  FILESTORE_CSI = 'gcp_filestore_csi_driver_config',
  /** Buckets of Cloud Storage as volumes. */
  CLOUD_STORAGE_FUSE_CSI = 'gcs_fuse_csi_driver_config',
  /** Volumes on Managed Lustre. */
  LUSTRE_CSI = 'lustre_csi_driver_config',
  /** Volumes on Parallelstore. */
  PARALLELSTORE_CSI = 'parallelstore_csi_driver_config',
  /** Resources of Google Cloud as objects of Kubernetes. */
  CONFIG_CONNECTOR = 'config_connector_config',
  RAY_OPERATOR = 'ray_operator_config',
}

/** What each add-on can be told. */
export interface GkeAddOnOptions {
  /** Off is said too: an add-on that is no longer named stays as it is. */
  readonly enabled: boolean;
}

/** What the Ray operator can be told. */
export interface GkeRayOperatorOptions extends GkeAddOnOptions {
  /**
   * Whether logs of Ray clusters go to Cloud Logging.
   *
   * @default - GKE's own, not
   */
  readonly logs?: boolean;
  /**
   * Whether metrics of Ray clusters go to Managed Service for Prometheus.
   *
   * @default - GKE's own, not
   */
  readonly metrics?: boolean;
}

/** What the driver for Managed Lustre can be told. */
export interface GkeLustreOptions extends GkeAddOnOptions {
  /**
   * Whether it talks on port 6988, as older versions of GKE must, in which another port of Lustre is taken.
   *
   * @default - GKE's own, not
   */
  readonly legacyPort?: boolean;
}
