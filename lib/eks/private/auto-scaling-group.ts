import type {
  AutoscalingGroupConfig,
  AutoscalingGroupMixedInstancesPolicyInstancesDistribution,
  AutoscalingGroupTag,
} from '@cdktf/provider-aws/lib/autoscaling-group';
import { CapacityType, type NodePoolSize, type Taint } from '../../cluster';
import { compareText } from '../../values';

export interface AutoScalingGroupOptions {
  /** Stem of the group's name, and name of its machines. */
  readonly name: string;
  /** Name of the cluster as it was given. */
  readonly clusterName: string;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly instanceTypes: readonly string[];
  readonly capacityType: CapacityType;
  readonly size: NodePoolSize;
  readonly subnetIds: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  readonly tags: Readonly<Record<string, string>>;
}

const DISTRIBUTIONS: Readonly<
  Record<CapacityType, AutoscalingGroupMixedInstancesPolicyInstancesDistribution>
> = {
  // In the order in which the types are given
  [CapacityType.ON_DEMAND]: {
    onDemandPercentageAboveBaseCapacity: 100,
    onDemandAllocationStrategy: 'prioritized',
  },
  [CapacityType.INTERRUPTIBLE]: {
    onDemandPercentageAboveBaseCapacity: 0,
    spotAllocationStrategy: 'price-capacity-optimized',
  },
};

/** An Auto Scaling group of nodes, whose machines are replaced a third at a time when their template changes. */
export function renderAutoScalingGroup(options: AutoScalingGroupOptions): AutoscalingGroupConfig {
  const { size } = options;
  return {
    namePrefix: `${options.name}-`,
    minSize: size.min,
    maxSize: size.max,
    desiredCapacity: size.initial,
    vpcZoneIdentifier: [...options.subnetIds],
    mixedInstancesPolicy: {
      instancesDistribution: DISTRIBUTIONS[options.capacityType],
      launchTemplate: {
        launchTemplateSpecification: {
          launchTemplateId: options.templateId,
          version: options.templateVersion,
        },
        override: options.instanceTypes.map((instanceType) => ({ instanceType })),
      },
    },
    instanceRefresh: {
      strategy: 'Rolling',
      preferences: { minHealthyPercentage: 67, skipMatching: true },
    },
    // It would end machines without their pods being moved, only to even out the zones
    suspendedProcesses: ['AZRebalance'],
    tag: renderTags(options),
    lifecycle: {
      createBeforeDestroy: true,
      ...(size.isAutoscaled ? { ignoreChanges: ['desired_capacity'] } : {}),
    },
  };
}

/**
 * The cluster's tag, by which the cloud controller knows the machines; with an autoscaler, those by which it finds the group and knows
 * what a node of it would be. Machines have the user's own tags from their template.
 *
 * @see https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
 */
function renderTags(options: AutoScalingGroupOptions): AutoscalingGroupTag[] {
  const { clusterName, labels, taints } = options;
  const autoscaler = 'k8s.io/cluster-autoscaler';
  const group: Record<string, string> = {
    ...options.tags,
    ...(options.size.isAutoscaled
      ? {
          [`${autoscaler}/enabled`]: 'true',
          [`${autoscaler}/${clusterName}`]: 'owned',
          ...Object.fromEntries(
            Object.entries(labels).map(([key, value]) => [`${autoscaler}/node-template/label/${key}`, value]),
          ),
          ...Object.fromEntries(
            taints.map(({ key, value = '', effect }) => [
              `${autoscaler}/node-template/taint/${key}`,
              `${value}:${effect}`,
            ]),
          ),
        }
      : {}),
  };
  return [
    { key: `kubernetes.io/cluster/${clusterName}`, value: 'owned', propagateAtLaunch: true },
    ...Object.entries(group)
      .sort(([left], [right]) => compareText(left, right))
      .map(([key, value]) => ({ key, value, propagateAtLaunch: false })),
  ];
}
