import type { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import { Construct } from 'constructs';
import type { ClusterCapabilities, ClusterConnection, ClusterNetwork, ICluster } from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import { carries } from '../cluster/private/mark';
import { readyNetwork } from '../cluster/private/ready-network';
import { type KubernetesVersion, ValidationError } from '../values';
import { EksAccess } from './access';
import type { EksExtraAddOnOptions } from './add-on';
import { EksAddOns } from './add-ons';
import { EksCapabilities, type EksCapability } from './capability';
import type { EksClusterAttributes } from './cluster-attributes';
import type { EksClusterProps } from './cluster-props';
import { EksDatabaseAccess } from './database-access';
import type { EksFargateProfile } from './fargate-profile';
import type { EksFargateProfileOptions } from './fargate-profile-options';
import { EksHybridNodes, type EksHybridNodesOptions } from './hybrid-nodes';
import { EksIdentityProviders } from './identity-provider';
import type { EksIdentityProviderOptions } from './identity-provider-options';
import { ImportedEksCluster } from './imported-cluster';
import { EksIrsa } from './irsa';
import { EksKarpenter } from './karpenter';
import type { EksKarpenterOptions } from './karpenter-options';
import { LookedUpEksCluster } from './looked-up-cluster';
import type { EksLookupAttributes } from './lookup-attributes';
import { EksNetwork } from './network';
import type { IEksNetwork } from './network-attributes';
import { EksNodeFamily } from './node-image';
import { EksNodePool } from './node-pool';
import type { EksNodePoolOptions } from './node-pool-options';
import { EksPodNetworking } from './pod-networking';
import { AwsEnvironment } from './private/aws-environment';
import { describeBesideOutpost } from './private/beside-outpost';
import { describeClusterNetwork, describeClusterProps } from './private/cluster-checks';
import { capabilitiesOf, eksConnection } from './private/cluster-facts';
import { networkOf } from './private/cluster-ranges';
import { type ClusterRoleProps, defineNodeRole } from './private/cluster-roles';
import { ClusterSecurityGroupTags } from './private/cluster-security-group-tags';
import { defineControlPlane } from './private/define-control-plane';
import { defineEncryption, defineOwnNetwork } from './private/define-surroundings';
import {
  describeFargatePlace,
  describeHybridNodes,
  describeKarpenter,
  describeNodePoolPlace,
  describeNodes,
} from './private/node-checks';
import { OtherCompute } from './private/other-compute';
import type { ServiceRole } from './private/service-role';
import { defineWindowsNodeRole, type WindowsNodeRole } from './private/windows-node-role';
import type { EksSelfManagedPool } from './self-managed-pool';
import type { EksSelfManagedPoolOptions } from './self-managed-pool-options';
import { EksWorkloadIdentity } from './workload-identity';

const EKS_CLUSTER = Symbol.for('kubewhere.EksCluster');

/**
 * An EKS cluster, private, encrypted, logged and spread over three zones unless told otherwise, with managed node groups
 * and the add-ons they need, in an order that works.
 *
 * The control plane costs the same for every size of cluster; the defaults add NAT, logs and a key.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/clusters.html
 */
export class EksCluster extends ClusterBase {
  /** Whether a value is an `EksCluster` that was defined (not imported), also by another copy of the package. */
  public static isEksCluster(value: unknown): value is EksCluster {
    return carries(value, EKS_CLUSTER);
  }

  /** A cluster that exists. Defines nothing and reads nothing from AWS. */
  public static fromAttributes(scope: Construct, id: string, attributes: EksClusterAttributes): ICluster {
    return new ImportedEksCluster(scope, id, attributes);
  }

  /**
   * A cluster that exists, looked up by its name: Terraform reads the rest while it plans. Defines nothing; whoever plans needs
   * `eks:DescribeCluster`.
   */
  public static fromLookup(scope: Construct, id: string, attributes: EksLookupAttributes): ICluster {
    return new LookedUpEksCluster(scope, id, attributes);
  }

  public readonly platform = 'eks';
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork & { readonly serviceCidr: string };
  public readonly failureDomains: readonly string[];
  public readonly capabilities: ClusterCapabilities;
  /** What EKS runs in the cluster. */
  public readonly addOns: EksAddOns;
  /** Who may enter, beside the nodes. */
  public readonly access: EksAccess;
  /** What pods may do in AWS. */
  public readonly workloadIdentity: EksWorkloadIdentity;
  /** Ways of pods to databases of RDS and Aurora. */
  public readonly databases: EksDatabaseAccess;
  /** URL of the cluster as an issuer of tokens for its pods. */
  public readonly oidcIssuerUrl: string;
  /** What trust policies of roles by OIDC name as `Federated`; `undefined` without `irsa`. */
  public readonly oidcProviderArn: string | undefined;
  public readonly clusterArn: string;
  /** The security group that EKS puts on the control plane's interfaces and on all nodes. */
  public readonly clusterSecurityGroupId: string;
  /** The security group that lets the VPC reach the API; add rules to it for networks that are connected to the VPC. */
  public readonly apiSecurityGroupId: string;
  /** Role of all nodes; EKS registers it with the cluster by itself. */
  public readonly nodeRoleArn: string;
  private readonly common: ClusterRoleProps;
  private readonly controlPlaneRole: ServiceRole;
  private windowsNodeRole: WindowsNodeRole | undefined;
  private readonly vpc: IEksNetwork;
  private readonly resource: EksClusterResource;
  private readonly nodeRole: ServiceRole;
  private readonly identityProviders: EksIdentityProviders;
  private readonly capabilityScope: EksCapabilities;
  private readonly securityGroupTags: ClusterSecurityGroupTags;
  private readonly compute: OtherCompute;
  private readonly poolScope: Construct;
  private readonly eksPools: EksNodePool[] = [];

  /** @throws ValidationError when a prop is refused. */
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksClusterProps,
  ) {
    super(scope, id);
    Object.defineProperty(this, EKS_CLUSTER, { value: true });
    this.assertProps(props);
    const { clusterName, tags = {} } = props;
    this.clusterName = clusterName;
    this.kubernetesVersion = props.version;

    const environment = new AwsEnvironment(this, 'Environment');
    const { keyArn } = defineEncryption(this, props, environment);
    this.vpc = props.network ?? defineOwnNetwork(this, props, keyArn);
    this.refuse(describeClusterNetwork(props, this.vpc));
    this.failureDomains = this.vpc.zones;
    this.capabilities = capabilitiesOf(props);

    const defaults = { environment, tags, permissionsBoundaryArn: props.permissionsBoundaryArn };
    const common = { namePrefix: clusterName, defaults };
    this.common = common;
    const controlPlane = defineControlPlane(this, props, { ...common, network: this.vpc, keyArn });
    this.resource = controlPlane.resource;
    this.controlPlaneRole = controlPlane.role;
    this.apiSecurityGroupId = controlPlane.apiSecurityGroupId;
    this.network = networkOf(props, this.vpc, this.resource);
    this.clusterArn = this.resource.arn;
    this.clusterSecurityGroupId = this.resource.vpcConfig.clusterSecurityGroupId;
    this.securityGroupTags = new ClusterSecurityGroupTags(this, 'ClusterSecurityGroupTags', {
      securityGroupId: this.clusterSecurityGroupId,
      tags: props.clusterSecurityGroupTags ?? {},
    });
    this.connection = eksConnection({
      clusterName,
      region: environment.region,
      host: this.resource.endpoint,
      caCertificateBase64: this.resource.certificateAuthority.get(0).data,
    });

    this.nodeRole = defineNodeRole(this, 'NodeRole', common);
    this.nodeRoleArn = this.nodeRole.roleArn;
    const name = this.resource.name;
    this.addOns = new EksAddOns(this, 'AddOns', {
      ...common,
      clusterName: name,
      kubernetesVersion: props.version,
      addOns: props.addOns,
      podNetworking: props.podNetworking,
      podSubnets: this.vpc.podSubnets,
      autoMode: props.autoMode,
      outpost: props.outpost !== undefined,
      observability: props.observability === undefined ? undefined : { options: props.observability, keyArn },
    });
    this.access = new EksAccess(this, 'Access', { clusterName: name, environment, tags });
    this.admit(props, controlPlane.autoModeNodeRole);
    const oidcIssuerUrl = this.resource.identity.get(0).oidc.get(0).issuer;
    this.oidcIssuerUrl = oidcIssuerUrl;
    this.oidcProviderArn =
      props.irsa === true ? new EksIrsa(this, 'Oidc', { oidcIssuerUrl, tags }).providerArn : undefined;
    this.identityProviders = new EksIdentityProviders(this, 'IdentityProviders', {
      clusterName: name,
      oidcIssuerUrl,
      tags,
    });
    this.workloadIdentity = new EksWorkloadIdentity(this, 'WorkloadIdentity', {
      ...common,
      clusterName: name,
      addOns: this.addOns,
    });
    this.databases = new EksDatabaseAccess(this, 'Databases', {
      nodeSecurityGroupId: this.clusterSecurityGroupId,
      defaults,
    });
    this.capabilityScope = new EksCapabilities(this, 'Capabilities', { ...common, clusterName: name });
    this.poolScope = new Construct(this, 'NodePools');
    for (const [poolName, options] of Object.entries(props.nodePools ?? {})) {
      this.addNodePool(poolName, options);
    }
    this.compute = new OtherCompute(this, {
      ...common,
      clusterName: name,
      endpoint: this.resource.endpoint,
      caCertificateBase64: this.resource.certificateAuthority.get(0).data,
      serviceCidr: this.network.serviceCidr,
      securityGroupId: this.clusterSecurityGroupId,
      podNetworking: props.podNetworking ?? EksPodNetworking.prefixDelegation(),
      network: this.vpc,
      addOns: this.addOns,
      access: this.access,
    });
    this.node.addValidation({ validate: () => describeNodes(props, this.eksPools, this.compute) });
    if (props.outpost !== undefined) {
      this.node.addValidation({ validate: () => describeBesideOutpost(this) });
    }
  }

  /**
   * Defines a managed node group in the private subnets. You can also give pools by the prop `nodePools`.
   *
   * @throws ValidationError when the name is taken or malformed, or an option is refused.
   */
  public addNodePool(poolName: string, options: EksNodePoolOptions): EksNodePool {
    this.assertNewPoolName(poolName);
    this.refuse(describeNodePoolPlace(poolName, this.props, this.addOns.missingForNodes));
    const role = this.nodeRoleOf(options);
    const pool = new EksNodePool(this.poolScope, poolName, {
      ...options,
      poolName,
      namePrefix: this.clusterName,
      clusterName: this.resource.name,
      version: options.version ?? this.kubernetesVersion,
      clusterVersion: this.kubernetesVersion,
      nodeRoleArn: role.roleArn,
      subnetIds: options.subnetIds ?? this.vpc.privateSubnetIds,
      networkSubnetIds: this.vpc.privateSubnetIds,
      podNetworking: this.props.podNetworking,
      cluster: {
        endpoint: this.resource.endpoint,
        caCertificateBase64: this.resource.certificateAuthority.get(0).data,
        serviceCidr: this.network.serviceCidr,
        securityGroupId: this.clusterSecurityGroupId,
        environment: this.common.defaults.environment,
      },
      dependsOn: [...this.addOns.readyForNodes, ...role.ready, ...readyNetwork(this.vpc, this)],
      tags: this.common.defaults.tags,
    });
    this.addOns.waitFor(pool._nodeGroup);
    this.eksPools.push(pool);
    return this.registerNodePool(pool);
  }

  /**
   * Defines nodes that EKS does not manage: an Auto Scaling group with an image of your own, whose machines are replaced without
   * being drained. Where managed node groups take the image and the machines, `addNodePool` is the better choice.
   *
   * @throws ValidationError when the name is taken or malformed, or an option is refused.
   */
  public addSelfManagedPool(poolName: string, options: EksSelfManagedPoolOptions): EksSelfManagedPool {
    this.assertNewPoolName(poolName);
    this.refuse(describeNodePoolPlace(poolName, this.props, this.addOns.missingForNodes));
    return this.registerNodePool(this.compute.addSelfManagedPool(poolName, options));
  }

  /**
   * Runs pods on Fargate, without nodes: those that a selector takes. CoreDNS is told to run there when it is among them. Billed by
   * what each pod asks for.
   *
   * @throws ValidationError when the name is malformed or taken, or an option is refused.
   */
  public addFargateProfile(profileName: string, options: EksFargateProfileOptions): EksFargateProfile {
    this.refuse(describeFargatePlace(profileName, this.props));
    return this.compute.addFargateProfile(profileName, options);
  }

  /**
   * Defines the AWS side of Karpenter, whose controller is installed in the cluster and runs on one of its pools. Before a destroy,
   * delete its NodePools and wait for their machines to go.
   *
   * @throws ValidationError the second time, or when an option is refused.
   */
  public addKarpenter(options: EksKarpenterOptions = {}): EksKarpenter {
    this.refuse(describeKarpenter(this.props, this.node.tryFindChild('Karpenter') !== undefined));
    const karpenter = new EksKarpenter(this, 'Karpenter', {
      ...options,
      ...this.common,
      clusterName: this.resource.name,
      clusterArn: this.clusterArn,
      addOns: this.addOns,
    });
    this.workloadIdentity._reserve('Karpenter', karpenter._serviceAccount);
    this.access._reserve(karpenter.nodeRoleArn, 'the role of the nodes of Karpenter');
    this.securityGroupTags.add(karpenter.discoveryTag, this.clusterName);
    // In a network that clusters share, the first one's Karpenter finds subnets by the tag, the others by id
    if (EksNetwork.isEksNetwork(this.vpc) && this.vpc.karpenterDiscovery === undefined) {
      this.vpc.tagForKarpenter(this.clusterName);
    }
    return karpenter;
  }

  /**
   * Defines an add-on beside those that every cluster has. The name identifies it in Terraform.
   *
   * @throws ValidationError when the name is malformed or taken, the cluster has the add-on, or an option is refused.
   */
  public addAddOn(name: string, options: EksExtraAddOnOptions): void {
    this.addOns.addAddOn(name, options);
  }

  /**
   * Defines software that AWS runs for the cluster outside of it: Argo CD, ACK or kro, at most one of each. The name identifies it
   * in Terraform and in EKS.
   *
   * @throws ValidationError when the name is malformed or taken, the cluster has one of the kind, or an option is refused.
   */
  public addCapability(name: string, capability: EksCapability): void {
    this.capabilityScope.add(name, capability);
  }

  /**
   * Lets people in by a provider of OpenID Connect. EKS takes one, and some twenty minutes for it.
   *
   * @throws ValidationError when there is one already, or an option is refused.
   */
  public addIdentityProvider(name: string, options: EksIdentityProviderOptions): void {
    this.identityProviders.add(name, options);
  }

  /**
   * Defines what machines outside AWS need to join: one role, and one way to prove themselves, for all of them.
   *
   * @throws ValidationError without `remoteNetworks`, or the second time.
   */
  public addHybridNodes(options: EksHybridNodesOptions): EksHybridNodes {
    this.refuse(describeHybridNodes(this.props, this.node.tryFindChild('HybridNodes') !== undefined));
    const hybrid = new EksHybridNodes(this, 'HybridNodes', {
      ...options,
      ...this.common,
      clusterName: this.resource.name,
      clusterArn: this.clusterArn,
    });
    this.access._reserve(hybrid.roleArn, 'the role of hybrid nodes');
    return hybrid;
  }

  /** People by name, after the roles of machines, which have entries by other ways. */
  private admit(props: EksClusterProps, autoModeNodeRole: ServiceRole | undefined): void {
    this.access._reserve(this.nodeRoleArn, 'the role of the nodes');
    if (autoModeNodeRole !== undefined) {
      this.access._reserve(autoModeNodeRole.roleArn, 'the role of the nodes of Auto Mode');
    }
    for (const [name, arn] of Object.entries(props.administrators ?? {})) {
      this.access.addAdministrator(name, arn);
    }
    for (const [name, entry] of Object.entries(props.accessEntries ?? {})) this.access.addEntry(name, entry);
  }

  /** Nodes that run Windows have a role of their own, made with the first of them. */
  private nodeRoleOf({ image }: EksNodePoolOptions): Pick<ServiceRole, 'roleArn' | 'ready'> {
    if (image?.family !== EksNodeFamily.WINDOWS) return this.nodeRole;
    if (this.windowsNodeRole === undefined) {
      this.addOns.enableWindows();
      this.windowsNodeRole = defineWindowsNodeRole(this, {
        ...this.common,
        controlPlaneRoleName: this.controlPlaneRole.roleName,
      });
      this.access._reserve(this.windowsNodeRole.roleArn, 'the role of the nodes that run Windows');
    }
    return this.windowsNodeRole;
  }

  private assertProps(props: EksClusterProps): void {
    this.assertClusterName(props.clusterName);
    this.refuse(describeClusterProps(props));
  }

  private refuse(problems: readonly string[]): void {
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }
}
