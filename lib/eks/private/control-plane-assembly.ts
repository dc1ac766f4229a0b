import type { TerraformResource } from 'cdktf';
import type { EksClusterProps } from '../cluster-props';
import { describeKeyOptions } from '../encryption';
import { describeKeptLogs } from '../logging';
import { EksSupportTier } from '../support-tier';
import { eksVersionSupport } from '../version-support';
import { describeAutoMode, renderAutoMode } from './auto-mode';
import type { ClusterConfigPart } from './cluster-config';
import {
  describeApiSecurityGroups,
  describeCustomerRouted,
  renderApiSecurityGroups,
  renderControlPlaneTier,
  renderForcedUpgrade,
  setControlPlaneEgress,
} from './control-plane-parts';
import { describeControlPlaneTuning, setControlPlaneTuning } from './control-plane-tuning';
import { describeEndedVersion, describeForgottenVersion } from './ended-version';
import { describeOutpost, renderOutpost, setOutpostEtcd } from './outpost';
import { describeRemoteNetworks, describeRemoteNodesOutside, renderRemoteNetworks } from './remote-networks';
import { renderServiceNetwork } from './service-network';
import type { ServiceRole } from './service-role';
import { describeTags } from './tags';
import { describeZonalAutoshift } from './zonal-autoshift';

/** All that EKS, or a sensible person, would refuse about a control plane; empty when all is fine. */
export function describeControlPlane(props: EksClusterProps): readonly string[] {
  return [
    ...describeApiSecurityGroups(props.apiSecurityGroupIds),
    ...describeKeyOptions('secretsEncryption', props.secretsEncryption, props),
    ...describeZonalAutoshift(props.zonalAutoshift, props.zonalShift),
    ...describeControlPlaneTuning(props.controlPlaneTuning, props.controlPlaneTier, props.version),
    ...describeAutoMode(props),
    ...describeRemoteNetworks(props.remoteNetworks, props.podNetworking),
    ...describeOutpost(props.outpost, props),
    ...describeTags(props.clusterSecurityGroupTags ?? {}, 'clusterSecurityGroupTags'),
  ];
}

/** What is allowed, and should be known by whoever asked for it. Each starts with a code of its own. */
export function describeControlPlaneRisks(props: EksClusterProps): readonly string[] {
  const { clusterName } = props;
  return [
    describeCustomerRouted(
      clusterName,
      props.controlPlaneEgress,
      props.network === undefined ? 'own' : 'given',
    ),
    describeRemoteNodesOutside(clusterName, props.remoteNetworks, props.apiAccess),
    describeKeptLogs(
      clusterName,
      props.controlPlaneLogGroup,
      props.secretsEncryption,
      props.keyDeletionDays ?? 30,
    ),
    describeEndedVersion(
      clusterName,
      eksVersionSupport(props.version),
      props.supportTier ?? EksSupportTier.STANDARD,
    ),
    // Clusters on Outposts have a calendar of their own
    props.outpost === undefined ? describeForgottenVersion(clusterName, props.version) : undefined,
  ].filter((risk) => risk !== undefined);
}

/** Where the control plane runs decides much of the resource at once: in the region, or on an Outpost. */
export function renderPlace(
  props: EksClusterProps,
  { serviceCidr, keyArn }: { readonly serviceCidr: string; readonly keyArn: string },
): ClusterConfigPart {
  if (props.outpost !== undefined) return renderOutpost(props.outpost);
  return {
    ...renderServiceNetwork(props.podNetworking, serviceCidr),
    accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
    bootstrapSelfManagedAddons: false,
    encryptionConfig: { resources: ['secrets'], provider: { keyArn } },
    upgradePolicy: { supportType: props.supportTier ?? EksSupportTier.STANDARD },
    zonalShiftConfig: { enabled: props.zonalShift ?? true },
  };
}

/** The parts of those control planes that ask for more than every one has. */
export function renderControlPlaneParts(
  props: EksClusterProps,
  autoModeNodeRole: Pick<ServiceRole, 'roleArn' | 'ready'> | undefined,
): readonly ClusterConfigPart[] {
  return [
    renderApiSecurityGroups(props.apiSecurityGroupIds),
    renderControlPlaneTier(props.controlPlaneTier),
    renderForcedUpgrade(props.forceVersionUpgrade),
    renderAutoMode(props, autoModeNodeRole),
    renderRemoteNetworks(props.remoteNetworks),
  ];
}

/** Sets what the bindings do not have. */
export function setNewerControlPlane(cluster: TerraformResource, props: EksClusterProps): void {
  setControlPlaneEgress(cluster, props.controlPlaneEgress);
  setControlPlaneTuning(cluster, props.controlPlaneTuning);
  setOutpostEtcd(cluster, props.outpost);
}
