import type { ClusterAttributes } from '../cluster';

/** What must be told about a GKE cluster that exists. */
export interface GkeClusterAttributes extends ClusterAttributes {
  /** Self link of its network. @default - unknown */
  readonly networkId?: string;
}
