import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { Construct } from 'constructs';
import { ControlPlaneAvailability } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import type { GkeLocation } from './location';

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
const MEMBER = /^(user|group|serviceAccount|domain):\S+$|^principal(Set)?:\/\/\S+$/;

/** Props of {@link GkeAccess}. */
export interface GkeAccessProps {
  readonly clusterName: string;
  readonly project: string;
  readonly location: GkeLocation;
}

/**
 * Who may use the cluster, as grants of Google Cloud IAM. Nothing is defined inside Kubernetes: a grant works from
 * the first minute and needs no connection to the API.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/iam
 */
export class GkeAccess extends Construct {
  private readonly nameOf = new Map<string, string>();

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeAccessProps,
  ) {
    super(scope, id);
  }

  /**
   * Everything inside Kubernetes and on the cluster itself: `roles/container.admin`. The narrower
   * `roles/container.developer` may touch no role binding, and `roles/container.clusterAdmin` nothing inside Kubernetes.
   * GKE has no policy of its own on a cluster, so the grant is the project's, with a condition that limits it to
   * this cluster. For that reason listing the project's clusters is not part of it.
   *
   * @param name Stands in the Terraform address. Changing it takes the grant away and gives it again.
   * @param member `user:…`, `group:…`, `serviceAccount:…`, `domain:…`, `principal://…` or `principalSet://…`.
   * @throws ValidationError when the name is malformed or taken, or the member is none of the above or an administrator already.
   */
  public addAdministrator(name: string, member: string): void {
    if (!NAME.test(name)) {
      throw new ValidationError(
        `'administrators' key '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
        this,
      );
    }
    if (this.node.tryFindChild(name) !== undefined) {
      throw new ValidationError(`'administrators' key '${name}' is taken; choose another`, this);
    }
    const other = this.nameOf.get(member);
    if (other !== undefined) {
      throw new ValidationError(
        `'administrators' '${other}' and '${name}' are the same member '${member}'; keep one`,
        this,
      );
    }
    whenResolved(member, (value) => {
      if (!MEMBER.test(value)) {
        throw new ValidationError(
          `'administrators' member '${value}' of '${name}' must be an IAM member such as 'group:platform@example.com'; all users of the Internet are none`,
          this,
        );
      }
    });
    this.nameOf.set(member, name);
    new ProjectIamMember(this, name, {
      project: this.props.project,
      role: 'roles/container.admin',
      member,
      condition: {
        title: `GKE cluster ${this.props.clusterName}`,
        expression: this.renderCondition(),
      },
    });
  }

  private renderCondition(): string {
    const { project, location, clusterName } = this.props;
    // IAM knows a zonal cluster by 'zones', the API and Terraform by 'locations'
    const collection = location.availability === ControlPlaneAvailability.SINGLE ? 'zones' : 'locations';
    const cluster = `projects/${project}/${collection}/${location.name}/clusters/${clusterName}`;
    return `resource.name == "${cluster}" || resource.name.startsWith("${cluster}/")`;
  }
}
