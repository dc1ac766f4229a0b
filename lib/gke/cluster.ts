import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { Annotations } from 'cdktf';
import { Construct } from 'constructs';
import { type ClusterConnection, type ClusterNetwork, EncryptionKey, type ICluster } from '../cluster';
import { ClusterBase } from '../cluster/private/cluster-base';
import { carries } from '../cluster/private/mark';
import { readyNetwork } from '../cluster/private/ready-network';
import { type KubernetesVersion, type PlatformId, ValidationError } from '../values';
import { GkeAccess } from './access';
import { GkeAddOn } from './add-on';
import type { GkeClusterAttributes } from './cluster-attributes';
import type { GkeAutopilotClusterProps, GkeClusterProps, GkeCommonProps } from './cluster-props';
import { GkeEncryption } from './encryption';
import type { GkeHardening } from './hardening';
import { ImportedGkeCluster } from './imported-cluster';
import { LookedUpGkeCluster } from './looked-up-cluster';
import type { GkeLookupAttributes } from './lookup-attributes';
import { type GkeAutopilotMode, GkeMode, type GkeStandardMode, type GkeStandardOptions } from './mode';
import type { IGkeNetwork } from './network-attributes';
import { GkeNodePool } from './node-pool';
import type { GkeNodePoolHost, GkeNodePoolOptions } from './node-pool-options';
import { apiAccessOfGke, dnsEndpointOf, isPublicApi, reachApi } from './private/api-endpoint';
import { renderAutoProvisioning, setNewerNodes } from './private/auto-provisioning';
import { renderAutopilot, setNewerAutopilot } from './private/autopilot';
import { describeCluster } from './private/cluster-checks';
import { renderCluster } from './private/cluster-config';
import { GKE_CAPABILITIES, gkeConnection } from './private/connection';
import { renderControlPlane, setNewerControlPlane } from './private/control-plane-parts';
import { withDefaults } from './private/defaults';
import { defineFirewall, defineNetwork, defineTopic } from './private/define-beside';
import { defineOperations } from './private/define-operations';
import { describeEndedVersion } from './private/ended-version';
import { describeHardenedPools, hardenedPool, hardenedProps } from './private/hardening';
import { toResourceLabels } from './private/labels';
import { renderTraffic, setNewerTraffic } from './private/network-parts';
import { NodeIdentity } from './private/node-identity';
import { renderOperations, setNewerOperations } from './private/operations-parts';
import { describePools } from './private/pool-checks';
import { describeAutoProvisionedCapacity, describeCapacity } from './private/ranges';
import { renderSecurity, setNewerSecurity } from './private/security-parts';
import { describeTraffic } from './private/traffic-checks';
import type { GkeVersionPolicy } from './release-channel';
import { gkeVersionSupport } from './version-support';
import { GkeWorkloadIdentity } from './workload-identity';

const GKE_CLUSTER = Symbol.for('kubewhere.GkeCluster');

/**
 * A GKE cluster, Standard or Autopilot: private nodes, an API without an address, Dataplane V2, workload identity, secrets and disks under a key of
 * its own, a release channel, and nodes with an account that can do nothing else. What each default is and why
 * is on `docs/gke.md`.
 *
 * Google charges a fee for the cluster by the hour, nodes, disks, NAT and logs beside it.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/container_cluster
 */
export class GkeCluster extends ClusterBase {
  /** Whether a value is a GKE cluster defined by this library; works across copies of the package. */
  public static isGkeCluster(value: unknown): value is GkeCluster {
    return carries(value, GKE_CLUSTER);
  }

  /** Imports a cluster that exists; defines nothing and checks nothing. */
  public static fromAttributes(scope: Construct, id: string, attributes: GkeClusterAttributes): ICluster {
    return new ImportedGkeCluster(scope, id, attributes);
  }

  /**
   * Looks a cluster up that exists, by its name, project and place; defines nothing. Terraform reads it in the plan, and refuses the plan
   * when its Kubernetes is older than the version given.
   */
  public static fromLookup(scope: Construct, id: string, attributes: GkeLookupAttributes): ICluster {
    return new LookedUpGkeCluster(scope, id, attributes);
  }

  public readonly platform: PlatformId = 'gke';
  /** Who runs the nodes: you, or Google. */
  public readonly mode: 'standard' | 'autopilot';
  /** Name of the API, without a scheme; `undefined` where it is closed. */
  public readonly dnsEndpoint: string | undefined;
  /** `projects/…/topics/…` of what GKE tells; `undefined` where it tells nothing. */
  public readonly notificationTopicId: string | undefined;
  /** `projects/…/locations/…/clusters/…`. */
  public readonly clusterId: string;
  /** `projects/…/locations/…/backupPlans/…` by the names of the plans. */
  public readonly backupPlanIds: Readonly<Record<string, string>>;
  /** Name of the cluster in its fleet; `undefined` outside of one. */
  public readonly fleetMembershipId: string | undefined;
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  public readonly failureDomains: readonly string[];
  public readonly capabilities = GKE_CAPABILITIES;
  /** Who may use the cluster. */
  public readonly access: GkeAccess;
  /** What pods may do in Google Cloud. */
  public readonly workloadIdentity: GkeWorkloadIdentity;
  /** Account the nodes run as. Registries that `nodeIdentity` does not name must grant it `roles/artifactregistry.reader`. */
  public readonly nodeServiceAccountEmail: string;
  /** `projects/…/cryptoKeys/…` of the key that encrypts secrets and boot disks. */
  public readonly encryptionKeyId: string;

