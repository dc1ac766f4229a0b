import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { Cidr } from '../../values';
import type { ZoneKey } from './subnet-plan';
import { withName } from './tags';
import type { Zones } from './zones';

export interface SubnetTierProps {
  readonly vpcId: string;
  /** Stem of the names, such as `prod-private`. */
  readonly name: string;
  readonly zones: Zones;
  readonly cidrOf: (zone: ZoneKey) => Cidr;
  readonly routeTables: RouteTables;
  /** Tags of the subnets beside the common ones. */
  readonly subnetTags: Readonly<Record<string, string>>;
  /** IPv6 ranges of the subnets; every machine and network interface in them then has such an address. @default - IPv4 alone */
  readonly ipv6CidrOf?: (zone: ZoneKey) => string;
  readonly tags: Readonly<Record<string, string>>;
}

/** One table for all zones, one for each as a way out per zone needs, or those of another tier, zone by zone. */
export type RouteTables = 'shared' | 'per-zone' | SubnetTier;

/** Subnets of one kind, one per zone, with their route tables. */
export class SubnetTier extends Construct {
  /** Per zone. Zones with a table in common have the same one. */
  public readonly routeTableIds: ReadonlyMap<ZoneKey, string>;
  public readonly subnetIds: ReadonlyMap<ZoneKey, string>;
  /** Each subnet with its zone, as it reports it. */
  public readonly list: readonly { readonly zone: string; readonly subnetId: string }[];
  /** Zones as the subnets report them, known for certain after the first apply. */
  public readonly zoneNames: readonly string[];
  /** That the subnets use their tables. */
  public readonly associations: readonly ITerraformDependable[];
  private readonly subnets: readonly Subnet[];

  public constructor(scope: Construct, id: string, props: SubnetTierProps) {
    super(scope, id);
    const { routeTables } = props;
    const shared = routeTables === 'shared' ? this.defineRouteTable(this, props.name, props).id : undefined;
    const others = typeof routeTables === 'string' ? undefined : routeTables.routeTableIds;
    const routeTableIds = new Map<ZoneKey, string>();
    const subnetIds = new Map<ZoneKey, string>();
    const zoneNames: string[] = [];
    const associations: ITerraformDependable[] = [];
    const subnets: Subnet[] = [];
    for (const [key, availabilityZone] of props.zones.byKey) {
      const zone = new Construct(this, key);
      const name = `${props.name}-${key.slice(-1).toLowerCase()}`;
      const subnet = new Subnet(zone, 'Resource', {
        vpcId: props.vpcId,
        cidrBlock: props.cidrOf(key).toString(),
        availabilityZone,
        ipv6CidrBlock: props.ipv6CidrOf?.(key),
        assignIpv6AddressOnCreation: props.ipv6CidrOf === undefined ? undefined : true,
        tags: withName({ ...props.tags, ...props.subnetTags }, name),
        lifecycle: props.zones.areLookedUp ? { ignoreChanges: ['availability_zone'] } : undefined,
      });
      const routeTableId = shared ?? others?.get(key) ?? this.defineRouteTable(zone, name, props).id;
      associations.push(
        new RouteTableAssociation(zone, 'Association', { subnetId: subnet.id, routeTableId }),
      );
      routeTableIds.set(key, routeTableId);
      subnets.push(subnet);
      subnetIds.set(key, subnet.id);
      zoneNames.push(subnet.availabilityZone);
    }
    this.routeTableIds = routeTableIds;
    this.subnetIds = subnetIds;
    this.zoneNames = zoneNames;
    this.associations = associations;
    this.subnets = subnets;
    this.list = subnets.map((subnet) => ({ zone: subnet.availabilityZone, subnetId: subnet.id }));
  }

  /** Adds a tag to every subnet, after the others. */
  public tag(key: string, value: string): void {
    for (const subnet of this.subnets) subnet.tags = { ...subnet.tagsInput, [key]: value };
  }

  private defineRouteTable(scope: Construct, name: string, props: SubnetTierProps): RouteTable {
    return new RouteTable(scope, 'RouteTable', { vpcId: props.vpcId, tags: withName(props.tags, name) });
  }
}
