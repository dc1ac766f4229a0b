import { GkeNetwork, type GkeNetworkProps } from '../../lib/gke';
import { GkeNatLog, type GkeNatOptions } from '../../lib/gke/nat';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';

const PROPS: GkeNetworkProps = { networkName: 'shared', project: 'acme-net', region: 'europe-west3' };

function synthesizeNat(nat: GkeNatOptions) {
  const stack = gkeStack();
  new GkeNetwork(stack, 'Shared', { ...PROPS, nat });
  return synthesize(stack);
}

describe('the NAT of a GkeNetwork', () => {
  it('has public addresses for good, each of which leaves the NAT before it goes', () => {
    const synthesized = synthesizeNat({ addressCount: 2 });
    const common = {
      project: 'acme-net',
      region: 'europe-west3',
      lifecycle: { create_before_destroy: true },
    };
    expect(synthesized.resource?.google_compute_address).toEqual({
      Shared_NatAddresses_One_9D8FA9A1: { ...common, name: 'shared-nat-one' },
      Shared_NatAddresses_Two_9D92855E: { ...common, name: 'shared-nat-two' },
    });
    expect(only(synthesized, 'google_compute_router_nat')).toMatchObject({
      nat_ip_allocate_option: 'MANUAL_ONLY',
      nat_ips: [
        '${google_compute_address.Shared_NatAddresses_One_9D8FA9A1.self_link}',
        '${google_compute_address.Shared_NatAddresses_Two_9D92855E.self_link}',
      ],
    });
  });

  it('has addresses that Google picks when nothing is said of them', () => {
    const synthesized = synthesizeNat({ minPortsPerNode: 64 });
    expect(synthesized.resource).not.toHaveProperty('google_compute_address');
    const nat = only(synthesized, 'google_compute_router_nat');
    expect(nat.nat_ip_allocate_option).toBe('AUTO_ONLY');
    expect(nat).not.toHaveProperty('nat_ips');
  });

  it('gives a node as many ports as it is told', () => {
    expect(
      only(synthesizeNat({ minPortsPerNode: 128, maxPortsPerNode: 4096 }), 'google_compute_router_nat'),
    ).toMatchObject({ enable_dynamic_port_allocation: true, min_ports_per_vm: 128, max_ports_per_vm: 4096 });
  });

  it.each([
    [GkeNatLog.ALL, { enable: true, filter: 'ALL' }],
    [GkeNatLog.TRANSLATIONS_ONLY, { enable: true, filter: 'TRANSLATIONS_ONLY' }],
    [GkeNatLog.NONE, { enable: false, filter: 'ERRORS_ONLY' }],
    [undefined, { enable: true, filter: 'ERRORS_ONLY' }],
  ])('logs %s', (log, expected) => {
    expect(only(synthesizeNat({ log }), 'google_compute_router_nat').log_config).toEqual(expected);
  });

  it.each<[string, GkeNatOptions, string]>([
    [
      'there are too many addresses or none',
      { addressCount: 9 },
      "[test/Shared] 'nat' addressCount (9) must be a whole number of 1 to 8; leave it out for addresses that Google picks",
    ],
    [
      'ports are no power of two',
      { minPortsPerNode: 16, maxPortsPerNode: 1000 },
      "[test/Shared] 'nat' minPortsPerNode (16) must be a power of two of 32 to 65536; 'nat' maxPortsPerNode (1000) must be a power of two of 32 to 65536",
    ],
    [
      'the most is not more than the least',
      { minPortsPerNode: 64, maxPortsPerNode: 64 },
      "[test/Shared] 'nat' maxPortsPerNode (64) must be more than 'minPortsPerNode' (64)",
    ],
    [
      'the most is not more than Google’s own least',
      { maxPortsPerNode: 32 },
      "[test/Shared] 'nat' maxPortsPerNode (32) must be more than 'minPortsPerNode' (32)",
    ],
  ])('fails when %s', (_, nat, message) => {
    expect(() => synthesizeNat(nat)).toThrow(new Error(message));
  });
});
