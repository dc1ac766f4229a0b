import { compareStacks, parseStack, type StackDocument } from '../../lib/day-two';
import { CLUSTER, gkeStackOf, NODES, POOL } from './gke-stacks';
import type { stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

function found(before: Resources, after: Resources): readonly (readonly string[])[] {
  const { findings } = compareStacks(gkeStackOf(before), gkeStackOf(after));
  return findings.map(({ kind, severity, message }) => [kind, severity, message]);
}

const AGAIN = 'write kubeconfigs anew, and apply the stacks that use this cluster again';

const PRIVATE: Resources = {};
const RESTRICTED: Resources = {
  [CLUSTER]: { private_cluster_config: { enable_private_nodes: true, enable_private_endpoint: false } },
};
const PUBLIC: Resources = {
  [CLUSTER]: { ...RESTRICTED[CLUSTER], master_authorized_networks_config: undefined },
};
const BY_NAME: Resources = {
  [CLUSTER]: {
    master_authorized_networks_config: undefined,
    control_plane_endpoints_config: {
      dns_endpoint_config: { allow_external_traffic: true },
      ip_endpoints_config: { enabled: false },
    },
  },
};

describe('another way to the API', () => {
  it('warns who is cut off, and who gets in', () => {
    expect(found(PRIVATE, RESTRICTED)).toEqual([
      ['api-moves', 'warning', `${CLUSTER} gets a public address; ${AGAIN}`],
    ]);
    expect(found(RESTRICTED, PRIVATE)).toEqual([
      [
        'api-moves',
        'warning',
        `${CLUSTER} takes its public address away: whoever comes from outside its network is cut off; ${AGAIN}`,
      ],
    ]);
    expect(found(PRIVATE, BY_NAME)).toEqual([
      [
        'api-moves',
        'warning',
        `${CLUSTER} takes its addresses away: whoever comes by one is cut off; ${AGAIN}`,
      ],
      [
        'api-moves',
        'warning',
        `${CLUSTER} answers at its name from everywhere, and IAM alone decides who gets in`,
      ],
    ]);
  });

  it('warns that addresses which are no longer said to be off stay off', () => {
    expect(found(BY_NAME, PRIVATE)).toEqual([
      [
        'api-moves',
        'warning',
        `${CLUSTER} no longer answers at its name: whoever comes by it is cut off; ${AGAIN}`,
      ],
      [
        'setting-dropped',
        'warning',
        `${CLUSTER} no longer says that its addresses are off, which leaves them off; turn them on by hand with 'gcloud container clusters update --enable-ip-access', or nobody comes by an address`,
      ],
    ]);
    const said = {
      [CLUSTER]: {
        control_plane_endpoints_config: {
          dns_endpoint_config: { allow_external_traffic: true },
          ip_endpoints_config: { enabled: true },
        },
      },
    };
    expect(found(BY_NAME, said)).toEqual([
      ['api-moves', 'warning', `${CLUSTER} gets addresses again, beside its name; ${AGAIN}`],
    ]);
  });

  it('warns that an API which is no longer told its networks keeps those that it has', () => {
    expect(found(RESTRICTED, PUBLIC)).toEqual([
      [
        'setting-dropped',
        'warning',
        `${CLUSTER} no longer says which networks may reach its API, and those that may now are all that may; let the others in by hand with 'gcloud container clusters update --no-enable-master-authorized-networks'`,
      ],
    ]);
  });
});

describe('what is no longer told', () => {
  it('stays as it is, which is said once for a block and all that is in it', () => {
    const text = (path: string, address = CLUSTER): string =>
      `${address} no longer says '${path}', which leaves it as it is; say what it shall be instead, 'off' included`;
    expect(found({}, { [CLUSTER]: { release_channel: undefined } })).toEqual([
      ['setting-dropped', 'warning', text('release_channel')],
    ]);
    const monitoring_config = {
      enable_components: ['SYSTEM_COMPONENTS'],
      managed_prometheus: { enabled: true },
    };
    expect(found({ [CLUSTER]: { monitoring_config } }, {})).toEqual([
      ['setting-dropped', 'warning', text('monitoring_config')],
    ]);
    expect(
      found(
        { [CLUSTER]: { monitoring_config } },
        { [CLUSTER]: { monitoring_config: { enable_components: ['SYSTEM_COMPONENTS'] } } },
      ),
    ).toEqual([['setting-dropped', 'warning', text('monitoring_config.managed_prometheus')]]);
  });

  it('does not replace where the provider takes what exists', () => {
    expect(found({ [POOL]: { max_pods_per_node: 64 } }, {})).toEqual([
      [
        'setting-dropped',
        'warning',
        `${POOL} no longer says 'max_pods_per_node', which leaves it as it is; say what it shall be instead, 'off' included`,
      ],
    ]);
  });

  it('is nothing to say of when Terraform overlooks it, or when it is told to be off', () => {
    const lifecycle = { ignore_changes: ['release_channel'] };
    expect(found({}, { [CLUSTER]: { release_channel: undefined, lifecycle } })).toEqual([]);
    const notification = (enabled: boolean): Resources => ({
      [CLUSTER]: { notification_config: { pubsub: { enabled } } },
    });
    expect(found(notification(true), notification(false))).toEqual([]);
  });
});

describe('keys and ranges', () => {
  it('keep their names, so that another protection or waiting time of a key is refused', () => {
    const key = 'google_kms_crypto_key.Key';
    const after = { [key]: { destroy_scheduled_duration: '86400s' } };
    expect(found({}, after)[0]).toEqual([
      'name-stays-taken',
      'refused',
      `${key} changes 'destroy_scheduled_duration' from "2592000s" to "86400s", which only another key has, and Google never gives the name of a key again; keep it, or give the key another name`,
    ]);
    const hardware = { [key]: { version_template: { algorithm: 'A', protection_level: 'HSM' } } };
    expect(found({}, hardware).map(([kind]) => kind)).toEqual([
      'name-stays-taken',
      'replaced',
      'replaced-because',
    ]);
  });

  it('may be told what they are without being told', () => {
    const untold = { 'google_kms_crypto_key.Key': { destroy_scheduled_duration: undefined } };
    expect(found(untold, {})).toEqual([]);
    expect(found({}, untold).map(([kind]) => kind)).toEqual(['setting-dropped']);
    const purpose = { 'google_kms_crypto_key.Key': { purpose: 'ENCRYPT_DECRYPT' } };
    expect(found({}, purpose)).toEqual([]);
  });

  it('let a key be followed by one of another name, with all that needs it', () => {
    const key = 'google_kms_crypto_key.Key';
    const after = { [key]: { destroy_scheduled_duration: '86400s', name: 'other' } };
    expect(found({}, after).map(([kind, severity]) => [kind, severity])).toEqual([
      ['replaced', 'warning'],
      ['replaced-because', 'warning'],
    ]);
  });

  it('warn of another range under the name of one that is used', () => {
    const services = { range_name: 'services', ip_cidr_range: '10.8.0.0/20' };
    const secondary_ip_range = [services, { range_name: 'pods', ip_cidr_range: '10.16.0.0/14' }];
    expect(found({}, { [NODES]: { secondary_ip_range } })).toEqual([
      [
        'range-in-use',
        'warning',
        `${NODES} takes its range 'pods' from 10.4.0.0/14 to 10.16.0.0/14, which Google refuses as long as a cluster uses it; keep it, and put another beside it`,
      ],
    ]);
    expect(found({}, { [NODES]: { secondary_ip_range: [services] } })[0]?.[2]).toBe(
      `${NODES} takes its range 'pods' away, which Google refuses as long as a cluster uses it; keep it, and put another beside it`,
    );
    const moved = { ip_cidr_range: '10.1.0.0/20', secondary_ip_range };
    expect(found({}, { [NODES]: moved }).map(([kind]) => kind)).toEqual(['replaced', 'replaced-because']);
    const reordered = [{ range_name: 'pods', ip_cidr_range: '10.4.0.0/14' }, services].reverse();
    expect(found({}, { [NODES]: { secondary_ip_range: reordered } })).toEqual([]);
  });
});

describe('a newer major of the provider', () => {
  const stack = (version?: string): StackDocument => {
    const required_providers = {
      google: { source: 'google', version },
      other: { source: 'other', version: '1.0.0' },
    };
    const document = parseStack(JSON.stringify({ terraform: { required_providers } }));
    if (document === undefined) throw new Error('not a stack');
    return document;
  };

  it('is warned of, once and not of the way back nor of a newer minor version', () => {
    expect(compareStacks(stack('6.50.0'), stack('>= 7.30.0, < 8.0.0')).findings).toEqual([
      {
        kind: 'provider-major-raised',
        severity: 'warning',
        address: 'provider.google',
        from: '6.50.0',
        to: '>= 7.30.0, < 8.0.0',
        message:
          "provider.google goes from 6.50.0 to >= 7.30.0, < 8.0.0, and what the newer one has written the older one does not read; keep a copy of the state, and run 'terraform init -upgrade' first",
      },
    ]);
    expect(compareStacks(stack('>= 7.2.0, < 8.0.0'), stack('>= 7.30.0, < 8.0.0')).findings).toEqual([]);
    expect(compareStacks(stack('>= 7.2.0, < 8.0.0'), stack('6.50.0')).findings).toEqual([]);
    expect(compareStacks(stack(), stack('6.50.0')).findings).toEqual([]);
  });
});
