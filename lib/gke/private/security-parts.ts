import type { ContainerClusterConfig } from '@cdktf/provider-google/lib/container-cluster';
import type { TerraformResource } from 'cdktf';
import { GkeConfidential } from '../confidential';
import { setNewerAttribute } from '../newer-attributes';
import type { GkeSecurityProps } from '../security-props';
import { hardenedNodeConfig, type NodeSecurity } from './node-config';

/** What is known once the surroundings of a cluster are defined. */
export interface SecurityGiven {
  readonly nodeSecurity: NodeSecurity;
}

/** The smallest machines that can, for the pool that GKE makes at first and that is removed at once. */
const FIRST_MACHINE: Readonly<Record<GkeConfidential, string>> = {
  [GkeConfidential.SEV]: 'n2d-standard-2',
  [GkeConfidential.SEV_SNP]: 'n2d-standard-2',
  [GkeConfidential.TDX]: 'c3-standard-4',
};

/** The arguments of those clusters that were told more of security than every one is; nothing where nothing was said. */
export function renderSecurity(
  props: GkeSecurityProps,
  given: SecurityGiven,
): Partial<ContainerClusterConfig> {
  const { securityGroup, identityService, binaryAuthorization, securityPosture, secretManager } = props;
  const { interNodeEncryption } = props;
  return {
    authenticatorGroupsConfig: securityGroup === undefined ? undefined : { securityGroup },
    identityServiceConfig: identityService === undefined ? undefined : { enabled: identityService },
    binaryAuthorization:
      binaryAuthorization === undefined
        ? undefined
        : { evaluationMode: binaryAuthorization ? 'PROJECT_SINGLETON_POLICY_ENFORCE' : 'DISABLED' },
    ...(securityPosture === undefined ? {} : { securityPostureConfig: { mode: securityPosture } }),
    secretManagerConfig: secretManager === undefined ? undefined : { enabled: secretManager.enabled },
    inTransitEncryptionConfig:
      interNodeEncryption === undefined
        ? undefined
        : interNodeEncryption
          ? 'IN_TRANSIT_ENCRYPTION_INTER_NODE_TRANSPARENT'
          : 'IN_TRANSIT_ENCRYPTION_DISABLED',
    ...renderConfidentialNodes(props.confidentialNodes, given),
  };
}

function renderConfidentialNodes(
  type: GkeConfidential | undefined,
  { nodeSecurity }: SecurityGiven,
): Partial<ContainerClusterConfig> {
  if (type === undefined) return {};
  return {
    confidentialNodes: { enabled: true, confidentialInstanceType: type },
    // the machine that GKE would take by itself cannot, and then there is no cluster
    nodeConfig: { ...hardenedNodeConfig(nodeSecurity), machineType: FIRST_MACHINE[type] },
  };
}

/** What the bindings cannot write. Raises the provider that the stack asks for, where something is said. */
export function setNewerSecurity(resource: TerraformResource, { secretManager }: GkeSecurityProps): void {
  if (secretManager === undefined) return;
  const { rotationMinutes, sync, syncRotationMinutes } = secretManager;
  if (rotationMinutes !== undefined) {
    setNewerAttribute(resource, 'secretRotation', renderRotation(rotationMinutes));
  }
  if (sync !== undefined) {
    setNewerAttribute(resource, 'secretSync', {
      enabled: sync,
      ...(syncRotationMinutes === undefined ? {} : { rotation_config: renderRotation(syncRotationMinutes) }),
    });
  }
}

function renderRotation(minutes: number) {
  if (minutes === 0) return { enabled: false };
  return { enabled: true, rotation_interval: `${minutes * 60}s` };
}
