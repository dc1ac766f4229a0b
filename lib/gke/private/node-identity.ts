import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { nodeAccountId } from './names';

/** Props of {@link NodeIdentity}. */
export interface NodeIdentityProps {
  readonly project: string;
  readonly clusterName: string;
}

/**
 * A service account that the nodes run as, with the one role that Google documents as the least a node needs: writing
 * logs and metrics. Pulling images from a private Artifact Registry takes a further role, granted on that registry.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts
 */
export class NodeIdentity extends Construct {
  public readonly email: string;
  /** Nodes that start before it is granted report nothing. */
  public readonly grant: ITerraformDependable;

  public constructor(scope: Construct, id: string, props: NodeIdentityProps) {
    super(scope, id);
    const account = new ServiceAccount(this, 'Resource', {
      project: props.project,
      accountId: nodeAccountId(props.clusterName),
      displayName: `Nodes of the GKE cluster ${props.clusterName}`,
    });
    this.email = account.email;
    this.grant = new ProjectIamMember(this, 'Role', {
      project: props.project,
      role: 'roles/container.defaultNodeServiceAccount',
      member: `serviceAccount:${account.email}`,
    });
  }
}
