import { createHash } from 'node:crypto';
import { fingerprint, textAt, type ValueObject } from './value';

/** A resource that exists in the simulated cloud. */
export interface LiveResource {
  readonly type: string;
  readonly id: string;
}

interface StoredResource {
  readonly type: string;
  readonly value: ValueObject;
}

/** The simulated cloud. It outlives the Terraform processes of a test; a key travels in Terraform's state. */
export class ResourceStore {
  private readonly resources = new Map<string, StoredResource>();

  /**
   * A key for a resource about to be made. Drawn from the configuration, so that ids do not depend on the
   * order in which Terraform walks; only equal twins that live side by side are told apart by a number.
   */
  public newKey(type: string, planned: ValueObject): string {
    for (let twin = 0; ; twin += 1) {
      const token = tokenOf(`${type}${fingerprint(planned)}${twin === 0 ? '' : twin}`);
      const key = `${type}/${token}`;
      if (!this.resources.has(key)) return key;
    }
  }

  public get(key: string): ValueObject | undefined {
    return this.resources.get(key)?.value;
  }

  public put(key: string, type: string, value: ValueObject): void {
    this.resources.set(key, { type, value });
  }

  public remove(key: string): void {
    this.resources.delete(key);
  }

  /** Finds what an import asks for. */
  public findById(
    type: string,
    id: string,
  ): { readonly key: string; readonly value: ValueObject } | undefined {
    for (const [key, resource] of this.resources) {
      if (resource.type === type && textAt(resource.value, ['id']) === id)
        return { key, value: resource.value };
    }
    return undefined;
  }

  /** What exists now, sorted by type and id. */
  public live(): readonly LiveResource[] {
    return [...this.resources]
      .map(([key, { type, value }]) => ({ type, id: textAt(value, ['id']) ?? key }))
      .sort((a, b) => compare(a.type, b.type) || compare(a.id, b.id));
  }
}

/** The token inside a key: what ids and other texts are drawn from. */
export function tokenOfKey(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

export function tokenOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 40);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
