import { createHash } from 'node:crypto';
import { Token } from 'cdktf';

const ACCOUNT_SUFFIX = '-nodes';
const ACCOUNT_ID_MOST = 30;
const HASH_LENGTH = 6;
const ROLE_HASH_LENGTH = 8;
const NAME_PREFIX_MOST = 14;

/**
 * Account id of the nodes' service account: the cluster's name with `-nodes`, and where Google's 30
 * characters do not hold it, the start of the name with a hash of the whole.
 */
export function nodeAccountId(clusterName: string): string {
  const whole = `${clusterName}${ACCOUNT_SUFFIX}`;
  if (Token.isUnresolved(clusterName) || whole.length <= ACCOUNT_ID_MOST) return whole;
  const room = ACCOUNT_ID_MOST - ACCOUNT_SUFFIX.length - HASH_LENGTH - 1;
  return `${cut(clusterName, room)}-${hashOf(clusterName, HASH_LENGTH)}${ACCOUNT_SUFFIX}`;
}

/**
 * Account id of a service account for pods: as much of cluster's and its own name as Google's 30 characters hold, and a hash of both, so
 * that it is nobody else's, the nodes' included.
 */
export function workloadAccountId(clusterName: string, name: string): string {
  if (Token.isUnresolved(clusterName)) return `${clusterName}-${hashOf(name, HASH_LENGTH)}`;
  const hash = hashOf(`${clusterName}/${name}`, HASH_LENGTH);
  return `${cut(`${clusterName}-${name.toLowerCase()}`, ACCOUNT_ID_MOST - HASH_LENGTH - 1)}-${hash}`;
}

/** Child id of a role's grant: a role itself is no id, and a number would move when another role comes before it. */
export function roleGrantId(role: string): string {
  return `Role${hashOf(role, ROLE_HASH_LENGTH)}`;
}

/**
 * Prefix that the provider completes with a unique suffix, so that a pool can stand beside its replacement.
 * google 6.50 allows 14 characters. Two pools that share a cut prefix still differ in the suffix.
 */
export function poolNamePrefix(poolName: string): string {
  return `${cut(poolName, NAME_PREFIX_MOST - 1)}-`;
}

function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/-+$/, '');
}

function hashOf(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