  private readonly hardening: GkeHardening | undefined;
  private readonly gkeNetwork: IGkeNetwork;
  private readonly poolHost: GkeNodePoolHost;
  private readonly poolScope: Construct;
  /** `undefined` in Autopilot. */
  private readonly standard: GkeStandardOptions | undefined;
  private readonly gkeNodePools: GkeNodePool[] = [];

  /** @throws ValidationError when a prop is one that Google or Kubernetes would refuse, or two contradict each other. */
  public constructor(scope: Construct, id: string, given: GkeClusterProps | GkeAutopilotClusterProps) {
    super(scope, id);
    Object.defineProperty(this, GKE_CLUSTER, { value: true });
    const { props: hardened, problems } = hardenedProps(given);
    const props = withDefaults(hardened);
    const { project, location, resourceManagerTags, versionPolicy, deletionProtection } = props;
    this.hardening = props.hardening;
    const apiAccess = apiAccessOfGke(props.apiAccess);
    const mode = props.mode ?? GkeMode.standard();
    this.mode = mode.kind;
    this.standard = mode.kind === 'standard' ? mode.options : undefined;
    this.assertProps(props, versionPolicy, problems);
    const resourceLabels = toResourceLabels(props.tags ?? {}, this);

    this.gkeNetwork = props.network ?? defineNetwork(this, props);
    this.assertTraffic(props, mode);
    const encryption = new GkeEncryption(this, 'Encryption', {
      clusterName: props.clusterName,
      project,
      projectNumber: props.projectNumber,
      region: location.region,
      key: props.secretsEncryption ?? EncryptionKey.own(),
      deletionProtection,
      options: props,
      labels: resourceLabels,
    });
    const identity = new NodeIdentity(this, 'NodeIdentity', {
      project,
      clusterName: props.clusterName,
      identity: props.nodeIdentity,
    });
    const nodeSecurity = {
      serviceAccountEmail: identity.email,
      diskKeyId: encryption.keyId,
      resourceLabels,
    };
    const topic = defineTopic(this, props, encryption.keyId, resourceLabels);
    const firewall = defineFirewall(this, props, this.gkeNetwork, identity.email);
    const cluster = new ContainerCluster(this, 'Resource', {
      ...renderCluster(
        {
          clusterName: props.clusterName,
          project,
          location,
          version: props.version,
          versionPolicy,
          network: this.gkeNetwork,
          apiAccess,
          controlPlaneLogs: props.controlPlaneLogs,
          maintenance: props.maintenance,
          deletionProtection,
          nodeSecurity,
        },
        renderTraffic(props, { mode, network: this.gkeNetwork }),
        renderControlPlane(props, { ownTopicId: topic?.topicId }),
        renderSecurity(props, { nodeSecurity }),
        renderOperations(props, { mode }),
        // after every other part: what Google decides is left out in the end
        mode.kind === 'autopilot'
          ? renderAutopilot(mode.options, { nodeSecurity, deletionProtection, resourceManagerTags })
          : renderAutoProvisioning(mode.options, {
              nodeSecurity,
              versionPolicy,
              resourceManagerTags,
              defaultComputeClass: props.defaultComputeClass,
            }),
      ),
      // without the grants the first thing GKE does is fail, and it leaves a cluster in error behind
      dependsOn: [
        ...encryption.grants,
        ...identity.grants,
        ...readyNetwork(this.gkeNetwork, this),
        ...firewall,
      ],
    });

    setNewerControlPlane(cluster, props);
    setNewerSecurity(cluster, props);
    setNewerTraffic(cluster, props);
    setNewerOperations(cluster, props);
    setNewerNodes(cluster, props);
    if (mode.kind === 'autopilot') setNewerAutopilot(cluster, mode.options);

    const operations = defineOperations(this, cluster, props, {
      keyId: encryption.keyId,
      labels: resourceLabels,
    });
    this.backupPlanIds = operations.backupPlanIds;
    this.fleetMembershipId = operations.fleetMembershipId;
    this.clusterId = cluster.id;
    this.clusterName = props.clusterName;
    this.kubernetesVersion = props.version;
    this.nodeServiceAccountEmail = identity.email;
    this.encryptionKeyId = encryption.keyId;
    const reached = reachApi(cluster, apiAccess);
    this.connection = gkeConnection(reached.host, reached.caCertificateBase64);
    this.dnsEndpoint = apiAccess.dnsEndpoint === undefined ? undefined : dnsEndpointOf(cluster);
    this.notificationTopicId = props.notifications.existingTopicId ?? topic?.topicId;
    this.network = {
      podCidr: this.gkeNetwork.podCidr,
      serviceCidr: this.gkeNetwork.serviceCidr,
      networkId: this.gkeNetwork.networkId,
    };
    this.failureDomains = location.knownZones ?? cluster.nodeLocations;
    this.access = new GkeAccess(this, 'Access', { clusterName: props.clusterName, project, location });
    this.workloadIdentity = new GkeWorkloadIdentity(this, 'WorkloadIdentity', {
      clusterName: props.clusterName,
      project,
      projectNumber: props.projectNumber,
      poolReady: [cluster],
    });
    this.poolScope = new Construct(this, 'NodePools');
    this.poolHost = {
      project,
      clusterName: cluster.name,
      location,
      versionPolicy,
      ...nodeSecurity,
      pools: this.gkeNodePools,
      projectNumber: props.projectNumber,
      resourceManagerTags,
      maxPodsPerNode: this.standard?.maxPodsPerNode,
      multiNetworking: props.multiNetworking,
      confidentialNodes: props.confidentialNodes,
      // of a network of somebody else's not all ranges are known
      podRangeNames: props.network === undefined ? rangeNamesOf(this.gkeNetwork) : undefined,
    };

    for (const [name, member] of Object.entries(props.administrators ?? {})) {
      this.access.addAdministrator(name, member);
    }
    for (const [poolName, options] of Object.entries(props.nodePools ?? {})) {
      this.addNodePool(poolName, options);
    }
    if (isPublicApi(apiAccess)) this.warnOfPublicApi();
    this.warnOfFullRange();
    const ended = describeEndedVersion(props.clusterName, gkeVersionSupport(props.version), versionPolicy);
    if (ended !== undefined) Annotations.of(this).addWarning(ended);
    this.node.addValidation({ validate: () => [...this.validatePools()] });
  }

