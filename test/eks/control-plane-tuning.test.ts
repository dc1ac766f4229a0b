import { Token } from 'cdktf';
import { EksControlPlaneTier } from '../../lib/eks/control-plane-tier';
import {
  type EksControlPlaneTuning,
  type EksResourceWeights,
  EksScheduling,
} from '../../lib/eks/control-plane-tuning';
import { describeControlPlaneTuning } from '../../lib/eks/private/control-plane-tuning';
import { KubernetesVersion } from '../../lib/values';
import { clusterOf, synthesizeControlPlane } from './control-plane-stack';
import { awsVersion } from './eks-stack';

const VERSION = KubernetesVersion.of('1.34');

/** The blocks of a cluster that tune its components, and the provider that they need. */
function tuned(controlPlaneTuning: EksControlPlaneTuning): Record<string, unknown> {
  const blocks = Object.entries(clusterOf({ controlPlaneTuning })).filter(([name]) =>
    name.startsWith('kube_'),
  );
  return {
    ...Object.fromEntries(blocks),
    provider: awsVersion(synthesizeControlPlane({ controlPlaneTuning })),
  };
}

describe('the components of a control plane', () => {
  it('keep EKS’s own settings, and the provider, where nothing is asked', () => {
    expect(tuned({})).toEqual({ provider: '6.25.0' });
  });

  it('keep events for the minutes asked', () => {
    expect(tuned({ eventTtlMinutes: 30 })).toEqual({
      kube_api_server_config: { event_ttl: '30m' },
      provider: '>= 6.60.0, < 7.0.0',
    });
  });

  it('give Services ports of the range asked', () => {
    expect(tuned({ nodePorts: { from: 20000, to: 21000 } })).toEqual({
      kube_api_server_config: { service_node_port_range: { min_port: 20000, max_port: 21000 } },
      provider: '>= 6.60.0, < 7.0.0',
    });
  });

  it('look at autoscaled workloads as often, and keep as many ended pods, as asked', () => {
    expect(tuned({ autoscalerSyncSeconds: 10, terminatedPodThreshold: 0 })).toEqual({
      kube_controller_manager_config: {
        horizontal_pod_autoscaler_controller_config: { horizontal_pod_autoscaler_sync_period: '10s' },
        pod_gc_controller_config: { terminated_pod_gc_threshold: 0 },
      },
      provider: '>= 6.63.0, < 7.0.0',
    });
  });

  it('leave out of the controller manager what was not asked', () => {
    expect(tuned({ terminatedPodThreshold: 100 }).kube_controller_manager_config).toEqual({
      pod_gc_controller_config: { terminated_pod_gc_threshold: 100 },
    });
    expect(tuned({ autoscalerSyncSeconds: 12 }).kube_controller_manager_config).toEqual({
      horizontal_pod_autoscaler_controller_config: { horizontal_pod_autoscaler_sync_period: '12s' },
    });
  });

  it('pack nodes by weights, sorted by resource', () => {
    expect(tuned({ scheduling: EksScheduling.pack({ 'nvidia.com/gpu': 5, cpu: 1 }) })).toEqual({
      kube_scheduler_config: {
        node_resources_fit: {
          scoring_strategy: {
            type: 'MostAllocated',
            resource: [
              { name: 'cpu', weight: 1 },
              { name: 'nvidia.com/gpu', weight: 5 },
            ],
          },
        },
      },
      provider: '>= 6.60.0, < 7.0.0',
    });
  });

  it('spread pods by EKS’s own weights', () => {
    expect(tuned({ scheduling: EksScheduling.spread() }).kube_scheduler_config).toEqual({
      node_resources_fit: { scoring_strategy: { type: 'LeastAllocated' } },
    });
  });

  it.each<[EksControlPlaneTuning, string]>([
    [{ eventTtlMinutes: 9 }, "'controlPlaneTuning' 'eventTtlMinutes' (9) must be a whole number of 10 to 60"],
    [
      { eventTtlMinutes: 61 },
      "'controlPlaneTuning' 'eventTtlMinutes' (61) must be a whole number of 10 to 60",
    ],
    [
      { eventTtlMinutes: 10.5 },
      "'controlPlaneTuning' 'eventTtlMinutes' (10.5) must be a whole number of 10 to 60",
    ],
    [
      { nodePorts: { from: 10259, to: 32767 } },
      "'controlPlaneTuning' 'nodePorts.from' (10259) must be a whole number of 10260 to 32767",
    ],
    [
      { nodePorts: { from: 10260, to: 32768 } },
      "'controlPlaneTuning' 'nodePorts.to' (32768) must be a whole number of 10260 to 32767",
    ],
    [
      { nodePorts: { from: 30001, to: 30000 } },
      "'controlPlaneTuning' 'nodePorts.to' (30000) must be at least 'nodePorts.from' (30001)",
    ],
    [
      { autoscalerSyncSeconds: 9 },
      "'controlPlaneTuning' 'autoscalerSyncSeconds' (9) must be a whole number of 10 to 15",
    ],
    [
      { autoscalerSyncSeconds: 16 },
      "'controlPlaneTuning' 'autoscalerSyncSeconds' (16) must be a whole number of 10 to 15",
    ],
    [
      { terminatedPodThreshold: -1 },
      "'controlPlaneTuning' 'terminatedPodThreshold' (-1) must be a whole number of 0 to 12500",
    ],
    [
      { terminatedPodThreshold: 12501 },
      "'controlPlaneTuning' 'terminatedPodThreshold' (12501) must be a whole number of 0 to 12500",
    ],
  ])('refuse %j', (tuning, problem) => {
    expect(describeControlPlaneTuning(tuning, EksControlPlaneTier.TIER_XL, VERSION)).toEqual([problem]);
  });

  it('take each bound itself', () => {
    const bounds: readonly EksControlPlaneTuning[] = [
      { eventTtlMinutes: 10, nodePorts: { from: 10260, to: 10260 }, autoscalerSyncSeconds: 10 },
      { eventTtlMinutes: 60, nodePorts: { from: 32767, to: 32767 }, autoscalerSyncSeconds: 15 },
      { terminatedPodThreshold: 12500 },
    ];
    for (const tuning of bounds) {
      expect(describeControlPlaneTuning(tuning, EksControlPlaneTier.TIER_XL, VERSION)).toEqual([]);
    }
  });

  it.each([
    [undefined, 'none'],
    [EksControlPlaneTier.STANDARD, 'STANDARD'],
  ])('refuse another look of the autoscaler with tier %s', (tier, found) => {
    expect(describeControlPlaneTuning({ autoscalerSyncSeconds: 10 }, tier, VERSION)).toEqual([
      `'controlPlaneTuning' 'autoscalerSyncSeconds' needs a 'controlPlaneTier' above STANDARD, such as EksControlPlaneTier.TIER_XL; found ${found}`,
    ]);
  });

  it('cannot be tuned before Kubernetes 1.31', () => {
    expect(describeControlPlaneTuning({}, undefined, KubernetesVersion.of('1.30'))).toEqual([
      "'controlPlaneTuning' needs a 'version' of 1.31 or newer; found 1.30: leave it out or raise the version",
    ]);
    expect(describeControlPlaneTuning({}, undefined, KubernetesVersion.of('1.31'))).toEqual([]);
  });

  it('may be tuned by what Terraform fills in', () => {
    const number = Token.asNumber('${var.number}');
    const controlPlaneTuning = {
      eventTtlMinutes: number,
      nodePorts: { from: number, to: 30000 },
      autoscalerSyncSeconds: number,
      terminatedPodThreshold: number,
    };
    expect(describeControlPlaneTuning(controlPlaneTuning, EksControlPlaneTier.TIER_XL, VERSION)).toEqual([]);
    expect(tuned(controlPlaneTuning)).toEqual({
      kube_api_server_config: {
        event_ttl: '${var.number}m',
        service_node_port_range: { min_port: '${var.number}', max_port: 30000 },
      },
      kube_controller_manager_config: {
        horizontal_pod_autoscaler_controller_config: {
          horizontal_pod_autoscaler_sync_period: '${var.number}s',
        },
        pod_gc_controller_config: { terminated_pod_gc_threshold: '${var.number}' },
      },
      provider: '>= 6.63.0, < 7.0.0',
    });
  });
});

describe('weights of the scheduler', () => {
  it('may be ones that Terraform fills in', () => {
    const scheduling = EksScheduling.pack({ cpu: Token.asNumber('${var.weight}') });
    expect(tuned({ scheduling }).kube_scheduler_config).toEqual({
      node_resources_fit: {
        scoring_strategy: { type: 'MostAllocated', resource: [{ name: 'cpu', weight: '${var.weight}' }] },
      },
    });
  });

  it.each<[EksResourceWeights, string]>([
    [{ cpu: 0 }, "'scheduling' weight of 'cpu' (0) must be a whole number of 1 to 100"],
    [{ cpu: 101 }, "'scheduling' weight of 'cpu' (101) must be a whole number of 1 to 100"],
    [{ cpu: 1.5 }, "'scheduling' weight of 'cpu' (1.5) must be a whole number of 1 to 100"],
    [
      { '/gpu': 1 },
      "'scheduling' resource '/gpu' must be the name of one, such as 'cpu' or 'nvidia.com/gpu'",
    ],
  ])('fail when they are %j', (weights, problem) => {
    expect(() => EksScheduling.spread(weights)).toThrow(new Error(problem));
    expect(() => EksScheduling.pack(weights)).toThrow(new Error(problem));
  });
});
