/** Rules of one collection, and where they do not hold. */
export interface GkePolicyBundleOptions {
  /** @default [] */
  readonly exemptNamespaces?: readonly string[];
}

/**
 * What Policy Controller is told, Google's Gatekeeper.
 *
 * @see https://cloud.google.com/kubernetes-engine/policy-controller/docs/overview
 */
export interface GkePolicyControllerOptions {
  /**
   * Such as `1.21.0`.
   *
   * @default - the newest
   */
  readonly version?: string;
  /**
   * Whether it stays and judges nothing.
   *
   * @default false
   */
  readonly suspended?: boolean;
  /**
   * Seconds between two audits of all there is; 0 for none.
   *
   * @default - Google's own, 60
   */
  readonly auditSeconds?: number;
  /**
   * How many violations an audit keeps for each rule.
   *
   * @default - Google's own, 20
   */
  readonly violationLimit?: number;
  /**
   * Namespaces that nothing is judged in.
   *
   * @default []
   */
  readonly exemptNamespaces?: readonly string[];
  /** @default - Google's own, not */
  readonly logDenies?: boolean;
  /**
   * Whether rules may change objects.
   *
   * @default - Google's own, not
   */
  readonly mutation?: boolean;
  /**
   * Whether rules may look at other objects than the one that is judged.
   *
   * @default - Google's own, not
   */
  readonly referentialRules?: boolean;
  /**
   * Whether Google's templates of rules are there.
   *
   * @default - Google's own, they are
   */
  readonly templateLibrary?: boolean;
  /**
   * Collections of rules by Google's names, such as `cis-k8s-v1.5.1` or `pss-baseline-v2022`.
   *
   * @default {}
   */
  readonly bundles?: Readonly<Record<string, GkePolicyBundleOptions>>;
}