  /**
   * Adds worker nodes that are alike.
   *
   * @throws ValidationError when the name is taken or malformed, or an option is wrong.
   */
  public addNodePool(poolName: string, options: GkeNodePoolOptions): GkeNodePool {
    if (this.mode === 'autopilot') {
      throw new ValidationError(
        `node pool '${poolName}' is for GkeMode.standard(); Autopilot makes nodes by itself`,
        this,
      );
    }
    this.assertNewPoolName(poolName);
    const hardened = hardenedPool(this.hardening, poolName, options);
    if (hardened.problems.length > 0) throw new ValidationError(hardened.problems.join('; '), this);
    const pool = new GkeNodePool(this.poolScope, poolName, {
      ...hardened.props,
      poolName,
      host: this.poolHost,
    });
    this.gkeNodePools.push(pool);
    return this.registerNodePool(pool);
  }

  private assertProps(
    props: GkeClusterProps | GkeAutopilotClusterProps,
    versionPolicy: GkeVersionPolicy,
    contradictions: readonly string[],
  ): void {
    this.assertClusterName(props.clusterName);
    const problems = [...describeCluster(props, versionPolicy), ...contradictions];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }

  private assertTraffic(props: GkeCommonProps, mode: GkeStandardMode | GkeAutopilotMode): void {
    const problems = describeTraffic(props, {
      mode,
      project: props.project,
      network: this.gkeNetwork,
      httpLoadBalancing: props.addOns?.[GkeAddOn.HTTP_LOAD_BALANCING]?.enabled,
    });
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }

  private warnOfPublicApi(): void {
    Annotations.of(this).addWarning(
      `[kubewhere:gke/public-api] The Kubernetes API of '${this.clusterName}' is reachable from the whole Internet. ApiAccess.restricted('203.0.113.0/24') names the ranges that need it.`,
    );
  }

  private warnOfFullRange(): void {
    const { autoProvisioning, maxPodsPerNode } = this.standard ?? {};
    if (autoProvisioning === undefined) return;
    const { cpu } = autoProvisioning.options;
    for (const shortage of describeAutoProvisionedCapacity(
      this.gkeNetwork,
      this.gkeNodePools,
      cpu.max,
      maxPodsPerNode,
    )) {
      Annotations.of(this).addWarning(`[kubewhere:gke/auto-provisioned-range] ${shortage}`);
    }
  }

  private validatePools(): readonly string[] {
    if (this.standard === undefined) return [];
    const makesNodes = this.standard.autoProvisioning !== undefined;
    if (this.gkeNodePools.length === 0 && !makesNodes) {
      return [
        `cluster '${this.clusterName}' has no node pool, so nothing can run on it; add one with 'nodePools' or addNodePool()`,
      ];
    }
    return [
      ...describePools(this.gkeNodePools, makesNodes),
      ...describeHardenedPools(this.hardening, this.gkeNodePools),
      ...describeCapacity(this.gkeNetwork, this.gkeNodePools, this.standard.maxPodsPerNode),
    ];
  }
}

function rangeNamesOf({ podRangeName, morePodRanges }: IGkeNetwork): readonly string[] {
  return [
    ...(podRangeName === undefined ? [] : [podRangeName]),
    ...morePodRanges.map(({ rangeName }) => rangeName),
  ];
}
