import { TerraformOutput, type TerraformStack } from 'cdktf';
import { renderKubeconfig } from '../../lib/cluster';
import { LookedUpGkeCluster } from '../../lib/gke/looked-up-cluster';
import type { GkeLookupAttributes } from '../../lib/gke/lookup-attributes';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { gkeStack } from './gke-stack';

const DATA = 'data.google_container_cluster.Elsewhere_AE38D9E0';

function lookUp(stack: TerraformStack, attributes: Partial<GkeLookupAttributes> = {}): LookedUpGkeCluster {
  return new LookedUpGkeCluster(stack, 'Elsewhere', {
    clusterName: 'elsewhere',
    version: KubernetesVersion.of('1.34'),
    project: 'acme-shared',
    location: 'europe-west3',
    ...attributes,
  });
}

/** A value as it stands in the synthesized stack. */
function resolved(stack: TerraformStack, value: unknown): unknown {
  new TerraformOutput(stack, 'Resolved', { value, staticId: true });
  return synthesize(stack).output?.Resolved?.value;
}

describe('a GKE cluster that is looked up', () => {
  it('is read in its project and place, and refused when its version is older', () => {
    const stack = gkeStack();
    lookUp(stack);
    const synthesized = synthesize(stack);
    expect(synthesized.data).toEqual({
      google_container_cluster: {
        Elsewhere_AE38D9E0: {
          name: 'elsewhere',
          project: 'acme-shared',
          location: 'europe-west3',
          lifecycle: {
            postcondition: [
              {
                condition: '${tonumber(split(".", self.master_version)[1]) >= 34}',
                error_message:
                  'GKE cluster elsewhere has an older Kubernetes than 1.34: give the version that it has to GkeCluster.fromLookup.',
              },
            ],
          },
        },
      },
    });
    expect(resourceAddresses(synthesized)).toEqual([]);
  });

  it('answers every member of ICluster', () => {
    const stack = gkeStack();
    const cluster = lookUp(stack);
    expect(cluster.platform).toBe('gke');
    expect(cluster.clusterName).toBe('elsewhere');
    expect(cluster.kubernetesVersion.toString()).toBe('1.34');
    expect(cluster.nodePools).toEqual([]);
    expect(cluster.capabilities.managedControlPlane).toBe(true);
    expect(resolved(stack, { ...cluster.network, zones: cluster.failureDomains })).toEqual({
      podCidr: `\${${DATA}.cluster_ipv4_cidr}`,
      serviceCidr: `\${${DATA}.services_ipv4_cidr}`,
      networkId: `\${${DATA}.network}`,
      zones: `\${tolist(${DATA}.node_locations)}`,
    });
  });

  it('has its own zone among its zones, which Terraform leaves out', () => {
    const stack = gkeStack();
    expect(resolved(stack, lookUp(stack, { location: 'europe-west3-a' }).failureDomains)).toBe(
      `\${sort(concat(["europe-west3-a"], tolist(${DATA}.node_locations)))}`,
    );
  });

  it.each([
    [
      false,
      {
        server: `https://\${${DATA}.endpoint}`,
        'certificate-authority-data': `\${${DATA}.master_auth[0].cluster_ca_certificate}`,
      },
    ],
    [
      true,
      {
        server: `https://\${${DATA}.control_plane_endpoints_config[0].dns_endpoint_config[0].endpoint}`,
      },
    ],
  ])('is reached by its address, or by its name (%s), with tokens of gcloud', (viaDnsEndpoint, cluster) => {
    const stack = gkeStack();
    expect(resolved(stack, renderKubeconfig(lookUp(stack, { viaDnsEndpoint })))).toMatchObject({
      clusters: [{ name: 'elsewhere', cluster }],
      users: [{ user: { exec: { command: 'gke-gcloud-auth-plugin' } } }],
    });
  });
});
