import { type NodePoolSize, type Taint, TaintEffect } from '../../cluster';
import type { EksFargateProfile } from '../fargate-profile';
import { EksNodeFamily, type EksNodeImage } from '../node-image';

const EXAMPLE = `addNodePool('system', { machines: EksMachines.ofTypes('m7i.large'), size: NodePoolSize.fixed(3) })`;

/** Labels of pods of add-ons, as far as a Fargate profile may go by them. */
const COREDNS = { 'k8s-app': 'kube-dns', 'eks.amazonaws.com/component': 'coredns' };
const METRICS_SERVER = { 'k8s-app': 'metrics-server', 'app.kubernetes.io/name': 'metrics-server' };
const EBS_CSI = { app: 'ebs-csi-controller', 'app.kubernetes.io/name': 'aws-ebs-csi-driver' };

/** A pool of machines, managed by EKS or by the user. */
export interface NodeSource {
  readonly size: NodePoolSize;
  readonly taints: readonly Taint[];
  readonly image: EksNodeImage;
}

/** Where pods run beside pools of machines. */
export interface OtherPlaces {
  /** @default [] */
  readonly fargateProfiles?: readonly EksFargateProfile[];
  /** Whether the cluster has the EBS CSI driver as an add-on. @default true */
  readonly hasEbsCsi?: boolean;
  /** Whether the cluster has the metrics server as an add-on. @default true */
  readonly hasMetricsServer?: boolean;
  /** Whether EKS makes nodes by itself, or brings its own add-ons. @default false */
  readonly needsNone?: boolean;
}

/** Whether a profile takes the pods of CoreDNS, which must then be told so. */
export function selectsCoreDns(profile: EksFargateProfile): boolean {
  return profile.selects('kube-system', COREDNS);
}

/**
 * Why a cluster would stop twenty minutes into its first apply: CoreDNS waits for a node that takes it, or the EBS CSI driver for an
 * identity that Fargate cannot give it. Empty when all find their place.
 */
export function describeMissingNodes(
  clusterName: string,
  pools: readonly NodeSource[],
  places: OtherPlaces = {},
): string[] {
  const { fargateProfiles = [], hasEbsCsi = true, needsNone = false } = places;
  const misled = hasEbsCsi
    ? fargateProfiles
        .filter((profile) => profile.selects('kube-system', EBS_CSI))
        .map(
          ({ profileName }) =>
            `Fargate profile '${profileName}' takes the pods of the EBS CSI driver, which have no AWS identity there; narrow it by labels such as { 'k8s-app': 'kube-dns' }, or set [EksAddOn.EBS_CSI]: { enabled: false } in 'addOns'`,
        )
    : [];
  if (needsNone || pools.some(takesOrdinaryPods)) return misled;
  if (fargateProfiles.some(selectsCoreDns)) return [...misled, ...describeFargateAlone(clusterName, places)];
  if (pools.length === 0) {
    return [
      ...misled,
      `cluster '${clusterName}' has no node pool, so its add-ons could never start; give 'nodePools' or call ${EXAMPLE}`,
    ];
  }
  return [
    ...misled,
    `no node pool of cluster '${clusterName}' starts with a node that takes ordinary pods, so CoreDNS could never start; give one pool a size of at least 1 and no 'NoSchedule' or 'NoExecute' taint, such as ${EXAMPLE}`,
  ];
}

/** What has no place in a cluster whose only one is Fargate. */
function describeFargateAlone(
  clusterName: string,
  { fargateProfiles = [], hasEbsCsi = true, hasMetricsServer = true }: OtherPlaces,
): string[] {
  const takes = (labels: Readonly<Record<string, string>>) =>
    fargateProfiles.some((profile) => profile.selects('kube-system', labels));
  return [
    // One that is taken is refused already
    ...(hasEbsCsi && !takes(EBS_CSI)
      ? [
          `cluster '${clusterName}' has no place but Fargate, where the EBS CSI driver cannot run; set [EksAddOn.EBS_CSI]: { enabled: false } in 'addOns', or call ${EXAMPLE}`,
        ]
      : []),
    ...(hasMetricsServer && !takes(METRICS_SERVER)
      ? [
          `cluster '${clusterName}' has no place but Fargate, and no Fargate profile takes the metrics server; select the labels { 'k8s-app': 'metrics-server' } of 'kube-system' too, or set [EksAddOn.METRICS_SERVER]: { enabled: false } in 'addOns'`,
        ]
      : []),
  ];
}

/** The pods of the add-ons run on Linux. */
function takesOrdinaryPods({ image, size, taints }: NodeSource): boolean {
  return (
    image.family !== EksNodeFamily.WINDOWS &&
    size.initial > 0 &&
    taints.every((taint) => taint.effect === TaintEffect.PREFER_NO_SCHEDULE)
  );
}
