import { textAt, type ValueObject } from './value';

/** What is known of a resource or data source when its computed values are drawn. */
export interface ResourceFacts {
  /** The Terraform type, such as `aws_vpc`. */
  readonly type: string;
  /** Hexadecimal text, 40 long, equal for equal configurations of a type that do not live side by side. */
  readonly token: string;
  /** The attributes known so far: the configuration, and `id` once it is drawn. */
  readonly values: ValueObject;
  /** The region of the resource or of its provider configuration. */
  readonly region: string;
  /** The account (AWS) or project (Google) of the provider configuration. */
  readonly account: string;
}

const ID_PREFIXES: Readonly<Record<string, string>> = {
  aws_ebs_volume: 'vol',
  aws_egress_only_internet_gateway: 'eigw',
  aws_eip: 'eipalloc',
  aws_flow_log: 'fl',
  aws_instance: 'i',
  aws_internet_gateway: 'igw',
  aws_launch_template: 'lt',
  aws_nat_gateway: 'nat',
  aws_network_interface: 'eni',
  aws_route_table: 'rtb',
  aws_route_table_association: 'rtbassoc',
  aws_security_group: 'sg',
  aws_security_group_rule: 'sgrule',
  aws_subnet: 'subnet',
  aws_vpc: 'vpc',
  aws_vpc_endpoint: 'vpce',
  aws_vpc_security_group_egress_rule: 'sgr',
  aws_vpc_security_group_ingress_rule: 'sgr',
};

const CREATED = '2025-01-01T00:00:00Z';

/** A text of the form that the name of the attribute promises. */
export function generatedText(path: readonly string[], facts: ResourceFacts): string {
  const name = path.at(-1) ?? '';
  const isTop = path.length === 1;
  if (isTop && name === 'id') return id(facts);
  if (isTop && name === 'name')
    return `${textAt(facts.values, ['name_prefix']) ?? ''}${facts.token.slice(0, 12)}`;
  return FORMS.find(([pattern]) => pattern.test(name))?.[1](facts, name) ?? fallback(facts, name);
}

const FORMS: readonly (readonly [RegExp, (facts: ResourceFacts, name: string) => string])[] = [
  [/(^|_)arn$/, arn],
  [/link$/, (facts) => `https://www.googleapis.com/compute/v1/${idOf(facts)}`],
  [/^(region|location)$/, (facts) => facts.region],
  [/^project$/, (facts) => facts.account],
  [/zone$/, (facts) => zones(facts)[0] ?? facts.region],
  [/(account|owner)_id$/, (facts) => facts.account],
  [
    /(certificate|^data|_key|private_key_pem)$/,
    (_, name) => Buffer.from(`simulated ${name}`).toString('base64'),
  ],
  [/(url|uri|issuer|endpoint)$/, (facts) => `https://${facts.token.slice(0, 12)}.simulated.example`],
  [/(dns_name|domain|hostname)$/, (facts) => `${facts.token.slice(0, 12)}.simulated.example`],
  [/ipv6.*cidr|cidr.*ipv6/, () => '2001:db8::/56'],
  [/cidr/, () => '10.0.0.0/16'],
  [/(^|_)(ip|address)$/, (facts) => `192.0.2.${1 + (Number.parseInt(facts.token.slice(0, 4), 16) % 254)}`],
  [/(_at|time|timestamp|date)$/, () => CREATED],
  [/email$/, (facts) => `${facts.token.slice(0, 12)}@${facts.account}.iam.gserviceaccount.com`],
  [/(json|policy)$/, () => '{}'],
  [/^(status|state)$/, () => 'ACTIVE'],
];

/** The zones of the region, in the naming of the cloud that the type belongs to. */
export function zones(facts: ResourceFacts): readonly string[] {
  const joint = facts.type.startsWith('google') ? '-' : '';
  return ['a', 'b', 'c'].map((letter) => `${facts.region}${joint}${letter}`);
}

function id(facts: ResourceFacts): string {
  const prefix = ID_PREFIXES[facts.type];
  if (prefix !== undefined) return `${prefix}-${facts.token.slice(0, 17)}`;
  const name = textAt(facts.values, ['name']);
  if (!facts.type.startsWith('google_'))
    return name ?? fallback(facts, facts.type.replace(/^[a-z0-9]+_/, ''));
  const collection = facts.type.split('_').slice(2).join('_');
  return `projects/${facts.account}/locations/${facts.region}/${collection}s/${name ?? facts.token.slice(0, 12)}`;
}

function idOf(facts: ResourceFacts): string {
  return textAt(facts.values, ['id']) ?? id(facts);
}

function arn(facts: ResourceFacts): string {
  const [, service = 'service', ...rest] = facts.type.split('_');
  return `arn:aws:${service}:${facts.region}:${facts.account}:${rest.join('-') || service}/${idOf(facts)}`;
}

function fallback(facts: ResourceFacts, name: string): string {
  return `${name}-${facts.token.slice(0, 12)}`;
}
