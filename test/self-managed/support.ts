import { TerraformResource, type TerraformStack } from 'cdktf';
import {
  ClusterEndpoint,
  OnPremCluster,
  type OnPremClusterProps,
  type OnPremHost,
} from '../../lib/self-managed';
import { KubernetesVersion } from '../../lib/values';
import { synthesize } from '../support/synthesized';

/** A host whose address and key follow from a number. */
export function host(number: number, rack?: string): OnPremHost {
  return {
    address: `10.77.0.${number}`,
    hostKey: `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKey${number}`,
    ...(rack === undefined ? {} : { rack }),
  };
}

/** Three control planes and two workers, named out of order on purpose. */
export const PROPS: OnPremClusterProps = {
  clusterName: 'prod',
  version: KubernetesVersion.of('1.34'),
  hosts: {
    w2: host(22, 'b'),
    cp2: host(12, 'b'),
    cp1: host(11, 'a'),
    w1: host(21, 'a'),
    cp3: host(13, 'c'),
  },
  controlPlane: { hosts: ['cp3', 'cp1', 'cp2'] },
  nodePools: { general: { hosts: ['w2', 'w1'] } },
  endpoint: ClusterEndpoint.virtualAddress({ address: '10.77.0.100', routerId: 77 }),
  ssh: { user: 'ops' },
  pkiDirectory: 'pki',
};

export function define(stack: TerraformStack, props: Partial<OnPremClusterProps> = {}): OnPremCluster {
  return new OnPremCluster(stack, 'Cluster', { ...PROPS, ...props });
}

/** The `terraform_data` resources by the path of their construct inside the cluster, such as `ControlPlane/cp1/Member`. */
export function resourcesByPath(stack: TerraformStack): Readonly<Record<string, Record<string, unknown>>> {
  const resources = synthesize(stack).resource?.terraform_data ?? {};
  return Object.fromEntries(
    [...pathsByName(stack)].map(([name, path]) => [path, resources[name] ?? {}] as const),
  );
}

/** Paths of what a resource comes after, sorted. */
export function predecessors(stack: TerraformStack, path: string): readonly string[] {
  const paths = pathsByName(stack);
  const list = (resourcesByPath(stack)[path]?.depends_on ?? []) as readonly string[];
  return list.map((address) => paths.get(address.replace('terraform_data.', '')) ?? address).sort();
}

function pathsByName(stack: TerraformStack): ReadonlyMap<string, string> {
  const resources = stack.node
    .findAll()
    .filter((construct) => TerraformResource.isTerraformResource(construct));
  return new Map(
    resources.map((resource) => [
      (resource as TerraformResource).friendlyUniqueId,
      resource.node.path.replace('test/Cluster/', '').replace(/\/Resource$/, ''),
    ]),
  );
}

/** All provisioners of a resource as `[kind, attributes]`. */
export function provisioners(
  attributes: Record<string, unknown> | undefined,
): readonly (readonly [string, Record<string, unknown>])[] {
  const list = (attributes?.provisioner ?? []) as readonly Record<string, Record<string, unknown>>[];
  return list.flatMap((provisioner) => Object.entries(provisioner));
}
