import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { EncryptionKey } from '../cluster';
import { carries } from '../cluster/private/mark';
import { ValidationError } from '../values';
import { EksEgress } from './egress';
import { EksEncryption } from './encryption';
import type { EksEndpoint } from './endpoint';
import { assertRetentionDays, DEFAULT_LOG_RETENTION_DAYS } from './logging';
import type { EksNetworkAttributes, EksPodSubnet, IEksNetwork } from './network-attributes';
import { AdoptedEksNetwork } from './private/adopted-network';
import { AwsEnvironment } from './private/aws-environment';
import { ENDPOINTS_IN_PLACE_OF_EGRESS } from './private/endpoint-ids';
import { Endpoints } from './private/endpoints';
import { FlowLogs, flowLogGroupName } from './private/flow-logs';
import { NatEgress } from './private/nat-egress';
import { assertNetworkProps, readRanges } from './private/network-checks';
import { defineSubnets, type NetworkSubnets } from './private/network-subnets';
import { planSubnets } from './private/subnet-plan';
import { assertTags, withName } from './private/tags';

const EKS_NETWORK = Symbol.for('kubewhere.EksNetwork');

/** Props of {@link EksNetwork}. */
export interface EksNetworkProps {
  /** Stem of the names of what belongs to the network, 1 to 40 lower-case letters, digits and hyphens, starting with a letter. */
  readonly networkName: string;
  /**
   * Range of the VPC, /16 to /20, known at synthesis. Nodes **and pods** take their addresses from it, so a /20 is
   * full at some 1,500 of both. Changing it replaces the VPC.
   *
   * @default '10.0.0.0/16'
   */
  readonly cidr?: string;
  /**
   * A range of the pods' own, /16 to /24, known at synthesis, within 100.64.0.0/10 or the private range that `cidr` is from. A
   * quarter of it becomes a subnet in each zone, for `EksPodNetworking.custom()`. Costs nothing. Changing it replaces those
   * subnets, which AWS refuses while pods are in them.
   *
   * @default - pods share the nodes' subnets
   */
  readonly podCidr?: string;
  /**
   * Whether the VPC and its subnets have IPv6 ranges beside the others, for `EksPodNetworking.ipv6()`. IPv6 leaves the VPC without NAT
   * and nobody comes in that way. Adding it later changes VPC and subnets in place.
   *
   * @default false
   */
  readonly ipv6?: boolean;
  /**
   * How many zones to look up, when none are named. EKS refuses fewer than two; with two, less is left when one is lost.
   * Raising it adds a zone and moves no subnet, but replaces the nodes of a cluster in it, and EKS refuses the new zone to the
   * control plane of a cluster that exists: decide before the first apply.
   *
   * @default 3
   */
  readonly zoneCount?: 2 | 3;
  /**
   * Names of two or three zones, such as `eu-west-1a`. Changing one replaces its subnets, which AWS refuses while a cluster is in
   * them.
   *
   * @default - the first zones of the region, looked up by Terraform; what the region gains later moves no subnet
   */
  readonly availabilityZones?: readonly string[];
  /**
   * How nodes and pods reach the Internet.
   *
   * @default EksEgress.NAT_PER_ZONE
   */
  readonly egress?: EksEgress;
  /**
   * AWS services that are reached inside the VPC, beside NAT or beside the ten of {@link EksEgress.NONE}. Each costs by the hour in
   * each zone. S3 is always reached so, free of charge.
   *
   * @default []
   */
  readonly endpoints?: readonly EksEndpoint[];
  /**
   * Days that flow logs are kept. CloudWatch bills by the gigabyte taken in and kept.
   *
   * @default 90
   */
  readonly flowLogRetentionDays?: number;
  /**
   * The key that encrypts the flow logs. The policy of an existing one must let CloudWatch Logs use it.
   *
   * @default EncryptionKey.own()
   */
  readonly logEncryption?: EncryptionKey;
  /**
   * ARN of the IAM policy that bounds the role of the flow logs. Changing it replaces nothing.
   *
   * @default - none
   */
  readonly permissionsBoundaryArn?: string;
  /**
   * Tags of everything that can carry them.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * A VPC made for a cluster: private subnets for nodes and pods, public ones for load balancers and NAT, and small ones
 * without any route for the control plane's network interfaces, in each of three zones. Flow logs are on, the default
 * security group is closed, S3 is reached without NAT.
 *
 * Most of its price is NAT (see {@link EksEgress}) and flow logs.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
 */
export class EksNetwork extends Construct implements IEksNetwork {
  /**
   * Adopts a VPC that exists. Nothing in it is changed: for load balancers, tag its subnets yourself
   * (`kubernetes.io/role/elb` on public and `kubernetes.io/role/internal-elb` on private ones, value `1`), and switch on
   * both DNS settings of the VPC, without which nodes do not find a private API.
   *
   * @throws ValidationError when fewer than two subnets are named, one is named twice, or the range cannot be parsed.
   */
  public static fromAttributes(scope: Construct, id: string, attributes: EksNetworkAttributes): IEksNetwork {
    return new AdoptedEksNetwork(scope, id, attributes);
  }

  /** Whether a value is an `EksNetwork` that was defined (not adopted), also by another copy of the package. */
  public static isEksNetwork(value: unknown): value is EksNetwork {
    return carries(value, EKS_NETWORK);
  }

  public readonly vpcId: string;
  public readonly vpcCidr: string;
  public readonly vpcIpv6Cidr: string | undefined;
  public readonly secondaryCidrs: readonly string[];
  public readonly podSubnets: readonly EksPodSubnet[];
  public readonly privateSubnetIds: readonly string[];
  public readonly intraSubnetIds: readonly string[];
  /** Subnets of public load balancers; none without a way out. */
  public readonly publicSubnetIds: readonly string[];
  public readonly zones: readonly string[];
  public readonly readyForNodes: readonly ITerraformDependable[];
  private readonly subnets: NetworkSubnets;
  private discovery: string | undefined;

