import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import {
  type ClusterConnection,
  type ClusterNetwork,
  ControlPlaneLog,
  DEFAULT_CONTROL_PLANE_LOGS,
  type ICluster,
} from '../../cluster';
import { ClusterBase } from '../../cluster/private/cluster-base';
import { carries } from '../../cluster/private/mark';
import { type KubernetesVersion, ValidationError } from '../../values';
import { PackageRepository } from '../package-repository';
import { HostScripts } from '../private/host-scripts';
import { TerraformData } from '../private/terraform-data';
import type { OnPremClusterProps } from './cluster-props';
import { type OnPremHost, UnreachableHosts } from './host';
import type { OnPremClusterAttributes } from './imported-cluster';
import { OnPremNodePool, type OnPremNodePoolOptions } from './node-pool';
import { type Bootstrap, nodeOf } from './private/bootstrap';
import { ON_PREM_CAPABILITIES } from './private/capabilities';
import {
  DEFAULT_POD_CIDR,
  DEFAULT_SERVICE_CIDR,
  describeClusterProblems,
  describePoolProblems,
} from './private/checks';
import { Gate } from './private/gate';
import { HostSteps } from './private/host-steps';
import { ImportedOnPremCluster } from './private/imported-cluster';
import { Membership } from './private/membership';

const ON_PREM_CLUSTER = Symbol.for('kubewhere.OnPremCluster');

/**
 * A Kubernetes cluster on machines that exist, made by kubeadm over SSH with Terraform's built-in resources only: no provider
 * is downloaded, and `terraform init` needs no network.
 *
 * Defined are, per machine, the steps that make it a node (about seven resources of type `terraform_data`), and for the cluster
 * who its members are and a last check. Costs no money and some minutes of apply. It cannot yet raise the version of a running
 * cluster, renew certificates or back up etcd: `docs/on-prem.md` says what to do by hand.
 *
 * `controlPlaneLogs` decides about the audit log (`/var/log/kubernetes/audit` on the control planes, 30 days or 10 files of 100
 * MB); the other parts always log to `/var/log/pods` there. `deletionProtection` also refuses a changed name, range or endpoint.
 *
 * @see https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/
 */
export class OnPremCluster extends ClusterBase {
  /** Imports a cluster that exists, so that other constructs can use it. Defines nothing and checks nothing. */
  public static fromAttributes(scope: Construct, id: string, attributes: OnPremClusterAttributes): ICluster {
    return new ImportedOnPremCluster(scope, id, attributes);
  }

  /** Whether a value is a cluster that this class defined; works across copies of the package. */
  public static isOnPremCluster(value: unknown): value is OnPremCluster {
    return carries(value, ON_PREM_CLUSTER);
  }

  public readonly platform = 'on-prem';
  public readonly capabilities = ON_PREM_CAPABILITIES;
  public readonly clusterName: string;
  public readonly kubernetesVersion: KubernetesVersion;
  public readonly connection: ClusterConnection;
  public readonly network: ClusterNetwork;
  /** Racks of the machines in use, sorted. */
  public readonly failureDomains: readonly string[];
  private readonly hosts: Readonly<Record<string, OnPremHost>>;
  private readonly bootstrap: Bootstrap;
  private readonly membership: Membership;
  private readonly gate: Gate;
  private readonly poolScope: Construct;
  private readonly lastControlPlane: TerraformData;
  /** Host name to the prop that uses it. */
  private readonly taken = new Map<string, string>();

  public constructor(scope: Construct, id: string, props: OnPremClusterProps) {
    super(scope, id);
    Object.defineProperty(this, ON_PREM_CLUSTER, { value: true });
    this.assertClusterName(props.clusterName);
    this.assertProps(props);

    this.hosts = { ...props.hosts };
    this.clusterName = props.clusterName;
    this.kubernetesVersion = props.version;
    this.network = {
      podCidr: props.podCidr ?? DEFAULT_POD_CIDR,
      serviceCidr: props.serviceCidr ?? DEFAULT_SERVICE_CIDR,
      networkId: undefined,
    };
    this.failureDomains = racksOf(props);
    this.connection = {
      host: `https://${props.endpoint.authority}`,
      caCertificateBase64:
        props.caCertificateBase64 ?? Fn.filebase64(Fn.join('/', [props.pkiDirectory, 'ca.crt'])),
      credential: {
        kind: 'certificate-files',
        certificatePath: `${props.pkiDirectory}/admin.crt`,
        keyPath: `${props.pkiDirectory}/admin.key`,
      },
    };

    this.bootstrap = this.resolveBootstrap(props);
    this.defineIdentity(props);
    this.gate = new Gate(this, 'Gate', {
      bootstrap: this.bootstrap,
      annotations: props.tags ?? {},
      podNetworkManifestPath: props.podNetworkManifestPath,
    });
    this.lastControlPlane = this.defineControlPlane();
    this.membership = new Membership(this, 'Members', this.bootstrap, this.lastControlPlane);
    this.gate.add(this.lastControlPlane);
    this.poolScope = new Construct(this, 'NodePools');
    for (const [poolName, options] of Object.entries(props.nodePools ?? {}))
      this.addNodePool(poolName, options);
    this.node.addValidation({ validate: () => this.validateWorkers() });
  }

