import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Synthesis, Tools } from '../../lib/cli/tools';
import { REQUEST, World } from './world';

const FRANKFURT = 'gke/europe-west3/regional';
const STOCKHOLM = 'gke/europe-north2/regional';
const STACK = 'payments-api-cluster';
const CLUSTER = 'google_container_cluster.Cluster_EB0386A7';
const NODES = 'google_compute_subnetwork.Network_NodeSubnetwork_6BA0E6F3';
const POOLS = [
  'google_container_node_pool.Cluster_NodePools_main_5446F1EA',
  'google_container_node_pool.Cluster_NodePools_second_F004D25B',
];
const PROTECTED = '; Terraform refuses it as long as the resource is protected';
const CLUSTER_LOST = `; lost with it: the cluster and all that runs in it${PROTECTED}`;
const SUBNET_LOST = '; lost with it: everything that lies in it';
const AGAIN = 'write kubeconfigs anew, and apply the stacks that use this cluster again';

let world: World;
beforeEach(async () => {
  world = new World();
  world.write('payments.yaml', REQUEST);
  await accept(FRANKFURT);
  expect(await world.run(['synth', 'payments.yaml'])).toBe(0);
});
afterEach(() => world.remove());

function accept(candidate: string): Promise<number> {
  const reason = 'the team knows GKE';
  return world.run(['decide', 'payments.yaml', '--accept', candidate, '--reason', reason]);
}

/** Synthesizes over what stands there already, after the request was changed. */
function synth(request: string = REQUEST, tools: Partial<Tools> = {}): Promise<number> {
  world.write('payments.yaml', request);
  return world.run(['synth', 'payments.yaml'], tools);
}

/** The request with one thing more about its cluster. */
const asking = (line: string): string => REQUEST.replace('    residency:', `    ${line}\n    residency:`);
const version = (text: string): string => REQUEST.replace('"1.34"', `"${text}"`);
const RESTRICTED = asking('security: { apiAccess: { exposure: restricted, cidrs: [203.0.113.0/24] } }');
const PUBLIC = asking('security: { apiAccess: { exposure: public } }');

/** What is said of changes, beside the usual words. */
const said = (): readonly string[] =>
  world.stderr
    .split('\n')
    .filter((line) => /^(warning|upgrade \d+|note): payments-api-cluster: /.test(line))
    .map((line) => line.replace(`: ${STACK}: `, ': '));

const upgrade = (to: string): readonly string[] => [
  `upgrade 1: ${CLUSTER}: the control plane goes from 1.34 to ${to}, unless GKE has brought it there by itself; it cannot go back`,
  ...POOLS.map(
    (pool, i) =>
      `upgrade ${i + 2}: ${pool}: GKE brings its nodes there by itself, when the maintenance window is open, up to 1 at a time, 1 of them beside those that it has; a PodDisruptionBudget that allows no disruption holds each of them up for an hour`,
  ),
];

