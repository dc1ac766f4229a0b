import { EksCapability as EksCapabilityResource } from '@cdktf/provider-aws/lib/eks-capability';
import { Construct } from 'constructs';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import type { EksArgoCdOptions } from './argo-cd';
import type { EksCapabilityPermissions } from './capability-permissions';
import { describePermissions, managedPoliciesOf, renderStatement } from './private/add-on-roles';
import { describeArgoCd, renderArgoCd } from './private/argo-cd';
import type { ResourceDefaults } from './private/resource-defaults';
import { ServiceRole } from './private/service-role';
import { tagsOrNone } from './private/tags';

/** AWS's controllers for Kubernetes: AWS resources as objects of the cluster. What its role may do, whoever writes such objects may. */
export interface EksAckOptions extends EksCapabilityPermissions {}

/** Kinds of capabilities, by EKS's names. */
export enum EksCapabilityKind {
  ARGO_CD = 'ARGOCD',
  ACK = 'ACK',
  KRO = 'KRO',
}

/**
 * Software that AWS runs for a cluster outside of it, billed by the hour and by what it manages. What it made in the cluster stays when the
 * capability goes, with nobody to look after it: delete those objects first.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/capabilities.html
 */
export class EksCapability {
  /** Continuous delivery from Git. */
  public static argoCd(options: EksArgoCdOptions): EksCapability {
    return new EksCapability(EksCapabilityKind.ARGO_CD, options, options);
  }

  /** AWS resources as objects of the cluster. */
  public static ack(options: EksAckOptions = {}): EksCapability {
    return new EksCapability(EksCapabilityKind.ACK, options, undefined);
  }

  /** Kinds of objects that are made of others. Needs no permission in AWS. */
  public static kro(): EksCapability {
    return new EksCapability(EksCapabilityKind.KRO, {}, undefined);
  }

  private constructor(
    public readonly kind: EksCapabilityKind,
    public readonly permissions: EksCapabilityPermissions,
    /** Set for Argo CD only. */
    public readonly argoCd: EksArgoCdOptions | undefined,
  ) {}
}

/** Props of {@link EksCapabilities}, which a cluster defines for itself. */
export interface EksCapabilitiesProps {
  /** Stem of the names of roles. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the capabilities to it. */
  readonly clusterName: string;
  readonly defaults: ResourceDefaults;
}

/** Ends of role names, of 7 characters at most. */
const SUFFIX: Readonly<Record<EksCapabilityKind, string>> = {
  [EksCapabilityKind.ARGO_CD]: 'argocd',
  [EksCapabilityKind.ACK]: 'ack',
  [EksCapabilityKind.KRO]: 'kro',
};

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;

/** The capabilities of a cluster: at most one of each kind. EKS gives each an access entry by itself, for its role. */
export class EksCapabilities extends Construct {
  private readonly nameOf = new Map<EksCapabilityKind, string>();

  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksCapabilitiesProps,
  ) {
    super(scope, id);
  }

  /**
   * Defines a capability and its role. The name identifies it in Terraform and in EKS; changing the name or the kind replaces it.
   *
   * @throws ValidationError when the name is malformed or taken, the cluster has one of the kind, or an option is refused.
   */
  public add(name: string, capability: EksCapability): void {
    this.assertNew(name, capability);
    this.nameOf.set(capability.kind, name);
    const { namePrefix, clusterName, defaults } = this.props;
    const { kind, permissions, argoCd } = capability;
    const scope = new Construct(this, name);
    const role = new ServiceRole(scope, 'Role', {
      roleName: `${namePrefix}-${defaults.environment.region}-${SUFFIX[kind]}`,
      description: `Capability ${kind} of the cluster`,
      service: 'capabilities.eks.amazonaws.com',
      actions: ['sts:AssumeRole', 'sts:TagSession'],
      managedPolicies: managedPoliciesOf(permissions, defaults),
      statements: (permissions.statements ?? []).map(renderStatement),
      defaults,
    });
    new EksCapabilityResource(scope, 'Resource', {
      clusterName,
      capabilityName: name,
      type: kind,
      roleArn: role.roleArn,
      // The only value that EKS knows
      deletePropagationPolicy: 'RETAIN',
      configuration: argoCd === undefined ? undefined : [{ argoCd: [renderArgoCd(argoCd)] }],
      tags: tagsOrNone(defaults.tags),
      dependsOn: role.ready.length === 0 ? undefined : [...role.ready],
    });
  }

  private assertNew(name: string, capability: EksCapability): void {
    const problems: string[] = [];
    if (!NAME.test(name)) {
      problems.push(
        `capability name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      );
    } else if (this.node.tryFindChild(name) !== undefined) {
      problems.push(`capability name '${name}' is taken; choose another`);
    }
    const other = this.nameOf.get(capability.kind);
    if (other !== undefined) {
      problems.push(
        `capabilities '${other}' and '${name}' are both ${capability.kind}; EKS allows one of each kind`,
      );
    }
    problems.push(...describePermissions(`capability '${name}'`, capability.permissions));
    whenResolved(capability.argoCd, (options) => problems.push(...describeArgoCd(options)));
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }
}
