import { EgressOnlyInternetGateway } from '@cdktf/provider-aws/lib/egress-only-internet-gateway';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import { EksEgress } from '../egress';
import type { ZoneKey } from './subnet-plan';
import type { SubnetTier } from './subnet-tier';
import { withName } from './tags';

const ANYWHERE = '0.0.0.0/0';
const ANYWHERE_IPV6 = '::/0';

export interface NatEgressProps {
  readonly vpcId: string;
  readonly name: string;
  readonly publicSubnets: SubnetTier;
  readonly privateSubnets: SubnetTier;
  /** Which NAT gateways there are. */
  readonly egress: Exclude<EksEgress, EksEgress.NONE>;
  /** Whether the subnets have IPv6 addresses too, which need no NAT but a gateway that lets nobody in. */
  readonly ipv6: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The way out. Going from one NAT gateway to one per zone keeps the first where it is and turns only the routes of the
 * other zones; going to a regional one turns the routes and gives the old gateways and their addresses up.
 */
export class NatEgress extends Construct {
  /** The routes out of the private subnets. */
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: NatEgressProps) {
    super(scope, id);
    const gateway = new InternetGateway(this, 'InternetGateway', {
      vpcId: props.vpcId,
      tags: withName(props.tags, props.name),
    });
    // All three: AWS refuses a NAT gateway before the Internet gateway, and one without a public route leads nowhere
    const before = [gateway, ...this.definePublicRoutes(gateway, props), ...props.publicSubnets.associations];
    let natGatewayId =
      props.egress === EksEgress.NAT_REGIONAL ? this.defineRegionalNat(props, gateway) : undefined;
    const ipv6GatewayId = props.ipv6 ? this.defineIpv6Gateway(props) : undefined;
    const ready: ITerraformDependable[] = [];
    for (const [key, routeTableId] of props.privateSubnets.routeTableIds) {
      const zone = new Construct(this, key);
      if (natGatewayId === undefined || props.egress === EksEgress.NAT_PER_ZONE) {
        natGatewayId = this.defineNat(zone, key, props, before);
      }
      ready.push(new Route(zone, 'Route', { routeTableId, destinationCidrBlock: ANYWHERE, natGatewayId }));
      if (ipv6GatewayId === undefined) continue;
      ready.push(
        new Route(zone, 'Ipv6Route', {
          routeTableId,
          destinationIpv6CidrBlock: ANYWHERE_IPV6,
          egressOnlyGatewayId: ipv6GatewayId,
        }),
      );
    }
    this.ready = ready;
  }

  private definePublicRoutes(
    gateway: InternetGateway,
    { publicSubnets, ipv6 }: NatEgressProps,
  ): ITerraformDependable[] {
    const [routeTableId] = publicSubnets.routeTableIds.values();
    if (routeTableId === undefined) return [];
    const route = new Route(this, 'PublicRoute', {
      routeTableId,
      destinationCidrBlock: ANYWHERE,
      gatewayId: gateway.id,
    });
    if (ipv6) {
      // for load balancers that answer on IPv6; NAT does not wait for it
      new Route(this, 'PublicIpv6Route', {
        routeTableId,
        destinationIpv6CidrBlock: ANYWHERE_IPV6,
        gatewayId: gateway.id,
      });
    }
    return [route];
  }

  private defineNat(
    zone: Construct,
    key: ZoneKey,
    props: NatEgressProps,
    dependsOn: ITerraformDependable[],
  ): string {
    const tags = withName(props.tags, `${props.name}-${key.slice(-1).toLowerCase()}`);
    const address = new Eip(zone, 'Address', { domain: 'vpc', tags });
    return new NatGateway(zone, 'Nat', {
      allocationId: address.allocationId,
      subnetId: props.publicSubnets.subnetIds.get(key),
      tags,
      dependsOn,
    }).id;
  }

  /** It lies in no subnet and has a route of its own to the Internet gateway, which therefore is all it waits for. */
  private defineRegionalNat(props: NatEgressProps, gateway: InternetGateway): string {
    return new NatGateway(this, 'RegionalNat', {
      vpcId: props.vpcId,
      availabilityMode: 'regional',
      connectivityType: 'public',
      tags: withName(props.tags, props.name),
      dependsOn: [gateway],
    }).id;
  }

  private defineIpv6Gateway(props: NatEgressProps): string {
    return new EgressOnlyInternetGateway(this, 'Ipv6Gateway', {
      vpcId: props.vpcId,
      tags: withName(props.tags, props.name),
    }).id;
  }
}
