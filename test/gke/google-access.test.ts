import { ComputeNetwork } from '@cdktf/provider-google/lib/compute-network';
import { GkeEgress, GkeNetwork } from '../../lib/gke';
import { GkeGoogleAccess } from '../../lib/gke/google-access';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only } from './gke-stack';

const NETWORK = 'projects/acme-net/global/networks/shared';

describe('GkeGoogleAccess', () => {
  it('sends APIs and registries to the addresses that VPC Service Controls guard', () => {
    const stack = gkeStack();
    new GkeGoogleAccess(stack, 'Access', { name: 'shared', project: 'acme-net', networkId: NETWORK });
    const { resource } = synthesize(stack);
    expect(Object.values(resource?.google_compute_route ?? {})).toEqual([
      {
        project: 'acme-net',
        name: 'shared-restricted-google',
        description: 'To restricted.googleapis.com, also where there is no other way out',
        network: NETWORK,
        dest_range: '199.36.153.4/30',
        next_hop_gateway: 'default-internet-gateway',
      },
    ]);
    expect(
      Object.values(resource?.google_dns_managed_zone ?? {})
        .map(({ name, dns_name }) => `${name} ${dns_name}`)
        .sort(),
    ).toEqual(['shared-gcr-io gcr.io.', 'shared-googleapis-com googleapis.com.', 'shared-pkg-dev pkg.dev.']);
    for (const zone of Object.values(resource?.google_dns_managed_zone ?? {})) {
      expect(zone).toMatchObject({
        project: 'acme-net',
        visibility: 'private',
        private_visibility_config: { networks: [{ network_url: NETWORK }] },
      });
    }
    const four = '199.36.153.4 199.36.153.5 199.36.153.6 199.36.153.7';
    expect(
      Object.values(resource?.google_dns_record_set ?? {})
        .map(({ name, type, rrdatas }) => [name, type, ...(rrdatas as readonly string[])].join(' '))
        .sort(),
    ).toEqual([
      '*.gcr.io. CNAME gcr.io.',
      '*.googleapis.com. CNAME restricted.googleapis.com.',
      '*.pkg.dev. CNAME pkg.dev.',
      `gcr.io. A ${four}`,
      `pkg.dev. A ${four}`,
      `restricted.googleapis.com. A ${four}`,
    ]);
    expect(resourceAddresses({ resource })).toEqual([
      'google_compute_route.Access_Route_F7F1C6CD',
      'google_dns_managed_zone.Access_ArtifactRegistry_Zone_86C61C18',
      'google_dns_managed_zone.Access_ContainerRegistry_Zone_D4631D62',
      'google_dns_managed_zone.Access_GoogleApis_Zone_C49B42A7',
      'google_dns_record_set.Access_ArtifactRegistry_Addresses_143C3F3B',
      'google_dns_record_set.Access_ArtifactRegistry_Aliases_C7B96553',
      'google_dns_record_set.Access_ContainerRegistry_Addresses_41680F11',
      'google_dns_record_set.Access_ContainerRegistry_Aliases_64F05CBC',
      'google_dns_record_set.Access_GoogleApis_Addresses_AADE3F8C',
      'google_dns_record_set.Access_GoogleApis_Aliases_DD43F39B',
    ]);
    for (const record of Object.values(resource?.google_dns_record_set ?? {})) {
      expect(record.managed_zone).toMatch(/^\$\{google_dns_managed_zone\..+\.name\}$/);
    }
  });

  it('is waited for by a cluster whose network has no other way out', () => {
    const stack = gkeStack();
    const network = new GkeNetwork(stack, 'Shared', {
      networkName: 'shared',
      project: 'acme-prod',
      region: 'europe-west3',
      egress: GkeEgress.NONE,
      restrictedGoogleAccess: true,
    });
    defineGke(stack, { network });
    const synthesized = synthesize(stack);
    const reached = resourceAddresses(synthesized).filter((address) =>
      /^google_(compute_route|dns_record_set)\./.test(address),
    );
    const waited = only(synthesized, 'google_container_cluster').depends_on as readonly string[];
    expect(reached).toHaveLength(7);
    expect(reached.filter((address) => !waited.includes(address))).toEqual([]);
  });

  it('serves a network that is not this library’s', () => {
    const stack = gkeStack();
    const network = new ComputeNetwork(stack, 'Network', { name: 'own', autoCreateSubnetworks: false });
    new GkeGoogleAccess(stack, 'Access', { name: 'own', project: 'acme-net', networkId: network.selfLink });
    expect(only(synthesize(stack), 'google_compute_route').network).toBe(
      '${google_compute_network.Network.self_link}',
    );
  });
});
