import { type ClusterConfig, CONFIG_KEYS, mergeConfig, nextMinor } from './cluster-config';
import { AccessEntries, AddOns, Capabilities, PodIdentities } from './eks-collections';
import type { TagChange } from './eks-tags';
import { EksUpdates } from './eks-updates';
import {
  type Answer,
  type Asked,
  answerJson,
  type Collection,
  type Json,
  readJson,
  refuse,
  unanswered,
} from './exchange';
import { FargateProfiles } from './fargate-profiles';
import { IdentityProviders } from './identity-providers';
import { NodeGroups } from './node-groups';

/** Where a cluster is, which moto does not say. */
export interface ClusterPlace {
  readonly vpcId: string;
  readonly securityGroupId: string;
}

/**
 * What one cluster was told, and what belongs to it. Below `/clusters/<name>`, beside the kinds of things:
 *
 * - `POST /update-config` UpdateClusterConfig: moto answers it with a cluster, which no client understands, and keeps two of its parts
 * - `POST /updates` UpdateClusterVersion, which moto lacks; a minor version at a time, as EKS wants it
 */
export class ClusterMemory {
  public readonly name: string;
  private readonly updates = new EksUpdates();
  private readonly collections: Readonly<Record<string, Collection>>;
  private readonly groups = new NodeGroups(() => this.told.version, this.updates);
  private readonly profiles = new FargateProfiles();

  public constructor(
    private told: ClusterConfig,
    public readonly place: ClusterPlace,
  ) {
    this.name = String(told.name);
    const identities = new PodIdentities(this.name);
    this.collections = {
      addons: new AddOns(this.name, identities, this.updates),
      'access-entries': new AccessEntries(this.name),
      capabilities: new Capabilities(this.name),
      'identity-provider-configs': new IdentityProviders(this.name, this.updates),
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
    if (kind === 'node-groups') return this.groups.answer(asked, rest, forward);
    if (kind === 'fargate-profiles') return this.profiles.answer(asked, forward);
    if (asked.method === 'POST' && kind === 'update-config') return this.updateConfig(readJson(asked.body));
    if (asked.method === 'POST' && kind === 'updates') return this.updateVersion(readJson(asked.body));
    if (kind === 'updates') return this.updates.answer(asked, rest[0]);
    return unanswered(asked);
  }

  /** Whether one of the things that belong to the cluster is the one that was to be tagged. */
  public tag(arn: string, change: TagChange): boolean {
    return [...Object.values(this.collections), this.groups, this.profiles].some((things) =>
      things.tag(arn, change),
    );
  }

  public correctCluster(answer: Answer): Answer {
    if (answer.status !== 200) return answer;
    const { cluster } = readJson(answer.body) as { readonly cluster: Json };
    const remembered = CONFIG_KEYS.filter((key) => this.told[key] !== undefined);
    return answerJson({
      cluster: {
        ...cluster,
        ...Object.fromEntries(remembered.map((key) => [key, this.told[key]])),
        version: this.told.version,
        // moto gives back what it was sent, without what EKS adds
        resourcesVpcConfig: {
          publicAccessCidrs: [],
          ...(cluster.resourcesVpcConfig as Json),
          ...this.told.resourcesVpcConfig,
          vpcId: this.place.vpcId,
          clusterSecurityGroupId: this.place.securityGroupId,
        },
        kubernetesNetworkConfig: { ipFamily: 'ipv4', ...(cluster.kubernetesNetworkConfig as Json) },
      },
    });
  }

  private updateConfig(asks: Json): Answer {
    this.told = mergeConfig(this.told, asks);
    return this.updates.begin('ConfigUpdate', asks);
  }

  private updateVersion({ version }: Json): Answer {
    const [from, to] = [String(this.told.version), String(version)];
    if (to !== nextMinor(from)) {
      const message = `Unsupported Kubernetes minor version update from ${from} to ${to}`;
      return refuse(400, 'InvalidParameterException', message);
    }
    this.told = { ...this.told, version };
    return this.updates.begin('VersionUpdate', { Version: version });
  }
}
