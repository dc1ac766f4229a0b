import { EksAddOn, type EksAddOnOptions, EksAddOnVersion, EksConflicts } from '../../lib/eks';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { synthesize } from '../support/synthesized';
import { addOnOf, addOnsOf, defineAddOns, synthesizeAddOns } from './add-ons-stack';
import { all, eksStack } from './eks-stack';

function refused(addOns: Readonly<Record<string, unknown>>): () => void {
  return () => defineAddOns(eksStack(), { addOns: addOns as Partial<Record<EksAddOn, EksAddOnOptions>> });
}

describe('the options of an add-on', () => {
  it('are none by default', () => {
    expect(addOnOf(synthesizeAddOns(), 'coredns')).toEqual({
      addon_name: 'coredns',
      cluster_name: 'prod',
      depends_on: ['aws_eks_node_group.Nodes'],
      resolve_conflicts_on_update: 'OVERWRITE',
    });
  });

  it('pin a version, say what happens on conflicts, and keep what runs', () => {
    const addOns = {
      [EksAddOn.COREDNS]: {
        version: EksAddOnVersion.pinned('v1.11.4-eksbuild.2'),
        conflictsOnCreate: EksConflicts.OVERWRITE,
        conflictsOnUpdate: EksConflicts.PRESERVE,
        keepOnDelete: true,
      },
    };
    expect(addOnOf(synthesizeAddOns({ addOns }), 'coredns')).toEqual({
      addon_name: 'coredns',
      addon_version: 'v1.11.4-eksbuild.2',
      cluster_name: 'prod',
      depends_on: ['aws_eks_node_group.Nodes'],
      preserve: true,
      resolve_conflicts_on_create: 'OVERWRITE',
      resolve_conflicts_on_update: 'PRESERVE',
    });
  });

  it('look up the newest version that fits the control plane, for that add-on alone', () => {
    const addOns = { [EksAddOn.KUBE_PROXY]: { version: EksAddOnVersion.mostRecent() } };
    const synthesized = synthesizeAddOns({ addOns });
    const [[id, lookup] = [], ...more] = Object.entries(synthesized.data?.aws_eks_addon_version ?? {});
    expect(more).toEqual([]);
    expect(lookup).toEqual({ addon_name: 'kube-proxy', kubernetes_version: '1.34', most_recent: true });
    expect(addOnOf(synthesized, 'kube-proxy').addon_version).toBe(
      `\${data.aws_eks_addon_version.${id}.version}`,
    );
  });

  it('put an add-on into another namespace, which needs a newer provider', () => {
    const addOns = { [EksAddOn.EBS_CSI]: { namespace: 'storage' } };
    const synthesized = synthesizeAddOns({ addOns });
    expect(addOnOf(synthesized, 'aws-ebs-csi-driver').namespace_config).toEqual({ namespace: 'storage' });
    expect(synthesized.terraform?.required_providers).toEqual({
      aws: { source: 'aws', version: '>= 6.42.0, < 7.0.0' },
    });
    const trust = Object.values(all(synthesized, 'aws_iam_role')).map((role) => role.assume_role_policy);
    expect(trust.filter((policy) => String(policy).includes('"storage"'))).toHaveLength(1);
  });

  it('need no newer provider by themselves', () => {
    expect(synthesizeAddOns().terraform?.required_providers).toEqual({
      aws: { source: 'aws', version: '6.25.0' },
    });
  });

  it('leave out the EBS CSI driver with its role, and the metrics server', () => {
    const synthesized = synthesizeAddOns({
      addOns: { [EksAddOn.EBS_CSI]: { enabled: false }, [EksAddOn.METRICS_SERVER]: { enabled: false } },
    });
    expect(Object.keys(addOnsOf(synthesized)).sort()).toEqual([
      'coredns',
      'eks-pod-identity-agent',
      'kube-proxy',
      'vpc-cni',
    ]);
    expect(Object.keys(all(synthesized, 'aws_iam_role'))).toEqual(['AddOns_VpcCniRole_B6BD7059']);
  });

  it('say which service accounts have their identity from an add-on', () => {
    expect(defineAddOns(eksStack()).serviceAccounts).toEqual([
      { addOnName: 'vpc-cni', namespace: 'kube-system', serviceAccount: 'aws-node' },
      { addOnName: 'aws-ebs-csi-driver', namespace: 'kube-system', serviceAccount: 'ebs-csi-controller-sa' },
    ]);
  });

  it('are tagged and have bounded roles as the whole cluster', () => {
    const stack = eksStack();
    const boundary = 'arn:aws:iam::111122223333:policy/Boundary';
    defineAddOns(stack, {
      defaults: {
        environment: new AwsEnvironment(stack, 'Where'),
        tags: { team: 'platform' },
        permissionsBoundaryArn: boundary,
      },
    });
    const synthesized = synthesize(stack);
    const roles = Object.values(all(synthesized, 'aws_iam_role'));
    expect(roles.map((role) => role.permissions_boundary)).toEqual([boundary, boundary]);
    for (const tagged of [...roles, ...Object.values(addOnsOf(synthesized))]) {
      expect(tagged.tags).toEqual({ team: 'platform' });
    }
  });
});

