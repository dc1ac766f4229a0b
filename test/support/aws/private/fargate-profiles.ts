import { retag, type TagChange } from './eks-tags';
import { type Answer, type Asked, answerJson, type Json, readJson } from './exchange';

/** Fargate profiles are moto's, which cannot change the tags of one. A profile itself never changes. */
export class FargateProfiles {
  private readonly changed = new Map<string, TagChange[]>();

  public async answer(_asked: Asked, forward: () => Promise<Answer>): Promise<Answer> {
    const answer = await forward();
    if (answer.status !== 200) return answer;
    const { fargateProfile } = readJson(answer.body) as { readonly fargateProfile?: Json };
    if (fargateProfile === undefined) return answer;
    const arn = String(fargateProfile.fargateProfileArn);
    const changes = this.changed.get(arn) ?? [];
    this.changed.set(arn, changes);
    return answerJson({ fargateProfile: changes.reduce(retag, fargateProfile) });
  }

  public tag(arn: string, change: TagChange): boolean {
    const changes = this.changed.get(arn);
    changes?.push(change);
    return changes !== undefined;
  }
}
