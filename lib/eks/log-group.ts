import { ControlPlaneLog } from '../cluster';

/**
 * All logs that the control plane of EKS can write, and what it writes unless told otherwise: an investigation needs those of the
 * scheduler and the controllers when it is too late to switch them on. CloudWatch bills by the gigabyte; the audit log is most of it.
 */
export const EKS_CONTROL_PLANE_LOGS: readonly ControlPlaneLog[] = [
  ControlPlaneLog.API,
  ControlPlaneLog.AUDIT,
  ControlPlaneLog.AUTHENTICATOR,
  ControlPlaneLog.CONTROLLER_MANAGER,
  ControlPlaneLog.SCHEDULER,
];

/** What a log group costs and can do. Chosen for good: another one replaces the group, and its logs are lost. */
export enum EksLogClass {
  /** Live tail, metric filters, subscriptions, alarms. */
  STANDARD = 'STANDARD',
  /** Half the price for what comes in, and none of that: queries by Logs Insights only. */
  INFREQUENT_ACCESS = 'INFREQUENT_ACCESS',
}

/**
 * The log group of a control plane beyond its retention.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/6.25.0/docs/resources/cloudwatch_log_group
 */
export interface EksLogGroupOptions {
  /**
   * What the group costs and can do. Changing it replaces the group and loses the logs.
   *
   * @default EksLogClass.STANDARD
   */
  readonly logClass?: EksLogClass;
  /**
   * Whether the group and its logs stay when the cluster is destroyed. It then has to be imported before a cluster of the same
   * name is made. With a key of the cluster's own the logs become unreadable once that key is gone: name an existing key.
   *
   * @default false
   */
  readonly keepOnDestroy?: boolean;
  /**
   * Whether CloudWatch refuses to delete the group. A destroy of the cluster then fails at the group, unless `keepOnDestroy`.
   *
   * @default - CloudWatch's own, off
   */
  readonly deletionProtection?: boolean;
}
