import { EksAddOn, EksAddOnPhase } from '../../lib/eks';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { addOnOf, addOnsOf, defineAddOns, defineNodes, synthesizeAddOns } from './add-ons-stack';
import { all, eksStack } from './eks-stack';

const AGENT = 'aws_eks_addon.AddOns_PodIdentityAgent_AE6B660C';
const GUARD = { addOnName: 'aws-guardduty-agent', phase: EksAddOnPhase.BEFORE_NODES };

/** Every resource with the resources that it names, in `depends_on` or anywhere else. */
function graphOf(synthesized: SynthesizedStack): ReadonlyMap<string, readonly string[]> {
  const bodies = Object.entries(synthesized.resource ?? {}).flatMap(([type, instances]) =>
    Object.entries(instances).map(([id, body]) => [`${type}.${id}`, JSON.stringify(body)] as const),
  );
  return new Map(
    bodies.map(([address, body]) => [
      address,
      bodies.map(([other]) => other).filter((other) => other !== address && names(body, other)),
    ]),
  );
}

function names(body: string, address: string): boolean {
  return new RegExp(`${address.replace('.', '\\.')}(?![A-Za-z0-9_-])`).test(body);
}

/** All that must exist before a resource; throws when the resource waits for itself. */
function prerequisites(graph: ReadonlyMap<string, readonly string[]>, address: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (at: string, path: readonly string[]): void => {
    if (path.includes(at)) throw new Error(`a circle: ${[...path, at].join(' → ')}`);
    if (seen.has(at)) return;
    for (const next of graph.get(at) ?? []) {
      visit(next, [...path, at]);
      seen.add(next);
    }
  };
  visit(address, []);
  return seen;
}

function addressOf(synthesized: SynthesizedStack, addOnName: string): string {
  const found = Object.entries(all(synthesized, 'aws_eks_addon')).find(
    ([, addOn]) => addOn.addon_name === addOnName,
  );
  if (found === undefined) throw new Error(`no add-on '${addOnName}'`);
  return `aws_eks_addon.${found[0]}`;
}

describe('the order of add-ons', () => {
  it('is agent, then CNI, then nodes, then CoreDNS, EBS CSI and metrics server', () => {
    const synthesized = synthesizeAddOns();
    const graph = graphOf(synthesized);
    const [agent, cni, proxy, dns, ebs, metrics] = [
      'eks-pod-identity-agent',
      'vpc-cni',
      'kube-proxy',
      'coredns',
      'aws-ebs-csi-driver',
      'metrics-server',
    ].map((name) => addressOf(synthesized, name));
    expect([...prerequisites(graph, String(cni))]).toContain(agent);
    expect([...prerequisites(graph, 'aws_eks_node_group.Nodes')]).toEqual(
      expect.arrayContaining([agent, cni, proxy]),
    );
    for (const last of [dns, ebs, metrics]) {
      expect([...prerequisites(graph, String(last))]).toEqual(
        expect.arrayContaining(['aws_eks_node_group.Nodes', agent, cni, proxy]),
      );
    }
    for (const first of [agent, cni, proxy]) {
      expect([...prerequisites(graph, String(first))]).not.toContain('aws_eks_node_group.Nodes');
    }
  });

  it('has no circle, whatever is added and whenever', () => {
    const synthesized = synthesizeAddOns({}, (addOns, stack) => {
      addOns.addAddOn('guard', { ...GUARD, identity: { serviceAccount: 'guard', managedPolicies: ['A'] } });
      defineNodes(stack, 'Later', addOns);
      addOns.addAddOn('efs', { addOnName: 'aws-efs-csi-driver', identity: { serviceAccount: 'efs' } });
    });
    const graph = graphOf(synthesized);
    expect(graph.size).toBeGreaterThan(12);
    for (const address of graph.keys()) expect(() => prerequisites(graph, address)).not.toThrow();
  });

  it('puts an add-on of the first phase before pools that were there already and pools that come later', () => {
    const synthesized = synthesizeAddOns({}, (addOns, stack) => {
      addOns.addAddOn('guard', GUARD);
      defineNodes(stack, 'Later', addOns);
    });
    const guard = 'aws_eks_addon.AddOns_Extra_guard_B3905B82';
    const groups = all(synthesized, 'aws_eks_node_group');
    const ready = ['aws_eks_addon.AddOns_VpcCni_94A19AB4', 'aws_eks_addon.AddOns_KubeProxy_AEC09D7D', guard];
    expect(groups.Nodes?.depends_on).toEqual(ready);
    expect(groups.Later?.depends_on).toEqual(ready);
    expect(addOnOf(synthesized, 'aws-guardduty-agent').depends_on).toBeUndefined();
  });

  it('has an add-on of the first phase wait for the agent when it has an AWS identity', () => {
    const synthesized = synthesizeAddOns({}, (addOns) =>
      addOns.addAddOn('guard', { ...GUARD, identity: { serviceAccount: 'guard', managedPolicies: ['A'] } }),
    );
    expect(addOnOf(synthesized, 'aws-guardduty-agent').depends_on).toEqual([
      AGENT,
      'aws_iam_role_policy_attachment.AddOns_Extra_guard_Role_ManagedA_D7CC3A5F',
    ]);
  });

  it('has an add-on wait for nodes unless told otherwise', () => {
    const synthesized = synthesizeAddOns({}, (addOns, stack) => {
      addOns.addAddOn('efs', { addOnName: 'aws-efs-csi-driver' });
      defineNodes(stack, 'Later', addOns);
    });
    expect(addOnOf(synthesized, 'aws-efs-csi-driver').depends_on).toEqual([
      'aws_eks_node_group.Nodes',
      'aws_eks_node_group.Later',
    ]);
  });
});

