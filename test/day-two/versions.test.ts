import { compareStacks, parseStack } from '../../lib/day-two';
import { cluster, stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

const eks = (control: string, pool: string | undefined = control): Resources =>
  cluster({ 'aws_eks_cluster.Prod': { version: control }, 'aws_eks_node_group.General': { version: pool } });

function compare(before: Resources, after: Resources) {
  return compareStacks(stackOf(before), stackOf(after));
}

describe('the versions of a stack', () => {
  it.each<[string, Resources, Resources, string, string]>([
    [
      'a minor version is skipped',
      eks('1.32'),
      eks('1.34'),
      'version-skipped',
      'aws_eks_cluster.Prod goes from 1.32 to 1.34, and a control plane takes one minor version at a time; apply 1.33 first',
    ],
    [
      'the control plane goes back',
      eks('1.34', '1.33'),
      eks('1.33'),
      'version-lowered',
      'aws_eks_cluster.Prod goes back from 1.34 to 1.33, which a control plane cannot; keep 1.34',
    ],
    [
      'nodes are ahead',
      eks('1.33'),
      eks('1.33', '1.34'),
      'nodes-ahead',
      'aws_eks_node_group.General has nodes of 1.34, newer than its control plane of 1.33; raise the control plane first',
    ],
    [
      'nodes lag too far behind',
      eks('1.33', '1.30'),
      eks('1.34', '1.30'),
      'nodes-behind',
      'aws_eks_node_group.General has nodes of 1.30, 4 minor versions behind its control plane of 1.34, and Kubernetes allows 3; raise the nodes first',
    ],
  ])('are refused when %s', (_, before, after, kind, message) => {
    const { findings } = compare(before, after);
    expect(findings.map((finding) => [finding.kind, finding.severity, finding.message])).toEqual([
      [kind, 'refused', message],
    ]);
  });

  it('are not refused for one step, for three versions between, nor for a new cluster', () => {
    expect(compare(eks('1.33'), eks('1.34')).findings).toEqual([]);
    expect(compare(eks('1.33', '1.31'), eks('1.34', '1.31')).findings).toEqual([]);
    expect(compare({}, eks('1.34')).findings).toEqual([]);
  });

  it('are steps of an upgrade: control plane, add-ons, nodes', () => {
    const before = { ...eks('1.33'), 'aws_eks_addon.Cni': addOn('vpc-cni', 'v1.19.0-eksbuild.1') };
    const after = { ...eks('1.34'), 'aws_eks_addon.Cni': addOn('vpc-cni', 'v1.20.0-eksbuild.1') };
    expect(compare(before, after).steps).toEqual([
      'aws_eks_cluster.Prod: the control plane goes from 1.33 to 1.34; it cannot go back',
      'add-ons that change their version then: vpc-cni',
      'add-ons that stay as they are, and are raised by hand or by a version of their own: coredns',
      'aws_eks_node_group.General: nodes go from 1.33 to 1.34, a share at a time; a PodDisruptionBudget that allows no disruption holds this up',
    ]);
    expect(compare(eks('1.33'), eks('1.34', '1.33')).steps.at(-1)).toBe(
      'aws_eks_node_group.General: nodes stay at 1.33, 1 behind',
    );
    expect(compare(eks('1.34', '1.33'), eks('1.34')).steps).toEqual([]);
  });
});

describe('the text of a stack', () => {
  it.each(['', 'null', '[]', '{"resource":'])('is none when it is %j', (text) => {
    expect(parseStack(text)).toBeUndefined();
  });

  it('has no resources when it has none, and takes no nonsense for one', () => {
    expect(parseStack('{}')?.resources.size).toBe(0);
    expect(parseStack('{"resource":{"aws_vpc":3,"aws_subnet":{"A":null}}}')?.resources.size).toBe(1);
  });
});

function addOn(name: string, version: string): Readonly<Record<string, unknown>> {
  return { addon_name: name, addon_version: version, cluster_name: '${aws_eks_cluster.Prod.name}' };
}
