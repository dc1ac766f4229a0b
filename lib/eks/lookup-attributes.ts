import type { KubernetesVersion } from '../values';

/** What must be told about an EKS cluster that is looked up; Terraform reads the rest when it plans. */
export interface EksLookupAttributes {
  readonly clusterName: string;
  /** Minor version of Kubernetes that the cluster has. Terraform refuses the plan when it has another. */
  readonly version: KubernetesVersion;
  /** Region of the cluster, such as `eu-west-1`; it may be another than the provider's. */
  readonly region: string;
}
