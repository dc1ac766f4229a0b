/**
 * Lets AWS move the cluster's traffic away from a zone that it sees failing, without asking. In return AWS takes a zone away
 * for half an hour about every week, to prove that the rest carries the load: the alarms judge such a practice run.
 * What runs in the cluster must hold in two zones. Free of charge. Changed in place.
 *
 * @see https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-autoshift.html
 */
export interface EksZonalAutoshiftOptions {
  /** ARNs of the CloudWatch alarms that end a practice run when it harms; at least one. */
  readonly outcomeAlarmArns: readonly string[];
  /**
   * ARNs of alarms in whose presence no practice run starts, and a running one ends.
   *
   * @default []
   */
  readonly blockingAlarmArns?: readonly string[];
  /**
   * Days without practice runs, such as `2026-12-24`, in UTC.
   *
   * @default []
   */
  readonly blockedDates?: readonly string[];
  /**
   * Hours of the week without practice runs, such as `Mon:09:00-Mon:17:00`, in UTC. Not together with `allowedWindows`.
   *
   * @default []
   */
  readonly blockedWindows?: readonly string[];
  /**
   * The only hours of the week with practice runs, in UTC. Not together with `blockedWindows`.
   *
   * @default - any that are not blocked
   */
  readonly allowedWindows?: readonly string[];
}
