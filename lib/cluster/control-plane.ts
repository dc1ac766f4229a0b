/** How many failures the control plane survives. */
export enum ControlPlaneAvailability {
  /** Survives the loss of a zone (cloud) or of a machine (on premises): three zones, or three machines behind one address. */
  HIGHLY_AVAILABLE = 'highly-available',
  /**
   * One zone or one machine: when it fails, running pods go on but nothing can be changed, and on premises the
   * cluster's memory (etcd) is as safe as that machine's disk. EKS does not have it: its control plane always spans zones.
   */
  SINGLE = 'single',
}

/** Which part of the control plane a log comes from. Neutral words; the platforms' pages say what each maps to. */
export enum ControlPlaneLog {
  API = 'api',
  AUDIT = 'audit',
  AUTHENTICATOR = 'authenticator',
  CONTROLLER_MANAGER = 'controller-manager',
  SCHEDULER = 'scheduler',
}

/** The logs that are asked of a platform where nobody says otherwise; each keeps those of them that it has. */
export const DEFAULT_CONTROL_PLANE_LOGS: readonly ControlPlaneLog[] = [
  ControlPlaneLog.API,
  ControlPlaneLog.AUDIT,
  ControlPlaneLog.AUTHENTICATOR,
];
