import { whenResolved } from '../../cluster/private/tokens';
import type { KubernetesVersion } from '../../values';
import { GkeDeletionPolicy } from '../deletion-policy';
import type { GkeNotifications } from '../notifications';
import { describeControlPlaneKeys } from './control-plane-keys';
import type { ControlPlaneOptions } from './control-plane-parts';
import { DEFAULT_VERSION_POLICY } from './defaults';
import { describeExclusions, describeSpacing } from './maintenance-parts';
import { describeTimeouts } from './timeouts';

const TOPIC = /^projects\/([^/]+)\/topics\/[^/]+$/;

/** All that GKE, or a sensible person, would refuse about a control plane; empty when all is fine. */
export function describeControlPlane(props: ControlPlaneOptions): readonly string[] {
  const versionPolicy = props.versionPolicy ?? DEFAULT_VERSION_POLICY;
  return [
    ...describeExclusions(props.maintenanceExclusions, versionPolicy.releaseChannel !== undefined),
    ...describeSpacing(props.upgradeSpacing),
    ...describeEmulation(props.version, props.emulatedVersion),
    ...describeTopic(props.notifications, props.project),
    ...describeControlPlaneKeys(props.controlPlaneKeys),
    ...describeDeletion(props.deletionPolicy, props.deletionProtection ?? true),
    ...describeTimeouts(props.timeouts),
  ];
}

function describeEmulation(
  version: KubernetesVersion,
  emulated: KubernetesVersion | undefined,
): readonly string[] {
  if (emulated === undefined) return [];
  const behind = version.minorsAhead(emulated);
  if (behind === 0 || behind === 1) return [];
  return [
    `'emulatedVersion' (${emulated}) must be 'version' (${version}) or the minor version before it, 1.${version.minor - 1}`,
  ];
}

function describeTopic(notifications: GkeNotifications | undefined, project: string): readonly string[] {
  const problems: string[] = [];
  whenResolved(notifications?.existingTopicId, (topicId) => {
    const owner = TOPIC.exec(topicId)?.[1];
    if (owner === undefined) {
      problems.push(`'notifications' topic '${topicId}' must be 'projects/…/topics/…'`);
      return;
    }
    whenResolved(project, (wanted) => {
      if (owner === wanted) return;
      problems.push(
        `'notifications' topic lies in project '${owner}'; GKE writes to topics of the cluster's own, '${wanted}'`,
      );
    });
  });
  return problems;
}

function describeDeletion(policy: GkeDeletionPolicy | undefined, isProtected: boolean): readonly string[] {
  if (policy === GkeDeletionPolicy.PREVENT && !isProtected) {
    return [
      `'deletionPolicy' PREVENT lets no destroy through, which 'deletionProtection' false asks for; leave one of them out`,
    ];
  }
  if (policy === GkeDeletionPolicy.ABANDON && isProtected) {
    return [
      `'deletionPolicy' ABANDON is for a destroy, which 'deletionProtection' lets nobody do; say 'deletionProtection' false with it`,
    ];
  }
  return [];
}
