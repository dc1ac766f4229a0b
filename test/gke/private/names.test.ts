import { nodeAccountId, poolNamePrefix } from '../../../lib/gke/private/names';

describe('nodeAccountId', () => {
  it.each([
    ['a', 'a-nodes'],
    ['prod', 'prod-nodes'],
    ['exactly-twenty-four-char', 'exactly-twenty-four-char-nodes'],
  ])('is the name of the cluster %s with a suffix', (clusterName, accountId) => {
    expect(nodeAccountId(clusterName)).toBe(accountId);
  });

  it('tells long names apart within 30 characters', () => {
    const [one, other] = [
      'a-cluster-with-a-very-long-name-europe-1',
      'a-cluster-with-a-very-long-name-europe-2',
    ].map(nodeAccountId);
    expect([one, other]).toEqual(['a-cluster-with-a-39ac28-nodes', 'a-cluster-with-a-332ec3-nodes']);
  });

  it.each(['a', 'a'.repeat(40), `${'a-'.repeat(19)}aa`])(
    'is one that Google accepts for %s',
    (clusterName) => {
      expect(nodeAccountId(clusterName)).toMatch(/^[a-z]([-a-z0-9]{4,28}[a-z0-9])$/);
    },
  );
});

describe('poolNamePrefix', () => {
  it.each([
    ['general', 'general-'],
    ['exactly-13-ch', 'exactly-13-ch-'],
    ['observability-stack', 'observability-'],
    ['twelve-chars-and-more', 'twelve-chars-'],
  ])('of %s is %s', (poolName, prefix) => {
    expect(poolNamePrefix(poolName)).toBe(prefix);
    expect(prefix.length).toBeLessThanOrEqual(14);
  });
});
