import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedCatalog } from '../../lib/catalog';
import { decide } from '../../lib/decision';
import type { ClusterRequest, Request } from '../../lib/decision/request/types';
import { synthesizeDecision } from '../../lib/fleet';
import { ValidationError } from '../../lib/values';
import { FRANKFURT } from '../decision/requests';
import { clusterRequest, request } from '../support/requests';
import type { SynthesizedStack } from '../support/synthesized';

/** Decides and synthesizes a request of one cluster, and reads its stack. */
function synthesizeOne(asked: Request): SynthesizedStack {
  const outdir = mkdtempSync(join(tmpdir(), 'kubewhere-platforms-'));
  const decision = decide(asked, embeddedCatalog());
  synthesizeDecision({ request: asked, decision, outdir });
  return JSON.parse(readFileSync(join(outdir, 'stacks/payments-api-cluster/cdk.tf.json'), 'utf8'));
}

const in_ = (place: string, overrides: Partial<ClusterRequest> = {}): Request =>
  request({
    sites: { frankfurt: FRANKFURT },
    tags: { team: 'payments' },
    clusters: { api: clusterRequest({ places: { allow: [place], deny: [] }, ...overrides }) },
  });

function only(
  resources: Readonly<Record<string, Record<string, unknown>>> | undefined,
): Record<string, unknown> {
  const [resource] = Object.values(resources ?? {});
  if (resource === undefined) throw new Error('no such resource');
  return resource;
}

describe('a cluster that was decided for EKS', () => {
  it('is built in the region, with the pools, name, version and administrators that were decided', () => {
    const stack = synthesizeOne(
      in_('eu-central-1', {
        administrators: { aws: { platform: 'arn:aws:iam::111122223333:role/platform' }, google: {} },
      }),
    );
    expect(stack.provider?.aws).toEqual([{ region: 'eu-central-1' }]);
    expect(only(stack.resource?.aws_eks_cluster)).toMatchObject({
      name: 'payments-api',
      version: '1.35',
      deletion_protection: true,
      upgrade_policy: { support_type: 'STANDARD' },
      vpc_config: { endpoint_public_access: false },
    });
    const decision = decide(in_('eu-central-1'), embeddedCatalog()).clusters.api;
    const chosen = decision?.assessments.find((assessment) => assessment.candidate.id === decision.chosen);
    const sized = chosen?.sizing.kind === 'sized' ? chosen.sizing.pools : [];
    const groups = Object.values(stack.resource?.aws_eks_node_group ?? {});
    expect(groups.map((group) => group.scaling_config)).toEqual(
      sized.map(({ nodes }) => ({ min_size: nodes, max_size: nodes, desired_size: nodes })),
    );
    expect(only(stack.resource?.aws_eks_access_entry)).toMatchObject({
      principal_arn: 'arn:aws:iam::111122223333:role/platform',
    });
  });

  it('stays in extended support when the plan date is past standard support, as it was priced', () => {
    const stack = synthesizeOne(in_('eu-central-1', { kubernetesVersion: '1.33' }));
    expect(only(stack.resource?.aws_eks_cluster)).toMatchObject({
      version: '1.33',
      upgrade_policy: { support_type: 'EXTENDED' },
    });
  });

  it('spreads over two zones with one way out where the request asks for no more', () => {
    const stack = synthesizeOne(
      in_('eu-central-1', {
        availability: {
          controlPlane: 'highly-available',
          zones: 2,
          surviveZoneLoss: false,
          surviveSiteLoss: false,
        },
      }),
    );
    const subnets = Object.keys(stack.resource?.aws_subnet ?? {});
    expect(subnets.filter((id) => id.includes('PrivateSubnets'))).toHaveLength(2);
    expect(Object.keys(stack.resource?.aws_nat_gateway ?? {})).toHaveLength(1);
  });

  it('uses a network that exists', () => {
    const stack = synthesizeOne(
      in_('eu-central-1', {
        network: {
          adopt: {
            eks: {
              vpcId: 'vpc-1',
              vpcCidr: '10.9.0.0/16',
              privateSubnetIds: ['subnet-a', 'subnet-b', 'subnet-c'],
            },
          },
        },
      }),
    );
    expect(stack.resource?.aws_vpc).toBeUndefined();
    expect(only(stack.resource?.aws_eks_node_group).subnet_ids).toEqual(['subnet-a', 'subnet-b', 'subnet-c']);
  });

  it('is reachable from the ranges that the request names', () => {
    const stack = synthesizeOne(
      in_('eu-central-1', {
        security: {
          ...clusterRequest().security,
          apiAccess: { exposure: 'restricted', cidrs: ['203.0.113.0/24'] },
        },
      }),
    );
    expect(only(stack.resource?.aws_eks_cluster)).toMatchObject({
      vpc_config: { endpoint_public_access: true, public_access_cidrs: ['203.0.113.0/24'] },
    });
  });
});

