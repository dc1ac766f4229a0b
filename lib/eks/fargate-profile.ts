import { EksFargateProfile as FargateProfileResource } from '@cdktf/provider-aws/lib/eks-fargate-profile';
import type { ITerraformDependable, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import type { EksFargateProfileOptions, EksFargateSelector } from './fargate-profile-options';
import { describeFargateProfile } from './private/fargate-checks';
import type { ResourceDefaults } from './private/resource-defaults';
import { ServiceRole } from './private/service-role';
import { tagsOrNone } from './private/tags';

const NAME = /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/;

/** Props of {@link EksFargateProfiles}, which a cluster defines for itself. */
export interface EksFargateProfilesProps {
  /** Name of the cluster as it was given; also the stem of the role's name. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the profiles to it. */
  readonly clusterName: string;
  /** Private subnets of the cluster's network. */
  readonly subnetIds: readonly string[];
  /** What a pod needs before it starts: a way out of its subnet. */
  readonly dependsOn: readonly ITerraformDependable[];
  readonly defaults: ResourceDefaults;
}

/** Pods that AWS runs without a node, each on a machine of its own. */
export class EksFargateProfile extends Construct {
  public readonly profileName: string;
  public readonly selectors: readonly EksFargateSelector[];
  /** @internal */
  public readonly _resource: TerraformResource;

  /** Define it through `EksCluster.addFargateProfile`. */
  public constructor(
    scope: Construct,
    id: string,
    props: EksFargateProfilesProps & EksFargateProfileOptions & { readonly role: ServiceRole },
  ) {
    super(scope, id);
    this.profileName = id;
    this.selectors = [...props.selectors];
    this._resource = new FargateProfileResource(this, 'Resource', {
      clusterName: props.clusterName,
      fargateProfileName: id,
      podExecutionRoleArn: props.role.roleArn,
      subnetIds: [...props.subnetIds],
      selector: props.selectors.map(({ namespace, labels = {} }) => ({
        namespace,
        labels: Object.keys(labels).length === 0 ? undefined : { ...labels },
      })),
      tags: tagsOrNone(props.defaults.tags),
      dependsOn: [...props.role.ready, ...props.dependsOn],
    });
  }

  /** Whether the pods with these labels, in this namespace, run on Fargate by this profile. */
  public selects(namespace: string, labels: Readonly<Record<string, string>>): boolean {
    return this.selectors.some(
      (selector) =>
        matches(selector.namespace, namespace) &&
        Object.entries(selector.labels ?? {}).every(([key, value]) => matches(value, labels[key] ?? '')),
    );
  }
}

/**
 * The Fargate profiles of a cluster, and the one role by which Fargate pulls their images and writes their logs.
 *
 * A pod on Fargate is billed by the second for the processors and memory that it asks for. It has no DaemonSets beside it, no GPU, no EBS
 * volume and no EKS Pod Identity: what it may do in AWS comes from `irsa`. Which pods run there is decided when they are made.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 */
export class EksFargateProfiles extends Construct {
  private role: ServiceRole | undefined;

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksFargateProfilesProps,
  ) {
    super(scope, id);
  }

  /** ARN of the role of all profiles, whose entry EKS makes; `undefined` while there is none. */
  public get roleArn(): string | undefined {
    return this.role?.roleArn;
  }

  /**
   * Runs pods on Fargate. The name identifies the profile in Terraform and in EKS.
   *
   * @throws ValidationError when the name is malformed or taken, or an option is refused.
   */
  public add(name: string, options: EksFargateProfileOptions): EksFargateProfile {
    const problems = [
      ...this.describeName(name),
      ...describeFargateProfile(`Fargate profile '${name}'`, options),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.role ??= this.defineRole();
    return new EksFargateProfile(this, name, {
      ...this.props,
      ...options,
      subnetIds: options.subnetIds ?? this.props.subnetIds,
      role: this.role,
    });
  }

  private defineRole(): ServiceRole {
    const { namePrefix, defaults } = this.props;
    const { environment } = defaults;
    return new ServiceRole(this, 'Role', {
      roleName: `${namePrefix}-${environment.region}-fargate`,
      description: 'Pods of the cluster on Fargate',
      service: 'eks-fargate-pods.amazonaws.com',
      // Fargate acts for every cluster of every account; only for the profiles of this one may it act as this role
      condition: {
        ArnLike: { 'aws:SourceArn': environment.regionalArn('eks', `fargateprofile/${namePrefix}/*`) },
      },
      managedPolicies: {
        PodExecution: environment.managedPolicyArn('AmazonEKSFargatePodExecutionRolePolicy'),
      },
      defaults,
    });
  }

  private describeName(name: string): string[] {
    if (!NAME.test(name)) {
      return [
        `Fargate profile name '${name}' must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
      ];
    }
    if (this.node.tryFindChild(name) === undefined) return [];
    return [`Fargate profile name '${name}' is taken; choose another`];
  }
}

/** Whether a text fits a pattern of Fargate, in which `*` stands for any characters and `?` for one. */
function matches(pattern: string, text: string): boolean {
  const expression = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`).test(text);
}
