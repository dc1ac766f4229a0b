import { type Answer, type Asked, answerJson, type Json, refuse } from './exchange';

/**
 * Updates of a cluster and of what belongs to it, by id. All are made at once, so none is ever under way; one that was never begun is
 * not found, as with EKS.
 *
 * - `GET /clusters/<name>/updates/<id>` DescribeUpdate
 */
export class EksUpdates {
  private readonly updates = new Map<string, Json>();

  /** The answer to a call that begins an update. */
  public begin(type: string, params: Json = {}): Answer {
    const id = `update-${this.updates.size + 1}`;
    const told = Object.entries(params).map(([key, value]) => ({ type: key, value: JSON.stringify(value) }));
    const createdAt = Math.floor(Date.now() / 1000);
    const update = { id, status: 'Successful', type, params: told, createdAt, errors: [] };
    this.updates.set(id, update);
    return answerJson({ update });
  }

  public answer(asked: Asked, id = ''): Answer {
    const update = this.updates.get(id);
    if (asked.method !== 'GET' || update === undefined) {
      return refuse(404, 'ResourceNotFoundException', `No update found for ID: ${id}`);
    }
    return answerJson({ update });
  }
}
