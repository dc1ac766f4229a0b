import type {
  ContainerClusterConfig,
  ContainerClusterMonitoringConfig,
} from '@cdktf/provider-google/lib/container-cluster';
import type { TerraformResource } from 'cdktf';
import { DEFAULT_CONTROL_PLANE_LOGS } from '../../cluster';
import type { GkeCommonProps } from '../cluster-props';
import { gkeLoggingComponents } from '../logging';
import { gkeMetricComponents } from '../metrics';
import type { GkeAutopilotMode, GkeStandardMode } from '../mode';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeOperationsProps } from '../operations-props';
import { renderAddOns } from './addons-config';

/** The props of a cluster that its running depends on. */
export type OperationsOptions = GkeOperationsProps &
  Pick<GkeCommonProps, 'project' | 'version' | 'controlPlaneLogs'>;

/** What is known of the cluster beside its props. */
export interface OperationsGiven {
  readonly mode: GkeStandardMode | GkeAutopilotMode;
}

/** The arguments of those clusters that were told more than every one is. */
export function renderOperations(
  props: OperationsOptions,
  { mode }: OperationsGiven,
): Partial<ContainerClusterConfig> {
  const { hpaProfile, verticalPodAutoscaling, costAllocation, fleet } = props;
  return {
    addonsConfig: renderAddOns({ ...props, mode }),
    podAutoscaling: hpaProfile === undefined ? undefined : { hpaProfile },
    verticalPodAutoscaling:
      verticalPodAutoscaling === undefined ? undefined : { enabled: verticalPodAutoscaling },
    resourceUsageExportConfig: renderUsageExport(props),
    fleet: fleet === undefined ? undefined : { project: fleetProjectOf(props) },
    // every cluster has these, and what is said stands in their place
    ...(costAllocation === undefined ? {} : { costManagementConfig: { enabled: costAllocation } }),
    ...(saysLogs(props) ? { loggingConfig: renderLogs(props) } : {}),
    ...(saysMetrics(props) ? { monitoringConfig: renderMetrics(props) } : {}),
  };
}

/** What the bindings cannot write. Raises the provider that the stack asks for, where something is said. */
export function setNewerOperations(resource: TerraformResource, { fleet }: OperationsOptions): void {
  if (fleet?.lightweight === true) setNewerAttribute(resource, 'fleetMembershipType', 'LIGHTWEIGHT');
}

/** Host project of the fleet that a cluster is in. */
export function fleetProjectOf({ fleet, project }: Pick<OperationsOptions, 'fleet' | 'project'>): string {
  return fleet?.project ?? fleet?.features?.project ?? project;
}

function saysLogs({ workloadLogs, extraLogs }: OperationsOptions): boolean {
  return workloadLogs !== undefined || extraLogs !== undefined;
}

function renderLogs(props: OperationsOptions) {
  const { controlPlaneLogs = DEFAULT_CONTROL_PLANE_LOGS } = props;
  return { enableComponents: [...gkeLoggingComponents(controlPlaneLogs, props)] };
}

function saysMetrics(props: OperationsOptions): boolean {
  const { metrics, managedPrometheus, autoMonitoring, dataplaneObservability } = props;
  return [metrics, managedPrometheus, autoMonitoring, dataplaneObservability].some(
    (value) => value !== undefined,
  );
}

function renderMetrics(props: OperationsOptions): ContainerClusterMonitoringConfig {
  const { metrics = [], managedPrometheus = true, autoMonitoring, dataplaneObservability } = props;
  return {
    enableComponents: [...gkeMetricComponents(metrics)],
    // components without a word on Prometheus switch it off
    managedPrometheus: {
      enabled: managedPrometheus,
      autoMonitoringConfig:
        autoMonitoring === undefined ? undefined : { scope: autoMonitoring ? 'ALL' : 'NONE' },
    },
    advancedDatapathObservabilityConfig:
      dataplaneObservability === undefined
        ? undefined
        : {
            enableMetrics: dataplaneObservability.metrics,
            enableRelay: dataplaneObservability.relay,
          },
  };
}

function renderUsageExport({
  usageExport,
}: OperationsOptions): ContainerClusterConfig['resourceUsageExportConfig'] {
  if (usageExport === undefined) return undefined;
  return {
    bigqueryDestination: { datasetId: usageExport.datasetId },
    enableNetworkEgressMetering: usageExport.egress,
    enableResourceConsumptionMetering: usageExport.consumption,
  };
}