  /** @throws ValidationError with all that is refused: the name, a range, the zones, the endpoints, the days, the key, the boundary, the tags. */
  public constructor(scope: Construct, id: string, props: EksNetworkProps) {
    super(scope, id);
    Object.defineProperty(this, EKS_NETWORK, { value: true });
    const { networkName, tags = {}, ipv6 = false } = props;
    const retentionDays = props.flowLogRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS;
    assertNetworkProps(props, this);
    assertRetentionDays('flowLogRetentionDays', retentionDays, this);
    assertTags(tags, this);
    const { cidr, podCidr } = readRanges(props, this);
    const plan = planSubnets(cidr, this);
    this.vpcCidr = cidr.toString();
    this.secondaryCidrs = podCidr === undefined ? [] : [podCidr.toString()];

    const environment = new AwsEnvironment(this, 'Environment');
    const vpc = new Vpc(this, 'Resource', {
      cidrBlock: this.vpcCidr,
      assignGeneratedIpv6CidrBlock: ipv6 ? true : undefined,
      // Both are needed for the private endpoint of the API to have a name inside the VPC
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: withName(tags, networkName),
    });
    this.vpcId = vpc.id;
    this.vpcIpv6Cidr = ipv6 ? vpc.ipv6CidrBlock : undefined;
    // Takes the rules away that AWS put in
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', {
      vpcId: vpc.id,
      tags: withName(tags, `${networkName}-default-closed`),
    });

    this.subnets = defineSubnets(this, {
      ...props,
      vpcId: vpc.id,
      vpcIpv6Cidr: this.vpcIpv6Cidr,
      plan,
      podCidr,
    });
    const { privateSubnets, intraSubnets, publicSubnets, podSubnets } = this.subnets;
    this.privateSubnetIds = [...privateSubnets.subnetIds.values()];
    this.intraSubnetIds = [...intraSubnets.subnetIds.values()];
    this.publicSubnetIds = [...(publicSubnets?.subnetIds.values() ?? [])];
    this.podSubnets = podSubnets?.list ?? [];
    this.zones = privateSubnets.zoneNames;
    const egress = this.defineEgress(props);
    const endpoints = new Endpoints(this, 'Endpoints', {
      vpcId: vpc.id,
      vpcCidr: this.vpcCidr,
      podCidr: podCidr?.toString(),
      name: networkName,
      region: environment.region,
      privateSubnetIds: this.privateSubnetIds,
      privateRouteTableIds: [...privateSubnets.routeTableIds.values()],
      interfaces: [
        ...(props.egress === EksEgress.NONE ? ENDPOINTS_IN_PLACE_OF_EGRESS : []),
        ...(props.endpoints ?? []),
      ],
      tags,
    });
    this.readyForNodes = [
      ...privateSubnets.associations,
      ...(podSubnets?.associations ?? []),
      ...egress,
      ...endpoints.ready,
    ];
    this.defineFlowLogs(props, environment, retentionDays);
  }

  /** The cluster whose Karpenter finds the private subnets by their tag; see {@link tagForKarpenter}. */
  public get karpenterDiscovery(): string | undefined {
    return this.discovery;
  }

  /**
   * Tags the private subnets with `karpenter.sh/discovery`, by which an `EC2NodeClass` of that cluster can select them. A
   * subnet carries one such tag: in a network that clusters share, the others select subnets by id or by the tag
   * `kubernetes.io/role/internal-elb`.
   *
   * @throws ValidationError when they are tagged for another cluster already.
   * @see https://karpenter.sh/docs/concepts/nodeclasses/#specsubnetselectorterms
   */
  public tagForKarpenter(clusterName: string): void {
    if (this.discovery === clusterName) return;
    if (this.discovery !== undefined) {
      throw new ValidationError(
        `the private subnets carry 'karpenter.sh/discovery' for '${this.discovery}', and a second one for '${clusterName}' would take its place; let its EC2NodeClass select them by id`,
        this,
      );
    }
    this.discovery = clusterName;
    this.subnets.privateSubnets.tag('karpenter.sh/discovery', clusterName);
  }

  private defineEgress(props: EksNetworkProps): readonly ITerraformDependable[] {
    const { privateSubnets, publicSubnets } = this.subnets;
    const { egress = EksEgress.NAT_PER_ZONE } = props;
    if (publicSubnets === undefined || egress === EksEgress.NONE) return [];
    return new NatEgress(this, 'Egress', {
      vpcId: this.vpcId,
      name: props.networkName,
      publicSubnets,
      privateSubnets,
      egress,
      ipv6: props.ipv6 ?? false,
      tags: props.tags ?? {},
    }).ready;
  }

  private defineFlowLogs(props: EksNetworkProps, environment: AwsEnvironment, retentionDays: number): void {
    const { networkName, tags = {} } = props;
    const encryption = new EksEncryption(this, 'LogEncryption', {
      prop: 'logEncryption',
      key: props.logEncryption ?? EncryptionKey.own(),
      alias: `kubewhere/network/${networkName}`,
      description: `Flow logs of the network ${networkName}`,
      logGroupNames: [flowLogGroupName(networkName)],
      preventDestroy: false,
      environment,
      tags,
    });
    new FlowLogs(this, 'FlowLogs', {
      vpcId: this.vpcId,
      networkName,
      retentionDays,
      keyArn: encryption.keyArn,
      defaults: { environment, tags, permissionsBoundaryArn: props.permissionsBoundaryArn },
    });
  }
}
