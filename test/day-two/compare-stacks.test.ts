import { compareStacks } from '../../lib/day-two';
import { cluster, stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

/** What is said of a change, without the words on versions. */
function said(changes: Resources, before: Resources = cluster()): readonly string[] {
  return compareStacks(stackOf(before), stackOf(cluster(changes))).findings.map(({ message }) => message);
}

describe('the comparison of two versions of a stack', () => {
  it('says nothing of what did not change, and of what is changed in place', () => {
    expect(said({})).toEqual([]);
    expect(
      said({ 'aws_eks_cluster.Prod': { tags: { a: 'b' }, enabled_cluster_log_types: ['api'] } }),
    ).toEqual([]);
    expect(said({ 'aws_eks_node_group.General': { labels: { a: 'b' } } })).toEqual([]);
  });

  it('names the argument that replaces, its values, what is lost and what comes first', () => {
    const findings = compareStacks(
      stackOf(cluster()),
      stackOf(cluster({ 'aws_eks_node_group.General': { instance_types: ['m7i.xlarge'] } })),
    ).findings;
    expect(findings).toEqual([
      {
        kind: 'replaced',
        severity: 'warning',
        address: 'aws_eks_node_group.General',
        path: 'instance_types',
        from: '["m7i.large"]',
        to: '["m7i.xlarge"]',
        message:
          'aws_eks_node_group.General is replaced, because \'instance_types\' changes from ["m7i.large"] to ["m7i.xlarge"]; lost with it: its nodes, and what runs on them starts anew on others; a new one comes up first',
      },
    ]);
  });

  it('knows that the order of machine types counts, and that of subnets does not', () => {
    const before = cluster({ 'aws_eks_node_group.General': { instance_types: ['a', 'b'] } });
    expect(said({ 'aws_eks_node_group.General': { instance_types: ['b', 'a'] } }, before)).toHaveLength(1);
    const subnet_ids = ['${aws_subnet.B.id}', '${aws_subnet.A.id}'];
    expect(said({ 'aws_eks_node_group.General': { subnet_ids } })).toEqual([]);
  });

  it('follows a renamed role to the cluster that has its ARN, and not to add-ons that have the cluster’s name', () => {
    expect(said({ 'aws_iam_role.Role': { name: 'other' } })).toEqual([
      'aws_iam_role.Role is replaced, because \'name\' changes from "prod-cluster" to "other"',
      "aws_eks_cluster.Prod is replaced, because 'role_arn' comes from aws_iam_role.Role, which is replaced; lost with it: the cluster and all that runs in it",
    ]);
  });

  it('follows a renamed cluster to all that names it', () => {
    expect(said({ 'aws_eks_cluster.Prod': { name: 'other' } }).map((text) => text.split(',')[0])).toEqual([
      'aws_eks_cluster.Prod is replaced',
      'aws_eks_node_group.General is replaced',
      'aws_eks_addon.Dns is replaced',
    ]);
  });

  it('follows several steps, whatever their order', () => {
    const vpc = { 'aws_vpc.V': { cidr_block: '10.0.0.0/16' } };
    const inVpc = { 'aws_subnet.A': { vpc_id: '${aws_vpc.V.id}' } };
    const before = { ...cluster(inVpc), ...vpc };
    const after = { ...cluster(inVpc), 'aws_vpc.V': { cidr_block: '10.1.0.0/16' } };
    expect(
      compareStacks(stackOf(before), stackOf(after)).findings.map(({ kind, address }) => [kind, address]),
    ).toEqual([
      ['replaced-because', 'aws_eks_node_group.General'],
      ['replaced-because', 'aws_subnet.A'],
      ['replaced', 'aws_vpc.V'],
    ]);
  });

  it('does not take the same value told in another way for a change', () => {
    expect(said({ 'aws_eks_addon.Dns': { cluster_name: 'prod' } })).toEqual([]);
    expect(said({ 'aws_eks_node_group.General': { remote_access: null, disk_size: null } })).toEqual([]);
    const encryption_config = [{ provider: [{ key_arn: '${aws_kms_key.Key.arn}' }], resources: ['secrets'] }];
    expect(said({ 'aws_eks_cluster.Prod': { encryption_config } })).toEqual([]);
  });

  it('says "may be" where Terraform has to reckon a value', () => {
    expect(said({ 'aws_eks_node_group.General': { node_role_arn: 'arn:aws:iam::1:role/other' } })).toEqual([
      'aws_eks_node_group.General may be replaced, because \'node_role_arn\' changes from "${aws_iam_role.Nodes.arn}" to "arn:aws:iam::1:role/other"; lost with it: its nodes, and what runs on them starts anew on others; a new one comes up first',
    ]);
  });

  it('overlooks what Terraform is told to overlook', () => {
    const lifecycle = {
      ignore_changes: ['access_config[0].bootstrap_cluster_creator_admin_permissions', 'name'],
    };
    const changed = {
      access_config: { bootstrap_cluster_creator_admin_permissions: true },
      name: 'x',
      lifecycle,
    };
    expect(
      said({ 'aws_eks_cluster.Prod': { ...changed } }, cluster()).filter((text) =>
        text.startsWith('aws_eks_cluster'),
      ),
    ).toEqual([]);
    expect(
      said(
        { 'aws_vpc.V': { cidr_block: '10.1.0.0/16', lifecycle: { ignore_changes: 'all' } } },
        { ...cluster(), 'aws_vpc.V': { cidr_block: '10.0.0.0/16' } },
      ),
    ).toEqual([]);
  });

  it('says that a protected one is refused', () => {
    const kept = { lifecycle: { prevent_destroy: true } };
    expect(said({ 'aws_kms_key.Key': { key_usage: 'SIGN_VERIFY', ...kept } })[0]).toBe(
      'aws_kms_key.Key is replaced, because \'key_usage\' changes from nothing to "SIGN_VERIFY"; lost with it: all that is encrypted with it, when its waiting time is over; Terraform refuses it as long as the resource is protected',
    );
  });

  it('says what goes when a pool is renamed, and nothing of its rights', () => {
    const { 'aws_eks_node_group.General': pool = {}, ...rest } = cluster();
    const { findings } = compareStacks(
      stackOf(cluster()),
      stackOf({ ...rest, 'aws_eks_node_group.Other': pool }),
    );
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'removed',
        "aws_eks_node_group.General is no longer in the stack, so Terraform destroys it; lost with it: its nodes, and what runs on them starts anew on others; if it was only renamed, 'terraform state mv' keeps it",
      ],
    ]);
  });

  it('says that encryption cannot be taken away', () => {
    expect(said({ 'aws_eks_cluster.Prod': { encryption_config: undefined } })[0]).toMatch(
      /^aws_eks_cluster\.Prod is replaced, because 'encryption_config' changes|^aws_eks_cluster\.Prod may be replaced, because 'encryption_config' changes/,
    );
  });

  it('says of which types it knows nothing', () => {
    const before = stackOf({
      'oci_containerengine_cluster.C': { name: 'a' },
      'oci_kms_vault.K': { name: 'k' },
    });
    const after = stackOf({
      'oci_containerengine_cluster.C': { name: 'b' },
      'oci_kms_vault.K': { name: 'k' },
    });
    expect(compareStacks(before, after)).toEqual({
      findings: [],
      steps: [],
      unjudged: ['oci_containerengine_cluster'],
    });
  });

  it('ends for references that go in a circle', () => {
    const circle = (a: string) =>
      stackOf({
        'aws_iam_role.A': { name: '${aws_iam_role.B.name}', path: a },
        'aws_iam_role.B': { name: '${aws_iam_role.A.name}' },
      });
    expect(compareStacks(circle('/a'), circle('/b')).findings.map(({ address }) => address)).toContain(
      'aws_iam_role.A',
    );
  });
});
