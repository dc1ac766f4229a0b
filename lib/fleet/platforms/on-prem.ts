import { type TerraformStack, TerraformVariable } from 'cdktf';
import { ControlPlaneAvailability, type ICluster } from '../../cluster';
import type { Machine, Site, SiteEndpoint } from '../../decision/request/types';
import { ClusterEndpoint, OnPremCluster, type OnPremHost } from '../../self-managed';
import { ValidationError } from '../../values';
import type { ClusterPlan } from '../platform';
import { neutralProps } from './neutral-props';

/**
 * Defines a kubeadm cluster on the machines of the decided site. Its keys are in a folder on the machine that runs Terraform,
 * whose path is the stack's one variable, `pki_directory`.
 */
export function defineOnPremCluster(stack: TerraformStack, plan: ClusterPlan): ICluster {
  const { place } = plan.candidate;
  if (place.kind !== 'site') {
    throw new ValidationError(
      `cluster '${plan.clusterKey}' is planned on premises in '${place.id}', which is no site of the request; decide again`,
    );
  }
  const pkiDirectory = new TerraformVariable(stack, 'pki_directory', {
    type: 'string',
    description: 'Folder that make-pki.sh made, on the machine that runs Terraform; its files enter no state',
  });
  const { site } = place;
  const cluster = new OnPremCluster(stack, 'Cluster', {
    ...neutralProps(plan),
    hosts: hostsOf(site),
    controlPlane: { hosts: controlPlanesOf(site) },
    availability:
      plan.candidate.controlPlane === 'single'
        ? ControlPlaneAvailability.SINGLE
        : ControlPlaneAvailability.HIGHLY_AVAILABLE,
    endpoint: endpointOf(site.endpoint),
    ssh: { user: site.ssh.user, privateKeyPath: site.ssh.privateKeyPath },
    pkiDirectory: pkiDirectory.stringValue,
    podCidr: plan.cluster.network.podCidr,
    serviceCidr: plan.cluster.network.serviceCidr,
  });
  for (const pool of plan.pools) cluster.addNodePool(pool.name, { hosts: pool.machines ?? [] });
  return cluster;
}

function hostsOf(site: Site): Readonly<Record<string, OnPremHost>> {
  return Object.fromEntries(
    Object.entries(site.machines).map(([name, { address, hostKey, rack }]) => [
      name,
      { address, hostKey, rack },
    ]),
  );
}

function controlPlanesOf(site: Site): readonly string[] {
  return Object.entries(site.machines)
    .filter(([, machine]: readonly [string, Machine]) => machine.role === 'control-plane')
    .map(([name]) => name);
}

function endpointOf(endpoint: SiteEndpoint): ClusterEndpoint {
  return endpoint.type === 'external'
    ? ClusterEndpoint.external({ host: endpoint.host, port: endpoint.port })
    : ClusterEndpoint.virtualAddress({ address: endpoint.address, routerId: endpoint.routerId });
}
