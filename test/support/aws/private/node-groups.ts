import { retag, type TagChange } from './eks-tags';
import type { EksUpdates } from './eks-updates';
import { type Answer, type Asked, answerJson, type Json, readJson, unanswered } from './exchange';

type Forward = () => Promise<Answer>;

/** What UpdateNodegroupVersion may say. */
const OF_VERSIONS = ['version', 'releaseVersion'] as const;

/**
 * Node groups are moto's, which forgets part of what it was told, and makes up other parts. Below `/clusters/<name>/node-groups`, beside
 * what moto answers by itself:
 *
 * - `POST /<name>/update-config` UpdateNodegroupConfig: moto changes the group; what it drops, and the update, is remembered here
 * - `POST /<name>/update-version` UpdateNodegroupVersion: moto has no such call
 */
export class NodeGroups {
  private readonly told = new Map<string, Json>();

  public constructor(
    private readonly clusterVersion: () => unknown,
    private readonly updates: EksUpdates,
  ) {}

  public async answer(asked: Asked, rest: readonly string[], forward: Forward): Promise<Answer> {
    const [name = '', action] = rest;
    if (action === 'update-config') return this.updateConfig(asked, name, forward);
    if (action === 'update-version') return this.updateVersion(asked, name);
    if (action !== undefined) return unanswered(asked);
    const answer = await forward();
    if (answer.status !== 200) return answer;
    if (asked.method === 'POST') {
      const told = readJson(asked.body);
      this.told.set(String(told.nodegroupName), told);
    }
    const { nodegroup } = readJson(answer.body) as { readonly nodegroup?: Json };
    if (nodegroup === undefined) return answer;
    const told = this.told.get(String(nodegroup.nodegroupName)) ?? {};
    if (asked.method !== 'DELETE')
      this.told.set(String(nodegroup.nodegroupName), { ...told, arn: nodegroup.nodegroupArn });
    return answerJson({ nodegroup: this.correct(nodegroup, told) });
  }

  public tag(arn: string, change: TagChange): boolean {
    const found = [...this.told].find(([, told]) => told.arn === arn);
    if (found === undefined) return false;
    this.told.set(found[0], retag(found[1], change));
    return true;
  }

  private async updateConfig(asked: Asked, name: string, forward: Forward): Promise<Answer> {
    const answer = await forward();
    if (answer.status !== 200) return answer;
    const { updateConfig, nodeRepairConfig, ...rest } = readJson(asked.body);
    const told = this.told.get(name);
    this.told.set(name, {
      ...told,
      ...(updateConfig === undefined ? {} : { updateConfig }),
      ...(nodeRepairConfig === undefined ? {} : { nodeRepairConfig }),
    });
    return this.updates.begin('ConfigUpdate', rest);
  }

  private updateVersion(asked: Asked, name: string): Answer {
    const asks = readJson(asked.body);
    const told = this.told.get(name) ?? {};
    const versions = OF_VERSIONS.filter((key) => asks[key] !== undefined).map((key) => [key, asks[key]]);
    const { launchTemplate } = asks;
    this.told.set(name, {
      ...told,
      ...Object.fromEntries(versions),
      ...(launchTemplate === undefined
        ? {}
        : { launchTemplate: { ...(told.launchTemplate as Json), ...launchTemplate } }),
    });
    return this.updates.begin('VersionUpdate', Object.fromEntries(versions));
  }

  private correct(group: Json, told: Json): Json {
    const version = told.version ?? this.clusterVersion();
    // With a launch template there is no size and no key beside it, and moto invents both
    const { diskSize: _, remoteAccess: __, ...others } = group;
    return {
      ...others,
      ...(told.launchTemplate === undefined
        ? { diskSize: group.diskSize }
        : { launchTemplate: { ...(group.launchTemplate as Json), ...told.launchTemplate } }),
      ...(told.remoteAccess === undefined ? {} : { remoteAccess: told.remoteAccess }),
      // moto takes the ones of 1.19 when it is told none
      version,
      releaseVersion: told.releaseVersion ?? `${version}.0-20260101`,
      // moto drops both
      updateConfig: told.updateConfig,
      nodeRepairConfig: told.nodeRepairConfig,
      tags: told.tags,
      resources: { autoScalingGroups: (group.resources as Json).autoScalingGroups },
    };
  }
}
