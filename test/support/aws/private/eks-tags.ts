import type { Asked, Json } from './exchange';
import { readJson } from './exchange';

/** What a call changes about tags. */
export interface TagChange {
  readonly put: Json;
  readonly remove: readonly string[];
}

/**
 * - `POST /tags/<arn>` TagResource
 * - `DELETE /tags/<arn>?tagKeys=…` UntagResource
 *
 * `undefined` for any other call.
 */
export function readTagChange({ method, path, body }: Asked): TagChange | undefined {
  if (method === 'POST') return { put: readJson(body).tags as Json, remove: [] };
  if (method !== 'DELETE') return undefined;
  return { put: {}, remove: new URLSearchParams(path.split('?')[1] ?? '').getAll('tagKeys') };
}

/** Something with other tags. */
export function retag(thing: Json, { put, remove }: TagChange): Json {
  const kept = Object.entries((thing.tags ?? {}) as Json).filter(([key]) => !remove.includes(key));
  return { ...thing, tags: { ...Object.fromEntries(kept), ...put } };
}
