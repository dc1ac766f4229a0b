import { Eip } from '@cdktf/provider-aws/lib/eip';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Route } from '@cdktf/provider-aws/lib/route';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { SubnetTier } from './subnet-tier';
import { withName } from './tags';

const ANYWHERE = '0.0.0.0/0';

export interface NatEgressProps {
  readonly vpcId: string;
  readonly name: string;
  readonly publicSubnets: SubnetTier;
  readonly privateSubnets: SubnetTier;
  /** One NAT gateway in the first zone instead of one per zone. */
  readonly single: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The way out. Going from one NAT gateway to one per zone keeps the first where it is and turns only the routes of the
 * other zones.
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
    const before = [
      gateway,
      ...this.definePublicRoute(gateway, props.publicSubnets),
      ...props.publicSubnets.associations,
    ];
    const ready: ITerraformDependable[] = [];
    let first: string | undefined;
    for (const [key, routeTableId] of props.privateSubnets.routeTableIds) {
      const zone = new Construct(this, key);
      const natGatewayId: string =
        props.single && first !== undefined
          ? first
          : this.defineNat(
              zone,
              `${props.name}-${key.slice(-1).toLowerCase()}`,
              props.publicSubnets.subnetIds.get(key),
              before,
              props.tags,
            );
      first ??= natGatewayId;
      ready.push(new Route(zone, 'Route', { routeTableId, destinationCidrBlock: ANYWHERE, natGatewayId }));
    }
    this.ready = ready;
  }

  private definePublicRoute(gateway: InternetGateway, publicSubnets: SubnetTier): ITerraformDependable[] {
    const [routeTableId] = publicSubnets.routeTableIds.values();
    return routeTableId === undefined
      ? []
      : [
          new Route(this, 'PublicRoute', {
            routeTableId,
            destinationCidrBlock: ANYWHERE,
            gatewayId: gateway.id,
          }),
        ];
  }

  private defineNat(
    zone: Construct,
    name: string,
    subnetId: string | undefined,
    dependsOn: ITerraformDependable[],
    tags: Readonly<Record<string, string>>,
  ): string {
    const address = new Eip(zone, 'Address', { domain: 'vpc', tags: withName(tags, name) });
    return new NatGateway(zone, 'Nat', {
      allocationId: address.allocationId,
      subnetId,
      tags: withName(tags, name),
      dependsOn,
    }).id;
  }
}
