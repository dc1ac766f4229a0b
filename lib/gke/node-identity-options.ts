import { Token } from 'cdktf';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import { describeAccountEmail, describeProject } from './private/principals';

const DEFAULT_ACCOUNT = /^\d+-compute@developer\.gserviceaccount\.com$/;

/** What can be said about the nodes' own account. */
export interface GkeOwnNodeIdentityOptions {
  /**
   * Ids of other projects whose registries the nodes pull from: the account is granted `roles/artifactregistry.reader` there. Each id
   * stands in a Terraform address, so it must be known at synthesis.
   *
   * @default []
   */
  readonly imageProjects?: readonly string[];
}

/**
 * The account that nodes run as.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/service-accounts
 */
export class GkeNodeIdentity {
  /**
   * An account that is defined beside the cluster, with the roles that a node needs and no other.
   *
   * @throws ValidationError when a project is malformed, named twice, or only Terraform knows it.
   */
  public static own(options: GkeOwnNodeIdentityOptions = {}): GkeNodeIdentity {
    const { imageProjects = [] } = options;
    if (Token.isUnresolved(imageProjects) || imageProjects.some((project) => Token.isUnresolved(project))) {
      throw new ValidationError(
        `'imageProjects' holds a project that only Terraform knows, but addresses are made of them; write each id, such as 'acme-images'`,
      );
    }
    const problems = imageProjects.flatMap((project, at) => [
      ...describeProject(`'imageProjects'`, project),
      ...(imageProjects.indexOf(project) === at
        ? []
        : [`'imageProjects' holds '${project}' twice; name each project once`]),
    ]);
    if (problems.length > 0) throw new ValidationError(problems.join('; '));
    return new GkeNodeIdentity(undefined, [...imageProjects].sort());
  }

  /**
   * An account that exists. Nothing is granted: it needs `roles/container.defaultNodeServiceAccount`, and the right to pull images. One of
   * another project must let GKE's service agent use it (`roles/iam.serviceAccountUser`).
   *
   * @throws ValidationError when the text is no e-mail address of a service account, or the account is the project's default one, which
   * may edit everything as a rule.
   */
  public static existing(email: string): GkeNodeIdentity {
    whenResolved(email, (text) => {
      if (DEFAULT_ACCOUNT.test(text)) {
        throw new ValidationError(
          `'nodeIdentity' existing account '${text}' is the default one of Compute Engine, which all machines of the project share; say GkeNodeIdentity.own()`,
        );
      }
      const [problem] = describeAccountEmail(`'nodeIdentity' existing account`, text);
      if (problem !== undefined) throw new ValidationError(problem);
    });
    return new GkeNodeIdentity(email, []);
  }

  private constructor(
    /** E-mail address of an account that exists; `undefined` for one of its own. */
    public readonly existingEmail: string | undefined,
    /** Sorted. */
    public readonly imageProjects: readonly string[],
  ) {}
}
