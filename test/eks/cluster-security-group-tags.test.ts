import { ClusterSecurityGroupTags } from '../../lib/eks/private/cluster-security-group-tags';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { all, eksStack } from './eks-stack';

function define(tags: Readonly<Record<string, string>>, stack = eksStack()): ClusterSecurityGroupTags {
  return new ClusterSecurityGroupTags(stack, 'ClusterSecurityGroupTags', {
    securityGroupId: 'sg-0123456789abcdef0',
    tags,
  });
}

describe('tags of the security group that EKS makes', () => {
  it('are resources of their own, one for each key', () => {
    const stack = eksStack();
    define({ team: 'shop', 'karpenter.sh/discovery': 'prod' }, stack);
    const synthesized = synthesize(stack);
    expect(Object.values(all(synthesized, 'aws_ec2_tag'))).toEqual([
      { resource_id: 'sg-0123456789abcdef0', key: 'karpenter.sh/discovery', value: 'prod' },
      { resource_id: 'sg-0123456789abcdef0', key: 'team', value: 'shop' },
    ]);
  });

  it('keep their addresses whatever stands beside them', () => {
    const sets: readonly Readonly<Record<string, string>>[] = [
      { team: 'shop' },
      { area: 'eu', team: 'shop', zone: 'dmz' },
    ];
    const [few = [], many = []] = sets.map((tags) => {
      const stack = eksStack();
      define(tags, stack);
      return resourceAddresses(synthesize(stack));
    });
    expect(few).toHaveLength(1);
    expect(many).toEqual(expect.arrayContaining([...few]));
  });

  it('can be added afterwards', () => {
    const stack = eksStack();
    define({}, stack).add('karpenter.sh/discovery', 'prod');
    expect(Object.values(all(synthesize(stack), 'aws_ec2_tag'))).toEqual([
      { resource_id: 'sg-0123456789abcdef0', key: 'karpenter.sh/discovery', value: 'prod' },
    ]);
  });

  it.each([
    [
      { 'kubernetes.io/cluster/prod': 'owned' },
      "'clusterSecurityGroupTags' key 'kubernetes.io/cluster/prod' is set by EKS on its own security group; a second one breaks load balancers",
    ],
    [
      { 'aws:team': 'shop' },
      "'clusterSecurityGroupTags' key 'aws:team' starts with 'aws:', which AWS keeps for itself",
    ],
  ])('fail with %j', (tags, problem) => {
    expect(() => define(tags)).toThrow(new Error(`[test] ${problem}`));
  });

  it('fail when a key is set twice, also where only the tree cannot tell two apart', () => {
    const tags = define({ 'karpenter.sh/discovery': 'prod' });
    expect(() => tags.add('karpenter.sh/discovery', 'other')).toThrow(
      new Error(
        "[test/ClusterSecurityGroupTags] 'clusterSecurityGroupTags' key 'karpenter.sh/discovery' is set already; leave one of them out",
      ),
    );
    expect(() => tags.add('karpenter.sh--discovery', 'prod')).toThrow(
      new Error(
        "[test/ClusterSecurityGroupTags] 'clusterSecurityGroupTags' key 'karpenter.sh--discovery' cannot stand beside 'karpenter.sh/discovery'; leave one of them out",
      ),
    );
  });

  it.each(['constructor', '__proto__'])('cannot be named %s, which the tree has for itself', (key) => {
    expect(() => define(Object.fromEntries([[key, 'x']]))).toThrow(
      new Error(
        `[test/ClusterSecurityGroupTags] 'clusterSecurityGroupTags' key '${key}' cannot be part of an address; choose another`,
      ),
    );
  });
});
