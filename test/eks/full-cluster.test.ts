import { resourceAddresses, type SynthesizedStack } from '../support/synthesized';
import { all, synthesizeEks } from './eks-stack';
import { synthesizeFull } from './full-cluster';

const full = synthesizeFull();

describe('a cluster that asks for everything', () => {
  it('keeps every address of the smallest cluster', () => {
    expect(resourceAddresses(full)).toEqual(expect.arrayContaining([...resourceAddresses(synthesizeEks())]));
  });

  it('has no two resources that wait for each other', () => {
    expect(circlesOf(full)).toEqual([]);
  });

  it('refers to nothing that it does not hold', () => {
    const known = addressesOf(full);
    const missing = [...edgesOf(full).values()].flat().filter((address) => !known.includes(address));
    expect(missing).toEqual([]);
  });

  it('has the boundary on every role, and no name of a role beyond the 64 characters of IAM', () => {
    const roles = Object.values(all(full, 'aws_iam_role'));
    expect(roles.length).toBeGreaterThan(5);
    expect(new Set(roles.map((role) => role.permissions_boundary))).toEqual(
      new Set(['arn:aws:iam::111122223333:policy/Boundary']),
    );
    const longest = { name: 'n'.repeat(40), region: 'us-isof-south-1' };
    const lengths = roles
      .map((role) =>
        String(role.name)
          .replace(/\$\{[^}]*\.region\}/, longest.region)
          .replace(/^prod/, longest.name),
      )
      .filter((name) => name.length > 64);
    expect(lengths).toEqual([]);
  });

  it('has two of no role name', () => {
    const names = Object.values(all(full, 'aws_iam_role')).map((role) => role.name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('carries its tags on everything that can', () => {
    const untagged = Object.entries(full.resource ?? {})
      .filter(([, instances]) =>
        Object.values(instances).some(
          (resource) => (resource.tags as { readonly team?: string } | undefined)?.team !== 'platform',
        ),
      )
      .map(([type]) => type);
    expect(untagged).toEqual([
      'aws_arczonalshift_zonal_autoshift_configuration',
      // An Auto Scaling group has them in blocks of its own
      'aws_autoscaling_group',
      'aws_cloudwatch_event_target',
      'aws_ec2_tag',
      'aws_eks_access_policy_association',
      'aws_iam_role_policy',
      'aws_iam_role_policy_attachment',
      'aws_kms_alias',
      'aws_route',
      'aws_route_table_association',
      'aws_sqs_queue_policy',
    ]);
  });

  it('is the same to the byte for the same input', () => {
    expect(JSON.stringify(synthesizeFull())).toBe(JSON.stringify(full));
  });

  it('lets CloudWatch use the key for the log groups that it encrypts, and for no other', () => {
    const groups = Object.values(all(full, 'aws_cloudwatch_log_group')).map((group) => group.name);
    const key = JSON.stringify(all(full, 'aws_kms_key').Cluster_Encryption_E5B8DD14?.policy);
    const allowed = [...key.matchAll(/log-group:([^"\\]+)/g)].map(([, name]) => name);
    expect(allowed.sort()).toEqual(groups.sort());
    expect(groups).toHaveLength(6);
  });
});

/** Addresses of everything that Terraform makes or reads. */
function addressesOf(synthesized: SynthesizedStack): readonly string[] {
  const data = Object.entries(synthesized.data ?? {}).flatMap(([type, instances]) =>
    Object.keys(instances).map((name) => `data.${type}.${name}`),
  );
  return [...resourceAddresses(synthesized), ...data];
}

/** What each resource and data source waits for, by reference or by `depends_on`. */
function edgesOf(synthesized: SynthesizedStack): ReadonlyMap<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  const visit = (prefix: string, types: SynthesizedStack['resource']): void => {
    for (const [type, instances] of Object.entries(types ?? {})) {
      for (const [name, body] of Object.entries(instances)) {
        edges.set(`${prefix}${type}.${name}`, referencesOf(JSON.stringify(body)));
      }
    }
  };
  visit('', synthesized.resource);
  visit('data.', synthesized.data);
  return edges;
}

function referencesOf(text: string): readonly string[] {
  return [...text.matchAll(/(data\.)?\baws_\w+\.[A-Za-z]\w*/g)].map(([address]) => address);
}

/** Paths that lead back to where they start. */
function circlesOf(synthesized: SynthesizedStack): readonly string[] {
  const edges = edgesOf(synthesized);
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (address: string, path: readonly string[]): void => {
    if (path.includes(address)) circles.push([...path, address].join(' → '));
    else if (!done.has(address)) {
      for (const next of edges.get(address) ?? []) walk(next, [...path, address]);
      done.add(address);
    }
  };
  for (const address of edges.keys()) walk(address, []);
  return circles;
}
