import { whenResolved } from '../../cluster/private/tokens';
import type { GkeAutopilotClusterProps, GkeClusterProps } from '../cluster-props';
import { GkeMode } from '../mode';
import type { GkeVersionPolicy } from '../release-channel';
import { describeAutoProvisioning } from './auto-provisioning';
import { describeAutopilot } from './autopilot';
import { describeControlPlane } from './control-plane-checks';
import { describeOperations } from './operations-checks';
import { isProjectId } from './project-id';
import { describeSecurity } from './security-checks';

/** One sentence for everything in the props of a cluster that can be told from them alone; empty when all is fine. */
export function describeCluster(
  props: GkeClusterProps | GkeAutopilotClusterProps,
  versionPolicy: GkeVersionPolicy,
): readonly string[] {
  const problems: string[] = [];
  whenResolved(props.project, (project) => {
    if (isProjectId(project)) return;
    problems.push(
      `'project' (${project}) must be the id of a project: 6 to 30 lower-case letters, digits and hyphens, starting with a letter`,
    );
  });
  const contradiction = versionPolicy.validateVersion(props.version);
  if (contradiction !== undefined) problems.push(contradiction);
  problems.push(
    ...describeControlPlane(props),
    ...describeSecurity(props, props.mode ?? GkeMode.standard()),
    ...describeNodes(props, versionPolicy),
  );
  const { mode = GkeMode.standard(), location } = props;
  problems.push(...describeOperations(props, { mode, location }));
  if (props.network !== undefined && props.serviceCidr !== undefined) {
    problems.push(
      `'serviceCidr' (${props.serviceCidr}) belongs to the network when 'network' is given; set it there`,
    );
  }
  return problems;
}

function describeNodes(
  props: GkeClusterProps | GkeAutopilotClusterProps,
  versionPolicy: GkeVersionPolicy,
): readonly string[] {
  const { location, mode, nodePools } = props;
  if (mode?.kind !== 'autopilot') return describeAutoProvisioning(mode?.options ?? {}, props);
  return [
    ...describeAutopilot(mode.options, { location, versionPolicy, nodePools }),
    // Autopilot makes the nodes of a compute class anyway
    ...describeAutoProvisioning({}, { ...props, defaultComputeClass: undefined }),
  ];
}
