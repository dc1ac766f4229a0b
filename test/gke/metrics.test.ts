import { TerraformVariable } from 'cdktf';
import { ControlPlaneLog } from '../../lib/cluster';
import { GkeDataplane, GkeMode } from '../../lib/gke';
import { GkeLog } from '../../lib/gke/logging';
import { GkeMetric, gkeMetricComponents } from '../../lib/gke/metrics';
import type { GkeOperationsProps } from '../../lib/gke/operations-props';
import { KubernetesVersion } from '../../lib/values';
import { testStack } from '../support/synthesized';
import { AUTOPILOT, described, operations, STANDARD } from './operations-stack';

const SYSTEM = { enable_components: ['SYSTEM_COMPONENTS'], managed_prometheus: { enabled: true } };

describe('the metrics of a cluster', () => {
  it('always hold the system’s, each once and in one order', () => {
    expect(gkeMetricComponents([])).toEqual(['SYSTEM_COMPONENTS']);
    expect(gkeMetricComponents([GkeMetric.POD, GkeMetric.CADVISOR, GkeMetric.SYSTEM, GkeMetric.POD])).toEqual(
      ['CADVISOR', 'POD', 'SYSTEM_COMPONENTS'],
    );
  });

  it('are all that GKE has', () => {
    expect(gkeMetricComponents(Object.values(GkeMetric))).toEqual([
      'APISERVER',
      'CADVISOR',
      'CONTROLLER_MANAGER',
      'DAEMONSET',
      'DCGM',
      'DEPLOYMENT',
      'HPA',
      'JOBSET',
      'KUBELET',
      'POD',
      'SCHEDULER',
      'STATEFULSET',
      'STORAGE',
      'SYSTEM_COMPONENTS',
    ]);
  });

  it.each<[GkeOperationsProps, Record<string, unknown>]>([
    [{ metrics: [] }, SYSTEM],
    [{ metrics: [GkeMetric.HPA] }, { ...SYSTEM, enable_components: ['HPA', 'SYSTEM_COMPONENTS'] }],
    [{ managedPrometheus: true }, SYSTEM],
    [{ managedPrometheus: false }, { ...SYSTEM, managed_prometheus: { enabled: false } }],
    [
      { autoMonitoring: true },
      { ...SYSTEM, managed_prometheus: { enabled: true, auto_monitoring_config: { scope: 'ALL' } } },
    ],
    [
      { autoMonitoring: false, managedPrometheus: false },
      { ...SYSTEM, managed_prometheus: { enabled: false, auto_monitoring_config: { scope: 'NONE' } } },
    ],
    [
      { dataplaneObservability: { metrics: true, relay: false } },
      { ...SYSTEM, advanced_datapath_observability_config: { enable_metrics: true, enable_relay: false } },
    ],
  ])('%j are said whole, and Prometheus with them', (props, expected) => {
    expect(operations(props)).toEqual({ monitoring_config: expected });
    expect(described(props)).toEqual([]);
  });

  it.each<[string, GkeOperationsProps]>([
    [
      "'autoMonitoring' is a part of 'managedPrometheus', which is false; switch on both or neither",
      { autoMonitoring: true, managedPrometheus: false },
    ],
  ])('fail: %s', (problem, props) => {
    expect(described(props)).toEqual([problem]);
  });

  it('hold those of JobSets from Kubernetes 1.32 on', () => {
    const metrics = [GkeMetric.JOBSET];
    expect(described({ metrics, version: KubernetesVersion.of('1.32') })).toEqual([]);
    expect(described({ metrics, version: KubernetesVersion.of('1.31') })).toEqual([
      "'metrics' holds JOBSET, which needs Kubernetes 1.32; found 1.31",
    ]);
  });

  it('are those of Dataplane V2 only where it is', () => {
    const calico = { ...STANDARD, mode: GkeMode.standard({ dataplane: GkeDataplane.CALICO }) };
    const problem = [
      "'dataplaneObservability' needs Dataplane V2; leave it out, or 'dataplane' GkeDataplane.CALICO",
    ];
    expect(described({ dataplaneObservability: { metrics: true, relay: false } }, calico)).toEqual(problem);
    expect(described({ dataplaneObservability: { metrics: false, relay: true } }, calico)).toEqual(problem);
    expect(described({ dataplaneObservability: { metrics: false, relay: false } }, calico)).toEqual([]);
    expect(described({ dataplaneObservability: { metrics: true, relay: true } }, AUTOPILOT)).toEqual([]);
  });

  it('and logs are always whole in Autopilot', () => {
    expect(described({ managedPrometheus: false, workloadLogs: false }, AUTOPILOT)).toEqual([
      "'workloadLogs' (false) is for GkeMode.standard(); Autopilot has it always",
      "'managedPrometheus' (false) is for GkeMode.standard(); Autopilot has it always",
    ]);
    expect(described({ managedPrometheus: false, workloadLogs: false })).toEqual([]);
  });
});

describe('the logs of a cluster that was told of them', () => {
  it.each<[GkeOperationsProps & { readonly controlPlaneLogs?: readonly ControlPlaneLog[] }, string[]]>([
    [{ workloadLogs: false }, ['APISERVER', 'SYSTEM_COMPONENTS']],
    [{ workloadLogs: true }, ['APISERVER', 'SYSTEM_COMPONENTS', 'WORKLOADS']],
    [{ workloadLogs: false, controlPlaneLogs: [] }, ['SYSTEM_COMPONENTS']],
    [
      { extraLogs: [GkeLog.KCP_HPA, GkeLog.KCP_CONNECTION, GkeLog.KCP_SSHD] },
      ['APISERVER', 'KCP_CONNECTION', 'KCP_HPA', 'KCP_SSHD', 'SYSTEM_COMPONENTS', 'WORKLOADS'],
    ],
    [
      { extraLogs: [], controlPlaneLogs: [ControlPlaneLog.SCHEDULER] },
      ['SCHEDULER', 'SYSTEM_COMPONENTS', 'WORKLOADS'],
    ],
  ])('are %j', (props, enable_components) => {
    expect(operations(props)).toEqual({ logging_config: { enable_components } });
  });
});

describe('the cost of a cluster', () => {
  it('is allocated to namespaces, or not', () => {
    expect(operations({ costAllocation: true })).toEqual({ cost_management_config: { enabled: true } });
    expect(operations({ costAllocation: false })).toEqual({ cost_management_config: { enabled: false } });
  });

  it('is kept in BigQuery', () => {
    expect(operations({ usageExport: { datasetId: 'gke_usage' } })).toEqual({
      resource_usage_export_config: { bigquery_destination: { dataset_id: 'gke_usage' } },
    });
    expect(operations({ usageExport: { datasetId: 'gke_usage', egress: true, consumption: false } })).toEqual(
      {
        resource_usage_export_config: {
          bigquery_destination: { dataset_id: 'gke_usage' },
          enable_network_egress_metering: true,
          enable_resource_consumption_metering: false,
        },
      },
    );
  });

  it('is kept under the bare name of a dataset', () => {
    const datasetId = new TerraformVariable(testStack(), 'Dataset', { type: 'string' }).stringValue;
    expect(described({ usageExport: { datasetId: 'gke_usage' } })).toEqual([]);
    expect(described({ usageExport: { datasetId } })).toEqual([]);
    expect(described({ usageExport: { datasetId: 'acme-prod:gke_usage' } })).toEqual([
      "'usageExport' datasetId 'acme-prod:gke_usage' must be the name of a dataset in the cluster's project, of letters, digits and '_'",
    ]);
  });
});
