import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { GkeNodeIdentity } from '../node-identity-options';
import { nodeAccountId } from './names';

const IMAGE_PULL = 'roles/artifactregistry.reader';

/** Roles of the account on its project, by the child id of their grant. */
const ROLES = {
  Role: 'roles/container.defaultNodeServiceAccount',
  ImagePull: IMAGE_PULL,
  MetadataWriter: 'roles/stackdriver.resourceMetadata.writer',
} as const;

/** Props of {@link NodeIdentity}. */
export interface NodeIdentityProps {
  readonly project: string;
  readonly clusterName: string;
  /** @default GkeNodeIdentity.own() */
  readonly identity?: GkeNodeIdentity;
}

/**
 * A service account that the nodes run as, with the role that Google documents as the least a node needs (writing logs
 * and metrics), that of writing what belongs to them, and the right to pull images from the registries of its project and of those that
 * are named. Of an account that exists nothing is defined.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts
 */
export class NodeIdentity extends Construct {
  public readonly email: string;
  /** Nodes that start before they are granted report nothing and pull nothing. */
  public readonly grants: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NodeIdentityProps) {
    super(scope, id);
    const { existingEmail, imageProjects } = props.identity ?? GkeNodeIdentity.own();
    if (existingEmail !== undefined) {
      this.email = existingEmail;
      this.grants = [];
      return;
    }
    const account = new ServiceAccount(this, 'Resource', {
      project: props.project,
      accountId: nodeAccountId(props.clusterName),
      displayName: `Nodes of the GKE cluster ${props.clusterName}`,
    });
    this.email = account.email;
    const member = `serviceAccount:${account.email}`;
    const imageScope = new Construct(this, 'ImageProjects');
    this.grants = [
      ...Object.entries(ROLES).map(
        ([grantId, role]) => new ProjectIamMember(this, grantId, { project: props.project, role, member }),
      ),
      ...imageProjects.map(
        (project) => new ProjectIamMember(imageScope, project, { project, role: IMAGE_PULL, member }),
      ),
    ];
  }
}
