import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { ServiceAccount } from '@cdktf/provider-google/lib/service-account';
import { ServiceAccountIamMember } from '@cdktf/provider-google/lib/service-account-iam-member';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import { roleGrantId, workloadAccountId } from './private/names';
import { accountResource, podMember, podPrincipal } from './private/principals';
import { describeMissingNumber } from './private/workload-identity-checks';
import { GkeIdentity, type GkeWorkloadIdentityOptions } from './workload-identity-options';

/** What a bound service account must know of its cluster. */
export interface GkeBoundIdentityProps {
  /** Name of the cluster as it was given; stem of the ids of accounts. */
  readonly clusterName: string;
  readonly project: string;
  /** @default - none; needed where pods are principals themselves */
  readonly projectNumber?: string;
  /** The project has no pool of workload identities before its first cluster, and IAM refuses members of a pool that is not. */
  readonly poolReady: readonly ITerraformDependable[];
}

/** A service account of Kubernetes with its rights in Google Cloud. */
export class GkeBoundIdentity extends Construct {
  /** The pods as IAM knows them: grant more to it, also in other projects. */
  public readonly member: string;
  /** What the Kubernetes service account must carry, in the stack that defines it; empty for pods that are principals themselves. */
  public readonly annotations: Readonly<Record<string, string>>;

  /**
   * Define it through `GkeCluster.workloadIdentity.bind`, which checks the options.
   *
   * @throws ValidationError when pods are principals themselves and the project's number is missing.
   */
  public constructor(
    scope: Construct,
    id: string,
    props: GkeBoundIdentityProps,
    options: GkeWorkloadIdentityOptions,
  ) {
    super(scope, id);
    const { project, poolReady } = props;
    const { kind, existingEmail } = options.as ?? GkeIdentity.direct();
    if (kind === 'direct') {
      this.member = this.principalOf(props, options);
      this.annotations = {};
    } else {
      const email =
        existingEmail === undefined
          ? this.defineAccount(props, options)
          : this.letInto(accountResource(existingEmail), existingEmail, props, options);
      this.member = `serviceAccount:${email}`;
      this.annotations = { 'iam.gke.io/gcp-service-account': email };
    }
    for (const role of [...(options.roles ?? [])].sort()) {
      new ProjectIamMember(this, roleGrantId(role), {
        project,
        role,
        member: this.member,
        dependsOn: kind === 'direct' ? [...poolReady] : undefined,
      });
    }
  }

  private principalOf(
    { project, projectNumber }: GkeBoundIdentityProps,
    options: GkeWorkloadIdentityOptions,
  ): string {
    if (projectNumber === undefined) {
      throw new ValidationError(describeMissingNumber(`workload identity '${this.node.id}'`), this);
    }
    return podPrincipal(project, projectNumber, options);
  }

  private defineAccount(props: GkeBoundIdentityProps, options: GkeWorkloadIdentityOptions): string {
    const account = new ServiceAccount(this, 'Account', {
      project: props.project,
      accountId: workloadAccountId(props.clusterName, this.node.id),
      displayName: `Pods of the GKE cluster ${props.clusterName}`,
      description: `Service account ${options.namespace}/${options.serviceAccount}`,
    });
    return this.letInto(account.name, account.email, props, options);
  }

  private letInto(
    serviceAccountId: string,
    email: string,
    { project, poolReady }: GkeBoundIdentityProps,
    options: GkeWorkloadIdentityOptions,
  ): string {
    new ServiceAccountIamMember(this, 'User', {
      serviceAccountId,
      role: 'roles/iam.workloadIdentityUser',
      member: podMember(project, options),
      dependsOn: [...poolReady],
    });
    return email;
  }
}
