import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeCommonProps } from '../cluster-props';
import { describeKeyOptions } from '../encryption';
import type { GkeAutopilotMode, GkeStandardMode } from '../mode';
import type { GkeSecretManager } from '../secret-manager';
import type { GkeSecurityProps } from '../security-props';
import { describeNeedOfDataplaneV2 } from './traffic-checks';

const SECURITY_GROUP = /^gke-security-groups@[a-z0-9.-]+\.[a-z]{2,}$/;
const LEAST_ROTATION_MINUTES = 2;

/** The props of a cluster that its security is told by. */
export type SecurityOptions = GkeSecurityProps & Pick<GkeCommonProps, 'secretsEncryption'>;

/** One sentence for each prop that Google would refuse. */
export function describeSecurity(
  props: SecurityOptions,
  mode: GkeStandardMode | GkeAutopilotMode,
): readonly string[] {
  return [
    ...describeKeyOptions(props.secretsEncryption, props),
    ...describeGroup(props.securityGroup),
    ...describeMode(props, mode),
    ...describeNeedOfDataplaneV2(mode, { interNodeEncryption: props.interNodeEncryption }),
    ...(props.secretManager === undefined ? [] : describeSecretManager(props.secretManager)),
  ];
}

function describeGroup(securityGroup: string | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(securityGroup, (group) => {
    if (SECURITY_GROUP.test(group)) return;
    problems.push(
      `'securityGroup' (${group}) must be 'gke-security-groups@' and your domain, the only name that GKE takes`,
    );
  });
  return problems;
}

function describeMode(
  { identityService, interNodeEncryption, confidentialNodes }: SecurityOptions,
  { kind }: GkeStandardMode | GkeAutopilotMode,
): readonly string[] {
  if (kind === 'standard') return [];
  const problems: string[] = [];
  if (identityService === true) {
    problems.push(
      `'identityService' is for GkeMode.standard(); Workforce Identity Federation lets users of other providers into Autopilot`,
    );
  }
  if (interNodeEncryption === true) {
    problems.push(`'interNodeEncryption' is for GkeMode.standard(); Autopilot has none`);
  }
  if (confidentialNodes !== undefined) {
    problems.push(
      `'confidentialNodes' is for GkeMode.standard(); in Autopilot a compute class says which pods need them`,
    );
  }
  return problems;
}

function describeSecretManager(secrets: GkeSecretManager): readonly string[] {
  const { enabled, rotationMinutes, sync, syncRotationMinutes } = secrets;
  const problems = [
    ...describeRotation('rotationMinutes', rotationMinutes),
    ...describeRotation('syncRotationMinutes', syncRotationMinutes),
  ];
  if (rotationMinutes !== undefined && !enabled) {
    problems.push(
      `'secretManager' rotationMinutes is for secrets that pods mount, which 'enabled' false lets none; leave it out`,
    );
  }
  if (syncRotationMinutes !== undefined && sync !== true) {
    problems.push(
      `'secretManager' syncRotationMinutes is for copies of secrets; say 'sync' true, or leave it out`,
    );
  }
  return problems;
}

function describeRotation(name: string, minutes: number | undefined): readonly string[] {
  if (minutes === undefined) return [];
  if (Token.isUnresolved(minutes)) {
    return [`'secretManager' ${name} must be known at synthesis; write a number`];
  }
  if (Number.isInteger(minutes) && (minutes === 0 || minutes >= LEAST_ROTATION_MINUTES)) return [];
  return [
    `'secretManager' ${name} (${minutes}) must be a whole number of at least ${LEAST_ROTATION_MINUTES}, or 0 for never`,
  ];
}
