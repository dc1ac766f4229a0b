import { type TerraformStack, Token } from 'cdktf';
import {
  type ClusterAttributes,
  type ClusterCapabilities,
  ClusterOutputs,
  type ICluster,
  type INodePool,
  renderKubeconfig,
} from '../../lib/cluster';
import { KubernetesVersion, ValidationError } from '../../lib/values';
import { resourceAddresses, synthesize, testStack } from './synthesized';

/** What a platform hands to the contract. */
export interface ClusterContract {
  readonly platform: string;
  /** Defines a cluster named `clusterName` with one pool `first`, under the construct id `Cluster`; the provider too. */
  define(stack: TerraformStack, clusterName: string): ICluster;
  /** Adds a pool by the platform's own method. */
  addNodePool(cluster: ICluster, name: string): INodePool;
  /** Imports a cluster under the construct id `Imported`. */
  importCluster(stack: TerraformStack, attributes: ContractAttributes): ICluster;
  /** Looks up a cluster named `elsewhere` of version 1.33 under the construct id `Found`; absent where a platform has no such way. */
  lookUp?(stack: TerraformStack): ICluster;
  /** What tells this form of cluster from the platform's others, in the names of the tests. */
  readonly form?: string;
  /** Written out by hand, so that a changed ability is noticed. */
  readonly capabilities: ClusterCapabilities;
  /** The platform's type guard; absent for a platform without one. */
  isOfPlatform?(value: unknown): boolean;
}

/** Attributes of a cluster that exists, as a platform's import takes them. */
export type ContractAttributes = ClusterAttributes & { readonly caCertificateBase64: string };

const ATTRIBUTES: ContractAttributes = {
  clusterName: 'elsewhere',
  version: KubernetesVersion.of('1.33'),
  host: 'https://elsewhere.example.com',
  caCertificateBase64: 'Y2E=',
  podCidr: '10.128.0.0/14',
  serviceCidr: '10.132.0.0/20',
  failureDomains: ['a', 'b', 'c'],
};

