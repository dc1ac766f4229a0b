import type { KubernetesVersion } from '../values';

/** What must be told about a GKE cluster that is looked up; Terraform reads the rest when it plans. */
export interface GkeLookupAttributes {
  readonly clusterName: string;
  /**
   * Minor version of Kubernetes that the cluster has at least, since Google may have taken it further. Terraform refuses the plan
   * when it has an older one.
   */
  readonly version: KubernetesVersion;
  /** Id of its project. */
  readonly project: string;
  /** Region or zone that it lives in, such as `europe-west3`. */
  readonly location: string;
  /**
   * Whether it is reached by its name, which IAM guards, in place of its address. For clusters that have no address.
   *
   * @default false
   */
  readonly viaDnsEndpoint?: boolean;
}
