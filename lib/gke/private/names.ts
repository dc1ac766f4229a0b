import { createHash } from 'node:crypto';
import { Token } from 'cdktf';

const ACCOUNT_SUFFIX = '-nodes';
const ACCOUNT_ID_MOST = 30;
const HASH_LENGTH = 6;
const NAME_PREFIX_MOST = 14;

/**
 * Account id of the nodes' service account: the cluster's name with `-nodes`, and where Google's 30
 * characters do not hold it, the start of the name with a hash of the whole.
 */
export function nodeAccountId(clusterName: string): string {
  const whole = `${clusterName}${ACCOUNT_SUFFIX}`;
  if (Token.isUnresolved(clusterName) || whole.length <= ACCOUNT_ID_MOST) return whole;
  const hash = createHash('sha256').update(clusterName).digest('hex').slice(0, HASH_LENGTH);
  const room = ACCOUNT_ID_MOST - ACCOUNT_SUFFIX.length - HASH_LENGTH - 1;
  return `${clusterName.slice(0, room).replace(/-+$/, '')}-${hash}${ACCOUNT_SUFFIX}`;
}

/**
 * Prefix that the provider completes with a unique suffix, so that a pool can stand beside its replacement.
 * google 6.50 allows 14 characters. Two pools that share a cut prefix still differ in the suffix.
 */
export function poolNamePrefix(poolName: string): string {
  return `${poolName.slice(0, NAME_PREFIX_MOST - 1).replace(/-+$/, '')}-`;
}
