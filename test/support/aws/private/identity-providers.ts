import { createHash } from 'node:crypto';
import { retag, type TagChange } from './eks-tags';
import type { EksUpdates } from './eks-updates';
import {
  ACCOUNT,
  type Answer,
  type Asked,
  answerJson,
  type Collection,
  type Json,
  readJson,
  refuse,
  unanswered,
} from './exchange';
import { REGION } from './moto-call';

/** EKS lets a cluster have one provider beside its own. */
const MOST = 1;

/**
 * Issuers whose tokens the API takes. Below `/clusters/<name>/identity-provider-configs`:
 *
 * - `POST /associate` AssociateIdentityProviderConfig
 * - `POST /describe` DescribeIdentityProviderConfig
 * - `POST /disassociate` DisassociateIdentityProviderConfig
 * - `GET` ListIdentityProviderConfigs
 */
export class IdentityProviders implements Collection {
  private readonly configs = new Map<string, Json>();

  public constructor(
    private readonly clusterName: string,
    private readonly updates: EksUpdates,
  ) {}

  public answer(asked: Asked, [action]: readonly string[]): Answer {
    if (action === undefined && asked.method === 'GET') {
      const names = [...this.configs.keys()].map((name) => ({ type: 'oidc', name }));
      return answerJson({ identityProviderConfigs: names });
    }
    const told = readJson(asked.body);
    if (action === 'associate') return this.associate(told);
    const { name } = (told.identityProviderConfig ?? {}) as { readonly name?: string };
    const config = this.configs.get(name ?? '');
    if (config === undefined) {
      return refuse(404, 'ResourceNotFoundException', `No identity provider config found for name: ${name}.`);
    }
    if (action === 'describe') return answerJson({ identityProviderConfig: { oidc: config } });
    if (action !== 'disassociate') return unanswered(asked);
    this.configs.delete(String(name));
    return this.updates.begin('DisassociateIdentityProviderConfig', { IdentityProviderConfig: name });
  }

  public tag(arn: string, change: TagChange): boolean {
    const found = [...this.configs].find(([, config]) => config.identityProviderConfigArn === arn);
    if (found === undefined) return false;
    this.configs.set(found[0], retag(found[1], change));
    return true;
  }

  private associate({ oidc, tags = {} }: Json): Answer {
    const told = oidc as Json;
    const name = String(told.identityProviderConfigName);
    if (this.configs.has(name)) {
      return refuse(409, 'ResourceInUseException', `Identity provider config already exists: ${name}`);
    }
    if (this.configs.size >= MOST) {
      return refuse(400, 'ResourceLimitExceededException', 'A cluster has one identity provider config.');
    }
    const digest = createHash('sha256').update(name).digest('hex').slice(0, 32);
    this.configs.set(name, {
      ...told,
      clusterName: this.clusterName,
      identityProviderConfigArn: `arn:aws:eks:${REGION}:${ACCOUNT}:identityproviderconfig/${this.clusterName}/oidc/${name}/${digest}`,
      status: 'ACTIVE',
      tags,
    });
    return this.updates.begin('AssociateIdentityProviderConfig', { IdentityProviderConfig: name });
  }
}
