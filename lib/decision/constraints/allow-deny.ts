import type { AllowDeny } from '../request/types';
import { decided, type Outcome } from './finding';

/** A name against a pair of lists: denied names never pass, and with a list of allowed ones no other does. */
export function againstLists(name: string, lists: AllowDeny<string>, key: string): Outcome {
  const denied = lists.deny.includes(name);
  return decided(!denied && (lists.allow === undefined || lists.allow.includes(name)), {
    observed: name,
    fix: denied ? `remove '${name}' from '${key}.deny'` : `add '${name}' to '${key}.allow'`,
  });
}

/** `one of eks, gke, but not gke`: the lists in words, for people. */
export function describeLists(lists: AllowDeny<string>, anything: string): string {
  const allowed = lists.allow === undefined ? anything : `one of ${lists.allow.join(', ')}`;
  return lists.deny.length === 0 ? allowed : `${allowed} but ${lists.deny.join(', ')}`;
}
