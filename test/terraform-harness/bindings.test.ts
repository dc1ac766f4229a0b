import { readFileSync } from 'node:fs';
import { BindingsPackage } from '../support/terraform/private/bindings-package';
import type { BlockSchema } from '../support/terraform/private/schema';
import { schemaFromBindings } from '../support/terraform/private/schema-from-bindings';

const TYPES: readonly (readonly [string, string])[] = [
  ['aws', 'aws_cloudwatch_log_group'],
  ['aws', 'aws_eip'],
  ['aws', 'aws_eks_access_entry'],
  ['aws', 'aws_eks_addon'],
  ['aws', 'aws_eks_cluster'],
  ['aws', 'aws_eks_node_group'],
  ['aws', 'aws_eks_pod_identity_association'],
  ['aws', 'aws_iam_role'],
  ['aws', 'aws_launch_template'],
  ['aws', 'aws_nat_gateway'],
  ['aws', 'aws_security_group'],
  ['aws', 'aws_vpc_security_group_ingress_rule'],
  ['google', 'google_compute_firewall'],
  ['google', 'google_compute_subnetwork'],
  ['google', 'google_container_cluster'],
  ['google', 'google_container_node_pool'],
  ['google', 'google_kms_crypto_key'],
  ['google', 'google_service_account'],
];

describe('the bindings of a provider', () => {
  // the declarations are another file than the sources that the schemas are rebuilt from
  test.each(TYPES)('of %s give %s the arguments that its declarations give it', (provider, type) => {
    const schema = schemaFromBindings(BindingsPackage.find(provider).resourceSource(type) ?? '');
    const found = writable(schema);
    expect(found.optional.length).toBeGreaterThan(1);
    expect(found).toEqual(declared(provider, type));
  });

  test('know nothing of a type that does not exist', () => {
    const aws = BindingsPackage.find('hashicorp/aws');
    expect(aws.resourceSource('aws_eks_clusters')).toBeUndefined();
    expect(aws.dataSourceSource('aws_eks_clustr')).toBeUndefined();
    // a data source only: no resource of that name
    expect(aws.resourceSource('aws_availability_zones')).toBeUndefined();
  });

  test('are named when they are not installed', () => {
    expect(() => BindingsPackage.find('acme/nowhere')).toThrow(
      "provider 'acme/nowhere' cannot be simulated: its bindings '@cdktf/provider-nowhere' are not installed",
    );
  });
});

interface Arguments {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

function writable({ attributes, blocks }: BlockSchema): Arguments {
  const all = [
    ...Object.entries(attributes).filter(([, { required, optional }]) => required || optional),
    ...Object.entries(blocks).map(([name, { minItems }]) => [name, { required: minItems > 0 }] as const),
  ];
  const names = (wanted: boolean) =>
    all.flatMap(([name, { required }]) => (required === wanted ? [name] : [])).sort();
  return { required: names(true), optional: names(false) };
}

function declared(provider: string, type: string): Arguments {
  const folder = type.replace(/^[a-z]+_/, '').replaceAll('_', '-');
  const file = require.resolve(`@cdktf/provider-${provider}/lib/${folder}/index.d.ts`);
  const config =
    /export interface \w+Config extends [\s\S]*?\n}\n/.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  const properties = config.split('    readonly ').map((part, index, parts) => ({
    name: /\/docs\/resources\/\w+#(\w+) /.exec(part)?.[1] ?? '',
    optional: /^\w+\?:/.test(parts[index + 1] ?? '?:'),
  }));
  const names = (optional: boolean) =>
    properties.flatMap((item) => (item.name !== '' && item.optional === optional ? [item.name] : [])).sort();
  return { required: names(false), optional: names(true) };
}