describe('kubewhere synth over an earlier GKE cluster', () => {
  test('says nothing of the same request, nor of one for more nodes', async () => {
    expect(await synth(`${REQUEST}\n# a comment\n`)).toBe(0);
    expect(said()).toEqual([]);
    expect(await synth(REQUEST.replace('cpu: 24', 'cpu: 48'))).toBe(0);
    expect(said()).toEqual([]);
  });

  test('tells the steps of one version more', async () => {
    expect(await synth(version('1.35'))).toBe(0);
    expect(said()).toEqual(upgrade('1.35'));
  });

  test('only warns of two versions more, since the channel may have done one of them', async () => {
    expect(await synth(version('1.36'))).toBe(0);
    expect(said()).toEqual([
      `warning: ${CLUSTER} goes from 1.34 to at least 1.36, and a control plane takes one minor version at a time: that works only if GKE has brought it to 1.35 by itself; look first, or apply 1.35 before it`,
      ...upgrade('1.36'),
    ]);
    expect(world.read(`cdktf.out/stacks/${STACK}/cdk.tf.json`)).toContain('"min_master_version": "1.36"');
  });

  test('only warns of an older version, which changes nothing', async () => {
    expect(await synth(version('1.33'))).toBe(0);
    expect(said()).toEqual([
      `warning: ${CLUSTER} asks for at least 1.33 where it asked for 1.34, which changes nothing: GKE never goes back`,
    ]);
  });

  test('warns who gets to the API, and who no longer does', async () => {
    expect(await synth(RESTRICTED)).toBe(0);
    expect(said()).toEqual([`warning: ${CLUSTER} gets a public address; ${AGAIN}`]);
    expect(await synth(REQUEST)).toBe(0);
    expect(said()).toEqual([
      `warning: ${CLUSTER} takes its public address away: whoever comes from outside its network is cut off; ${AGAIN}`,
    ]);
  });

  test('says nothing of a public address that more may come to', async () => {
    expect(await synth(RESTRICTED)).toBe(0);
    expect(await synth(PUBLIC)).toBe(0);
    expect(said()).toEqual([]);
  });

  test('warns that fewer addresses for nodes replace the cluster', async () => {
    expect(await synth(asking('network: { nodeCidr: 10.0.0.0/22 }'))).toBe(0);
    expect(said()).toEqual([
      `warning: ${NODES} is replaced, because 'ip_cidr_range' changes from "10.0.0.0/20" to "10.0.0.0/22"${SUBNET_LOST}`,
      `warning: ${CLUSTER} is replaced, because 'subnetwork' comes from ${NODES}, which is replaced${CLUSTER_LOST}`,
    ]);
  });

  test('says nothing of more addresses for nodes, and warns of others for pods', async () => {
    expect(await synth(asking('network: { nodeCidr: 10.0.0.0/19 }'))).toBe(0);
    expect(said()).toEqual([]);
    expect(await synth(asking('network: { nodeCidr: 10.0.0.0/19, podCidr: 10.64.0.0/14 }'))).toBe(0);
    expect(said()).toEqual([
      `warning: ${NODES} takes its range 'pods' from 10.4.0.0/14 to 10.64.0.0/14, which Google refuses as long as a cluster uses it; keep it, and put another beside it`,
    ]);
  });

  test('warns of all that another region replaces', async () => {
    await accept(STOCKHOLM);
    expect(await synth()).toBe(0);
    const moved = `changes from "europe-west3" to "europe-north2"`;
    expect(said()).toContain(`warning: ${CLUSTER} is replaced, because 'location' ${moved}${CLUSTER_LOST}`);
    expect(said()).toContain(`warning: ${NODES} is replaced, because 'region' ${moved}${SUBNET_LOST}`);
    expect(said().map((line) => /^warning: google_(\w+)\.\S+ is replaced/.exec(line)?.[1])).toEqual([
      'compute_router',
      'compute_router_nat',
      'compute_subnetwork',
      'compute_subnetwork',
      'container_cluster',
      'container_node_pool',
      'container_node_pool',
      'kms_crypto_key',
      'kms_crypto_key_iam_member',
      'kms_crypto_key_iam_member',
      'kms_key_ring',
    ]);
  });

  test('warns when the earlier cluster was called otherwise', async () => {
    const file = `cdktf.out/stacks/${STACK}/cdk.tf.json`;
    world.write(file, world.read(file).replaceAll('"name": "payments-api"', '"name": "old"'));
    expect(await synth()).toBe(0);
    expect(said()).toContain(
      `warning: ${CLUSTER} is replaced, because 'name' changes from "old" to "payments-api"${CLUSTER_LOST}`,
    );
  });
});

describe('kubewhere synth over an earlier GKE cluster without a channel', () => {
  /** Stands in for CDKTF: a request asks for a channel. What compares the stacks is real. */
  const pinned = (version: string, nodes: string = version): Pick<Tools, 'synthesize'> => ({
    synthesize: ({ outdir }: Synthesis) => {
      const resource = {
        google_container_cluster: {
          C: { name: 'api', min_master_version: version, release_channel: { channel: 'UNSPECIFIED' } },
        },
        google_container_node_pool: {
          P: { cluster: '${google_container_cluster.C.name}', version: nodes },
        },
      };
      mkdirSync(join(outdir, 'stacks', STACK), { recursive: true });
      writeFileSync(join(outdir, 'stacks', STACK, 'cdk.tf.json'), JSON.stringify({ resource }));
      return { stacks: [{ name: STACK, clusterKey: 'api', platform: 'gke' }] };
    },
  });

  test('refuses a skipped version and leaves the earlier output', async () => {
    expect(await world.run(['synth', 'payments.yaml', '--out', 'pinned'], pinned('1.33.5-gke.100'))).toBe(0);
    const before = world.files('pinned');
    const again = (version: string, nodes?: string): Promise<number> =>
      world.run(['synth', 'payments.yaml', '--out', 'pinned'], pinned(version, nodes));
    expect(await again('1.35.1-gke.200')).toBe(2);
    expect(world.stderr).toBe(
      `${STACK}: google_container_cluster.C goes from 1.33.5-gke.100 to 1.35.1-gke.200, and a control plane takes one minor version at a time; apply 1.34 first\n` +
        "error: the change against pinned is refused; nothing was written. If that output was never applied, choose another '--out' or delete it\n",
    );
    expect(await again('1.32.9-gke.100')).toBe(2);
    expect(await again('1.34.1-gke.100', '1.31.9-gke.100')).toBe(2);
    expect(world.files('pinned')).toEqual(before);
    expect(await again('1.34.1-gke.100')).toBe(0);
  });
});
