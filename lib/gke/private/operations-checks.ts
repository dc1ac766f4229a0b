import { whenResolved } from '../../cluster/private/tokens';
import { KubernetesVersion } from '../../values';
import { GkeAddOn } from '../add-on';
import type { GkeLocation } from '../location';
import { GkeMetric } from '../metrics';
import { GkeHpaProfile, type GkeOperationsProps } from '../operations-props';
import { hasBackupAgent } from './addons-config';
import { describeBackupPlans } from './backup-checks';
import { describeFleet } from './fleet-checks';
import type { OperationsGiven, OperationsOptions } from './operations-parts';
import { describeNeedOfDataplaneV2 } from './traffic-checks';

/** What the checks look at beside what is told. */
export interface OperationsSurroundings extends OperationsGiven {
  readonly location: GkeLocation;
}

const DATASET = /^[A-Za-z0-9_]{1,1024}$/;
const FIRST_WITH_JOB_SETS = KubernetesVersion.of('1.32');
/** Volumes of Google's own nodes need them. */
const ALWAYS_IN_AUTOPILOT = {
  PERSISTENT_DISK_CSI: GkeAddOn.PERSISTENT_DISK_CSI,
  FILESTORE_CSI: GkeAddOn.FILESTORE_CSI,
} as const;

/** All that Google would refuse about the running of a cluster; empty when all is fine. */
export function describeOperations(
  props: OperationsOptions,
  given: OperationsSurroundings,
): readonly string[] {
  const { mode, location } = given;
  const { dataplaneObservability } = props;
  return [
    ...(mode.kind === 'autopilot' ? describeAutopilotOperations(props) : []),
    ...describeMetrics(props),
    ...describeNeedOfDataplaneV2(mode, {
      dataplaneObservability:
        dataplaneObservability?.metrics === true || dataplaneObservability?.relay === true,
    }),
    ...describeAutoscaling(props),
    ...describeUsageExport(props),
    ...describeAgent(props),
    ...describeBackupPlans(props.backupPlans, location.region),
    ...describeFleet(props.fleet),
  ];
}

function describeAutopilotOperations(props: GkeOperationsProps): readonly string[] {
  const always = {
    workloadLogs: props.workloadLogs,
    managedPrometheus: props.managedPrometheus,
    verticalPodAutoscaling: props.verticalPodAutoscaling,
  };
  return [
    ...Object.entries(always)
      .filter(([, value]) => value === false)
      .map(([prop]) => `'${prop}' (false) is for GkeMode.standard(); Autopilot has it always`),
    ...Object.entries(ALWAYS_IN_AUTOPILOT)
      .filter(([, addOn]) => props.addOns?.[addOn]?.enabled === false)
      .map(
        ([name]) =>
          `'addOns' switches GkeAddOn.${name} off, which is for GkeMode.standard(); Autopilot has it always`,
      ),
  ];
}

function describeMetrics(props: OperationsOptions): readonly string[] {
  const { autoMonitoring, managedPrometheus, metrics = [], version } = props;
  const problems: string[] = [];
  if (autoMonitoring === true && managedPrometheus === false) {
    problems.push(
      `'autoMonitoring' is a part of 'managedPrometheus', which is false; switch on both or neither`,
    );
  }
  if (metrics.includes(GkeMetric.JOBSET) && !version.isAtLeast(FIRST_WITH_JOB_SETS)) {
    problems.push(`'metrics' holds JOBSET, which needs Kubernetes ${FIRST_WITH_JOB_SETS}; found ${version}`);
  }
  return problems;
}

function describeAutoscaling({ hpaProfile, addOns }: GkeOperationsProps): readonly string[] {
  if (hpaProfile !== GkeHpaProfile.PERFORMANCE) return [];
  if (addOns?.[GkeAddOn.HORIZONTAL_POD_AUTOSCALING]?.enabled !== false) return [];
  return [
    `'hpaProfile' PERFORMANCE needs the add-on for horizontal autoscaling, which 'addOns' switches off`,
  ];
}

function describeUsageExport({ usageExport }: GkeOperationsProps): readonly string[] {
  const problems: string[] = [];
  whenResolved(usageExport?.datasetId, (datasetId) => {
    if (DATASET.test(datasetId)) return;
    problems.push(
      `'usageExport' datasetId '${datasetId}' must be the name of a dataset in the cluster's project, of letters, digits and '_'`,
    );
  });
  return problems;
}

function describeAgent(props: GkeOperationsProps): readonly string[] {
  if (hasBackupAgent(props) !== false || Object.keys(props.backupPlans ?? {}).length === 0) return [];
  return [
    `'backupAgent' (false) leaves 'backupPlans' without the agent that makes backups; leave one of them out`,
  ];
}
