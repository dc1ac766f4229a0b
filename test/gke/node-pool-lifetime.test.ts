import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import { TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { GkeMachine, type GkeNodePoolOptions } from '../../lib/gke';
import { GkeDeletionPolicy } from '../../lib/gke/deletion-policy';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';
import { definePool, nodesBeyondDefault, poolBeyondDefault, refusalOf, synthesizePool } from './pools';

function googleVersion(options: Partial<GkeNodePoolOptions>): unknown {
  const { terraform } = synthesizePool(options);
  return Object(Object(terraform?.required_providers).google).version;
}

describe('what is newer than the bindings', () => {
  it('leaves the provider of a pool that uses none of it alone', () => {
    expect(googleVersion({})).toBe('6.50.0');
    expect(googleVersion({ sandbox: false })).toBe('6.50.0');
    expect(nodesBeyondDefault({ sandbox: false })).toEqual({});
  });

  it('runs pods in gVisor', () => {
    expect(nodesBeyondDefault({ sandbox: true })).toEqual({ sandbox_config: { sandbox_type: 'gvisor' } });
    expect(poolBeyondDefault({ sandbox: true })).toEqual({});
    expect(googleVersion({ sandbox: true })).toBe('>= 7.22.0, < 8.0.0');
    expect(definePool(gkeStack(), { sandbox: true }).isSandboxed).toBe(true);
  });

  it.each([true, false])('respects disruption budgets when the pool goes: %s', (respects) => {
    const options = { respectDisruptionBudgetsOnDelete: respects };
    expect(poolBeyondDefault(options)).toEqual({
      node_drain_config: { respect_pdb_during_node_pool_deletion: respects },
    });
    expect(googleVersion(options)).toBe('>= 7.17.0, < 8.0.0');
  });

  it('keeps a pool that was taken out of the program', () => {
    const options = { deletionPolicy: GkeDeletionPolicy.ABANDON };
    expect(poolBeyondDefault(options)).toEqual({ deletion_policy: 'ABANDON' });
    expect(googleVersion(options)).toBe('>= 7.45.0, < 8.0.0');
  });
});

describe('how long a pool is waited for', () => {
  it('is as told', () => {
    expect(poolBeyondDefault({ timeouts: { createMinutes: 60, deleteMinutes: 90 } })).toEqual({
      timeouts: { create: '60m', delete: '90m' },
    });
    expect(poolBeyondDefault({ timeouts: {} })).toEqual({});
  });

  it('is no time that nobody waits', () => {
    expect(refusalOf({ timeouts: { updateMinutes: 0 } })).toBe(
      `'timeouts' updateMinutes (0) must be a whole number of 1 to 1440`,
    );
  });
});

describe('the logging of nodes', () => {
  it.each([
    [true, 'MAX_THROUGHPUT'],
    [false, 'DEFAULT'],
  ])('is faster when %s', (maxThroughputLogging, variant) => {
    expect(nodesBeyondDefault({ maxThroughputLogging })).toEqual({ logging_variant: variant });
  });
});

describe('secure tags', () => {
  it('are those of the cluster and the pool, whose own win, sorted', () => {
    const options = { resourceManagerTags: { 'tagKeys/2': 'tagValues/22', 'tagKeys/1': 'tagValues/11' } };
    const host = { resourceManagerTags: { 'tagKeys/3': 'tagValues/33', 'tagKeys/2': 'tagValues/20' } };
    expect(nodesBeyondDefault(options, host)).toEqual({
      resource_manager_tags: {
        'tagKeys/1': 'tagValues/11',
        'tagKeys/2': 'tagValues/22',
        'tagKeys/3': 'tagValues/33',
      },
    });
    expect(nodesBeyondDefault({ resourceManagerTags: {} })).toEqual({});
  });

  it('may have values that only Terraform knows', () => {
    const stack = gkeStack();
    const unknown = new TerraformVariable(stack, 'Tag', { type: 'string' }).stringValue;
    definePool(stack, { resourceManagerTags: { 'tagKeys/1': unknown } });
  });

  it('are refused when malformed or too many', () => {
    expect(refusalOf({ resourceManagerTags: { tier: '' } })).toBe(
      `'resourceManagerTags' key 'tier' must be the id of a tag key such as 'tagKeys/281478395625645'; 'resourceManagerTags' value '' of 'tier' must be the id of a tag value such as 'tagValues/281479442205542'`,
    );
    const five = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`tagKeys/${n}`, 'tagValues/1']));
    expect(
      refusalOf({ resourceManagerTags: five }, { resourceManagerTags: { 'tagKeys/6': 'tagValues/1' } }),
    ).toBe(`'resourceManagerTags' holds 6 tags; GKE takes 5`);
  });
});

describe('what a pool waits for', () => {
  it.each([
    ['e2-standard-4', []],
    ['g2-standard-4', ['google_container_node_pool.other']],
  ])('is what the cluster says, on %s beside the pools without GPUs', (machineType, pools) => {
    const stack = gkeStack();
    const grant = new ProjectIamMember(stack, 'Grant', {
      project: 'acme-prod',
      role: 'roles/viewer',
      member: 'user:a@acme.example',
    });
    const other = new Construct(stack, 'other');
    definePool(
      stack,
      { machine: GkeMachine.ofType(machineType) },
      {
        notBefore: [grant],
        pools: [
          Object.assign(other, {
            poolName: 'other',
            labels: {},
            taints: [],
            hasGpus: false,
            isWindows: false,
            isSandboxed: false,
            _address: 'google_container_node_pool.other',
          }),
        ],
      },
    );
    expect(only(synthesize(stack), 'google_container_node_pool').depends_on).toEqual([
      'google_project_iam_member.Grant',
      ...pools,
    ]);
  });
});
