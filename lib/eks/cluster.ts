import { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import { Annotations, Token } from 'cdktf';
import { Construct } from 'constructs';
import {
  ApiAccess,
  ApiExposure,
  type ClusterCapabilities,
  type ClusterConnection,
  type ClusterNetwork,
  DEFAULT_CONTROL_PLANE_LOGS,
  EncryptionKey,
  type ICluster,
} from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import { carries } from '../cluster/private/mark';
import { readyNetwork } from '../cluster/private/ready-network';
import { whenResolved } from '../cluster/private/tokens';
import { Cidr, type KubernetesVersion, readNamedCidr, ValidationError } from '../values';
import { EksAccess } from './access';
import { assertAddOnVersions, EksAddOns } from './add-ons';
import type { EksClusterAttributes } from './cluster-attributes';
import type { EksClusterProps } from './cluster-props';
import {
  DEFAULT_SERVICE_CIDR,
  describePublicRanges,
  describeServiceCidr,
  renderEndpointAccess,
  renderLogTypes,
} from './control-plane';
import { EksEncryption } from './encryption';
import { ImportedEksCluster } from './imported-cluster';
import {
  assertRetentionDays,
  controlPlaneLogGroupName,
  DEFAULT_LOG_RETENTION_DAYS,
  EksControlPlaneLogs,
} from './logging';
import { EksNetwork } from './network';
import type { IEksNetwork } from './network-attributes';
import { EksNodePool, type EksNodePoolOptions } from './node-pool';
import { ApiDoor } from './private/api-door';
import { AwsEnvironment } from './private/aws-environment';
import { EKS_CAPABILITIES, eksConnection } from './private/cluster-facts';
import { defineControlPlaneRole, defineNodeRole } from './private/cluster-roles';
import { flowLogGroupName } from './private/flow-logs';
import { describeMissingNodes } from './private/missing-nodes';
import type { ServiceRole } from './private/service-role';
import { assertTags, tagsOrNone } from './private/tags';
import { EksSupportTier } from './support-tier';

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

  public readonly platform = 'eks';
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];
  public readonly capabilities: ClusterCapabilities = EKS_CAPABILITIES;
  /** Who may enter, beside the nodes. */
  public readonly access: EksAccess;
  public readonly clusterArn: string;
  /** The security group that EKS puts on the control plane's interfaces and on all nodes. */
  public readonly clusterSecurityGroupId: string;
  /** The security group that lets the VPC reach the API; add rules to it for networks that are connected to the VPC. */
  public readonly apiSecurityGroupId: string;
  /** Role of all nodes; EKS registers it with the cluster by itself. */
  public readonly nodeRoleArn: string;
  private readonly tags: Readonly<Record<string, string>>;
  private readonly vpc: IEksNetwork;
  private readonly resource: EksClusterResource;
  private readonly nodeRole: ServiceRole;
  private readonly addOns: EksAddOns;
  private readonly poolScope: Construct;
  private readonly eksPools: EksNodePool[] = [];

  /** @throws ValidationError when a prop is refused. */
  public constructor(scope: Construct, id: string, props: EksClusterProps) {
    super(scope, id);
    Object.defineProperty(this, EKS_CLUSTER, { value: true });
    this.assertProps(props);
    const { clusterName, administrators = {}, tags = {} } = props;
    this.clusterName = clusterName;
    this.kubernetesVersion = props.version;
    this.tags = tags;

    const environment = new AwsEnvironment(this, 'Environment');
    const { keyArn } = this.defineEncryption(props, environment);
    this.vpc = props.network ?? this.defineNetwork(props, keyArn);
    const serviceCidr = this.resolveServiceCidr(props.serviceCidr ?? DEFAULT_SERVICE_CIDR);
    this.network = { podCidr: this.vpc.vpcCidr, serviceCidr, networkId: this.vpc.vpcId };
    this.failureDomains = this.vpc.zones;

    const common = { namePrefix: clusterName, environment, tags };
    const role = defineControlPlaneRole(this, 'Role', { ...common, keyArn });
    this.apiSecurityGroupId = new ApiDoor(this, 'ApiDoor', {
      clusterName,
      vpcId: this.vpc.vpcId,
      vpcCidr: this.vpc.vpcCidr,
      tags,
    }).securityGroupId;
    this.resource = this.defineResource(props, { keyArn, role, serviceCidr });
    this.clusterArn = this.resource.arn;
    this.clusterSecurityGroupId = this.resource.vpcConfig.clusterSecurityGroupId;
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
      versions: props.addOnVersions ?? {},
    });
    this.access = new EksAccess(this, 'Access', {
      clusterName: name,
      policyArn: environment.accessPolicyArn('AmazonEKSClusterAdminPolicy'),
      tags,
    });
    for (const [administrator, arn] of Object.entries(administrators)) {
      this.access.addAdministrator(administrator, arn);
    }
    this.poolScope = new Construct(this, 'NodePools');
    for (const [poolName, options] of Object.entries(props.nodePools ?? {})) {
      this.addNodePool(poolName, options);
    }
    this.node.addValidation({ validate: () => describeMissingNodes(clusterName, this.eksPools) });
  }

  /**
   * Defines a managed node group in the private subnets. You can also give pools by the prop `nodePools`.
   *
   * @throws ValidationError when the name is taken or malformed, or an option is refused.
   */
  public addNodePool(poolName: string, options: EksNodePoolOptions): EksNodePool {
    this.assertNewPoolName(poolName);
    const pool = new EksNodePool(this.poolScope, poolName, {
      ...options,
      poolName,
      namePrefix: this.clusterName,
      clusterName: this.resource.name,
      version: this.kubernetesVersion,
      nodeRoleArn: this.nodeRole.roleArn,
      subnetIds: this.vpc.privateSubnetIds,
      dependsOn: [...this.addOns.readyForNodes, ...this.nodeRole.ready, ...readyNetwork(this.vpc, this)],
      tags: this.tags,
    });
    this.addOns.waitFor(pool._nodeGroup);
    this.eksPools.push(pool);
    return this.registerNodePool(pool);
  }

  private assertProps(props: EksClusterProps): void {
    this.assertClusterName(props.clusterName);
    const refused = describePublicRanges(props.apiAccess?.allowedCidrs ?? []);
    if (refused.length > 0) throw new ValidationError(refused.join('; '), this);
    if (props.logRetentionDays !== undefined) {
      assertRetentionDays('logRetentionDays', props.logRetentionDays, this);
    }
    assertAddOnVersions(props.addOnVersions ?? {}, this);
    assertTags(props.tags ?? {}, this);
  }

  private resolveServiceCidr(text: string): string {
    whenResolved(text, (serviceCidr) => {
      // a network refuses a range of its own that cannot be read
      const vpcCidr = Token.isUnresolved(this.vpc.vpcCidr) ? undefined : Cidr.parse(this.vpc.vpcCidr);
      const read = readNamedCidr('serviceCidr', serviceCidr);
      const problems = typeof read === 'string' ? [read] : describeServiceCidr(read.cidr, vpcCidr);
      if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    });
    return text;
  }

  private defineEncryption(props: EksClusterProps, environment: AwsEnvironment): EksEncryption {
    const { clusterName, tags = {} } = props;
    return new EksEncryption(this, 'Encryption', {
      prop: 'secretsEncryption',
      key: props.secretsEncryption ?? EncryptionKey.own(),
      alias: `kubewhere/eks/${clusterName}`,
      description: `Secrets and logs of the cluster ${clusterName}`,
      logGroupNames: [
        controlPlaneLogGroupName(clusterName),
        ...(props.network === undefined ? [flowLogGroupName(clusterName)] : []),
      ],
      preventDestroy: isProtected(props),
      environment,
      tags,
    });
  }

  private defineNetwork(props: EksClusterProps, keyArn: string): EksNetwork {
    return new EksNetwork(this, 'Network', {
      networkName: props.clusterName,
      flowLogRetentionDays: props.logRetentionDays,
      logEncryption: EncryptionKey.existing(keyArn),
      tags: props.tags,
    });
  }

  private defineResource(
    props: EksClusterProps,
    given: { readonly keyArn: string; readonly role: ServiceRole; readonly serviceCidr: string },
  ): EksClusterResource {
    const { clusterName, tags = {}, apiAccess = ApiAccess.private() } = props;
    const logTypes = renderLogTypes(props.controlPlaneLogs ?? DEFAULT_CONTROL_PLANE_LOGS);
    const logs = new EksControlPlaneLogs(this, 'Logs', {
      clusterName,
      types: logTypes,
      retentionDays: props.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
      keyArn: given.keyArn,
      tags,
    });
    if (apiAccess.exposure === ApiExposure.PUBLIC) {
      Annotations.of(this).addWarning(
        `[kubewhere:eks/public-api] the Kubernetes API of '${clusterName}' is open to the whole Internet; ApiAccess.restricted(…) narrows it to ranges, ApiAccess.private() to the VPC`,
      );
    }
    return new EksClusterResource(this, 'Resource', {
      name: clusterName,
      version: props.version.toString(),
      roleArn: given.role.roleArn,
      vpcConfig: {
        subnetIds: [...this.vpc.intraSubnetIds],
        securityGroupIds: [this.apiSecurityGroupId],
        ...renderEndpointAccess(apiAccess),
      },
      kubernetesNetworkConfig: { serviceIpv4Cidr: given.serviceCidr },
      accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
      bootstrapSelfManagedAddons: false,
      encryptionConfig: { resources: ['secrets'], provider: { keyArn: given.keyArn } },
      enabledClusterLogTypes: logTypes.length === 0 ? undefined : logTypes,
      deletionProtection: isProtected(props),
      upgradePolicy: { supportType: props.supportTier ?? EksSupportTier.STANDARD },
      zonalShiftConfig: { enabled: props.zonalShift ?? true },
      tags: tagsOrNone(tags),
      dependsOn: [...given.role.ready, ...logs.ready],
      lifecycle: {
        // AWS refuses only when the nodes are gone already, for they go first; Terraform refuses in the plan
        preventDestroy: isProtected(props) ? true : undefined,
        // AWS reads both at creation only, and the provider would replace the cluster for them, for instance after an import
        ignoreChanges: [
          'access_config[0].bootstrap_cluster_creator_admin_permissions',
          'bootstrap_self_managed_addons',
        ],
      },
    });
  }
}

function isProtected(props: EksClusterProps): boolean {
  return props.deletionProtection ?? true;
}
