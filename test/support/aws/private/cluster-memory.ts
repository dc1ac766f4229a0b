import { AccessEntries, AddOns, type Collection, PodIdentities } from './eks-collections';
import { type Answer, type Asked, answerJson, type Json, readJson, refuse } from './exchange';

/** Where a cluster is, which moto does not say. */
export interface ClusterPlace {
  readonly vpcId: string;
  readonly securityGroupId: string;
}

/** What a cluster is told when it is made, beside what moto keeps. */
const FORGOTTEN = [
  // else the provider sees none, and replaces the cluster
  'accessConfig',
  'computeConfig',
  'controlPlaneScalingConfig',
  'deletionProtection',
  'outpostConfig',
  'remoteNetworkConfig',
  'storageConfig',
  'upgradePolicy',
  'zonalShiftConfig',
] as const;

/** What one cluster was told, and what belongs to it. */
export class ClusterMemory {
  public readonly name: string;
  private readonly collections: Readonly<Record<string, Collection>>;
  private readonly groups = new Map<string, Json>();

  public constructor(
    private readonly told: Json,
    public readonly place: ClusterPlace,
  ) {
    this.name = String(told.name);
    const identities = new PodIdentities(this.name);
    this.collections = {
      addons: new AddOns(this.name, identities),
      'access-entries': new AccessEntries(this.name),
      'pod-identity-associations': identities,
    };
  }

  public get isProtected(): boolean {
    return this.told.deletionProtection === true;
  }

  /** What stands below `/clusters/<name>/`. */
  public async answer(
    asked: Asked,
    [kind = '', ...rest]: readonly string[],
    forward: () => Promise<Answer>,
  ): Promise<Answer> {
    const collection = this.collections[kind];
    if (collection !== undefined) return collection.answer(asked, rest);
    if (kind === 'node-groups') return this.nodeGroups(asked, rest, forward);
    if (kind === 'fargate-profiles') return forward();
    if (kind === 'updates') return answerUpdate(rest[0] ?? '');
    return refuse(501, 'NotImplemented', `nobody answers ${asked.method} ${asked.path}`);
  }

  public correctCluster(answer: Answer): Answer {
    if (answer.status !== 200) return answer;
    const { cluster } = readJson(answer.body) as { readonly cluster: Json };
    const remembered = FORGOTTEN.filter((key) => this.told[key] !== undefined);
    return answerJson({
      cluster: {
        ...cluster,
        ...Object.fromEntries(remembered.map((key) => [key, this.told[key]])),
        // moto gives back what it was sent, without what EKS adds
        resourcesVpcConfig: {
          publicAccessCidrs: [],
          ...(cluster.resourcesVpcConfig as Json),
          vpcId: this.place.vpcId,
          clusterSecurityGroupId: this.place.securityGroupId,
        },
        kubernetesNetworkConfig: { ipFamily: 'ipv4', ...(cluster.kubernetesNetworkConfig as Json) },
      },
    });
  }

  private async nodeGroups(
    asked: Asked,
    rest: readonly string[],
    forward: () => Promise<Answer>,
  ): Promise<Answer> {
    if (rest.length > 1) {
      return refuse(501, 'NotImplemented', `nobody answers ${asked.method} ${asked.path}`);
    }
    const answer = await forward();
    if (answer.status !== 200) return answer;
    if (asked.method === 'POST') {
      const told = readJson(asked.body);
      this.groups.set(String(told.nodegroupName), told);
    }
    const { nodegroup } = readJson(answer.body) as { readonly nodegroup?: Json };
    if (nodegroup === undefined) return answer;
    const told = this.groups.get(String(nodegroup.nodegroupName)) ?? {};
    return answerJson({ nodegroup: this.correctGroup(nodegroup, told) });
  }

  private correctGroup(group: Json, told: Json): Json {
    const version = told.version ?? this.told.version;
    // With a launch template there is no size and no key beside it, and moto invents both
    const { diskSize: _, remoteAccess: __, ...others } = group;
    return {
      ...others,
      ...(told.launchTemplate === undefined ? { diskSize: group.diskSize } : {}),
      ...(told.remoteAccess === undefined ? {} : { remoteAccess: told.remoteAccess }),
      // moto takes the ones of 1.19 when it is told none
      version,
      releaseVersion: told.releaseVersion ?? `${version}.0-20260101`,
      // moto drops both
      updateConfig: told.updateConfig,
      nodeRepairConfig: told.nodeRepairConfig,
      resources: { autoScalingGroups: (group.resources as Json).autoScalingGroups },
    };
  }
}

/** All changes are made at once. */
function answerUpdate(id: string): Answer {
  return answerJson({ update: { id, status: 'Successful', errors: [] } });
}
