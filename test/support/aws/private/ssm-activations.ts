import { randomUUID } from 'node:crypto';
import { type Answer, type Asked, type Json, readJson } from './exchange';

const PREFIX = 'AmazonSSM.';
/** What AWS takes when it is told no date. */
const DAY_SECONDS = 86_400;

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/**
 * Activations of Systems Manager, which moto does not have:
 *
 * - `CreateActivation`, `DescribeActivations` (by ids, or all), `DeleteActivation`
 * - `AddTagsToResource` and `RemoveTagsFromResource` of one
 */
export class SsmActivations {
  private readonly activations = new Map<string, Json>();

  /** `undefined` for a call about something else. */
  public answer({ headers, body }: Asked): Answer | undefined {
    const target = headers['x-amz-target'] ?? '';
    if (!target.startsWith(PREFIX)) return undefined;
    const asks = readJson(body);
    const action = target.slice(PREFIX.length);
    if (action === 'CreateActivation') return this.make(asks);
    if (action === 'DescribeActivations') return this.describe(asks);
    if (action === 'DeleteActivation') return this.remove(String(asks.ActivationId));
    if (asks.ResourceType !== 'Activation') return undefined;
    return this.retag(action, asks);
  }

  private make(asks: Json): Answer {
    const id = randomUUID();
    const now = Math.floor(Date.now() / 1000);
    this.activations.set(id, {
      RegistrationLimit: 1,
      ExpirationDate: now + DAY_SECONDS,
      ...asks,
      ActivationId: id,
      CreatedDate: now,
      Expired: false,
      RegistrationsCount: 0,
    });
    return answer({ ActivationId: id, ActivationCode: randomUUID().slice(0, 20) });
  }

  private describe({ Filters = [] }: Json): Answer {
    const filters = Filters as readonly {
      readonly FilterKey: string;
      readonly FilterValues: readonly string[];
    }[];
    const ids = filters.find(({ FilterKey }) => FilterKey === 'ActivationIds')?.FilterValues;
    const found = [...this.activations].filter(([id]) => ids === undefined || ids.includes(id));
    return answer({ ActivationList: found.map(([, activation]) => activation) });
  }

  private remove(id: string): Answer {
    return this.activations.delete(id) ? answer({}) : refuse('InvalidActivation', `No activation ${id}`);
  }

  private retag(action: string, { ResourceId, Tags = [], TagKeys = [] }: Json): Answer | undefined {
    const activation = this.activations.get(String(ResourceId));
    if (activation === undefined) return refuse('InvalidResourceId', `No activation ${ResourceId}`);
    const put = Tags as readonly Tag[];
    const gone = [...put.map(({ Key }) => Key), ...(TagKeys as readonly string[])];
    if (action !== 'AddTagsToResource' && action !== 'RemoveTagsFromResource') return undefined;
    const kept = ((activation.Tags ?? []) as readonly Tag[]).filter(({ Key }) => !gone.includes(Key));
    this.activations.set(String(ResourceId), { ...activation, Tags: [...kept, ...put] });
    return answer({});
  }
}

function answer(body: Json, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}

function refuse(type: string, message: string): Answer {
  return answer({ __type: type, message }, 400);
}