describe('a cluster that was decided for GKE', () => {
  it('is built in project and region, regional, with the ranges that the request names', () => {
    const stack = synthesizeOne(
      in_('europe-west3', {
        network: { nodeCidr: '10.64.0.0/20', podCidr: '10.68.0.0/14', serviceCidr: '10.72.0.0/20' },
        administrators: { aws: {}, google: { platform: 'group:platform@example.com' } },
      }),
    );
    expect(stack.provider?.google).toEqual([{ project: 'acme-payments', region: 'europe-west3' }]);
    expect(only(stack.resource?.google_container_cluster)).toMatchObject({
      name: 'payments-api',
      project: 'acme-payments',
      location: 'europe-west3',
      min_master_version: '1.35',
      deletion_protection: true,
    });
    expect(JSON.stringify(stack.resource?.google_compute_subnetwork)).toContain('10.68.0.0/14');
  });

  it('stands in one zone when a single control plane is enough', () => {
    const stack = synthesizeOne(
      in_('europe-west3', {
        availability: { controlPlane: 'single', zones: 1, surviveZoneLoss: false, surviveSiteLoss: false },
      }),
    );
    expect(only(stack.resource?.google_container_cluster).location).toBe('europe-west3-b');
  });

  it('fails when the request does not say in which project', () => {
    expect(() =>
      synthesizeOne({ ...in_('europe-west3'), accounts: { commitments: {}, quotas: {} } }),
    ).toThrow(
      new ValidationError(
        "cluster 'api' runs on GKE in europe-west3, and the request does not say in which project; set 'accounts.google.project' and 'accounts.google.projectNumber'",
      ),
    );
  });
});

describe('a cluster that was decided for an own site', () => {
  it('is built on its machines behind its address, with the keys in a folder that Terraform is told', () => {
    const stack = synthesizeOne(in_('frankfurt'));
    expect(Object.keys(stack.variable ?? {})).toEqual(['pki_directory']);
    expect(stack.output?.cluster_endpoint?.value).toBe('https://10.20.0.100:8443');
    const text = JSON.stringify(stack.resource);
    for (const name of Object.keys(FRANKFURT.machines)) expect(text).toContain(name);
  });

  it('fails when two clusters were given the same machines', () => {
    const both = in_('frankfurt');
    const api = both.clusters.api ?? clusterRequest();
    const twice = { ...both, clusters: { api, batch: api } };
    const outdir = mkdtempSync(join(tmpdir(), 'kubewhere-twice-'));
    // nothing decides so, but a decision is plain data that may come from elsewhere
    const decision = decide(both, embeddedCatalog());
    const alone = decision.clusters.api;
    if (alone === undefined) throw new Error('no decision');
    const batch = { ...alone, clusterKey: 'batch', clusterName: 'payments-batch' };
    const clusters = { api: alone, batch };
    expect(() => synthesizeDecision({ request: twice, decision: { ...decision, clusters }, outdir })).toThrow(
      new ValidationError(
        "[Fleet] clusters 'api' and 'batch' were both given the machines of site 'frankfurt', which hold one cluster; keep one of them away with 'places: { deny: [frankfurt] }', or split the site in two",
      ),
    );
  });
});
