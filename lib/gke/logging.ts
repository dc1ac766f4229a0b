import { ControlPlaneLog } from '../cluster';

const COMPONENTS: Readonly<Record<ControlPlaneLog, string | undefined>> = {
  [ControlPlaneLog.API]: 'APISERVER',
  [ControlPlaneLog.CONTROLLER_MANAGER]: 'CONTROLLER_MANAGER',
  [ControlPlaneLog.SCHEDULER]: 'SCHEDULER',
  // Cloud Audit Logs record admin activity of every cluster, whatever is asked for here, at no charge
  [ControlPlaneLog.AUDIT]: undefined,
  // authentication happens in Google's IAM; each decision is in Cloud Audit Logs and nowhere else
  [ControlPlaneLog.AUTHENTICATOR]: undefined,
};

/** Logs of a control plane that no other platform has a word for. The values are GKE's own words. */
export enum GkeLog {
  /** Connections to the control plane. */
  KCP_CONNECTION = 'KCP_CONNECTION',
  /** Who logged in to the machines of the control plane. */
  KCP_SSHD = 'KCP_SSHD',
  /** Decisions of the horizontal autoscaling of pods. */
  KCP_HPA = 'KCP_HPA',
}

/** What is sent beside the neutral parts of the control plane. */
export interface GkeLogOptions {
  /** @default true */
  readonly workloadLogs?: boolean;
  /** @default [] */
  readonly extraLogs?: readonly GkeLog[];
}

/**
 * What GKE sends to Cloud Logging: always the system's logs, the workloads' unless they are left out, and the parts of the control
 * plane asked for. `AUDIT` and `AUTHENTICATOR` add nothing, because Cloud Audit Logs hold both for every cluster
 * and cannot be switched off.
 *
 * Log volume beyond the free allotment of a project is charged by the gibibyte.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs
 */
export function gkeLoggingComponents(
  logs: readonly ControlPlaneLog[],
  { workloadLogs = true, extraLogs = [] }: GkeLogOptions = {},
): readonly string[] {
  const asked = [
    ...logs.flatMap((log) => COMPONENTS[log] ?? []),
    ...extraLogs,
    ...(workloadLogs ? ['WORKLOADS'] : []),
  ];
  // google 6.50 compares this as a list although it is a set, so the order has to be one and the same always
  return [...new Set([...asked, 'SYSTEM_COMPONENTS'])].sort();
}
