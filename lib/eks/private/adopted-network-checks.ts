import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet';
import { DataAwsSubnets } from '@cdktf/provider-aws/lib/data-aws-subnets';
import { DataAwsVpc } from '@cdktf/provider-aws/lib/data-aws-vpc';
import {
  Fn,
  type IResolvable,
  Op,
  propertyAccess,
  ref,
  TerraformIterator,
  TerraformStack,
  Token,
} from 'cdktf';
import { Construct } from 'constructs';
import type { EksNetworkAttributes } from '../network-attributes';

const INTERNAL_LOAD_BALANCERS = 'kubernetes.io/role/internal-elb';

/** What a check at plan time is made of. */
interface Postcondition {
  readonly condition: IResolvable;
  /** Terraform's own template; no text of a user's stands in it. */
  readonly errorMessage: string;
}

/** Subnets that one prop names. */
interface Subnets {
  readonly prop: string;
  readonly ids: readonly string[];
  /** The zone that is told for a subnet, by its id; empty when none are. */
  readonly zoneOf: Readonly<Record<string, string>>;
  readonly vpcId: string;
}

/** Zones over which the subnets of a prop turn out to be spread. */
interface Spread {
  readonly prop: string;
  readonly zones: string[];
  /** Name of what reads them. */
  readonly label: string;
}

/**
 * What Terraform reads of a VPC that exists, while it plans and before it changes anything, and what it refuses there.
 *
 * Subnets whose ids are known at synthesis are read one by one; of those that Terraform itself has yet to learn, it asks only
 * whether the VPC has them.
 */
export class AdoptedNetworkChecks extends Construct {
  public constructor(scope: Construct, id: string, attributes: EksNetworkAttributes) {
    super(scope, id);
    const { privateSubnetIds, intraSubnetIds, podSubnets = [], zones = [], vpcId } = attributes;
    const spreads = this.readSubnets('PrivateSubnets', {
      prop: 'privateSubnetIds',
      ids: privateSubnetIds,
      zoneOf: known(zones) ? zonesById(privateSubnetIds, zones) : {},
      vpcId,
    });
    for (const { label } of spreads) this.doubt(label);
    if (intraSubnetIds !== undefined) {
      spreads.push(
        ...this.readSubnets('IntraSubnets', {
          prop: 'intraSubnetIds',
          ids: intraSubnetIds,
          zoneOf: {},
          vpcId,
        }),
      );
    }
    if (podSubnets.length > 0) {
      const ids = podSubnets.map((subnet) => subnet.subnetId);
      const zonesOfPods = podSubnets.map((subnet) => subnet.zone);
      this.readSubnets('PodSubnets', { prop: 'podSubnets', ids, zoneOf: zonesById(ids, zonesOfPods), vpcId });
    }
    this.readVpc(attributes, spreads);
  }

  private readVpc(attributes: EksNetworkAttributes, spreads: readonly Spread[]): void {
    const { vpcId, vpcCidr, vpcIpv6Cidr, secondaryCidrs = [] } = attributes;
    const ranges = Token.asList(ref('self.cidr_block_associations[*].cidr_block'));
    const missing = Fn.setsubtract([vpcCidr, ...secondaryCidrs], ranges);
    const postcondition: Postcondition[] = [
      {
        condition: Op.and(ref('self.enable_dns_support'), ref('self.enable_dns_hostnames')),
        errorMessage:
          'Switch on both DNS settings of the VPC (DNS support and DNS hostnames): without them nodes do not find the private endpoint of the API.',
      },
      {
        condition: isEmpty(missing),
        errorMessage:
          "The VPC lacks a range that 'vpcCidr' or 'secondaryCidrs' name; it has ${join(\", \", self.cidr_block_associations[*].cidr_block)}.",
      },
    ];
    if (vpcIpv6Cidr !== undefined) {
      postcondition.push({
        condition: Op.eq(ref('self.ipv6_cidr_block'), vpcIpv6Cidr),
        errorMessage: "The VPC lacks the IPv6 range that 'vpcIpv6Cidr' names.",
      });
    }
    for (const { prop, zones } of spreads) {
      postcondition.push({
        condition: Op.gte(Fn.lengthOf(Fn.distinct(zones)), 2),
        errorMessage: `All subnets of '${prop}' lie in one zone, and EKS asks for two: name one in another zone.`,
      });
    }
    new DataAwsVpc(this, 'Resource', { id: vpcId, lifecycle: { postcondition } });
  }

