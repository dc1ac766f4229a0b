import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { nodeAccountId } from './names';

/** Roles of the account on its project, by the child id of their grant. */
const ROLES = {
  Role: 'roles/container.defaultNodeServiceAccount',
  ImagePull: 'roles/artifactregistry.reader',
} as const;

/** Props of {@link NodeIdentity}. */
export interface NodeIdentityProps {
  readonly project: string;
  readonly clusterName: string;
}

/**
 * A service account that the nodes run as, with the one role that Google documents as the least a node needs (writing logs
 * and metrics), and the right to pull images from the registries of its project. A registry of another project has to
 * grant it `roles/artifactregistry.reader` itself.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts
 */
export class NodeIdentity extends Construct {
  public readonly email: string;
  /** Nodes that start before they are granted report nothing and pull nothing. */
  public readonly grants: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NodeIdentityProps) {
    super(scope, id);
    const account = new ServiceAccount(this, 'Resource', {
      project: props.project,
      accountId: nodeAccountId(props.clusterName),
      displayName: `Nodes of the GKE cluster ${props.clusterName}`,
    });
    this.email = account.email;
    this.grants = Object.entries(ROLES).map(
      ([grantId, role]) =>
        new ProjectIamMember(this, grantId, {
          project: props.project,
          role,
          member: `serviceAccount:${account.email}`,
        }),
    );
  }
}