/** The promises of `ICluster`, kept by every platform in its defined and its imported form. Asserts on synthesized JSON. */
export function testCluster(contract: ClusterContract): void {
  describe(`${contract.form ?? contract.platform}: the cluster contract`, () => {
    describe('of a defined cluster', () => {
      it('answers every member of ICluster', () => {
        const cluster = contract.define(testStack(), 'contract');
        expect(cluster.platform).toBe(contract.platform);
        expect(cluster.clusterName).toBe('contract');
        expect(cluster.kubernetesVersion.toString()).toMatch(/^1\.\d+$/);
        expect(cluster.capabilities).toEqual(contract.capabilities);
        expect(Array.isArray(cluster.failureDomains)).toBe(true);
        expect(
          Token.isUnresolved(cluster.connection.host) || cluster.connection.host.startsWith('https://'),
        ).toBe(true);
        expect(Object.keys(cluster.network).sort()).toEqual(['networkId', 'podCidr', 'serviceCidr']);
      });

      it('defines resources that hold its name', () => {
        const stack = testStack();
        contract.define(stack, 'contract');
        const synthesized = synthesize(stack);
        expect(resourceAddresses(synthesized).length).toBeGreaterThan(0);
        expect(JSON.stringify(synthesized.resource)).toContain('contract');
      });

      it('shows a pool that was added by the platform’s own method, and defines resources for it', () => {
        const stack = testStack();
        const cluster = contract.define(stack, 'contract');
        const before = resourceAddresses(synthesize(stack));
        const pool = contract.addNodePool(cluster, 'second');
        expect(cluster.nodePools.map((known) => known.poolName)).toEqual(['first', 'second']);
        expect(pool.labels['kubewhere.dev/pool']).toBe('second');
        expect(resourceAddresses(synthesize(stack)).length).toBeGreaterThan(before.length);
      });

      it('keeps every address when a pool is added', () => {
        const stack = testStack();
        const cluster = contract.define(stack, 'contract');
        const before = resourceAddresses(synthesize(stack));
        contract.addNodePool(cluster, 'second');
        expect(resourceAddresses(synthesize(stack))).toEqual(expect.arrayContaining([...before]));
      });

      it('fails with its path when a pool name is taken', () => {
        const cluster = contract.define(testStack(), 'contract');
        expect(() => contract.addNodePool(cluster, 'first')).toThrow(ValidationError);
        expect(() => contract.addNodePool(cluster, 'first')).toThrow(
          "[test/Cluster] node pool 'first' exists already",
        );
      });

      it('hands out its pools as a copy', () => {
        const cluster = contract.define(testStack(), 'contract');
        (cluster.nodePools as INodePool[]).length = 0;
        expect(cluster.nodePools).toHaveLength(1);
      });

      it('has an address that does not depend on its name', () => {
        const [one, other] = ['contract', 'renamed'].map((name) => {
          const stack = testStack();
          contract.define(stack, name);
          return resourceAddresses(synthesize(stack));
        });
        expect(one).toEqual(other);
      });

      it('synthesizes the same bytes for the same input', () => {
        const [one, other] = [1, 2].map(() => {
          const stack = testStack();
          contract.define(stack, 'contract');
          return JSON.stringify(synthesize(stack));
        });
        expect(one).toBe(other);
      });

      it('writes no path of the machine into the output', () => {
        const stack = testStack();
        contract.define(stack, 'contract');
        expect(JSON.stringify(synthesize(stack))).not.toContain(process.cwd());
      });

      it('offers outputs under names that stay, none of them a secret', () => {
        const stack = testStack();
        const cluster = contract.define(stack, 'contract');
        new ClusterOutputs(stack, 'Outputs', { cluster });
        const outputs = synthesize(stack).output ?? {};
        expect(Object.keys(outputs)).toEqual(
          expect.arrayContaining(['cluster_name', 'cluster_platform', 'cluster_endpoint', 'kubeconfig']),
        );
        expect(Object.values(outputs).filter((output) => output.sensitive === true)).toEqual([]);
      });

      it('knows its own kind', () => {
        const cluster = contract.define(testStack(), 'contract');
        expect(contract.isOfPlatform?.(cluster) ?? true).toBe(true);
        expect(contract.isOfPlatform?.({}) ?? false).toBe(false);
        expect(contract.isOfPlatform?.(undefined) ?? false).toBe(false);
      });
    });

    describe('of an imported cluster', () => {
      it('answers every member of ICluster from its attributes and defines no resource', () => {
        const stack = testStack();
        const cluster = contract.importCluster(stack, ATTRIBUTES);
        expect(cluster.platform).toBe(contract.platform);
        expect(cluster.clusterName).toBe('elsewhere');
        expect(cluster.kubernetesVersion.toString()).toBe('1.33');
        expect(cluster.connection.host).toBe('https://elsewhere.example.com');
        expect(cluster.connection.caCertificateBase64).toBe('Y2E=');
        expect(cluster.network).toMatchObject({ podCidr: '10.128.0.0/14', serviceCidr: '10.132.0.0/20' });
        expect(cluster.failureDomains).toEqual(['a', 'b', 'c']);
        expect(cluster.nodePools).toEqual([]);
        expect(cluster.capabilities).toEqual(contract.capabilities);
        expect(resourceAddresses(synthesize(stack))).toEqual([]);
      });

      it('authenticates as a defined one does', () => {
        const defined = contract.define(testStack(), 'contract');
        const imported = contract.importCluster(testStack(), ATTRIBUTES);
        expect(imported.connection.credential.kind).toBe(defined.connection.credential.kind);
      });

      it('renders a kubeconfig without a secret', () => {
        const kubeconfig = renderKubeconfig(contract.importCluster(testStack(), ATTRIBUTES));
        expect(kubeconfig).toMatchObject({
          kind: 'Config',
          'current-context': 'elsewhere',
          clusters: [
            {
              name: 'elsewhere',
              cluster: { server: 'https://elsewhere.example.com', 'certificate-authority-data': 'Y2E=' },
            },
          ],
        });
        expect(JSON.stringify(kubeconfig)).not.toMatch(/"token"|password|client-key-data/);
      });
    });

    const { lookUp } = contract;
    if (lookUp === undefined) return;
    describe('of a cluster that is looked up', () => {
      it('answers every member of ICluster, reads and defines no resource', () => {
        const stack = testStack();
        const cluster = lookUp(stack);
        expect(cluster.platform).toBe(contract.platform);
        expect(cluster.clusterName).toBe('elsewhere');
        expect(cluster.kubernetesVersion.toString()).toBe('1.33');
        expect(Token.isUnresolved(cluster.connection.host)).toBe(true);
        expect(Object.keys(cluster.network).sort()).toEqual(['networkId', 'podCidr', 'serviceCidr']);
        expect(cluster.nodePools).toEqual([]);
        expect(cluster.capabilities).toEqual(contract.capabilities);
        const synthesized = synthesize(stack);
        expect(resourceAddresses(synthesized)).toEqual([]);
        expect(Object.keys(synthesized.data ?? {})).not.toEqual([]);
      });

      it('authenticates as a defined one does, without a secret', () => {
        const cluster = lookUp(testStack());
        const defined = contract.define(testStack(), 'contract');
        expect(cluster.connection.credential.kind).toBe(defined.connection.credential.kind);
        expect(JSON.stringify(renderKubeconfig(cluster))).not.toMatch(/"token"|password|client-key-data/);
      });
    });
  });
}
