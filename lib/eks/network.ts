import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { EKS_VPC_CIDR } from '../catalog/network-defaults';
import { EncryptionKey } from '../cluster';
import { type Cidr, readNamedCidr, ValidationError } from '../values';
import { EksEgress } from './egress';
import { EksEncryption } from './encryption';
import { assertRetentionDays, DEFAULT_LOG_RETENTION_DAYS } from './logging';
import type { EksNetworkAttributes, EksPodSubnet, IEksNetwork } from './network-attributes';
import { AdoptedEksNetwork } from './private/adopted-network';
import { AwsEnvironment } from './private/aws-environment';
import { Endpoints } from './private/endpoints';
import { FlowLogs, flowLogGroupName } from './private/flow-logs';
import { NatEgress } from './private/nat-egress';
import { describePermissionsBoundary } from './private/permissions-boundary';
import { planSubnets, type ZoneKey, type ZoneSubnets } from './private/subnet-plan';
import { SubnetTier } from './private/subnet-tier';
import { assertTags, withName } from './private/tags';
import { assertAvailabilityZones, assertOneDoor, Zones } from './private/zones';

interface Tiers {
  readonly privateSubnets: SubnetTier;
  readonly intraSubnets: SubnetTier;
  readonly publicSubnets: SubnetTier | undefined;
}

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

  public readonly vpcId: string;
  public readonly vpcCidr: string;
  public readonly vpcIpv6Cidr: string | undefined = undefined;
  public readonly secondaryCidrs: readonly string[] = [];
  public readonly podSubnets: readonly EksPodSubnet[] = [];
  public readonly privateSubnetIds: readonly string[];
  public readonly intraSubnetIds: readonly string[];
  /** Subnets of public load balancers; none without a way out. */
  public readonly publicSubnetIds: readonly string[];
  public readonly zones: readonly string[];
  public readonly readyForNodes: readonly ITerraformDependable[];

  /** @throws ValidationError when the range, the zones, the days, the key, the boundary or the tags are refused. */
  public constructor(scope: Construct, id: string, props: EksNetworkProps) {
    super(scope, id);
    const { networkName, tags = {} } = props;
    const retentionDays = props.flowLogRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS;
    this.assertNetworkName(networkName);
    assertRetentionDays('flowLogRetentionDays', retentionDays, this);
    assertOneDoor(props, this);
    if (props.availabilityZones !== undefined) assertAvailabilityZones(props.availabilityZones, this);
    const refused = describePermissionsBoundary(props.permissionsBoundaryArn);
    if (refused.length > 0) throw new ValidationError(refused.join('; '), this);
    assertTags(tags, this);
    const cidr = this.parseCidr(props.cidr ?? EKS_VPC_CIDR);
    this.vpcCidr = cidr.toString();

    const environment = new AwsEnvironment(this, 'Environment');
    const vpc = new Vpc(this, 'Resource', {
      cidrBlock: this.vpcCidr,
      // Both are needed for the private endpoint of the API to have a name inside the VPC
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: withName(tags, networkName),
    });
    this.vpcId = vpc.id;
    // Takes the rules away that AWS put in
    new DefaultSecurityGroup(this, 'DefaultSecurityGroup', {
      vpcId: vpc.id,
      tags: withName(tags, `${networkName}-default-closed`),
    });

    const tiers = this.defineSubnets(props, planSubnets(cidr, this));
    this.privateSubnetIds = [...tiers.privateSubnets.subnetIds.values()];
    this.intraSubnetIds = [...tiers.intraSubnets.subnetIds.values()];
    this.publicSubnetIds = [...(tiers.publicSubnets?.subnetIds.values() ?? [])];
    this.zones = tiers.privateSubnets.zoneNames;
    const egress = this.defineEgress(props, tiers);
    const endpoints = new Endpoints(this, 'Endpoints', {
      vpcId: vpc.id,
      vpcCidr: this.vpcCidr,
      name: networkName,
      region: environment.region,
      privateSubnetIds: this.privateSubnetIds,
      privateRouteTableIds: [...tiers.privateSubnets.routeTableIds.values()],
      interfaces: props.egress === EksEgress.NONE,
      tags,
    });
    this.readyForNodes = [...tiers.privateSubnets.associations, ...egress, ...endpoints.ready];
    this.defineFlowLogs(props, environment, retentionDays);
  }

  private defineSubnets(props: EksNetworkProps, plan: Readonly<Record<ZoneKey, ZoneSubnets>>): Tiers {
    const { networkName, tags = {} } = props;
    const common = {
      vpcId: this.vpcId,
      zones: new Zones(this, 'Zones', props.availabilityZones, props.zoneCount ?? 3),
      tags,
    };
    return {
      privateSubnets: new SubnetTier(this, 'PrivateSubnets', {
        ...common,
        name: `${networkName}-private`,
        cidrOf: (zone) => plan[zone].privateCidr,
        routeTablePerZone: true,
        subnetTags: { 'kubernetes.io/role/internal-elb': '1' },
      }),
      intraSubnets: new SubnetTier(this, 'IntraSubnets', {
        ...common,
        name: `${networkName}-intra`,
        cidrOf: (zone) => plan[zone].intraCidr,
        routeTablePerZone: false,
        subnetTags: {},
      }),
      publicSubnets:
        props.egress === EksEgress.NONE
          ? undefined
          : new SubnetTier(this, 'PublicSubnets', {
              ...common,
              name: `${networkName}-public`,
              cidrOf: (zone) => plan[zone].publicCidr,
              routeTablePerZone: false,
              subnetTags: { 'kubernetes.io/role/elb': '1' },
            }),
    };
  }

  private defineEgress(props: EksNetworkProps, tiers: Tiers): readonly ITerraformDependable[] {
    const { privateSubnets, publicSubnets } = tiers;
    if (publicSubnets === undefined) return [];
    return new NatEgress(this, 'Egress', {
      vpcId: this.vpcId,
      name: props.networkName,
      publicSubnets,
      privateSubnets,
      single: props.egress === EksEgress.NAT_SINGLE,
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

  private parseCidr(text: string): Cidr {
    if (Token.isUnresolved(text)) {
      throw new ValidationError(
        `'cidr' must be known at synthesis, because the subnets are cut from it; give text such as '${EKS_VPC_CIDR}'`,
        this,
      );
    }
    const read = readNamedCidr('cidr', text);
    if (typeof read === 'string') throw new ValidationError(read, this);
    return read.cidr;
  }

  private assertNetworkName(name: string): void {
    if (Token.isUnresolved(name) || /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name)) return;
    throw new ValidationError(
      `'networkName' (${name}) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
      this,
    );
  }
}
