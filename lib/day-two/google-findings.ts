import { canonicalJson } from '../values/canonical-json';
import type { StackFinding, StackFindingKind } from './findings';
import { GOOGLE_REPLACEMENTS } from './google-replacements';
import { changedArguments, type Versions } from './private/changed-arguments';
import { effectiveValue } from './private/effective-values';
import { replacingChange } from './private/replacing-changes';
import { argumentAt, isMembers, type StackDocument, type StackResource } from './stack-document';

const GOOGLE = 'google';
const CLUSTER = 'google_container_cluster';
const AUTHORIZED = 'master_authorized_networks_config';
const KEY = GOOGLE_REPLACEMENTS.google_kms_crypto_key ?? { replaces: [] };
const IP_ENDPOINTS = 'control_plane_endpoints_config.ip_endpoints_config';

/** Changes that replace nothing and still do not do what they seem to, or do it to somebody who does not expect it. */
export function describeGoogleChanges(before: StackDocument, after: StackDocument): readonly StackFinding[] {
  return [
    ...describeMajor(before, after),
    ...[...after.resources.values()].flatMap((next) => {
      const previous = before.resources.get(next.address);
      if (previous === undefined) return [];
      const versions = { previous, next, before, after };
      switch (next.type) {
        case CLUSTER:
          return [...describeApi(versions), ...describeKeptApi(versions)];
        case 'google_kms_crypto_key':
          return describeKey(versions);
        case 'google_compute_subnetwork':
          return describeRanges(versions);
        default:
          return [];
      }
    }),
  ];
}

/** A state that a newer major has written is no longer read by an older one. */
function describeMajor(before: StackDocument, after: StackDocument): readonly StackFinding[] {
  const [was, becomes] = [before.providers.get(GOOGLE), after.providers.get(GOOGLE)];
  if (was === undefined || becomes === undefined || majorOf(becomes) <= majorOf(was)) return [];
  const address = `provider.${GOOGLE}`;
  return [
    {
      kind: 'provider-major-raised',
      severity: 'warning',
      address,
      from: was,
      to: becomes,
      message: `${address} goes from ${was} to ${becomes}, and what the newer one has written the older one does not read; keep a copy of the state, and run 'terraform init -upgrade' first`,
    },
  ];
}

/** The least major version that a constraint lets in; one that names none lets in the newest there will ever be. */
function majorOf(constraint: string): number {
  const match = /\d+/.exec(constraint);
  return match === null ? Number.POSITIVE_INFINITY : Number(match[0]);
}

/** What each way to the API is to those who use it. */
const WAYS = [
  {
    path: `${IP_ENDPOINTS}.enabled`,
    isOpen: (value: unknown): boolean => value !== false,
    closes: 'takes its addresses away: whoever comes by one is cut off',
    opens: 'gets addresses again, beside its name',
    moves: true,
  },
  {
    path: 'private_cluster_config.enable_private_endpoint',
    isOpen: (value: unknown): boolean => value !== true,
    closes: 'takes its public address away: whoever comes from outside its network is cut off',
    opens: 'gets a public address',
    moves: true,
  },
  {
    path: 'control_plane_endpoints_config.dns_endpoint_config.allow_external_traffic',
    isOpen: (value: unknown): boolean => value === true,
    closes: 'no longer answers at its name: whoever comes by it is cut off',
    opens: 'answers at its name from everywhere, and IAM alone decides who gets in',
    moves: false,
  },
] as const;

const AGAIN = 'write kubeconfigs anew, and apply the stacks that use this cluster again';

function describeApi({ previous, next, before, after }: Versions): readonly StackFinding[] {
  return WAYS.flatMap(({ path, isOpen, closes, opens, moves }) => {
    const was = isOpen(effectiveValue(before, argumentAt(previous, path)));
    const becomes = isOpen(effectiveValue(after, argumentAt(next, path)));
    if (was === becomes || (becomes && isLeftOff(path, next))) return [];
    const text = becomes ? opens : closes;
    return [finding('api-moves', 'warning', next, path, moves || !becomes ? `${text}; ${AGAIN}` : text)];
  });
}

/** Addresses that were off stay off unless somebody says that they are on. */
function isLeftOff(path: string, next: StackResource): boolean {
  return path.startsWith(IP_ENDPOINTS) && argumentAt(next, path) === undefined;
}

/** Two blocks of the API that Google keeps when they are left out, where leaving out seems to mean something. */
function describeKeptApi({ previous, next }: Versions): readonly StackFinding[] {
  const off = `${IP_ENDPOINTS}.enabled`;
  const dropped = (path: string): boolean =>
    argumentAt(previous, path) !== undefined && argumentAt(next, path) === undefined;
  return [
    ...(dropped(off) && argumentAt(previous, off) === false
      ? [
          finding(
            'setting-dropped',
            'warning',
            next,
            off,
            "no longer says that its addresses are off, which leaves them off; turn them on by hand with 'gcloud container clusters update --enable-ip-access', or nobody comes by an address",
          ),
        ]
      : []),
    // beside no addresses there is nobody to let in
    ...(dropped(AUTHORIZED) && argumentAt(next, off) !== false
      ? [
          finding(
            'setting-dropped',
            'warning',
            next,
            AUTHORIZED,
            "no longer says which networks may reach its API, and those that may now are all that may; let the others in by hand with 'gcloud container clusters update --no-enable-master-authorized-networks'",
          ),
        ]
      : []),
  ];
}

/** A name of Cloud KMS is never free again, so that a key can only be followed by one of another name. */
function describeKey(versions: Versions): readonly StackFinding[] {
  const { next } = versions;
  if (changedArguments(['name', 'key_ring', 'project'], versions).length > 0) return [];
  const change = replacingChange(KEY, versions);
  if (change === undefined) return [];
  const [from, to] = [textOf(change.from), textOf(change.to)];
  return [
    {
      ...finding(
        'name-stays-taken',
        'refused',
        next,
        change.path,
        `changes '${change.path}' from ${from} to ${to}, which only another key has, and Google never gives the name of a key again; keep it, or give the key another name`,
      ),
      from,
      to,
    },
  ];
}

/** In place for Terraform; Google takes a range only away from nobody. */
function describeRanges({ previous, next, before, after }: Versions): readonly StackFinding[] {
  const path = 'secondary_ip_range';
  const becomes = rangesOf(after, next);
  return [...rangesOf(before, previous)].flatMap(([name, was]) => {
    const cidr = becomes.get(name);
    if (cidr === was) return [];
    const text = cidr === undefined ? 'away' : `from ${was} to ${cidr}`;
    return [
      {
        ...finding(
          'range-in-use',
          'warning',
          next,
          path,
          `takes its range '${name}' ${text}, which Google refuses as long as a cluster uses it; keep it, and put another beside it`,
        ),
        from: was,
        ...(cidr === undefined ? {} : { to: cidr }),
      },
    ];
  });
}

function rangesOf(document: StackDocument, resource: StackResource): ReadonlyMap<string, string> {
  const ranges = effectiveValue(document, resource.arguments.secondary_ip_range);
  const items = Array.isArray(ranges) ? ranges : [ranges];
  return new Map(
    items.filter(isMembers).map((range) => [String(range.range_name), String(range.ip_cidr_range)] as const),
  );
}

function finding(
  kind: StackFindingKind,
  severity: StackFinding['severity'],
  { address }: StackResource,
  path: string,
  text: string,
): StackFinding {
  return { kind, severity, address, path, message: `${address} ${text}` };
}

function textOf(value: unknown): string {
  return value === undefined ? 'nothing' : canonicalJson(value);
}
