import { compareStacks } from '../../lib/day-two';
import { CLUSTER, gke, gkeStackOf, NODES, POOL } from './gke-stacks';
import { stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

/** What is said of a change, without the words on versions. */
function said(changes: Resources, before: Resources = {}): readonly string[] {
  return compareStacks(gkeStackOf(before), gkeStackOf(changes)).findings.map(({ message }) => message);
}

const nodeConfig = (more: Readonly<Record<string, unknown>>): Resources => ({
  [POOL]: { node_config: { ...(gke()[POOL]?.node_config as object), ...more } },
});

const POOL_ENDS =
  '; lost with it: its nodes, and what runs on them starts anew on others; a new one comes up first';

describe('a change that replaces on Google Cloud', () => {
  it('is none of machines, labels, image streaming and network cards, which GKE changes in place', () => {
    expect(said({})).toEqual([]);
    expect(
      said(
        nodeConfig({
          machine_type: 'n2-standard-8',
          labels: { a: 'b' },
          gcfs_config: { enabled: true },
          gvnic: { enabled: true },
          confidential_nodes: { enabled: true },
        }),
      ),
    ).toEqual([]);
  });

  it('is a machine with GPUs', () => {
    const guest_accelerator = [{ type: 'nvidia-l4', count: 1 }];
    expect(said(nodeConfig({ guest_accelerator }))).toEqual([
      `${POOL} is replaced, because 'node_config.guest_accelerator' changes from nothing to {"count":1,"type":"nvidia-l4"}${POOL_ENDS}`,
    ]);
  });

  it('is another key for pools, and for a cluster that makes nodes by itself', () => {
    const key = 'projects/p/locations/europe-west3/keyRings/k/cryptoKeys/other';
    const from = '"${google_kms_crypto_key.Key.id}"';
    const database_encryption = { state: 'ENCRYPTED', key_name: key };
    expect(said({ [CLUSTER]: { database_encryption }, ...nodeConfig({ boot_disk_kms_key: key }) })).toEqual([
      `${POOL} may be replaced, because 'node_config.boot_disk_kms_key' changes from ${from} to "${key}"${POOL_ENDS}`,
    ]);
    const made = (boot_disk_kms_key: string): Resources => ({
      [CLUSTER]: { cluster_autoscaling: { auto_provisioning_defaults: { boot_disk_kms_key } } },
    });
    expect(said(made(key), made('${google_kms_crypto_key.Key.id}'))).toEqual([
      `${CLUSTER} may be replaced, because 'cluster_autoscaling.auto_provisioning_defaults.boot_disk_kms_key' changes from ${from} to "${key}"; lost with it: the cluster and all that runs in it`,
    ]);
  });

  it('is another mode, and a renamed range of pods', () => {
    expect(said({ [CLUSTER]: { enable_autopilot: true } })).toEqual([
      `${CLUSTER} is replaced, because 'enable_autopilot' changes from nothing to true; lost with it: the cluster and all that runs in it`,
    ]);
    const ip_allocation_policy = {
      cluster_secondary_range_name: 'more-pods',
      services_secondary_range_name: 'services',
    };
    expect(said({ [CLUSTER]: { ip_allocation_policy } })).toEqual([
      `${CLUSTER} is replaced, because 'ip_allocation_policy.cluster_secondary_range_name' changes from "pods" to "more-pods"; lost with it: the cluster and all that runs in it`,
    ]);
  });

  it('is a subnetwork that is narrowed or moved, with all that lies in it, and not one that is widened', () => {
    expect(said({ [NODES]: { ip_cidr_range: '10.0.0.0/19' } })).toEqual([]);
    for (const narrower of ['10.0.0.0/21', '10.1.0.0/19']) {
      expect(said({ [NODES]: { ip_cidr_range: narrower } })).toEqual([
        `${NODES} is replaced, because 'ip_cidr_range' changes from "10.0.0.0/20" to "${narrower}"; lost with it: everything that lies in it`,
        `${CLUSTER} is replaced, because 'subnetwork' comes from ${NODES}, which is replaced; lost with it: the cluster and all that runs in it`,
      ]);
    }
    expect(said({ [NODES]: { ip_cidr_range: '${var.range}' } })[0]).toMatch(
      /^google_compute_subnetwork\.Nodes may be replaced, because 'ip_cidr_range' changes/,
    );
    expect(said({ [NODES]: { ip_cidr_range: 'no range' } })).toEqual([]);
  });

  it('is a switch that goes off and not one that goes on', () => {
    const fqdn = { [CLUSTER]: { enable_fqdn_network_policy: true } };
    expect(said(fqdn)).toEqual([]);
    const text =
      "google_container_cluster.Prod is replaced, because 'enable_fqdn_network_policy' changes from true to ";
    expect(said({}, fqdn)).toEqual([`${text}nothing; lost with it: the cluster and all that runs in it`]);
    expect(said({ [CLUSTER]: { enable_fqdn_network_policy: false } }, fqdn)).toEqual([
      `${text}false; lost with it: the cluster and all that runs in it`,
    ]);
    expect(said({ [CLUSTER]: { enable_l4_ilb_subsetting: false } })).toHaveLength(1);
  });

  it('is not a switch that is told to be off where it was off without being told', () => {
    expect(said(nodeConfig({ spot: false }))).toEqual([]);
    expect(said({}, nodeConfig({ spot: false }))).toEqual([]);
    expect(said(nodeConfig({ spot: true }))).toEqual([
      `${POOL} is replaced, because 'node_config.spot' changes from nothing to true${POOL_ENDS}`,
    ]);
  });

  it('follows an account to the nodes and the rights that name it', () => {
    expect(said({ 'google_service_account.Nodes': { account_id: 'other' } })).toEqual([
      'google_service_account.Nodes is replaced, because \'account_id\' changes from "prod-nodes" to "other"; lost with it: the identity that rights of others name',
      "google_project_iam_member.Role is replaced, because 'member' comes from google_service_account.Nodes, which is replaced",
      `${POOL} is replaced, because 'node_config.service_account' comes from google_service_account.Nodes, which is replaced${POOL_ENDS}`,
    ]);
  });

  it('is told of a pool that was renamed', () => {
    const { [POOL]: pool = {}, ...rest } = gke();
    const { findings } = compareStacks(
      gkeStackOf(),
      stackOf({ ...rest, 'google_container_node_pool.Other': pool }),
    );
    expect(findings.map(({ kind, message }) => [kind, message])).toEqual([
      [
        'removed',
        `${POOL} is no longer in the stack, so Terraform destroys it; lost with it: its nodes, and what runs on them starts anew on others; if it was only renamed, 'terraform state mv' keeps it`,
      ],
    ]);
  });
});
