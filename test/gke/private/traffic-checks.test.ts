import { GkeDataplane, GkeMode, GkeNetwork, type GkeNetworkAttributes } from '../../../lib/gke';
import { GkeDns } from '../../../lib/gke/dns';
import {
  describeMadeRanges,
  describeNeedOfDataplaneV2,
  describeTraffic,
  type TrafficSurroundings,
} from '../../../lib/gke/private/traffic-checks';
import type { GkeTrafficProps } from '../../../lib/gke/traffic-props';
import { gkeStack } from '../gke-stack';

function described(
  props: GkeTrafficProps,
  given: Partial<Omit<TrafficSurroundings, 'network'>> = {},
  attributes: Partial<GkeNetworkAttributes> = {},
): readonly string[] {
  const network = GkeNetwork.fromAttributes(gkeStack(), 'Network', {
    networkId: 'projects/acme-net/global/networks/shared',
    nodeSubnetworkId: 'projects/acme-net/regions/europe-west3/subnetworks/gke',
    podRangeName: 'gke-pods',
    serviceRangeName: 'gke-services',
    ...attributes,
  });
  return describeTraffic(props, {
    mode: GkeMode.standard(),
    project: 'acme-prod',
    network,
    httpLoadBalancing: undefined,
    ...given,
  });
}

const CALICO = GkeMode.standard({ dataplane: GkeDataplane.CALICO });

describe('the checks of traffic', () => {
  it('find nothing in what goes together', () => {
    expect(described({})).toEqual([]);
    expect(
      described(
        {
          dualStack: true,
          fqdnNetworkPolicy: true,
          clusterwideNetworkPolicy: true,
          multiNetworking: true,
          gatewayApi: true,
          dns: GkeDns.cloudDns({ additiveDomain: 'prod.internal' }),
          firewall: { webhookPorts: [8443] },
        },
        { httpLoadBalancing: true, mode: GkeMode.standard({ maxPodsPerNode: 256 }) },
        { isDualStack: true, controlPlaneCidr: '172.16.0.0/28', networkProject: 'acme-prod' },
      ),
    ).toEqual([]);
    expect(described({ dns: GkeDns.additive('prod.internal') }, { mode: GkeMode.autopilot() })).toEqual([]);
  });

  it('refuse what Calico cannot do, and let pass what is switched off', () => {
    expect(
      described(
        { dualStack: true, fqdnNetworkPolicy: true, clusterwideNetworkPolicy: false, multiNetworking: true },
        { mode: CALICO },
        { isDualStack: true },
      ),
    ).toEqual([
      "'dualStack' needs Dataplane V2; leave it out, or 'dataplane' GkeDataplane.CALICO",
      "'fqdnNetworkPolicy' needs Dataplane V2; leave it out, or 'dataplane' GkeDataplane.CALICO",
      "'multiNetworking' needs Dataplane V2; leave it out, or 'dataplane' GkeDataplane.CALICO",
    ]);
    expect(describeNeedOfDataplaneV2(GkeMode.standard(), { interNodeEncryption: true })).toEqual([]);
    expect(describeNeedOfDataplaneV2(GkeMode.autopilot(), { interNodeEncryption: true })).toEqual([]);
  });

  it.each([7, 257, 32.5])('refuse %s pods per node', (maxPodsPerNode) => {
    expect(described({}, { mode: GkeMode.standard({ maxPodsPerNode }) })).toEqual([
      `'maxPodsPerNode' (${maxPodsPerNode}) must be a whole number of 8 to 256`,
    ]);
  });

  it('refuse IPv6 in a network that has none', () => {
    expect(described({ dualStack: true })).toEqual([
      "'dualStack' needs a node subnetwork with IPv6; give GkeNetwork an 'ipv6', or tell 'isDualStack' of one that exists",
    ]);
    expect(described({ dualStack: false })).toEqual([]);
  });

  it('refuse Gateways without the add-on that serves them', () => {
    expect(described({ gatewayApi: true }, { httpLoadBalancing: false })).toEqual([
      "'gatewayApi' needs the add-on for HTTP load balancing, which 'addOns' switches off",
    ]);
    expect(described({ gatewayApi: false }, { httpLoadBalancing: false })).toEqual([]);
  });

  it('refuse to tell Autopilot what it has, and a Shared VPC what it cannot have', () => {
    expect(described({ dns: GkeDns.cloudDns() }, { mode: GkeMode.autopilot() })).toEqual([
      "'dns' GkeDns.cloudDns() is what an Autopilot cluster has anyway; leave it out, or say GkeDns.additive() for names in the network",
    ]);
    expect(described({ dns: GkeDns.additive('prod.internal') }, {}, { networkProject: 'acme-net' })).toEqual([
      "'dns' additive domain (prod.internal) is not for a network of another project ('acme-net'): Google has none in a Shared VPC",
    ]);
    expect(described({ dns: GkeDns.cloudDns() }, {}, { networkProject: 'acme-net' })).toEqual([]);
  });

  it('refuse firewall rules that cannot be written', () => {
    expect(described({ firewall: { webhookPorts: [8443] } })).toEqual([
      "'firewall' webhookPorts needs the range that the control plane calls from; tell 'controlPlaneCidr' of the network",
    ]);
  });
});

describe('the ranges of an adopted network', () => {
  const made = { podCidr: '/17', serviceCidr: '10.96.0.0/22' };

  it('are told by names or made by GKE', () => {
    expect(describeMadeRanges({ podRangeName: 'pods', serviceRangeName: 'services' })).toEqual([]);
    expect(describeMadeRanges({ rangesOfGke: made })).toEqual([]);
  });

  it('are told in one of both ways, in a form that Google takes', () => {
    expect(describeMadeRanges({ podRangeName: 'pods' })).toEqual([
      "'podRangeName' and 'serviceRangeName' must both be given, or 'rangesOfGke' in place of them",
    ]);
    expect(describeMadeRanges({ podRangeName: 'pods', rangesOfGke: made })).toEqual([
      "'rangesOfGke' stands in place of 'podRangeName' and 'serviceRangeName'; give one of both ways",
    ]);
    expect(describeMadeRanges({ rangesOfGke: { podCidr: '/30', serviceCidr: '10.96.0.1/22' } })).toEqual([
      "'rangesOfGke.podCidr' (/30) must be a range, or a mask of /8 to /29",
      "'rangesOfGke.serviceCidr': '10.96.0.1/22' has host bits set; the range that holds it is '10.96.0.0/22'",
    ]);
  });
});
