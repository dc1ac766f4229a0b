import { TerraformVariable } from 'cdktf';
import {
  nodeAccountId,
  poolNamePrefix,
  roleGrantId,
  workloadAccountId,
} from '../../../lib/gke/private/names';
import { gkeStack } from '../gke-stack';

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

describe('workloadAccountId', () => {
  it.each([
    ['prod', 'Orders', 'prod-orders-031288'],
    ['prod', 'nodes', 'prod-nodes-965ee8'],
    ['a-cluster-with-a-long-name', 'Orders', 'a-cluster-with-a-long-n-dddb02'],
    ['payments-of-europe-prod', 'Orders', 'payments-of-europe-prod-65ac06'],
  ])('of %s and %s is %s', (clusterName, name, accountId) => {
    expect(workloadAccountId(clusterName, name)).toBe(accountId);
    expect(accountId.length).toBeLessThanOrEqual(30);
  });

  it('differs where the names together read the same', () => {
    expect(workloadAccountId('prod', 'a-b')).not.toBe(workloadAccountId('prod-a', 'b'));
    expect(workloadAccountId('prod', 'Orders')).not.toBe(workloadAccountId('prod', 'orders'));
  });

  it('leaves a name that Terraform fills in to it', () => {
    const clusterName = new TerraformVariable(gkeStack(), 'name', { type: 'string' }).stringValue;
    expect(workloadAccountId(clusterName, 'Orders')).toBe(`${clusterName}-b7e8ac`);
  });
});

describe('roleGrantId', () => {
  it('is an id that says which role, whatever signs the role has', () => {
    expect(roleGrantId('roles/pubsub.publisher')).toBe('Rolebab64999');
    expect(roleGrantId('projects/acme-prod/roles/shop')).toBe('Role26ce95a5');
  });
});
