import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import type { TerraformResource } from 'cdktf';
import type { GkeCommonProps } from '../cluster-props';
import type { GkeControlPlaneProps } from '../control-plane-props';
import { GkeMaintenanceWindow } from '../maintenance';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeNotifications } from '../notifications';
import { apiAccessOfGke } from './api-endpoint';
import { renderControlPlaneKeys } from './control-plane-keys';
import { newerExclusions, renderMaintenancePolicy, renderSpacing } from './maintenance-parts';
import { renderTimeouts } from './timeouts';

/** The props of a cluster that its control plane is told by. */
export type ControlPlaneOptions = GkeControlPlaneProps &
  Pick<
    GkeCommonProps,
    'project' | 'version' | 'versionPolicy' | 'maintenance' | 'apiAccess' | 'deletionProtection'
  >;

/** What is known once the surroundings of a cluster are defined. */
export interface ControlPlaneGiven {
  /** Of the topic that is defined beside the cluster; `undefined` where none is. */
  readonly ownTopicId: string | undefined;
}

/** The arguments of those control planes that were told more than every one is. */
export function renderControlPlane(
  props: ControlPlaneOptions,
  given: ControlPlaneGiven,
): Partial<ContainerClusterConfig> {
  const { maintenance = GkeMaintenanceWindow.daily('03:00'), maintenanceExclusions } = props;
  return {
    ...(Object.keys(maintenanceExclusions ?? {}).length === 0
      ? {}
      : { maintenancePolicy: renderMaintenancePolicy(maintenance, maintenanceExclusions) }),
    gkeAutoUpgradeConfig: props.versionPolicy?.acceleratedPatches ? { patchMode: 'ACCELERATED' } : undefined,
    notificationConfig: renderNotifications(props.notifications, given),
    userManagedKeysConfig: renderControlPlaneKeys(props.controlPlaneKeys),
    timeouts: renderTimeouts(props.timeouts),
  };
}

/** What the bindings cannot write. Raises the provider that the stack asks for, where something is said. */
export function setNewerControlPlane(resource: TerraformResource, props: ControlPlaneOptions): void {
  const { versionPolicy, emulatedVersion, deletionPolicy, apiAccess } = props;
  const exclusions = newerExclusions(props.maintenanceExclusions);
  if (exclusions !== undefined) setNewerAttribute(resource, 'maintenanceExclusions', exclusions);
  const spacing = renderSpacing(props.upgradeSpacing);
  if (spacing !== undefined) setNewerAttribute(resource, 'disruptionBudget', spacing);
  if (versionPolicy?.controlPlaneSoakHours !== undefined) {
    setNewerAttribute(resource, 'rollbackSafeUpgrade', {
      control_plane_soak_duration: `${versionPolicy.controlPlaneSoakHours * 60 * 60}s`,
    });
  }
  if (emulatedVersion !== undefined) {
    setNewerAttribute(resource, 'desiredEmulatedVersion', emulatedVersion.toString());
  }
  if (deletionPolicy !== undefined) setNewerAttribute(resource, 'clusterDeletionPolicy', deletionPolicy);
  const dnsEndpoint = apiAccess === undefined ? undefined : apiAccessOfGke(apiAccess).dnsEndpoint;
  if (dnsEndpoint?.serviceAccountTokens !== undefined) {
    setNewerAttribute(resource, 'serviceAccountTokensViaDns', dnsEndpoint.serviceAccountTokens);
  }
  if (dnsEndpoint?.clientCertificates !== undefined) {
    setNewerAttribute(resource, 'clientCertificatesViaDns', dnsEndpoint.clientCertificates);
  }
}

function renderNotifications(
  notifications: GkeNotifications | undefined,
  { ownTopicId }: ControlPlaneGiven,
): ContainerClusterConfig['notificationConfig'] {
  if (notifications === undefined) return undefined;
  const topic = notifications.existingTopicId ?? ownTopicId;
  if (topic === undefined) return { pubsub: { enabled: false } };
  const { events } = notifications;
  return {
    pubsub: {
      enabled: true,
      topic,
      filter: events === undefined ? undefined : { eventType: [...events] },
    },
  };
}
