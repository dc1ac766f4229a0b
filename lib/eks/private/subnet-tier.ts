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
  /** Whether each zone has a route table of its own, as a way out per zone needs. */
  readonly routeTablePerZone: boolean;
  /** Tags of the subnets beside the common ones. */
  readonly subnetTags: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
}

/** Subnets of one kind, one per zone, with their route tables. */
export class SubnetTier extends Construct {
  /** Per zone. Zones with a table in common have the same one. */
  public readonly routeTableIds: ReadonlyMap<ZoneKey, string>;
  public readonly subnetIds: ReadonlyMap<ZoneKey, string>;
  /** Zones as the subnets report them, known for certain after the first apply. */
  public readonly zoneNames: readonly string[];
  /** That the subnets use their tables. */
  public readonly associations: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: SubnetTierProps) {
    super(scope, id);
    const shared = props.routeTablePerZone ? undefined : this.defineRouteTable(this, props.name, props);
    const routeTableIds = new Map<ZoneKey, string>();
    const subnetIds = new Map<ZoneKey, string>();
    const zoneNames: string[] = [];
    const associations: ITerraformDependable[] = [];
    for (const [key, availabilityZone] of props.zones.byKey) {
      const zone = new Construct(this, key);
      const name = `${props.name}-${key.slice(-1).toLowerCase()}`;
      const subnet = new Subnet(zone, 'Resource', {
        vpcId: props.vpcId,
        cidrBlock: props.cidrOf(key).toString(),
        availabilityZone,
        tags: withName({ ...props.tags, ...props.subnetTags }, name),
        lifecycle: props.zones.areLookedUp ? { ignoreChanges: ['availability_zone'] } : undefined,
      });
      const routeTable = shared ?? this.defineRouteTable(zone, name, props);
      associations.push(
        new RouteTableAssociation(zone, 'Association', { subnetId: subnet.id, routeTableId: routeTable.id }),
      );
      routeTableIds.set(key, routeTable.id);
      subnetIds.set(key, subnet.id);
      zoneNames.push(subnet.availabilityZone);
    }
    this.routeTableIds = routeTableIds;
    this.subnetIds = subnetIds;
    this.zoneNames = zoneNames;
    this.associations = associations;
  }

  private defineRouteTable(scope: Construct, name: string, props: SubnetTierProps): RouteTable {
    return new RouteTable(scope, 'RouteTable', { vpcId: props.vpcId, tags: withName(props.tags, name) });
  }
}
