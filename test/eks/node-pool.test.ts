import { Architecture, CapacityType, NodePoolSize, type Taint, TaintEffect } from '../../lib/cluster';
import { EksMachines, type EksNodePoolOptions } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, POOL, synthesizeEks } from './eks-stack';

function group(options: Partial<EksNodePoolOptions>): Record<string, unknown> {
  const stack = eksStack();
  defineEks(stack, { nodePools: { system: { ...POOL, ...options } } });
  return only(synthesize(stack), 'aws_eks_node_group');
}

describe('a node pool on EKS', () => {
  it('is held at its size when fixed', () => {
    const fixed = group({ size: NodePoolSize.fixed(6) });
    expect(fixed.scaling_config).toEqual({ min_size: 6, max_size: 6, desired_size: 6 });
    expect(fixed.lifecycle).toEqual({ create_before_destroy: true });
  });

  it('is left to its autoscaler after the first apply when autoscaled', () => {
    const autoscaled = group({ size: NodePoolSize.autoscaled({ min: 2, max: 9, initial: 3 }) });
    expect(autoscaled.scaling_config).toEqual({ min_size: 2, max_size: 9, desired_size: 3 });
    expect(autoscaled.lifecycle).toEqual({
      create_before_destroy: true,
      ignore_changes: ['scaling_config[0].desired_size'],
    });
  });

  it('runs the image of its architecture', () => {
    const machines = EksMachines.ofShape({ vcpu: 2, memoryGib: 8, architecture: Architecture.ARM64 });
    expect(group({ machines })).toMatchObject({
      ami_type: 'AL2023_ARM_64_STANDARD',
      instance_types: ['m7g.large'],
    });
  });

  it.each([
    ['g6.xlarge', 'AL2023_x86_64_NVIDIA'],
    ['g5g.xlarge', 'AL2023_ARM_64_NVIDIA'],
  ])('runs the image with NVIDIA’s driver on %s, and is tainted by nobody but its user', (type, image) => {
    const stack = eksStack();
    const cluster = defineEks(stack);
    const pool = cluster.addNodePool('gpu', { ...POOL, machines: EksMachines.ofTypes(type) });
    const gpu = Object.values(all(synthesize(stack), 'aws_eks_node_group')).find(
      (one) => one.node_group_name_prefix === 'gpu-',
    );
    expect(gpu).toMatchObject({ ami_type: image, instance_types: [type] });
    expect(gpu).not.toHaveProperty('taint');
    expect(pool.hasGpus).toBe(true);
  });

  it('keeps the order of its types, which is the order of preference', () => {
    const machines = EksMachines.ofTypes('m7i.large', 'm6i.large', 'c7i.xlarge');
    expect(group({ machines }).instance_types).toEqual(['m7i.large', 'm6i.large', 'c7i.xlarge']);
  });

  it('runs on spot machines when they may be taken back', () => {
    expect(group({ capacityType: CapacityType.INTERRUPTIBLE }).capacity_type).toBe('SPOT');
  });

  it('carries labels and taints, taints sorted and in the words of EKS', () => {
    const taints: readonly Taint[] = [
      { key: 'team', value: 'ml', effect: TaintEffect.PREFER_NO_SCHEDULE },
      { key: 'gpu', effect: TaintEffect.NO_SCHEDULE },
      { key: 'gpu', effect: TaintEffect.NO_EXECUTE },
    ];
    const stack = eksStack();
    const cluster = defineEks(stack);
    const pool = cluster.addNodePool('ml', { ...POOL, labels: { team: 'ml' }, taints });
    const ml = Object.values(all(synthesize(stack), 'aws_eks_node_group')).find(
      (one) => one.node_group_name_prefix === 'ml-',
    );
    expect(ml?.labels).toEqual({ 'kubewhere.dev/pool': 'ml', team: 'ml' });
    expect(ml?.taint).toEqual([
      { key: 'gpu', effect: 'NO_EXECUTE' },
      { key: 'gpu', effect: 'NO_SCHEDULE' },
      { key: 'team', value: 'ml', effect: 'PREFER_NO_SCHEDULE' },
    ]);
    expect(pool.labels).toEqual({ 'kubewhere.dev/pool': 'ml', team: 'ml' });
    expect(pool.taints).toEqual(taints);
    expect(pool.nodePoolArn).toMatch(/^\$\{TfToken/);
    expect([pool.poolName, pool.architecture, pool.instanceTypes]).toEqual([
      'ml',
      Architecture.AMD64,
      ['m7i.large'],
    ]);
  });

  it('emits no taint block without taints', () => {
    expect('taint' in group({})).toBe(false);
  });

  it('has the disk it asks for', () => {
    const stack = eksStack();
    defineEks(stack, { nodePools: { system: { ...POOL, diskSizeGib: 200 } } });
    expect(only(synthesize(stack), 'aws_launch_template').block_device_mappings).toEqual([
      {
        device_name: '/dev/xvda',
        ebs: { volume_type: 'gp3', volume_size: 200, encrypted: 'true', delete_on_termination: 'true' },
      },
    ]);
  });

  it.each([19, 20.5, 16385])('fails when its disk has %d GiB', (diskSizeGib) => {
    expect(() => synthesizeEks({ nodePools: { system: { ...POOL, diskSizeGib } } })).toThrow(
      `[test/Cluster/NodePools/system] 'diskSizeGib' (${diskSizeGib}) must be a whole number of 20 to 16384 GiB`,
    );
  });

  it.each([
    'kubernetes.io/role',
    'node-role.kubernetes.io/worker',
    'topology.k8s.io/rack',
    'eks.amazonaws.com/x',
    'mynode.kubernetes.io/x',
  ])('fails when a label is %s, with which a node cannot join', (key) => {
    expect(() => group({ labels: { [key]: 'x' } })).toThrow(
      `[test/Cluster/NodePools/system] 'labels' key '${key}' is reserved and a node that carries it cannot join; choose another prefix`,
    );
  });

  it.each(['node.kubernetes.io/workload', 'my.node.kubernetes.io/x', 'example.com/team', 'team'])(
    'takes the label %s',
    (key) => {
      expect(group({ labels: { [key]: 'x' } }).labels).toEqual({
        'kubewhere.dev/pool': 'system',
        [key]: 'x',
      });
    },
  );

  it('fails when a label or taint is one that Kubernetes takes and EKS refuses', () => {
    const key = `${'d'.repeat(60)}.org/x`;
    expect(() =>
      group({ labels: { empty: '', [key]: 'x' }, taints: [{ key, effect: TaintEffect.NO_SCHEDULE }] }),
    ).toThrow(
      new Error(
        `[test/Cluster/NodePools/system] 'labels' value of 'empty' is empty, which EKS refuses; write 'true'; 'labels' key '${key}' has 66 characters; EKS takes 63, the prefix included; 'taints' key '${key}' has 66 characters; EKS takes 63, the prefix included`,
      ),
    );
  });

  it('fails when the label of the pool is given', () => {
    expect(() => group({ labels: { 'kubewhere.dev/pool': 'x' } })).toThrow(
      "[test/Cluster/NodePools/system] 'labels' key 'kubewhere.dev/pool' is set to the name of the pool; leave it out",
    );
  });

  it('fails when a label or taint is malformed', () => {
    expect(() => group({ labels: { 'a b': 'x' } })).toThrow(
      "[test/Cluster/NodePools/system] 'labels' key 'a b' must be at most 63 letters",
    );
  });

  it('fails when its name does not fit', () => {
    expect(() => defineEks(eksStack()).addNodePool('Batch', POOL)).toThrow(
      "[test/Cluster] node pool name 'Batch' must be 1 to 20 lower-case letters, digits and hyphens, starting with a letter",
    );
  });

  it('is a copy of what it was told', () => {
    const taints: Taint[] = [];
    const pool = defineEks(eksStack()).addNodePool('copy', { ...POOL, taints });
    taints.push({ key: 'late', effect: TaintEffect.NO_SCHEDULE });
    expect(pool.taints).toEqual([]);
  });
});
