import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../../cluster/private/tokens';
import { describeOverlaps, type NamedCidr, readNamedCidr, ValidationError } from '../../values';
import type { EksNetworkAttributes, EksPodSubnet, IEksNetwork } from '../network-attributes';
import { AdoptedNetworkChecks } from './adopted-network-checks';
import { shown } from './shown';

/** A VPC that exists: passes on what it was told, defines nothing, and has Terraform look whether it is true. */
export class AdoptedEksNetwork extends Construct implements IEksNetwork {
  public readonly vpcId: string;
  public readonly vpcCidr: string;
  public readonly vpcIpv6Cidr: string | undefined;
  public readonly secondaryCidrs: readonly string[];
  public readonly podSubnets: readonly EksPodSubnet[];
  public readonly privateSubnetIds: readonly string[];
  public readonly intraSubnetIds: readonly string[];
  public readonly zones: readonly string[];
  public readonly readyForNodes: readonly ITerraformDependable[] = [];

  public constructor(scope: Construct, id: string, attributes: EksNetworkAttributes) {
    super(scope, id);
    const problems = [
      ...describeSubnetIds('privateSubnetIds', attributes.privateSubnetIds),
      ...describeSubnetIds('intraSubnetIds', attributes.intraSubnetIds),
      ...describeZones(attributes),
      ...describePodSubnets(attributes.podSubnets ?? []),
      ...describeRanges(attributes),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.vpcId = attributes.vpcId;
    this.vpcCidr = attributes.vpcCidr;
    this.privateSubnetIds = copy(attributes.privateSubnetIds);
    this.intraSubnetIds = copy(attributes.intraSubnetIds ?? attributes.privateSubnetIds);
    this.zones = copy(attributes.zones ?? []);
    this.vpcIpv6Cidr = attributes.vpcIpv6Cidr;
    this.secondaryCidrs = [...(attributes.secondaryCidrs ?? [])];
    this.podSubnets = [...(attributes.podSubnets ?? [])];
    if (attributes.verify ?? true) new AdoptedNetworkChecks(this, 'Checks', attributes);
  }
}

/** A copy, unless the list is one token as a whole, which cannot be copied item by item. */
function copy(list: readonly string[]): readonly string[] {
  return Token.isUnresolved(list) ? list : [...list];
}

function describeRanges(attributes: EksNetworkAttributes): readonly string[] {
  const problems: string[] = [];
  const ranges: NamedCidr[] = [];
  const read = (prop: string, version: 4 | 6, range: string | undefined): void =>
    whenResolved(range, (text) => {
      const named = readNamedCidr(prop, text);
      if (typeof named === 'string') problems.push(named);
      else if (named.cidr.version !== version) {
        problems.push(`'${prop}' (${named.cidr}) must be a range of IPv${version} addresses`);
      } else ranges.push(named);
    });
  read('vpcCidr', 4, attributes.vpcCidr);
  read('vpcIpv6Cidr', 6, attributes.vpcIpv6Cidr);
  for (const range of attributes.secondaryCidrs ?? []) read('secondaryCidrs', 4, range);
  return [...problems, ...describeOverlaps(ranges)];
}

function describeZones({ zones, privateSubnetIds }: EksNetworkAttributes): readonly string[] {
  if (zones === undefined || Token.isUnresolved(zones) || Token.isUnresolved(privateSubnetIds)) return [];
  if (zones.length === 0 || zones.length === privateSubnetIds.length) return [];
  return [
    `'zones' (${zones.length}) must name the zone of each of the ${privateSubnetIds.length} 'privateSubnetIds', in the same order`,
  ];
}

function describePodSubnets(podSubnets: readonly EksPodSubnet[]): readonly string[] {
  const problems: string[] = [];
  for (const prop of ['zone', 'subnetId'] as const) {
    const found = podSubnets.map((subnet) => subnet[prop]);
    whenResolved(
      found.find((value, i) => found.indexOf(value) !== i),
      (twice) => problems.push(`'podSubnets' names '${twice}' twice; name each zone and each subnet once`),
    );
  }
  return problems;
}

function describeSubnetIds(prop: string, ids: readonly string[] | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(ids, (list) => {
    if (list.length < 2)
      problems.push(`'${prop}' (${list.length}) must name at least 2 subnets in different zones`);
    const twice = list.find((id, i) => list.indexOf(id) !== i);
    if (twice !== undefined) problems.push(`'${prop}' names ${shown(twice)} twice; name each subnet once`);
  });
  return problems;
}
