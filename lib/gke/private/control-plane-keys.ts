import type { ContainerClusterUserManagedKeysConfig } from '@cdktf/provider-google/lib/container-cluster';
import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeControlPlaneKeys } from '../control-plane-keys';

/** How Google names what a prop refers to. */
const FORMS = {
  pool: {
    pattern: /^projects\/[^/]+\/locations\/[^/]+\/caPools\/[^/]+$/,
    example: 'projects/…/locations/…/caPools/…',
  },
  key: {
    pattern: /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/,
    example: 'projects/…/locations/…/keyRings/…/cryptoKeys/…',
  },
  version: {
    pattern:
      /^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+\/cryptoKeyVersions\/\d+$/,
    example: 'projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/1',
  },
} as const;

const SINGLE_PROPS = {
  clusterCa: 'pool',
  etcdApiCa: 'pool',
  etcdPeerCa: 'pool',
  aggregationCa: 'pool',
  diskKey: 'key',
  etcdBackupKey: 'key',
} as const;

/** `undefined` where nothing is said. */
export function renderControlPlaneKeys(
  keys: GkeControlPlaneKeys | undefined,
): ContainerClusterUserManagedKeysConfig | undefined {
  if (keys === undefined) return undefined;
  return {
    clusterCa: keys.clusterCa,
    etcdApiCa: keys.etcdApiCa,
    etcdPeerCa: keys.etcdPeerCa,
    aggregationCa: keys.aggregationCa,
    controlPlaneDiskEncryptionKey: keys.diskKey,
    gkeopsEtcdBackupEncryptionKey: keys.etcdBackupKey,
    serviceAccountSigningKeys: sortedOf(keys.signingKeyVersions),
    serviceAccountVerificationKeys: sortedOf(keys.verificationKeyVersions),
  };
}

/** What Google would refuse about the keys, or what would let nobody's token pass. */
export function describeControlPlaneKeys(keys: GkeControlPlaneKeys | undefined): readonly string[] {
  if (keys === undefined) return [];
  if (Object.values(keys).every((value) => value === undefined)) {
    return [`'controlPlaneKeys' says nothing; give one of them or leave it out`];
  }
  const problems: string[] = [];
  for (const [prop, form] of Object.entries(SINGLE_PROPS)) {
    problems.push(...describeForm(prop, keys[prop as keyof typeof SINGLE_PROPS], form));
  }
  for (const prop of ['signingKeyVersions', 'verificationKeyVersions'] as const) {
    for (const value of knownOf(keys[prop])) problems.push(...describeForm(prop, value, 'version'));
  }
  return [...problems, ...describeTokenKeys(keys)];
}

function describeForm(prop: string, value: string | undefined, form: keyof typeof FORMS): readonly string[] {
  const { pattern, example } = FORMS[form];
  const problems: string[] = [];
  whenResolved(value, (text) => {
    if (!pattern.test(text)) problems.push(`'controlPlaneKeys' ${prop} '${text}' must be '${example}'`);
  });
  return problems;
}

function describeTokenKeys({ signingKeyVersions, verificationKeyVersions }: GkeControlPlaneKeys) {
  if (signingKeyVersions === undefined && verificationKeyVersions === undefined) return [];
  if (signingKeyVersions === undefined || verificationKeyVersions === undefined) {
    return [
      `'controlPlaneKeys' signingKeyVersions and verificationKeyVersions belong together; give both or neither`,
    ];
  }
  if (Token.isUnresolved(signingKeyVersions) || Token.isUnresolved(verificationKeyVersions)) return [];
  if (signingKeyVersions.length === 0) {
    return [`'controlPlaneKeys' signingKeyVersions are empty; name a version or leave both lists out`];
  }
  const unresolved = verificationKeyVersions.some((version) => Token.isUnresolved(version));
  return knownOf(signingKeyVersions)
    .filter((version) => !unresolved && !verificationKeyVersions.includes(version))
    .map(
      (version) =>
        `'controlPlaneKeys' signingKeyVersions holds '${version}', which verificationKeyVersions does not: no token that it signs would pass`,
    );
}

function knownOf(values: readonly string[] | undefined): readonly string[] {
  if (values === undefined || Token.isUnresolved(values)) return [];
  return values.filter((value) => !Token.isUnresolved(value));
}

function sortedOf(values: readonly string[] | undefined): string[] | undefined {
  if (values === undefined || Token.isUnresolved(values)) return values as string[] | undefined;
  return [...values].sort();
}