describe('the add-ons of a cluster with Auto Mode', () => {
  it('are the metrics server alone, which waits for the cluster and nothing else', () => {
    const stack = eksStack();
    const addOns = defineAddOns(stack, { autoMode: true });
    const found = addOnsOf(synthesize(stack));
    expect(Object.keys(found)).toEqual(['metrics-server']);
    expect(found['metrics-server']).not.toHaveProperty('depends_on');
    expect(addOns.readyForNodes).toEqual([]);
    expect(addOns.readyForIdentities).toEqual([]);
    expect(addOns.missingForNodes).toEqual(['eks-pod-identity-agent', 'vpc-cni', 'kube-proxy', 'coredns']);
  });

  it('can be all that nodes of other pools need', () => {
    const enabled = { enabled: true };
    const stack = eksStack();
    const addOns = defineAddOns(stack, {
      autoMode: true,
      addOns: {
        [EksAddOn.POD_IDENTITY_AGENT]: enabled,
        [EksAddOn.VPC_CNI]: enabled,
        [EksAddOn.KUBE_PROXY]: enabled,
        [EksAddOn.COREDNS]: enabled,
      },
    });
    defineNodes(stack, 'Nodes', addOns);
    const synthesized = synthesize(stack);
    expect(Object.keys(addOnsOf(synthesized)).sort()).toEqual([
      'coredns',
      'eks-pod-identity-agent',
      'kube-proxy',
      'metrics-server',
      'vpc-cni',
    ]);
    expect(addOns.missingForNodes).toEqual([]);
    expect([...prerequisites(graphOf(synthesized), addressOf(synthesized, 'coredns'))]).toContain(AGENT);
  });

  it('give an add-on of the user its identity without an agent, which EKS runs itself', () => {
    const stack = eksStack();
    defineAddOns(stack, { autoMode: true }).addAddOn('guard', {
      ...GUARD,
      identity: { serviceAccount: 'guard', managedPolicies: ['A'] },
    });
    expect(addOnOf(synthesize(stack), 'aws-guardduty-agent').depends_on).toEqual([
      'aws_iam_role_policy_attachment.AddOns_Extra_guard_Role_ManagedA_D7CC3A5F',
    ]);
  });

  it('makes nodes wait for the agent where the CNI is not defined', () => {
    const stack = eksStack();
    const addOns = defineAddOns(stack, {
      autoMode: true,
      addOns: { [EksAddOn.POD_IDENTITY_AGENT]: { enabled: true } },
    });
    defineNodes(stack, 'Nodes', addOns);
    expect(all(synthesize(stack), 'aws_eks_node_group').Nodes?.depends_on).toEqual([AGENT]);
  });
});