describe('the configuration of an add-on', () => {
  function configured(addOn: EksAddOn, configuration: Readonly<Record<string, unknown>>): unknown {
    return addOnOf(synthesizeAddOns({ addOns: { [addOn]: { configuration } } }), addOn).configuration_values;
  }

  it('is the same text in whatever order it is written', () => {
    const text = '{"replicaCount":4,"resources":{"limits":{"cpu":"1","memory":"1Gi"}}}';
    expect(
      configured(EksAddOn.COREDNS, {
        resources: { limits: { memory: '1Gi', cpu: '1' } },
        replicaCount: 4,
        absent: undefined,
      }),
    ).toBe(text);
    expect(
      configured(EksAddOn.COREDNS, {
        replicaCount: 4,
        resources: { limits: { cpu: '1', memory: '1Gi' } },
      }),
    ).toBe(text);
  });

  it('is laid over ours', () => {
    expect(
      configured(EksAddOn.VPC_CNI, {
        env: { WARM_PREFIX_TARGET: '2', AWS_VPC_K8S_CNI_EXTERNALSNAT: 'true' },
        livenessProbeTimeoutSeconds: 20,
      }),
    ).toBe(
      '{"enableNetworkPolicy":"true","env":{"AWS_VPC_K8S_CNI_EXTERNALSNAT":"true","ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"2"},"livenessProbeTimeoutSeconds":20}',
    );
  });

  it('is left out when it is empty', () => {
    expect(configured(EksAddOn.METRICS_SERVER, {})).toBeUndefined();
    expect(configured(EksAddOn.COREDNS, {})).toBeUndefined();
  });

  it('fails where another prop decides, naming the key and the prop', () => {
    expect(
      refused({
        'vpc-cni': {
          configuration: {
            enableNetworkPolicy: 'false',
            eniConfig: { create: false },
            env: { ENABLE_PREFIX_DELEGATION: 'false', LOG_LEVEL: 'DEBUG' },
          },
        },
        coredns: { configuration: { computeType: 'Fargate' } },
      }),
    ).toThrow(
      "[test/AddOns] 'configuration' of 'vpc-cni' sets 'enableNetworkPolicy', which 'podNetworking' decides; 'configuration' of 'vpc-cni' sets 'eniConfig.create', which 'podNetworking' decides; 'configuration' of 'vpc-cni' sets 'env.ENABLE_PREFIX_DELEGATION', which 'podNetworking' decides; 'configuration' of 'coredns' sets 'computeType', which 'fargateProfiles' decides",
    );
  });

  it('fails when text stands where decided keys are', () => {
    expect(refused({ 'vpc-cni': { configuration: { env: 'none' } } })).toThrow(
      "[test/AddOns] 'configuration' of 'vpc-cni' sets 'env', which 'podNetworking' decides",
    );
  });

  it('fails when it is no map', () => {
    expect(refused({ coredns: { configuration: ['a'] } })).toThrow(
      "[test/AddOns] 'configuration' of 'coredns' must be a map of the add-on's own keys",
    );
  });
});

describe('add-ons that are refused', () => {
  it('fails when an add-on is not one of every cluster', () => {
    expect(refused({ cilium: {} })).toThrow(
      "[test/AddOns] 'addOns' names 'cilium'; those of every cluster are eks-pod-identity-agent, vpc-cni, kube-proxy, coredns, aws-ebs-csi-driver, metrics-server; others are added by addAddOn()",
    );
  });

  it('fails when options are none', () => {
    expect(refused({ coredns: 'v1.11.4-eksbuild.2', 'kube-proxy': null })).toThrow(
      "[test/AddOns] 'addOns' of 'coredns' (v1.11.4-eksbuild.2) must be options such as { version: … }; 'addOns' of 'kube-proxy' (null) must be options such as { version: … }",
    );
  });

  it('fails when one is left out that nodes need', () => {
    expect(refused({ 'vpc-cni': { enabled: false } })).toThrow(
      "[test/AddOns] 'addOns' leaves 'vpc-cni' out, without which nodes do not work; only aws-ebs-csi-driver and metrics-server can be",
    );
  });

  it('fails when a version is text', () => {
    expect(refused({ coredns: { version: 'v1.11.4-eksbuild.2' } })).toThrow(
      "[test/AddOns] 'version' of 'coredns' must be made by EksAddOnVersion, such as EksAddOnVersion.default()",
    );
  });

  it('fails when conflicts are none of EKS’s', () => {
    expect(refused({ coredns: { conflictsOnCreate: 'PRESERVE', conflictsOnUpdate: 'FORCE' } })).toThrow(
      "[test/AddOns] 'conflictsOnCreate' of 'coredns' (PRESERVE) must be one of NONE, OVERWRITE; before it is made there is nothing of the add-on to preserve; 'conflictsOnUpdate' of 'coredns' (FORCE) must be one of NONE, OVERWRITE, PRESERVE",
    );
  });

  it('fails when a namespace is malformed or not to be chosen', () => {
    expect(
      refused({ 'metrics-server': { namespace: 'Metrics' }, 'kube-proxy': { namespace: 'proxy' } }),
    ).toThrow(
      "[test/AddOns] 'namespace' of 'metrics-server' (Metrics) must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit; 'namespace' of 'kube-proxy' cannot be chosen: what nodes need runs in kube-system",
    );
  });
});
