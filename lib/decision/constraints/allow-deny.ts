import { compareText } from '../../values';
import type { AllowDeny } from '../request/types';
import type { RequestChange } from '../types';
import { decided, type Outcome } from './finding';

/** A name against a pair of lists: denied names never pass, and with a list of allowed ones no other does. */
export function againstLists(name: string, lists: AllowDeny<string>, key: 'platforms' | 'places'): Outcome {
  const denied = lists.deny.includes(name);
  const missing = lists.allow !== undefined && !lists.allow.includes(name);
  if (!denied && !missing) return decided(true, { observed: name });
  const fixes = [
    ...(denied ? [`remove '${name}' from '${key}.deny'`] : []),
    ...(missing ? [`add '${name}' to '${key}.allow'`] : []),
  ];
  return decided(false, { observed: name, fix: fixes.join(' and '), change: admitting(name, lists, key) });
}

/** The least change of the lists that lets a name through: of one list where that is enough, else of both. */
function admitting(name: string, { allow, deny }: AllowDeny<string>, key: string): RequestChange {
  const denied = deny.filter((other) => other !== name).sort(compareText);
  if (allow === undefined || allow.includes(name)) return { path: [key, 'deny'], to: denied };
  const allowed = [...allow, name].sort(compareText);
  return deny.includes(name)
    ? { path: [key], to: { allow: allowed, deny: denied } }
    : { path: [key, 'allow'], to: allowed };
}

/** `one of eks, gke but gke`: the lists in words, for people; they are sets, whose order says nothing. */
export function describeLists({ allow, deny }: AllowDeny<string>, anything: string): string {
  const allowed = allow === undefined ? anything : `one of ${allow.toSorted(compareText).join(', ')}`;
  return deny.length === 0 ? allowed : `${allowed} but ${deny.toSorted(compareText).join(', ')}`;
}