  /** Reads subnets of one kind, and returns over which zones they are spread, where that can be known. */
  private readSubnets(id: string, { prop, ids, zoneOf, vpcId }: Subnets): Spread[] {
    if (!known(ids)) {
      this.findSubnets(id, prop, ids, vpcId);
      return [];
    }
    const each = TerraformIterator.fromList([...ids]);
    const label = new DataAwsSubnet(this, id, {
      forEach: each,
      id: each.value,
      lifecycle: {
        postcondition: [
          {
            condition: Op.eq(ref('self.vpc_id'), vpcId),
            errorMessage: `Subnet \${self.id}, which '${prop}' names, lies in another VPC, \${self.vpc_id}.`,
          },
          ...(Object.keys(zoneOf).length === 0
            ? []
            : [
                {
                  condition: Op.eq(
                    ref('self.availability_zone'),
                    Fn.lookup(zoneOf, Token.asString(ref('self.id'))),
                  ),
                  errorMessage: `Subnet \${self.id}, which '${prop}' names, lies in \${self.availability_zone}, not in the zone that is told for it.`,
                },
              ]),
        ],
      },
    }).friendlyUniqueId;
    const zones = propertyAccess(Fn.values(ref(`data.aws_subnet.${label}`)), ['*', 'availability_zone']);
    return [{ prop, zones: Token.asList(zones), label }];
  }

  /** One question for all: a subnet that Terraform has yet to make cannot be one of several to read. */
  private findSubnets(id: string, prop: string, ids: readonly string[], vpcId: string): void {
    const list = Token.isUnresolved(ids) ? Token.asList(ids) : [...ids];
    new DataAwsSubnets(this, id, {
      filter: [
        { name: 'subnet-id', values: list },
        { name: 'vpc-id', values: [vpcId] },
      ],
      lifecycle: {
        postcondition: [
          {
            condition: isEmpty(Fn.setsubtract(list, Token.asList(ref('self.ids')))),
            errorMessage: `The VPC lacks a subnet that '${prop}' names; it has \${join(", ", self.ids)} of them.`,
          },
        ],
      },
    });
  }

  /** Warns, in every plan, of what may be meant so. */
  private doubt(label: string): void {
    const each = (condition: string): string =>
      `\${alltrue([for subnet in values(data.aws_subnet.${label}) : ${condition}])}`;
    TerraformStack.of(this).addOverride(`check.${label}`, {
      assert: [
        {
          condition: each(`contains(keys(subnet.tags), "${INTERNAL_LOAD_BALANCERS}")`),
          error_message: `A subnet of 'privateSubnetIds' lacks the tag ${INTERNAL_LOAD_BALANCERS} (value 1): internal load balancers will not find it.`,
        },
        {
          condition: each('!subnet.map_public_ip_on_launch'),
          error_message:
            "A subnet of 'privateSubnetIds' gives machines public addresses: nodes in it stand on the Internet.",
        },
      ],
    });
  }
}

/** Below one and not equal to zero: the engine renders a comparison with 0 as one with `undefined`. */
function isEmpty(list: readonly string[]): IResolvable {
  return Op.lt(Fn.lengthOf(list), 1);
}

/** Whether a list, and all in it, is known at synthesis. */
function known(list: readonly string[]): boolean {
  return !Token.isUnresolved(list) && !list.some((item) => Token.isUnresolved(item));
}

/** Zones by the subnets that they are told for; one that is a token is Terraform's to compare. */
function zonesById(ids: readonly string[], zones: readonly string[]): Readonly<Record<string, string>> {
  if (!known(ids)) return {};
  return Object.fromEntries(
    ids.flatMap((id, index) => {
      const zone = zones[index];
      return zone === undefined ? [] : [[id, zone]];
    }),
  );
}
