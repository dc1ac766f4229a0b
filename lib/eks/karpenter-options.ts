/** What Karpenter is called in the cluster, and whether AWS tells it what is about to happen. */
export interface EksKarpenterOptions {
  /**
   * Namespace of its controller. Changing it replaces its identity.
   *
   * @default 'kube-system'
   */
  readonly namespace?: string;
  /**
   * Service account of its controller. Changing it replaces its identity.
   *
   * @default 'karpenter'
   */
  readonly serviceAccount?: string;
  /**
   * Whether a queue tells it of Spot machines that are taken back, of maintenance and of machines that stop, so that it moves pods in
   * time. Queue and rules cost cents.
   *
   * @default true
   */
  readonly interruptionQueue?: boolean;
}
