import type { GkeAddOn, GkeAddOnOptions, GkeLustreOptions, GkeRayOperatorOptions } from './add-on';

/**
 * The add-ons that are said, on or off. GKE decides on those that are not, and one that was said and is left out stays as it is.
 *
 * NodeLocal DNSCache and high availability of StatefulSets belong to the mode; the agent of Backup for GKE to `backupAgent`.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/add-ons
 */
export interface GkeAddOns {
  /** @default - GKE's own, on */
  readonly [GkeAddOn.HTTP_LOAD_BALANCING]?: GkeAddOnOptions;
  /** @default - GKE's own, on */
  readonly [GkeAddOn.HORIZONTAL_POD_AUTOSCALING]?: GkeAddOnOptions;
  /** @default - GKE's own, on */
  readonly [GkeAddOn.PERSISTENT_DISK_CSI]?: GkeAddOnOptions;
  /** @default - GKE's own, on in Autopilot only */
  readonly [GkeAddOn.FILESTORE_CSI]?: GkeAddOnOptions;
  /** @default - GKE's own, on in Autopilot only */
  readonly [GkeAddOn.CLOUD_STORAGE_FUSE_CSI]?: GkeAddOnOptions;
  /** @default - GKE's own, off */
  readonly [GkeAddOn.LUSTRE_CSI]?: GkeLustreOptions;
  /** @default - GKE's own, off */
  readonly [GkeAddOn.PARALLELSTORE_CSI]?: GkeAddOnOptions;
  /** @default - GKE's own, off */
  readonly [GkeAddOn.CONFIG_CONNECTOR]?: GkeAddOnOptions;
  /** @default - GKE's own, off */
  readonly [GkeAddOn.RAY_OPERATOR]?: GkeRayOperatorOptions;
}
