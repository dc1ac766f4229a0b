import { TerraformResource, type TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import type {
  ClusterAttributes,
  ClusterCapabilities,
  ClusterConnection,
  ClusterNetwork,
  ClusterProps,
  ICluster,
  INodePool,
  Taint,
} from '../../lib/cluster';
// the base class is not exported from the package; a platform outside it implements ICluster itself, as this one does
import type { PlatformProfile } from '../../lib/decision';
import type { Platform } from '../../lib/fleet';
import { KubernetesVersion, ValidationError } from '../../lib/values';

/** A platform that lives in the tests, built from public names only: proof that the set of platforms is open. */
export const TOY = 'toy';

const CAPABILITIES: ClusterCapabilities = {
  managedControlPlane: false,
  nodeAutoscaling: false,
  workloadIdentity: false,
  interruptibleCapacity: false,
  serviceLoadBalancer: false,
  networkPolicy: false,
};

class ToyResource extends TerraformResource {
  public constructor(
    scope: Construct,
    id: string,
    private readonly attributes: Record<string, unknown>,
  ) {
    super(scope, id, { terraformResourceType: 'terraform_data' });
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return { input: this.attributes };
  }
}

class ToyNodePool extends Construct implements INodePool {
  public readonly taints: readonly Taint[] = [];
  public readonly labels: Readonly<Record<string, string>>;

  public constructor(
    scope: Construct,
    public readonly poolName: string,
    nodes: number,
  ) {
    super(scope, poolName);
    this.labels = { 'kubewhere.dev/pool': poolName };
    new ToyResource(this, 'Resource', { poolName, nodes });
  }
}

export class ToyCluster extends Construct implements ICluster {
  public static fromAttributes(scope: Construct, id: string, attributes: ClusterAttributes): ICluster {
    return new ImportedToyCluster(scope, id, attributes);
  }

  public readonly platform = TOY;
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork = {
    podCidr: '10.1.0.0/16',
    serviceCidr: '10.2.0.0/16',
    networkId: undefined,
  };
  public readonly failureDomains: readonly string[] = ['shelf'];
  public readonly capabilities = CAPABILITIES;
  private readonly pools: ToyNodePool[] = [];
  private readonly poolScope = new Construct(this, 'NodePools');

  public constructor(scope: Construct, id: string, props: ClusterProps) {
    super(scope, id);
    this.clusterName = props.clusterName;
    this.kubernetesVersion = props.version;
    this.connection = {
      host: `https://${props.clusterName}.example.com`,
      caCertificateBase64: undefined,
      credential: { kind: 'certificate-files', certificatePath: 'admin.crt', keyPath: 'admin.key' },
    };
    new ToyResource(this, 'Resource', { clusterName: props.clusterName, version: props.version.toString() });
  }

  public get nodePools(): readonly INodePool[] {
    return [...this.pools];
  }

  public addNodePool(name: string, options: { readonly nodes: number }): INodePool {
    if (this.pools.some((pool) => pool.poolName === name)) {
      throw new ValidationError(`node pool '${name}' exists already`, this);
    }
    const pool = new ToyNodePool(this.poolScope, name, options.nodes);
    this.pools.push(pool);
    return pool;
  }
}

class ImportedToyCluster extends Construct implements ICluster {
  public readonly platform = TOY;
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];
  public readonly nodePools: readonly INodePool[] = [];
  public readonly capabilities = CAPABILITIES;

  public constructor(scope: Construct, id: string, attributes: ClusterAttributes) {
    super(scope, id);
    this.clusterName = attributes.clusterName;
    this.kubernetesVersion = attributes.version;
    this.connection = {
      host: attributes.host,
      caCertificateBase64: attributes.caCertificateBase64,
      credential: { kind: 'certificate-files', certificatePath: 'admin.crt', keyPath: 'admin.key' },
    };
    this.network = { podCidr: attributes.podCidr, serviceCidr: attributes.serviceCidr, networkId: undefined };
    this.failureDomains = attributes.failureDomains ?? [];
  }
}

const SAID_BY_THE_TESTS = { verdict: 'proven', observed: 'the tests say so', sources: [] } as const;

const profile: PlatformProfile = {
  id: TOY,
  title: 'A shelf in the tests',
  candidates: () => [
    {
      id: 'toy/shelf/one',
      platform: TOY,
      place: {
        kind: 'region',
        provider: 'aws',
        id: 'shelf',
        name: 'Shelf',
        country: 'DE',
        jurisdiction: 'EU',
        operator: { legalEntity: 'The tests', jurisdiction: 'DE', ultimateParent: 'DE' },
        zones: 3,
        partition: 'toy',
        restricted: false,
      },
      topology: 'one',
      controlPlane: 'highly-available',
      zones: 3,
      nodes: 'pools',
      egress: 'own',
    },
  ],
  size: (_candidate, { cluster }) => ({
    kind: 'sized',
    pools: [
      {
        name: 'main',
        machineType: 'toy.large',
        architecture: 'amd64',
        nodesPerZone: 1,
        nodes: 3,
        microUsdPerHour: 1,
        interruptible: false,
      },
    ],
    allocatable: {
      milliCpu: cluster.capacity.cpu * 2000,
      memoryMib: cluster.capacity.memoryGib * 2048,
      pods: cluster.capacity.pods * 2,
    },
    afterZoneLoss: {
      milliCpu: cluster.capacity.cpu * 1000,
      memoryMib: cluster.capacity.memoryGib * 1024,
      pods: cluster.capacity.pods,
    },
  }),
  price: () => ({
    kind: 'priced',
    lines: [],
    monthlyMicroUsd: 0,
    range: { low: 0, high: 0 },
    withoutSpotMicroUsd: 0,
    oldestAsOf: undefined,
  }),
  hours: () => [],
  compliance: () => SAID_BY_THE_TESTS,
  privateApi: () => SAID_BY_THE_TESTS,
  customerManagedKeys: () => SAID_BY_THE_TESTS,
  kubernetesVersion: () => SAID_BY_THE_TESTS,
};

/** The registration: facts for the decision, and how to build what was decided. */
export const toyPlatform: Platform = {
  profile,
  define: (stack: TerraformStack, plan) => {
    const cluster = new ToyCluster(stack, 'Cluster', {
      clusterName: plan.clusterName,
      version: KubernetesVersion.of(plan.cluster.kubernetesVersion),
    });
    for (const pool of plan.pools) cluster.addNodePool(pool.name, { nodes: pool.nodes });
    return cluster;
  },
};
