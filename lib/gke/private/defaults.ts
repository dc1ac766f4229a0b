import { type ApiAccess, type ControlPlaneLog, DEFAULT_CONTROL_PLANE_LOGS } from '../../cluster';
import { GkeApiAccess } from '../api-access';
import type { GkeCommonProps } from '../cluster-props';
import { GkeMaintenanceWindow } from '../maintenance';
import { GkeNotifications } from '../notifications';
import { GkeReleaseChannel, GkeVersionPolicy } from '../release-channel';

/** Who moves a cluster to new versions that nobody was named for. */
export const DEFAULT_VERSION_POLICY = GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR);

/** What a cluster gets that nobody has said a word of. */
export interface DefaultedProps {
  readonly apiAccess: ApiAccess | GkeApiAccess;
  readonly binaryAuthorization: boolean;
  readonly controlPlaneLogs: readonly ControlPlaneLog[];
  readonly deletionProtection: boolean;
  readonly maintenance: GkeMaintenanceWindow;
  readonly notifications: GkeNotifications;
  readonly versionPolicy: GkeVersionPolicy;
}

/** The same props, with the words of those that are not said. */
export function withDefaults<Props extends GkeCommonProps>(props: Props): Props & DefaultedProps {
  return {
    ...props,
    apiAccess: props.apiAccess ?? GkeApiAccess.identityGated(),
    binaryAuthorization: props.binaryAuthorization ?? true,
    controlPlaneLogs: props.controlPlaneLogs ?? DEFAULT_CONTROL_PLANE_LOGS,
    deletionProtection: props.deletionProtection ?? true,
    maintenance: props.maintenance ?? GkeMaintenanceWindow.daily('03:00'),
    notifications: props.notifications ?? GkeNotifications.own(),
    versionPolicy: props.versionPolicy ?? DEFAULT_VERSION_POLICY,
  };
}
