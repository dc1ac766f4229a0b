/** Which pods run on Fargate, and where. Any change replaces the profile; pods that run by then stay until they are made anew. */
export interface EksFargateProfileOptions {
  /** One to five; a pod that fits any of them runs on Fargate. */
  readonly selectors: readonly EksFargateSelector[];
  /**
   * Private subnets of the pods; Fargate refuses public ones.
   *
   * @default - all private subnets of the cluster's network
   */
  readonly subnetIds?: readonly string[];
}

/** Pods by namespace and labels. */
export interface EksFargateSelector {
  /** Namespace; `*` stands for any characters, `?` for one. */
  readonly namespace: string;
  /**
   * Labels that a pod must carry, all of them, at most five. Values may hold `*` and `?`.
   *
   * @default {} all pods of the namespace
   */
  readonly labels?: Readonly<Record<string, string>>;
}
