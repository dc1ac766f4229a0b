import { canonicalJson } from '../values/canonical-json';
import type { StackFinding } from './findings';
import { changedArguments } from './private/changed-arguments';
import { argumentAt, type StackDocument, type StackResource } from './stack-document';

/** The two versions of a resource, each with the stack it stands in. */
interface Both {
  readonly previous: StackResource;
  readonly next: StackResource;
  readonly before: StackDocument;
  readonly after: StackDocument;
}

/** Changes that replace nothing and still do not do what they seem to. */
export function describeEksChanges(before: StackDocument, after: StackDocument): readonly StackFinding[] {
  return [...after.resources.values()].flatMap((next) => {
    const previous = before.resources.get(next.address);
    if (previous === undefined) return [];
    const both = { previous, next, before, after };
    if (next.type === 'aws_eks_cluster')
      return [...describeKey(both), ...describeAutoMode(both), ...describeEgress(both)];
    return next.type === 'aws_eks_addon' ? describeAddresses(both) : [];
  });
}

/** EKS has no call for it, so the provider makes none, says it is done, and finds the same difference again. */
function describeKey(both: Both): readonly StackFinding[] {
  const [change] = changedArguments(['encryption_config.provider.key_arn'], both);
  if (change?.from === undefined || change.to === undefined) return [];
  const { address } = both.next;
  return [
    {
      kind: 'encryption-key-changed',
      severity: 'refused',
      address,
      path: change.path,
      from: canonicalJson(change.from),
      to: canonicalJson(change.to),
      message: `${address} changes the key of its secrets from ${canonicalJson(change.from)} to ${canonicalJson(change.to)}, which EKS cannot; keep the key, and let it rotate`,
    },
  ];
}

function describeAutoMode({ previous, next }: Both): readonly StackFinding[] {
  const was = argumentAt(previous, 'compute_config.enabled');
  if (was === undefined || argumentAt(next, 'compute_config.enabled') !== undefined) return [];
  return [
    {
      kind: 'auto-mode-dropped',
      severity: was === false ? 'warning' : 'refused',
      address: next.address,
      path: 'compute_config.enabled',
      message: `${next.address} no longer says whether it has Auto Mode, which leaves it as it is; say 'autoMode: false' instead, for as long as the cluster lives`,
    },
  ];
}

function describeEgress({ previous, next }: Both): readonly StackFinding[] {
  const path = 'vpc_config.control_plane_egress_mode';
  const [was, becomes] = [argumentAt(previous, path), argumentAt(next, path)];
  if (was === becomes || (was !== 'CUSTOMER_ROUTED' && becomes !== 'CUSTOMER_ROUTED')) return [];
  const message =
    becomes === 'CUSTOMER_ROUTED'
      ? `${next.address} sends the traffic of its control plane through your network from now on, and EKS does not take that back`
      : `${next.address} takes the traffic of its control plane out of your network again, which EKS does only by a new cluster`;
  return [
    {
      kind: 'egress-mode-one-way',
      severity: becomes === 'CUSTOMER_ROUTED' ? 'warning' : 'refused',
      address: next.address,
      path,
      message,
    },
  ];
}

function describeAddresses(both: Both): readonly StackFinding[] {
  const { address } = both.next;
  if (argumentAt(both.next, 'addon_name') !== 'vpc-cni') return [];
  const [change] = changedArguments(['configuration_values'], both);
  if (change === undefined) return [];
  const [before, after] = [both.previous, both.next].map((resource) =>
    addressing(argumentAt(resource, 'configuration_values')),
  );
  if (before === after) return [];
  return [
    {
      kind: 'nodes-keep-old-addresses',
      severity: 'warning',
      address,
      path: change.path,
      message: `${address} gives pods their addresses in another way, and nodes that run keep to the old one; replace every node afterwards`,
    },
  ];
}

/** What of the CNI's configuration decides the addresses of pods: Windows beside Linux, or another log level, moves nobody. */
function addressing(configuration: unknown): string {
  const text = String(configuration);
  try {
    const { env, eniConfig } = JSON.parse(text) as { readonly env?: unknown; readonly eniConfig?: unknown };
    return canonicalJson({ env, eniConfig });
  } catch {
    return text;
  }
}
