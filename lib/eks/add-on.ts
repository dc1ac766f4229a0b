/**
 * The add-ons that every cluster has, by EKS's names.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 */
export enum EksAddOn {
  /** Hands pods the credentials of their IAM role. */
  POD_IDENTITY_AGENT = 'eks-pod-identity-agent',
  /** Gives pods addresses of the VPC and enforces NetworkPolicy. */
  VPC_CNI = 'vpc-cni',
  /** Carries traffic for Services. */
  KUBE_PROXY = 'kube-proxy',
  COREDNS = 'coredns',
  /** Persistent volumes on EBS. */
  EBS_CSI = 'aws-ebs-csi-driver',
  /** CPU and memory figures for `kubectl top` and the HorizontalPodAutoscaler. */
  METRICS_SERVER = 'metrics-server',
}
