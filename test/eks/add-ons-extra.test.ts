import { TerraformVariable } from 'cdktf';
import { EksAddOnPhase, EksAddOnVersion, type EksExtraAddOnOptions } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { addOnOf, defineAddOns, defineNodes, synthesizeAddOns } from './add-ons-stack';
import { all, eksStack, policy } from './eks-stack';

const EFS: EksExtraAddOnOptions = {
  addOnName: 'aws-efs-csi-driver',
  identity: {
    serviceAccount: 'efs-csi-controller-sa',
    managedPolicies: ['service-role/AmazonEFSCSIDriverPolicy'],
    statements: [{ sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::prod/*'] }],
  },
};

function refused(name: string, options: unknown): () => void {
  return () => defineAddOns(eksStack()).addAddOn(name, options as EksExtraAddOnOptions);
}

describe('an add-on of the user', () => {
  it('is defined with what it is told, under its name', () => {
    const synthesized = synthesizeAddOns({}, (addOns) =>
      addOns.addAddOn('efs', {
        ...EFS,
        version: EksAddOnVersion.pinned('v2.1.4-eksbuild.1'),
        configuration: { controller: { replicaCount: 3 } },
      }),
    );
    expect(all(synthesized, 'aws_eks_addon').AddOns_Extra_efs_3F79D87C).toEqual({
      addon_name: 'aws-efs-csi-driver',
      addon_version: 'v2.1.4-eksbuild.1',
      cluster_name: 'prod',
      configuration_values: '{"controller":{"replicaCount":3}}',
      depends_on: [
        'aws_iam_role_policy_attachment.AddOns_Extra_efs_Role_ManagedAmazonEFSCSIDriverPolicy_999876BF',
        'aws_iam_role_policy.AddOns_Extra_efs_Role_Policy_9E5380AB',
        'aws_eks_node_group.Nodes',
      ],
      pod_identity_association: [
        {
          role_arn: '${aws_iam_role.AddOns_Extra_efs_Role_B656EF73.arn}',
          service_account: 'efs-csi-controller-sa',
        },
      ],
      resolve_conflicts_on_update: 'OVERWRITE',
    });
  });

  it('has a role for its service account alone, with what it was allowed', () => {
    const synthesized = synthesizeAddOns({}, (addOns) => addOns.addAddOn('efs', EFS));
    const role = all(synthesized, 'aws_iam_role').AddOns_Extra_efs_Role_B656EF73;
    expect(role?.name).toBe('prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-0f9cdfa');
    expect(policy(role?.assume_role_policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'Assume',
          Effect: 'Allow',
          Principal: { Service: 'pods.eks.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Condition: {
            StringEquals: {
              'aws:RequestTag/kubernetes-namespace': 'kube-system',
              'aws:RequestTag/kubernetes-service-account': 'efs-csi-controller-sa',
            },
          },
        },
      ],
    });
    expect(
      policy(all(synthesized, 'aws_iam_role_policy').AddOns_Extra_efs_Role_Policy_9E5380AB?.policy),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::prod/*'] },
      ],
    });
  });

  it('keeps the name of its role when its service account changes, and ends it in 7 characters', () => {
    const nameOf = (serviceAccount: string): string => {
      const synthesized = synthesizeAddOns({}, (addOns) =>
        addOns.addAddOn('efs', { ...EFS, identity: { ...EFS.identity, serviceAccount } }),
      );
      return String(all(synthesized, 'aws_iam_role').AddOns_Extra_efs_Role_B656EF73?.name);
    };
    expect(nameOf('a')).toBe(nameOf('b'));
    expect(nameOf('a')).toMatch(/-[0-9a-f]{7}$/);
  });

  it('has its role taken on in the namespace that it runs in', () => {
    const stack = eksStack();
    const addOns = defineAddOns(stack);
    addOns.addAddOn('efs', { ...EFS, namespace: 'storage' });
    addOns.addAddOn('mount', {
      addOnName: 'aws-mountpoint-s3-csi-driver',
      identity: { serviceAccount: 's3', namespace: 'mount-s3', managedPolicies: ['AmazonS3ReadOnlyAccess'] },
    });
    expect(addOns.serviceAccounts.slice(2)).toEqual([
      { addOnName: 'aws-efs-csi-driver', namespace: 'storage', serviceAccount: 'efs-csi-controller-sa' },
      { addOnName: 'aws-mountpoint-s3-csi-driver', namespace: 'mount-s3', serviceAccount: 's3' },
    ]);
    expect(JSON.stringify(synthesize(stack))).toContain(
      '\\"aws:RequestTag/kubernetes-namespace\\":\\"mount-s3\\"',
    );
  });

  it('has no role when it needs nothing in AWS', () => {
    const synthesized = synthesizeAddOns({}, (addOns) =>
      addOns.addAddOn('snapshots', { addOnName: 'snapshot-controller' }),
    );
    expect(addOnOf(synthesized, 'snapshot-controller')).toEqual({
      addon_name: 'snapshot-controller',
      cluster_name: 'prod',
      depends_on: ['aws_eks_node_group.Nodes'],
      resolve_conflicts_on_update: 'OVERWRITE',
    });
    expect(Object.keys(all(synthesized, 'aws_iam_role'))).toHaveLength(2);
  });

  it('can be at its newest version', () => {
    const synthesized = synthesizeAddOns({}, (addOns) =>
      addOns.addAddOn('snapshots', {
        addOnName: 'snapshot-controller',
        version: EksAddOnVersion.mostRecent(),
      }),
    );
    expect(Object.values(synthesized.data?.aws_eks_addon_version ?? {})).toEqual([
      { addon_name: 'snapshot-controller', kubernetes_version: '1.34', most_recent: true },
    ]);
  });

  it('can have its name filled in by Terraform', () => {
    const stack = eksStack();
    const addOnName = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const addOns = defineAddOns(stack);
    defineNodes(stack, 'Nodes', addOns);
    addOns.addAddOn('some', { addOnName });
    expect(addOnOf(synthesize(stack), '${var.name}').cluster_name).toBe('prod');
  });
});

describe('an add-on of the user that is refused', () => {
  it('fails when its name is malformed', () => {
    expect(refused('1/2', { addOnName: 'snapshot-controller' })).toThrow(
      "[test/AddOns] add-on name '1/2' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    );
  });

  it('fails when the name or the add-on is there already', () => {
    const addOns = defineAddOns(eksStack());
    addOns.addAddOn('snapshots', { addOnName: 'snapshot-controller' });
    expect(() => addOns.addAddOn('snapshots', { addOnName: 'cert-manager' })).toThrow(
      "[test/AddOns] add-on name 'snapshots' is taken; choose another",
    );
    expect(() => addOns.addAddOn('again', { addOnName: 'snapshot-controller' })).toThrow(
      "[test/AddOns] 'snapshots' and 'again' are the same add-on (snapshot-controller)",
    );
  });

  it('fails when every cluster has it, or EKS has none of the name', () => {
    expect(refused('dns', { addOnName: 'coredns' })).toThrow(
      "[test/AddOns] 'addOnName' (coredns) is one of every cluster; its options go into the prop 'addOns'",
    );
    expect(refused('efs', { addOnName: 'AWS EFS' })).toThrow(
      "[test/AddOns] 'addOnName' (AWS EFS) must be EKS's name such as 'aws-efs-csi-driver'",
    );
  });

  it('fails when another add-on has its service account', () => {
    const addOns = defineAddOns(eksStack());
    const identity = {
      serviceAccount: 's3',
      namespace: 'mount',
      managedPolicies: ['AmazonS3ReadOnlyAccess'],
    };
    addOns.addAddOn('mount', { addOnName: 'aws-mountpoint-s3-csi-driver', identity });
    expect(() => addOns.addAddOn('other', { addOnName: 'other-driver', identity })).toThrow(
      "[test/AddOns] 'aws-mountpoint-s3-csi-driver' and 'other-driver' are for the same service account mount/s3; EKS gives it one role",
    );
    expect(() =>
      addOns.addAddOn('cni', { addOnName: 'other-cni', identity: { serviceAccount: 'aws-node' } }),
    ).toThrow(
      "[test/AddOns] 'vpc-cni' and 'other-cni' are for the same service account kube-system/aws-node; EKS gives it one role",
    );
  });

  it('fails when its phase is none', () => {
    expect(refused('efs', { addOnName: 'aws-efs-csi-driver', phase: 'with-nodes' })).toThrow(
      "[test/AddOns] 'phase' of 'aws-efs-csi-driver' (with-nodes) must be one of before-nodes, after-nodes",
    );
  });

  it('fails for every problem of its identity at once', () => {
    const identity = {
      serviceAccount: 'EFS',
      namespace: '-',
      managedPolicies: ['a b', 'service-role/X', 'X'],
      statements: [
        { sid: 'no-hyphens', actions: [], resources: ['*'] },
        { sid: 'Twice', actions: ['GetObject'], resources: [] },
        { sid: 'Twice', actions: ['s3:*'], resources: ['*'] },
      ],
    };
    expect(refused('efs', { addOnName: 'aws-efs-csi-driver', identity })).toThrow(
      [
        "[test/AddOns] 'serviceAccount' of 'aws-efs-csi-driver' (EFS) must be the name of a service account such as 'efs-csi-controller-sa'",
        "'namespace' of 'aws-efs-csi-driver' (-) must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit",
        "'managedPolicies' of 'aws-efs-csi-driver' (a b) must hold names of policies of AWS such as 'service-role/AmazonEFSCSIDriverPolicy'",
        "'managedPolicies' of 'aws-efs-csi-driver' names 'X' twice",
        "'sid' of 'aws-efs-csi-driver' (no-hyphens) must be letters and digits",
        "'statements' of 'aws-efs-csi-driver' have two of the 'sid' 'Twice'",
        "'actions' of statement 'no-hyphens' of 'aws-efs-csi-driver' must name at least one",
        "'actions' of statement 'Twice' of 'aws-efs-csi-driver' (GetObject) must be such as 's3:GetObject'",
        "'resources' of statement 'Twice' of 'aws-efs-csi-driver' must name at least one",
      ].join('; '),
    );
  });

  it('defines nothing when it is refused', () => {
    const stack = eksStack();
    const addOns = defineAddOns(stack);
    const count = stack.node.findAll().length;
    expect(() =>
      addOns.addAddOn('dns', { addOnName: 'coredns', phase: EksAddOnPhase.BEFORE_NODES }),
    ).toThrow();
    expect(stack.node.findAll()).toHaveLength(count);
    expect(addOns.serviceAccounts).toHaveLength(2);
  });
});
