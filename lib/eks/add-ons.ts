import type { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { type ITerraformDependable, Lazy, type TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { type KubernetesVersion, ValidationError } from '../values';
import {
  EksAddOn,
  type EksAddOnIdentity,
  type EksAddOnOptions,
  EksAddOnPhase,
  type EksExtraAddOnOptions,
} from './add-on';
import type { IEksNetwork } from './network-attributes';
import type { EksObservabilityOptions } from './observability';
import { EksPodNetworking } from './pod-networking';
import { describeAddOns, describeExtraAddOn, NEEDED_BY_NODES } from './private/add-on-checks';
import { type AddOnDefinition, defineAddOn } from './private/add-on-resource';
import { defineAddOnRole, managedPoliciesOf, renderStatement, roleSuffix } from './private/add-on-roles';
import { cniPermissions, renderCni } from './private/cni-configuration';
import {
  describeObservability,
  EksObservabilityLogs,
  renderObservability,
} from './private/observability-add-on';
import type { ResourceDefaults } from './private/resource-defaults';
import type { ServiceRole } from './private/service-role';

/** Props of {@link EksAddOns}, which a cluster defines for itself. */
export interface EksAddOnsProps {
  /** Name of the cluster as text: stem of the names of roles, part of those of log groups. */
  readonly namePrefix: string;
  /** Name of the cluster, as a token that ties the add-ons to it. */
  readonly clusterName: string;
  readonly defaults: ResourceDefaults;
  /** Version of the control plane, which the newest version of an add-on must fit. */
  readonly kubernetesVersion: KubernetesVersion;
  /** @default {} */
  readonly addOns?: Readonly<Partial<Record<EksAddOn, EksAddOnOptions>>>;
  /** @default EksPodNetworking.prefixDelegation() */
  readonly podNetworking?: EksPodNetworking;
  /** @default [] */
  readonly podSubnets?: IEksNetwork['podSubnets'];
  /**
   * Whether EKS runs the nodes, and with them its own of all but the metrics server.
   *
   * @default false
   */
  readonly autoMode?: boolean;
  /**
   * Whether the control plane runs on an Outpost, where EKS brings what nodes need by itself and has no add-ons.
   *
   * @default false
   */
  readonly outpost?: boolean;
  /**
   * Container Insights, and the key of its logs.
   *
   * @default - none
   */
  readonly observability?: { readonly options: EksObservabilityOptions; readonly keyArn: string };
}

/** A service account that has its AWS identity from an add-on, and can have no other. */
export interface EksAddOnServiceAccount {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly addOnName: string;
}

/**
 * The add-ons of a cluster, in the order in which they can work: cluster → pod identity agent → VPC CNI, and kube-proxy
 * → nodes → CoreDNS, EBS CSI driver and metrics server. All of it is edges of Terraform's graph: nothing waits for time to pass,
 * and a destroy goes the same way back. No circle is possible: what comes before the nodes never waits for them.
 */
export class EksAddOns extends Construct {
  /** What a node needs to become ready. */
  public readonly readyForNodes: readonly ITerraformDependable[];
  /** What hands pods their AWS identity; empty where EKS does so by itself. */
  public readonly readyForIdentities: readonly ITerraformDependable[];
  private readonly nodeSources: TerraformResource[] = [];
  private readonly beforeNodes: EksAddon[] = [];
  private readonly accounts: EksAddOnServiceAccount[] = [];
  private readonly names = new Map<string, string>();
  private readonly extras: Construct;
  private windows = false;
  private coreDnsOnFargate = false;

  /** @throws ValidationError with all problems of the add-ons' options. */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksAddOnsProps,
  ) {
    super(scope, id);
    this.assertProps();
    const agent = this.defineNeeded('PodIdentityAgent', EksAddOn.POD_IDENTITY_AGENT);
    this.readyForIdentities = agent;
    const cni = this.defineCni();
    const kubeProxy = this.defineNeeded('KubeProxy', EksAddOn.KUBE_PROXY);
    // The CNI waits for the agent; where it is not defined, nodes wait for the agent themselves
    this.readyForNodes = [...(cni.length > 0 ? cni : agent), ...kubeProxy];
    this.defineAfterNodes();
    this.extras = new Construct(this, 'Extra');
    if (props.observability !== undefined) this.defineObservability(props.observability);
  }

  /** What nodes need and neither EKS nor this cluster runs; a pool of machines must be refused while there is any. */
  public get missingForNodes(): readonly EksAddOn[] {
    return NEEDED_BY_NODES.filter((addOn) => !this.isEnabled(addOn));
  }

  /** Service accounts that have their AWS identity from an add-on. */
  public get serviceAccounts(): readonly EksAddOnServiceAccount[] {
    return [...this.accounts];
  }

  /**
   * Defines an add-on beside those of every cluster. The name identifies it in Terraform; changing it replaces the add-on.
   *
   * @throws ValidationError when the name is malformed or taken, the cluster has the add-on already, or an option is refused.
   */
  public addAddOn(name: string, options: EksExtraAddOnOptions): void {
    this.assertNewAddOn(name, options);
    this.names.set(options.addOnName, name);
    const suffix = roleSuffix('add-on', name);
    this.defineExtra(new Construct(this.extras, name), { ...options, suffix, dependsOn: [] });
  }

  /** Makes the add-ons that are ordinary pods wait for a source of nodes, and it for those that come before the nodes. */
  public waitFor(nodeSource: TerraformResource): void {
    this.nodeSources.push(nodeSource);
    const others = nodeSource.dependsOn ?? [];
    nodeSource.dependsOn = Lazy.listValue({
      produce: () => listOrNone([...others, ...addresses(this.beforeNodes)]),
    });
  }

  /** Lets Windows machines take addresses for their pods. */
  public enableWindows(): void {
    this.windows = true;
  }

  /** Has CoreDNS run on Fargate, for a cluster whose only place for it is a Fargate profile. */
  public runCoreDnsOnFargate(): void {
    this.coreDnsOnFargate = true;
  }

  private assertProps(): void {
    const { addOns = {}, autoMode = false, observability } = this.props;
    const problems = [
      ...describeAddOns(addOns, autoMode),
      ...(observability === undefined ? [] : describeObservability(observability.options)),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }

  private assertNewAddOn(name: string, options: EksExtraAddOnOptions): void {
    const problems: string[] = [];
    if (!NAME.test(name)) {
      problems.push(
        `add-on name '${name}' must be 1 to 40 letters, digits and hyphens, starting with a letter`,
      );
    } else if (this.extras.node.tryFindChild(name) !== undefined) {
      problems.push(`add-on name '${name}' is taken; choose another`);
    }
    const other = this.names.get(options.addOnName);
    if (other !== undefined) {
      problems.push(`'${other}' and '${name}' are the same add-on (${options.addOnName})`);
    }
    problems.push(...describeExtraAddOn(options), ...this.describeTakenAccount(options));
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }

  private describeTakenAccount(options: EksExtraAddOnOptions): readonly string[] {
    const { addOnName, identity } = options;
    if (identity === undefined) return [];
    const namespace = namespaceOf(options, identity);
    const owner = this.accounts.find(
      (account) => account.namespace === namespace && account.serviceAccount === identity.serviceAccount,
    );
    return owner === undefined
      ? []
      : [
          `'${owner.addOnName}' and '${addOnName}' are for the same service account ${namespace}/${identity.serviceAccount}; EKS gives it one role`,
        ];
  }

  private isEnabled(addOn: EksAddOn): boolean {
    if (this.props.outpost === true) return false;
    const ours = this.props.autoMode !== true || addOn === EksAddOn.METRICS_SERVER;
    return this.optionsOf(addOn).enabled ?? ours;
  }

  private optionsOf(addOn: EksAddOn): EksAddOnOptions {
    return this.props.addOns?.[addOn] ?? {};
  }

  private defineNeeded(id: string, addOn: EksAddOn): readonly EksAddon[] {
    if (!this.isEnabled(addOn)) return [];
    return [this.define(this, id, { addOnName: addOn, options: this.optionsOf(addOn) })];
  }

  private defineCni(): readonly EksAddon[] {
    if (!this.isEnabled(EksAddOn.VPC_CNI)) return [];
    const { namePrefix, defaults, podSubnets = [] } = this.props;
    const { environment } = defaults;
    const networking = this.props.podNetworking ?? EksPodNetworking.prefixDelegation();
    const account = this.register(EksAddOn.VPC_CNI, 'kube-system', 'aws-node');
    const role = defineAddOnRole(this, 'VpcCniRole', {
      ...account,
      ...cniPermissions(networking, environment),
      roleName: `${namePrefix}-${environment.region}-vpc-cni`,
      defaults,
    });
    const cni = this.define(this, 'VpcCni', {
      addOnName: EksAddOn.VPC_CNI,
      options: this.optionsOf(EksAddOn.VPC_CNI),
      ours: () => renderCni(networking, { region: environment.region, podSubnets, windows: this.windows }),
      identity: { role, serviceAccount: account.serviceAccount },
      // The agent first: without it the CNI has no identity, gives out no address, and no node becomes ready
      dependsOn: [...this.readyForIdentities, ...role.ready],
    });
    return [cni];
  }

  private defineAfterNodes(): void {
    const ebsRole = this.isEnabled(EksAddOn.EBS_CSI) ? this.defineEbsRole() : undefined;
    if (this.isEnabled(EksAddOn.COREDNS)) {
      const coreDns = this.define(this, 'CoreDns', {
        addOnName: EksAddOn.COREDNS,
        options: this.optionsOf(EksAddOn.COREDNS),
        ours: () => (this.coreDnsOnFargate ? { computeType: 'Fargate' } : {}),
      });
      this.startAfterNodes(coreDns);
    }
    if (ebsRole !== undefined) {
      const driver = this.define(this, 'EbsCsi', {
        addOnName: EksAddOn.EBS_CSI,
        options: this.optionsOf(EksAddOn.EBS_CSI),
        identity: { role: ebsRole, serviceAccount: EBS_ACCOUNT },
        dependsOn: ebsRole.ready,
      });
      this.startAfterNodes(driver);
    }
    for (const addOn of this.defineNeeded('MetricsServer', EksAddOn.METRICS_SERVER)) {
      this.startAfterNodes(addOn);
    }
  }

  private defineEbsRole(): ServiceRole {
    const { namePrefix, defaults } = this.props;
    const { environment } = defaults;
    const { namespace = 'kube-system' } = this.optionsOf(EksAddOn.EBS_CSI);
    return defineAddOnRole(this, 'EbsCsiRole', {
      ...this.register(EksAddOn.EBS_CSI, namespace, EBS_ACCOUNT),
      roleName: `${namePrefix}-${environment.region}-ebs-csi`,
      managedPolicies: {
        ManagedPolicy: environment.managedPolicyArn('service-role/AmazonEBSCSIDriverPolicy'),
      },
      statements: [],
      defaults,
    });
  }

  private defineObservability(given: NonNullable<EksAddOnsProps['observability']>): void {
    const scope = new Construct(this, 'Observability');
    const addOn = renderObservability(given.options);
    const logs = new EksObservabilityLogs(scope, 'Logs', {
      clusterName: this.props.namePrefix,
      options: given.options,
      keyArn: given.keyArn,
      tags: this.props.defaults.tags,
    });
    this.names.set(addOn.addOnName, 'observability');
    this.defineExtra(scope, { ...addOn, suffix: 'observe', dependsOn: logs.ready });
  }

  private defineExtra(
    scope: Construct,
    addOn: EksExtraAddOnOptions & {
      readonly suffix: string;
      readonly dependsOn: readonly ITerraformDependable[];
    },
  ): void {
    const { addOnName, identity } = addOn;
    const before = addOn.phase === EksAddOnPhase.BEFORE_NODES;
    const role = identity === undefined ? undefined : this.defineExtraRole(scope, addOn, identity);
    const resource = this.define(scope, 'Resource', {
      addOnName,
      options: addOn,
      identity:
        role === undefined || identity === undefined
          ? undefined
          : { role, serviceAccount: identity.serviceAccount },
      dependsOn: [
        ...addOn.dependsOn,
        // After the nodes the agent is there anyway
        ...(before && role !== undefined ? this.readyForIdentities : []),
        ...(role?.ready ?? []),
      ],
    });
    if (before) this.beforeNodes.push(resource);
    else this.startAfterNodes(resource);
  }

  private defineExtraRole(
    scope: Construct,
    addOn: EksExtraAddOnOptions & { readonly suffix: string },
    identity: EksAddOnIdentity,
  ): ServiceRole {
    const { namePrefix, defaults } = this.props;
    return defineAddOnRole(scope, 'Role', {
      ...this.register(addOn.addOnName, namespaceOf(addOn, identity), identity.serviceAccount),
      roleName: `${namePrefix}-${defaults.environment.region}-${addOn.suffix}`,
      managedPolicies: managedPoliciesOf(identity, defaults),
      statements: (identity.statements ?? []).map(renderStatement),
      defaults,
    });
  }

  private register(addOnName: string, namespace: string, serviceAccount: string): EksAddOnServiceAccount {
    const account = { addOnName, namespace, serviceAccount };
    this.accounts.push(account);
    return account;
  }

  private define(scope: Construct, id: string, definition: AddOnDefinition): EksAddon {
    const { clusterName, kubernetesVersion, defaults } = this.props;
    return defineAddOn(scope, id, { clusterName, kubernetesVersion, tags: defaults.tags }, definition);
  }

  /** Lazy, because pools are added to the cluster after its add-ons are defined. */
  private startAfterNodes(addOn: EksAddon): void {
    const others = addOn.dependsOn ?? [];
    addOn.dependsOn = Lazy.listValue({
      produce: () => listOrNone([...others, ...addresses(this.nodeSources)]),
    });
  }
}

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
const EBS_ACCOUNT = 'ebs-csi-controller-sa';

function namespaceOf(addOn: EksAddOnOptions, identity: EksAddOnIdentity): string {
  return identity.namespace ?? addOn.namespace ?? 'kube-system';
}

function addresses(resources: readonly TerraformResource[]): readonly string[] {
  return resources.map((resource) => `${resource.terraformResourceType}.${resource.friendlyUniqueId}`);
}

function listOrNone(items: readonly string[]): string[] | undefined {
  return items.length === 0 ? undefined : [...items];
}
