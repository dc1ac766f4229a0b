import type { TerraformStack } from 'cdktf';
import {
  ApiAccess,
  CapacityType,
  ControlPlaneLog,
  EncryptionKey,
  NodePoolSize,
  TaintEffect,
} from '../../lib/cluster';
import {
  EksAccessPolicy,
  EksAccessScope,
  EksAddOn,
  EksAddOnPhase,
  EksAddOnVersion,
  EksCapability,
  EksCapacityReservation,
  EksCluster,
  type EksClusterProps,
  EksControlPlaneEgress,
  EksControlPlaneTier,
  EksHybridIdentity,
  EksMachines,
  EksNodeFamily,
  EksNodeImage,
  EksNodeUpdate,
  EksPlacement,
  EksScheduling,
  EksShare,
  EksUpdateStrategy,
  EksUserData,
  EksWindows,
} from '../../lib/eks';
import { KubernetesVersion } from '../../lib/values';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { eksStack, MINIMAL, POOL } from './eks-stack';

/** A cluster that asks for everything that goes together, so that what is true of it is true of every cluster. */
export const FULL: EksClusterProps = {
  ...MINIMAL,
  administrators: { Platform: 'arn:aws:iam::111122223333:role/Platform' },
  accessEntries: {
    Developers: {
      principalArn: 'arn:aws:iam::111122223333:role/Developers',
      policies: [{ policy: EksAccessPolicy.EDIT, scope: EksAccessScope.namespaces('shop') }],
      kubernetesGroups: ['developers'],
    },
  },
  irsa: true,
  tags: { team: 'platform' },
  permissionsBoundaryArn: 'arn:aws:iam::111122223333:policy/Boundary',
  addOns: {
    [EksAddOn.COREDNS]: { version: EksAddOnVersion.pinned('v1.11.4-eksbuild.2') },
    [EksAddOn.EBS_CSI]: { configuration: { controller: { replicaCount: 3 } } },
  },
  nodePools: {
    system: POOL,
    spot: {
      machines: EksMachines.ofTypes('m7g.large', 'm6g.large'),
      size: NodePoolSize.autoscaled({ min: 0, max: 9 }),
      image: EksNodeImage.bottlerocket(),
      capacityType: CapacityType.INTERRUPTIBLE,
      version: KubernetesVersion.of('1.33'),
      labels: { purpose: 'batch' },
      taints: [{ key: 'batch', effect: TaintEffect.NO_SCHEDULE }],
      diskIops: 4000,
      diskThroughputMibps: 250,
      diskEncryption: EncryptionKey.own(),
      update: EksNodeUpdate.unavailable(2, EksUpdateStrategy.MINIMAL),
      repair: { maxParallel: EksShare.nodes(1) },
    },
    own: {
      ...POOL,
      image: EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0'),
      securityGroupIds: ['sg-0123456789abcdef1'],
      userData: EksUserData.shell('#!/bin/bash\necho hello'),
      kubelet: { imageGCHighThresholdPercent: 70 },
      forceUpdate: true,
    },
    training: {
      machines: EksMachines.ofTypes('p5.48xlarge'),
      size: NodePoolSize.fixed(2),
      subnetIds: ['subnet-0123456789abcdef0'],
      efa: true,
      placement: EksPlacement.cluster(),
      capacityReservation: EksCapacityReservation.capacityBlock('cr-0123456789abcdef0'),
    },
    windows: {
      ...POOL,
      image: EksNodeImage.windows(EksWindows.CORE_2022),
      taints: [{ key: 'os', value: 'windows', effect: TaintEffect.NO_SCHEDULE }],
    },
  },
  observability: { logRetentionDays: 30 },
  apiSecurityGroupIds: ['sg-0123456789abcdef0'],
  controlPlaneEgress: EksControlPlaneEgress.AWS_MANAGED,
  keyRotationDays: 180,
  keyDeletionDays: 14,
  keyAdministrators: ['arn:aws:iam::111122223333:role/Keys'],
  controlPlaneLogGroup: { deletionProtection: true },
  zonalAutoshift: { outcomeAlarmArns: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Errors'] },
  controlPlaneTier: EksControlPlaneTier.TIER_XL,
  controlPlaneTuning: {
    eventTtlMinutes: 30,
    nodePorts: { from: 30000, to: 31000 },
    autoscalerSyncSeconds: 10,
    terminatedPodThreshold: 1000,
    scheduling: EksScheduling.pack({ cpu: 1, memory: 2 }),
  },
  remoteNetworks: { nodeCidrs: ['192.168.0.0/20'], podCidrs: ['192.168.16.0/20'] },
  clusterSecurityGroupTags: { team: 'platform' },
};

/** What of it can be changed while it runs, with nothing replaced: a bit of everything, and its protection is taken away. */
export const CHANGED: Partial<EksClusterProps> = {
  deletionProtection: false,
  tags: { team: 'shop' },
  apiAccess: ApiAccess.restricted('203.0.113.0/24'),
  controlPlaneLogs: [ControlPlaneLog.AUDIT],
  logRetentionDays: 400,
  keyRotationDays: 365,
  controlPlaneLogGroup: { deletionProtection: false },
  controlPlaneTier: EksControlPlaneTier.TIER_2XL,
  controlPlaneTuning: { ...FULL.controlPlaneTuning, eventTtlMinutes: 60 },
  zonalAutoshift: { outcomeAlarmArns: ['arn:aws:cloudwatch:eu-west-1:111122223333:alarm:Slow'] },
  clusterSecurityGroupTags: { team: 'shop' },
  accessEntries: {
    Developers: {
      principalArn: 'arn:aws:iam::111122223333:role/Developers',
      policies: [{ policy: EksAccessPolicy.EDIT, scope: EksAccessScope.namespaces('shop') }],
      kubernetesGroups: ['developers', 'readers'],
    },
  },
  addOns: {
    ...FULL.addOns,
    [EksAddOn.EBS_CSI]: { configuration: { controller: { replicaCount: 2 } } },
  },
  nodePools: {
    ...FULL.nodePools,
    system: {
      ...POOL,
      labels: { purpose: 'system' },
      update: EksNodeUpdate.unavailablePercent(50),
      diskSizeGib: 120,
    },
    windows: { ...FULL.nodePools?.windows, ...POOL, taints: [{ key: 'os', effect: TaintEffect.NO_EXECUTE }] },
  },
};

/** Defines the fully featured cluster, with all that is added to one, and with some props changed. */
export function defineFull(stack: TerraformStack, props: Partial<EksClusterProps> = {}): EksCluster {
  const cluster = new EksCluster(stack, 'Cluster', { ...FULL, ...props });
  cluster.addAddOn('Efs', {
    addOnName: 'aws-efs-csi-driver',
    identity: {
      serviceAccount: 'efs-csi-controller-sa',
      managedPolicies: ['service-role/AmazonEFSCSIDriverPolicy'],
    },
  });
  cluster.addAddOn('NodeMonitoring', {
    addOnName: 'eks-node-monitoring-agent',
    phase: EksAddOnPhase.BEFORE_NODES,
  });
  cluster.addFargateProfile('batch', { selectors: [{ namespace: 'batch', labels: { runs: 'fargate' } }] });
  cluster.addSelfManagedPool('legacy', {
    ...POOL,
    image: EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef1'),
  });
  cluster.addKarpenter();
  cluster.addIdentityProvider('people', { issuerUrl: 'https://login.example.com', clientId: 'kubernetes' });
  cluster.addHybridNodes({ identity: EksHybridIdentity.systemsManager({ registrationLimit: 10 }) });
  const orders = cluster.workloadIdentity.bind('Orders', {
    namespace: 'shop',
    serviceAccount: 'orders',
    managedPolicies: ['AmazonSQSReadOnlyAccess'],
  });
  cluster.workloadIdentity.bind('Reports', {
    namespace: 'shop',
    serviceAccount: 'reports',
    roleArn: 'arn:aws:iam::111122223333:role/Reports',
    sessionPolicy: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::reports/*'] }],
  });
  cluster.databases.connect('Orders', {
    securityGroupId: 'sg-0123456789abcdef2',
    port: 5432,
    logins: {
      Orders: { identity: orders, resourceId: 'cluster-ABCDEFGHIJKLMNOPQRSTUVWXYZ', databaseUser: 'orders' },
    },
  });
  cluster.addCapability('kro', EksCapability.kro());
  cluster.addCapability('ack', EksCapability.ack({ managedPolicies: ['AmazonS3ReadOnlyAccess'] }));
  return cluster;
}

/** The synthesized stack of the fully featured cluster. */
export function synthesizeFull(): SynthesizedStack {
  const stack = eksStack();
  defineFull(stack);
  return synthesize(stack);
}
