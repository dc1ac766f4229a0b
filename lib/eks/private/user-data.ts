import { Fn, Token } from 'cdktf';
import { EKS_MAX_PODS_PER_NODE } from '../../catalog/node-limits';
import type { Taint } from '../../cluster';
import { canonicalJson, compareText } from '../../values';
import { EksNodeFamily, type EksNodeImage } from '../node-image';
import { EksPodAddresses, type EksPodNetworking } from '../pod-networking';
import { type EksUserData, EksUserDataKind } from '../user-data';
import { renderToml } from './toml';

type Settings = Readonly<Record<string, unknown>>;

const BOUNDARY = 'kubewhere';

/** How a node finds its cluster and what it calls itself; EKS says so itself to all but images of your own. */
export interface JoinOptions {
  readonly clusterName: string;
  readonly endpoint: string;
  readonly caCertificateBase64: string;
  readonly serviceCidr: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
}

export interface UserDataOptions {
  readonly image: EksNodeImage;
  readonly podNetworking: EksPodNetworking;
  /** Settings of the kubelet beside ours; Amazon Linux only. */
  readonly kubelet: Settings;
  readonly userData: EksUserData | undefined;
  /** Set for images of your own only. */
  readonly join: JoinOptions | undefined;
}

/**
 * What a machine is told before it joins, in base64; `undefined` when it is told nothing. EKS adds how to join.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html#launch-template-user-data
 */
export function renderUserData(options: UserDataOptions): string | undefined {
  const text = renderText(options);
  return text === undefined ? undefined : encode(text);
}

function renderText(options: UserDataOptions): string | undefined {
  switch (options.image.family) {
    case EksNodeFamily.AMAZON_LINUX_2023:
      return renderMime(options);
    case EksNodeFamily.BOTTLEROCKET:
      return renderBottlerocket(options);
    case EksNodeFamily.WINDOWS:
      return options.userData === undefined
        ? undefined
        : `<powershell>\n${options.userData.script.trimEnd()}\n</powershell>\n`;
  }
}

/**
 * Pods on a node. Without it Amazon Linux 2023 counts the addresses of the machine as if the CNI gave them out one by one, and an
 * m7i.large would stop at 29 pods.
 */
function maxPods({ addresses }: EksPodNetworking): number | undefined {
  return addresses === EksPodAddresses.SINGLE ? undefined : EKS_MAX_PODS_PER_NODE;
}

/** @see https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/ */
function renderMime(options: UserDataOptions): string | undefined {
  const parts = [...nodeConfigPart(options), ...userPart(options.userData)];
  if (parts.length === 0) return undefined;
  return [
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    ...parts.flatMap((part) => [`--${BOUNDARY}`, ...part, '']),
    `--${BOUNDARY}--`,
    '',
  ].join('\n');
}

function nodeConfigPart(options: UserDataOptions): string[][] {
  const { join, kubelet } = options;
  const { maxPods: asked = maxPods(options.podNetworking), ...others } = kubelet;
  const config = [
    ...(asked === undefined ? [] : [['maxPods', asked] as const]),
    ...Object.entries(others).sort(([left], [right]) => compareText(left, right)),
  ];
  const flags = join === undefined ? [] : flagsOf(join);
  if (config.length === 0 && join === undefined) return [];
  return [
    [
      'Content-Type: application/node.eks.aws',
      '',
      'apiVersion: node.eks.aws/v1alpha1',
      'kind: NodeConfig',
      'spec:',
      ...(join === undefined
        ? []
        : [
            '  cluster:',
            `    name: ${canonicalJson(join.clusterName)}`,
            `    apiServerEndpoint: ${canonicalJson(join.endpoint)}`,
            `    certificateAuthority: ${canonicalJson(join.caCertificateBase64)}`,
            `    cidr: ${canonicalJson(join.serviceCidr)}`,
          ]),
      '  kubelet:',
      // JSON is YAML
      ...(config.length === 0 ? [] : ['    config:']),
      ...config.map(([key, value]) => `      ${key}: ${canonicalJson(value)}`),
      ...(flags.length === 0 ? [] : ['    flags:', ...flags.map((flag) => `      - ${canonicalJson(flag)}`)]),
    ],
  ];
}

function flagsOf({ labels, taints }: JoinOptions): string[] {
  const labelled = Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort(compareText);
  const tainted = taints.map(({ key, value = '', effect }) => `${key}=${value}:${effect}`).sort(compareText);
  return [
    `--node-labels=${labelled.join(',')}`,
    ...(tainted.length === 0 ? [] : [`--register-with-taints=${tainted.join(',')}`]),
  ];
}

function userPart(userData: EksUserData | undefined): string[][] {
  if (userData === undefined) return [];
  if (userData.kind === EksUserDataKind.SHELL)
    return [['Content-Type: text/x-shellscript; charset="utf-8"', '', userData.script.trimEnd()]];
  const { settings } = userData;
  return [
    [
      'Content-Type: application/node.eks.aws',
      '',
      canonicalJson({ apiVersion: 'node.eks.aws/v1alpha1', kind: 'NodeConfig', spec: settings }),
    ],
  ];
}

/** @see https://bottlerocket.dev/en/os/latest/#/api/settings/kubernetes/ */
function renderBottlerocket(options: UserDataOptions): string | undefined {
  const { join } = options;
  const { kubernetes = {}, ...others } = options.userData?.settings ?? {};
  const ours = {
    'max-pods': maxPods(options.podNetworking),
    ...(join === undefined
      ? {}
      : {
          'api-server': join.endpoint,
          'cluster-certificate': join.caCertificateBase64,
          'cluster-name': join.clusterName,
          // The tenth address of the range, where EKS always puts CoreDNS
          'cluster-dns-ip': Fn.cidrhost(join.serviceCidr, 10),
          'node-labels': join.labels,
          'node-taints': tableOfTaints(join.taints),
        }),
  };
  const text = renderToml('settings', { ...others, kubernetes: { ...ours, ...(kubernetes as Settings) } });
  return text === '' ? undefined : text;
}

function tableOfTaints(taints: readonly Taint[]): Readonly<Record<string, readonly string[]>> | undefined {
  if (taints.length === 0) return undefined;
  const byKey: Record<string, string[]> = {};
  for (const { key, value = '', effect } of taints)
    byKey[key] = [...(byKey[key] ?? []), `${value}:${effect}`];
  for (const list of Object.values(byKey)) list.sort(compareText);
  return byKey;
}

/**
 * Base64 of a text that may hold attributes of other resources, which only Terraform can fill in. What is known at synthesis goes in
 * encoded already: the engine's own quoting of text breaks backslashes, and Terraform would read `${HOME}` as its own.
 */
function encode(text: string): string {
  if (!Token.isUnresolved(text)) return toBase64(text);
  const pieces = text.split(/(\$\{TfToken\[[^\]]+\]\})/).filter((piece) => piece !== '');
  return Fn.base64encode(
    Fn.join(
      '',
      pieces.map((piece) => (Token.isUnresolved(piece) ? piece : Fn.base64decode(toBase64(piece)))),
    ),
  );
}

function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
