import { Testing } from 'cdktf';
import {
  EKS_NEWER_ATTRIBUTES,
  EksAddOn,
  type EksCluster,
  type EksClusterProps,
  EksControlPlaneEgress,
  EksControlPlaneTier,
  EksNetwork,
  EksNodeUpdate,
  EksScheduling,
  EksUpdateStrategy,
} from '../../lib/eks';
import { awsVersion, defineEks, eksStack, POOL } from '../eks/eks-stack';
import { EKS_NEWER_SCHEMA } from '../support/eks-newer-schema';
import type { SynthesizedStack } from '../support/synthesized';
import { describeTerraform, lifecycle } from '../support/terraform';

function synthesized(props: Partial<EksClusterProps>, add: (cluster: EksCluster) => void = () => {}): string {
  const stack = eksStack();
  add(defineEks(stack, { deletionProtection: false, ...props }));
  return Testing.synth(stack, true);
}

/** All that newer providers have for a cluster in a region. */
function inRegion(): string {
  return synthesized(
    {
      controlPlaneEgress: EksControlPlaneEgress.CUSTOMER_ROUTED,
      controlPlaneTier: EksControlPlaneTier.TIER_XL,
      controlPlaneTuning: {
        eventTtlMinutes: 30,
        nodePorts: { from: 30000, to: 31000 },
        autoscalerSyncSeconds: 10,
        terminatedPodThreshold: 1000,
        scheduling: EksScheduling.pack({ cpu: 1, memory: 2 }),
      },
      zonalAutoshift: {
        outcomeAlarmArns: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors'],
        blockingAlarmArns: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Busy'],
        blockedDates: ['2026-12-24'],
        allowedWindows: ['Mon:09:00-Mon:17:00'],
      },
      addOns: { [EksAddOn.METRICS_SERVER]: { namespace: 'metrics' } },
      nodePools: {
        system: {
          ...POOL,
          update: EksNodeUpdate.unavailable(1, EksUpdateStrategy.MINIMAL),
          warmPool: { minSize: 1, maxPrepared: 6, reuseOnScaleIn: true },
        },
      },
    },
    (cluster) =>
      cluster.workloadIdentity.bind('Orders', {
        namespace: 'shop',
        serviceAccount: 'orders',
        managedPolicies: ['AmazonSQSReadOnlyAccess'],
        sessionPolicy: [{ sid: 'Read', actions: ['sqs:GetQueueUrl'], resources: ['*'] }],
      }),
  );
}

/** All that newer providers have for a cluster on an Outpost. */
function onOutpost(): string {
  const stack = eksStack();
  defineEks(stack, {
    deletionProtection: false,
    nodePools: undefined,
    network: EksNetwork.fromAttributes(stack, 'Network', {
      vpcId: 'vpc-1',
      vpcCidr: '10.20.0.0/16',
      privateSubnetIds: ['subnet-a', 'subnet-b'],
      verify: false,
    }),
    outpost: {
      outpostArn: 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0',
      controlPlaneInstanceType: 'm5.large',
      etcdInstanceType: 'm5.xlarge',
      etcdPlacementGroupName: 'etcd-racks',
    },
  });
  return Testing.synth(stack, true);
}

function read(stack: string): SynthesizedStack {
  return JSON.parse(stack) as SynthesizedStack;
}

/** Names of the newer attributes that a stack sets. */
function newerIn(stack: string): readonly string[] {
  const holds = (body: unknown, [name, ...rest]: readonly string[]): boolean => {
    if (name === undefined) return body !== undefined;
    return typeof body === 'object' && body !== null && holds((body as Record<string, unknown>)[name], rest);
  };
  return Object.entries(EKS_NEWER_ATTRIBUTES)
    .filter(([, { resourceType, path }]) =>
      Object.values(read(stack).resource?.[resourceType] ?? {}).some((body) => holds(body, path.split('.'))),
    )
    .map(([name]) => name);
}

describe('the stacks of this tier', () => {
  it('set every attribute that is newer than the bindings', () => {
    const set = [...newerIn(inRegion()), ...newerIn(onOutpost())];
    expect(set.sort()).toEqual(Object.keys(EKS_NEWER_ATTRIBUTES).sort());
  });

  it('ask for a provider that has all of them', () => {
    expect([awsVersion(read(inRegion())), awsVersion(read(onOutpost()))]).toEqual([
      '>= 6.66.0, < 7.0.0',
      '>= 6.66.0, < 7.0.0',
    ]);
  });
});

describeTerraform('attributes that are newer than the bindings, on a provider that has them', () => {
  it('are refused by one that has not', async () => {
    await expect(lifecycle(onOutpost(), { until: 'plan' })).rejects.toThrow(
      /no argument, nested block, or exported attribute named\s+"etcd_instance_type"|Extraneous JSON object property|argument named "etcd_instance_type"/,
    );
  });

  it('live in a region through plan, apply, an empty second plan and destroy', async () => {
    const { planned } = await lifecycle(inRegion(), { newerSchema: EKS_NEWER_SCHEMA });
    expect(planned.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        'aws_arczonalshift_zonal_autoshift_configuration.Cluster_ZonalAutoshift_5C9322A6',
        'aws_eks_cluster.Cluster_EB0386A7',
      ]),
    );
  });

  it('live on an Outpost through plan, apply, an empty second plan and destroy', async () => {
    const { planned } = await lifecycle(onOutpost(), { newerSchema: EKS_NEWER_SCHEMA });
    expect(planned.map(({ address }) => address)).toContain('aws_eks_cluster.Cluster_EB0386A7');
  });
});
