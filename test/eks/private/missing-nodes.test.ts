import { NodePoolSize, TaintEffect } from '../../../lib/cluster';
import { EksFargateProfiles } from '../../../lib/eks/fargate-profile';
import type { EksFargateSelector } from '../../../lib/eks/fargate-profile-options';
import { EksNodeImage, EksWindows } from '../../../lib/eks/node-image';
import { AwsEnvironment } from '../../../lib/eks/private/aws-environment';
import {
  describeMissingNodes,
  type NodeSource,
  selectsCoreDns,
} from '../../../lib/eks/private/missing-nodes';
import { eksStack } from '../eks-stack';

const EXAMPLE = `addNodePool('system', { machines: EksMachines.ofTypes('m7i.large'), size: NodePoolSize.fixed(3) })`;
const LINUX: NodeSource = {
  size: NodePoolSize.fixed(1),
  taints: [],
  image: EksNodeImage.amazonLinux2023(),
};
const NO_POOL = `cluster 'prod' has no node pool, so its add-ons could never start; give 'nodePools' or call ${EXAMPLE}`;
const NO_PLACE = `no node pool of cluster 'prod' starts with a node that takes ordinary pods, so CoreDNS could never start; give one pool a size of at least 1 and no 'NoSchedule' or 'NoExecute' taint, such as ${EXAMPLE}`;
const MISLED = `Fargate profile 'system' takes the pods of the EBS CSI driver, which have no AWS identity there; narrow it by labels such as { 'k8s-app': 'kube-dns' }, or set [EksAddOn.EBS_CSI]: { enabled: false } in 'addOns'`;
const COREDNS_ONLY: EksFargateSelector = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } };
const ALL: EksFargateSelector = { namespace: 'kube-system' };

function fargate(...selectors: EksFargateSelector[]) {
  const stack = eksStack();
  const profiles = new EksFargateProfiles(stack, 'FargateProfiles', {
    namePrefix: 'prod',
    clusterName: 'prod',
    subnetIds: ['subnet-0000000a'],
    dependsOn: [],
    defaults: {
      environment: new AwsEnvironment(stack, 'Environment'),
      tags: {},
      permissionsBoundaryArn: undefined,
    },
  });
  return [profiles.add('system', { selectors })];
}

describe('the places of a cluster for its add-ons', () => {
  it.each<[string, Partial<NodeSource>, readonly string[]]>([
    ['a node of Linux', {}, []],
    [
      'a node that is better left alone',
      { taints: [{ key: 'a', effect: TaintEffect.PREFER_NO_SCHEDULE }] },
      [],
    ],
    ['a tainted node', { taints: [{ key: 'a', effect: TaintEffect.NO_SCHEDULE }] }, [NO_PLACE]],
    ['no node yet', { size: NodePoolSize.autoscaled({ min: 0, max: 3, initial: 0 }) }, [NO_PLACE]],
    ['a node of Windows', { image: EksNodeImage.windows(EksWindows.CORE_2022) }, [NO_PLACE]],
  ])('may be %s', (_, pool, problems) => {
    expect(describeMissingNodes('prod', [{ ...LINUX, ...pool }])).toEqual(problems);
  });

  it('are missing without a pool, unless EKS makes nodes by itself', () => {
    expect(describeMissingNodes('prod', [])).toEqual([NO_POOL]);
    expect(describeMissingNodes('prod', [], { needsNone: true })).toEqual([]);
  });

  it('may be one of several pools', () => {
    const windows = { ...LINUX, image: EksNodeImage.windows(EksWindows.CORE_2022) };
    expect(describeMissingNodes('prod', [windows, LINUX])).toEqual([]);
  });

  it('may be Fargate alone, without the EBS CSI driver and with all others selected', () => {
    const fargateProfiles = fargate(COREDNS_ONLY);
    expect(
      describeMissingNodes('prod', [], { fargateProfiles, hasEbsCsi: false, hasMetricsServer: false }),
    ).toEqual([]);
    expect(describeMissingNodes('prod', [], { fargateProfiles: fargate(ALL), hasEbsCsi: false })).toEqual([]);
    expect(describeMissingNodes('prod', [], { fargateProfiles })).toEqual([
      `cluster 'prod' has no place but Fargate, where the EBS CSI driver cannot run; set [EksAddOn.EBS_CSI]: { enabled: false } in 'addOns', or call ${EXAMPLE}`,
      "cluster 'prod' has no place but Fargate, and no Fargate profile takes the metrics server; select the labels { 'k8s-app': 'metrics-server' } of 'kube-system' too, or set [EksAddOn.METRICS_SERVER]: { enabled: false } in 'addOns'",
    ]);
  });

  it('are no places for the EBS CSI driver on Fargate, beside pools or without', () => {
    const fargateProfiles = fargate(ALL);
    expect(describeMissingNodes('prod', [LINUX], { fargateProfiles })).toEqual([MISLED]);
    expect(describeMissingNodes('prod', [], { fargateProfiles })).toEqual([MISLED]);
    expect(describeMissingNodes('prod', [LINUX], { fargateProfiles: fargate(COREDNS_ONLY) })).toEqual([]);
    expect(describeMissingNodes('prod', [LINUX], { fargateProfiles, hasEbsCsi: false })).toEqual([]);
  });

  it('are not given by Fargate for other pods', () => {
    const fargateProfiles = fargate({ namespace: 'shop' });
    expect(describeMissingNodes('prod', [], { fargateProfiles })).toEqual([NO_POOL]);
  });

  it('tell CoreDNS that it runs on Fargate, where a profile takes it', () => {
    const selected = (selector: EksFargateSelector) => fargate(selector).map(selectsCoreDns);
    expect(selected(COREDNS_ONLY)).toEqual([true]);
    expect(selected(ALL)).toEqual([true]);
    expect(selected({ namespace: 'kube-*' })).toEqual([true]);
    expect(selected({ namespace: 'kube-system', labels: { app: 'web' } })).toEqual([false]);
    expect(selected({ namespace: 'shop' })).toEqual([false]);
  });
});