  /**
   * Adds worker nodes. @throws ValidationError when the name is taken or malformed, or for everything that is wrong with the
   * hosts, labels and taints at once.
   */
  public addNodePool(poolName: string, options: OnPremNodePoolOptions): OnPremNodePool {
    this.assertNewPoolName(poolName);
    const problems = describePoolProblems(poolName, options, this.hosts, this.taken);
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    const pool = new OnPremNodePool(this.poolScope, poolName, options, this.hosts, this.bootstrap);
    for (const { node, joined } of pool._members) {
      this.taken.set(node.name, `nodePools.${poolName}.hosts`);
      joined.after(this.lastControlPlane);
      this.membership.addWorker(node, joined);
      this.gate.add(joined, node);
    }
    return this.registerNodePool(pool);
  }

  private assertProps(props: OnPremClusterProps): void {
    const problems = describeClusterProblems(props);
    for (const name of props.controlPlane.hosts) this.taken.set(name, 'controlPlane.hosts');
    const taken = new Map(this.taken);
    for (const [poolName, options] of Object.entries(props.nodePools ?? {})) {
      problems.push(...describePoolProblems(poolName, options, props.hosts, taken));
      for (const name of options.hosts) taken.set(name, `nodePools.${poolName}.hosts`);
    }
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
  }

  private resolveBootstrap(props: OnPremClusterProps): Bootstrap {
    const logs = props.controlPlaneLogs ?? DEFAULT_CONTROL_PLANE_LOGS;
    const controlPlanes = [...props.controlPlane.hosts].sort().flatMap((name) => {
      const host = props.hosts[name];
      return host === undefined ? [] : [nodeOf(name, host, 'control-plane')];
    });
    return {
      version: props.version,
      config: {
        clusterName: props.clusterName,
        endpointHost: props.endpoint.host,
        endpointPort: props.endpoint.port,
        podCidr: props.podCidr ?? DEFAULT_POD_CIDR,
        serviceCidr: props.serviceCidr ?? DEFAULT_SERVICE_CIDR,
        auditLog: logs.includes(ControlPlaneLog.AUDIT),
        imageRepository: props.imageRepository,
      },
      ssh: props.ssh,
      endpoint: props.endpoint,
      pkiDirectory: props.pkiDirectory,
      scripts: new HostScripts(this, 'HostScripts'),
      repositoryUrl: (props.packageRepository ?? PackageRepository.community()).urlOf(
        props.version.toString(),
      ),
      controlPlanes,
      schedulable: props.controlPlane.schedulable ?? false,
      allChecked: new TerraformData(this, 'AllHostsChecked'),
      unreachableHosts: props.unreachableHosts ?? UnreachableHosts.FAIL,
    };
  }

  /** Holds what a cluster is known by. With protection on, a destroy or a change of any of it fails in the plan. */
  private defineIdentity(props: OnPremClusterProps): void {
    new TerraformData(this, 'Resource', {
      input: { version: props.version.toString() },
      triggersReplace: {
        cluster_name: props.clusterName,
        endpoint: props.endpoint.authority,
        pod_cidr: this.network.podCidr,
        service_cidr: this.network.serviceCidr,
      },
      lifecycle: { preventDestroy: props.deletionProtection ?? true },
    });
  }

  /** Control planes join one after the other: two at a time can take the quorum from a young etcd. Returns the last. */
  private defineControlPlane(): TerraformData {
    const scope = new Construct(this, 'ControlPlane');
    const hosts = this.bootstrap.controlPlanes.map(
      (node) => new HostSteps(scope, node.name, this.bootstrap, node),
    );
    const [first] = hosts;
    let last = first?.member;
    for (const { member, loadBalancer } of hosts) {
      if (last !== undefined && last !== member) member.after(last);
      if (loadBalancer !== undefined && first !== undefined) first.member.after(loadBalancer);
      last = member;
    }
    if (last === undefined) throw new ValidationError(`'controlPlane.hosts' is empty`, this);
    return last;
  }

  private validateWorkers(): string[] {
    if (this.nodePools.length > 0 || this.bootstrap.schedulable) return [];
    return [
      `cluster '${this.clusterName}' has no node pool; add one with addNodePool(), or say controlPlane.schedulable: true`,
    ];
  }
}

function racksOf(props: OnPremClusterProps): readonly string[] {
  const used = [
    ...props.controlPlane.hosts,
    ...Object.values(props.nodePools ?? {}).flatMap(({ hosts }) => [...hosts]),
  ];
  const racks = used.flatMap((name) => props.hosts[name]?.rack ?? []);
  return [...new Set(racks)].sort();
}
