/** A statement of an IAM policy that allows something, in IAM's own words. */
export interface EksIamStatement {
  /** Letters and digits; identifies the statement in reviews. */
  readonly sid: string;
  /** Such as `s3:GetObject`. */
  readonly actions: readonly string[];
  /** ARNs, with wildcards where needed. */
  readonly resources: readonly string[];
  /**
   * Conditions by operator and key, such as `{ StringEquals: { 'aws:ResourceTag/team': 'shop' } }`.
   *
   * @default - none
   */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}
