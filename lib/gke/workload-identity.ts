import { Construct } from 'constructs';
import { ValidationError } from '../values';
import { GkeBoundIdentity, type GkeBoundIdentityProps } from './bound-identity';
import { BoundAccounts, describeWorkloadIdentity } from './private/workload-identity-checks';
import type { GkeWorkloadIdentityOptions } from './workload-identity-options';

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/**
 * What pods may do in Google Cloud, by Workload Identity Federation for GKE. Nothing is written into the cluster, and no key exists.
 *
 * Google knows pods by project, namespace and service account, not by cluster: pods of the same names in another cluster of the project
 * have the same rights. Clusters that do not trust each other belong in different projects.
 *
 * Bindings and accounts cost nothing.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity
 */
export class GkeWorkloadIdentity extends Construct {
  private readonly accounts = new BoundAccounts();

  /** A cluster defines it for itself. */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: GkeBoundIdentityProps,
  ) {
    super(scope, id);
  }

  /**
   * Gives the pods of a service account rights. The name stands in Terraform addresses, and in the id of an account of their own.
   *
   * @throws ValidationError when the name is malformed or taken, when the service account is bound already, or an option is refused.
   */
  public bind(name: string, options: GkeWorkloadIdentityOptions): GkeBoundIdentity {
    const label = `workload identity '${name}'`;
    const problems = [
      ...this.describeName(name),
      ...describeWorkloadIdentity(label, options, this.props.projectNumber),
      ...this.accounts.describeTaken(label, options),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.accounts.add(label, options);
    return new GkeBoundIdentity(this, name, this.props, options);
  }

  private describeName(name: string): readonly string[] {
    if (!NAME.test(name)) {
      return [
        `workload identity name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      ];
    }
    if (this.node.tryFindChild(name) === undefined) return [];
    return [`workload identity name '${name}' is taken; choose another`];
  }
}
