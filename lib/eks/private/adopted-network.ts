import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../../cluster/private/tokens';
import { readNamedCidr, ValidationError } from '../../values';
import type { EksNetworkAttributes, EksPodSubnet, IEksNetwork } from '../network-attributes';

/** A VPC that exists: passes on what it was told, defines nothing. */
export class AdoptedEksNetwork extends Construct implements IEksNetwork {
  public readonly vpcId: string;
  public readonly vpcCidr: string;
  public readonly vpcIpv6Cidr: string | undefined = undefined;
  public readonly secondaryCidrs: readonly string[] = [];
  public readonly podSubnets: readonly EksPodSubnet[] = [];
  public readonly privateSubnetIds: readonly string[];
  public readonly intraSubnetIds: readonly string[];
  public readonly zones: readonly string[];
  public readonly readyForNodes: readonly ITerraformDependable[] = [];

  public constructor(scope: Construct, id: string, attributes: EksNetworkAttributes) {
    super(scope, id);
    const problems = [
      ...describeSubnetIds('privateSubnetIds', attributes.privateSubnetIds),
      ...describeSubnetIds('intraSubnetIds', attributes.intraSubnetIds),
      ...describeRange('vpcCidr', attributes.vpcCidr),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.vpcId = attributes.vpcId;
    this.vpcCidr = attributes.vpcCidr;
    this.privateSubnetIds = copy(attributes.privateSubnetIds);
    this.intraSubnetIds = copy(attributes.intraSubnetIds ?? attributes.privateSubnetIds);
    this.zones = copy(attributes.zones ?? []);
  }
}

/** A copy, unless the list is one token as a whole, which cannot be copied item by item. */
function copy(list: readonly string[]): readonly string[] {
  return Token.isUnresolved(list) ? list : [...list];
}

function describeRange(prop: string, range: string): readonly string[] {
  const problems: string[] = [];
  whenResolved(range, (text) => {
    const read = readNamedCidr(prop, text);
    if (typeof read === 'string') problems.push(read);
  });
  return problems;
}

function describeSubnetIds(prop: string, ids: readonly string[] | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(ids, (list) => {
    if (list.length < 2)
      problems.push(`'${prop}' (${list.length}) must name at least 2 subnets in different zones`);
    const twice = list.find((id, i) => list.indexOf(id) !== i);
    if (twice !== undefined) problems.push(`'${prop}' names '${twice}' twice; name each subnet once`);
  });
  return problems;
}
