import { createHash } from 'node:crypto';
import { retag, type TagChange } from './eks-tags';
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

/**
 * Things that are made, read, changed, listed and deleted by an id. Below `/clusters/<name>/<kind>`:
 *
 * - `POST` Create…, `GET` List…
 * - `GET /<id>` Describe…, `POST /<id>` (or what the kind says) Update…, `DELETE /<id>` Delete…
 */
export abstract class Things implements Collection {
  protected readonly things = new Map<string, Json>();

  public constructor(
    protected readonly clusterName: string,
    /** Under which one thing stands in an answer. */
    private readonly one: string,
    private readonly many: string,
    private readonly arnKey: string,
  ) {}

  public answer(asked: Asked, [id, ...rest]: readonly string[]): Answer {
    if (id === undefined) return asked.method === 'POST' ? this.make(asked) : this.list();
    const thing = this.things.get(id);
    if (thing === undefined) {
      return refuse(404, 'ResourceNotFoundException', `No ${this.one} found for name: ${id}.`);
    }
    if (rest.length > 0) return this.below(asked, id, rest);
    if (asked.method === 'GET') return answerJson({ [this.one]: thing });
    if (asked.method !== 'DELETE') return this.update(asked, id);
    this.things.delete(id);
    this.forget(id);
    return answerJson({ [this.one]: thing });
  }

  public tag(arn: string, change: TagChange): boolean {
    const found = [...this.things].find(([, thing]) => thing[this.arnKey] === arn);
    if (found === undefined) return false;
    this.things.set(found[0], retag(found[1], change));
    return true;
  }

  /** What of a call may change a thing; without a word of it, nothing may. */
  protected changes(_told: Json): Json | undefined {
    return undefined;
  }

  /** The id of a thing by what it is told, and the whole of it. */
  protected abstract describe(told: Json): readonly [id: string, thing: Json];
  protected abstract inList(id: string, thing: Json): unknown;

  protected below(asked: Asked, _id: string, _rest: readonly string[]): Answer {
    return unanswered(asked);
  }

  protected forget(_id: string): void {}

  /** Lays what a call says over a thing. */
  protected change(id: string, told: Json): Json {
    const modifiedAt = Math.floor(Date.now() / 1000);
    const thing = { ...this.things.get(id), ...told, modifiedAt };
    this.things.set(id, thing);
    return thing;
  }

  protected arn(kind: string, rest: string): string {
    return `arn:aws:eks:${REGION}:${ACCOUNT}:${kind}/${this.clusterName}/${rest}`;
  }

  protected put(id: string, described: Json): Json {
    const now = Math.floor(Date.now() / 1000);
    const thing = { clusterName: this.clusterName, createdAt: now, modifiedAt: now, ...described };
    this.things.set(id, thing);
    return thing;
  }

  private make(asked: Asked): Answer {
    const { clientRequestToken: _, ...told } = readJson(asked.body);
    const [id, described] = this.describe(told);
    if (this.things.has(id)) {
      return refuse(409, 'ResourceInUseException', `The ${this.one} ${id} exists already.`);
    }
    return answerJson({ [this.one]: this.put(id, described) });
  }

  private update(asked: Asked, id: string): Answer {
    const changes = this.changes(readJson(asked.body));
    if (changes === undefined) return unanswered(asked);
    return answerJson({ [this.one]: this.change(id, changes) });
  }

  private list(): Answer {
    return answerJson({ [this.many]: [...this.things].map(([id, thing]) => this.inList(id, thing)) });
  }
}

/** A short text that is the same for the same text. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 17);
}
