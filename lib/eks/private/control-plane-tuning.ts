import { type TerraformResource, Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { KubernetesVersion } from '../../values';
import { EksControlPlaneTier } from '../control-plane-tier';
import { type EksControlPlaneTuning, type EksNodePorts, EksNodePreference } from '../control-plane-tuning';
import { setNewerAttribute } from '../newer-attributes';

/** The first version whose control plane can be tuned. */
const FIRST_VERSION = KubernetesVersion.of('1.31');

/**
 * What EKS would refuse about the settings of the control plane's components; empty when all are fine.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/control-plane-configuration.html
 */
export function describeControlPlaneTuning(
  tuning: EksControlPlaneTuning | undefined,
  tier: EksControlPlaneTier | undefined,
  version: KubernetesVersion,
): readonly string[] {
  if (tuning === undefined) return [];
  const problems = [
    ...describeWhole('eventTtlMinutes', tuning.eventTtlMinutes, 10, 60),
    ...describeNodePorts(tuning.nodePorts),
    ...describeWhole('autoscalerSyncSeconds', tuning.autoscalerSyncSeconds, 10, 15),
    ...describeWhole('terminatedPodThreshold', tuning.terminatedPodThreshold, 0, 12500),
  ];
  if (
    tuning.autoscalerSyncSeconds !== undefined &&
    (tier === undefined || tier === EksControlPlaneTier.STANDARD)
  ) {
    problems.push(
      `'controlPlaneTuning' 'autoscalerSyncSeconds' needs a 'controlPlaneTier' above STANDARD, such as EksControlPlaneTier.TIER_XL; found ${tier === undefined ? 'none' : 'STANDARD'}`,
    );
  }
  if (!version.isAtLeast(FIRST_VERSION)) {
    problems.push(
      `'controlPlaneTuning' needs a 'version' of ${FIRST_VERSION} or newer; found ${version}: leave it out or raise the version`,
    );
  }
  return problems;
}

/** Sets what was asked for; each component alone raises the version of the provider that it needs. */
export function setControlPlaneTuning(
  cluster: TerraformResource,
  tuning: EksControlPlaneTuning | undefined,
): void {
  if (tuning === undefined) return;
  const { eventTtlMinutes, nodePorts, autoscalerSyncSeconds, terminatedPodThreshold, scheduling } = tuning;
  if (eventTtlMinutes !== undefined || nodePorts !== undefined) {
    setNewerAttribute(cluster, 'kubeApiServerConfig', {
      ...(eventTtlMinutes === undefined ? {} : { event_ttl: renderDuration(eventTtlMinutes, 'm') }),
      ...(nodePorts === undefined
        ? {}
        : { service_node_port_range: { min_port: nodePorts.from, max_port: nodePorts.to } }),
    });
  }
  if (autoscalerSyncSeconds !== undefined || terminatedPodThreshold !== undefined) {
    setNewerAttribute(cluster, 'kubeControllerManagerConfig', {
      ...(autoscalerSyncSeconds === undefined
        ? {}
        : {
            horizontal_pod_autoscaler_controller_config: {
              horizontal_pod_autoscaler_sync_period: renderDuration(autoscalerSyncSeconds, 's'),
            },
          }),
      ...(terminatedPodThreshold === undefined
        ? {}
        : { pod_gc_controller_config: { terminated_pod_gc_threshold: terminatedPodThreshold } }),
    });
  }
  if (scheduling !== undefined) {
    setNewerAttribute(cluster, 'kubeSchedulerConfig', {
      node_resources_fit: {
        scoring_strategy: {
          type:
            scheduling.preference === EksNodePreference.MOST_ALLOCATED ? 'MostAllocated' : 'LeastAllocated',
          ...(scheduling.weights.length === 0
            ? {}
            : { resource: scheduling.weights.map(({ resource, weight }) => ({ name: resource, weight })) }),
        },
      },
    });
  }
}

/** A number that Terraform fills in must become text before it is joined with any: by itself it is one that nobody meant. */
function renderDuration(count: number, unit: 'm' | 's'): string {
  return `${Token.isUnresolved(count) ? Token.asString(count) : count}${unit}`;
}

function describeWhole(name: string, value: number | undefined, least: number, most: number): string[] {
  const problems: string[] = [];
  whenResolved(value, (known) => {
    if (Number.isInteger(known) && known >= least && known <= most) return;
    problems.push(`'controlPlaneTuning' '${name}' (${known}) must be a whole number of ${least} to ${most}`);
  });
  return problems;
}

function describeNodePorts(ports: EksNodePorts | undefined): string[] {
  if (ports === undefined) return [];
  const { from, to } = ports;
  const problems = [
    ...describeWhole('nodePorts.from', from, 10260, 32767),
    ...describeWhole('nodePorts.to', to, 10260, 32767),
  ];
  whenResolved(from, (first) => {
    whenResolved(to, (last) => {
      if (problems.length > 0 || first <= last) return;
      problems.push(
        `'controlPlaneTuning' 'nodePorts.to' (${last}) must be at least 'nodePorts.from' (${first})`,
      );
    });
  });
  return problems;
}
