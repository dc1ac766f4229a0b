import { TerraformVariable } from 'cdktf';
import { TaintEffect } from '../../../lib/cluster';
import { EksNodeFamily, EksNodeImage, EksPodNetworking, EksWindows } from '../../../lib/eks';
import { type JoinOptions, renderUserData, type UserDataOptions } from '../../../lib/eks/private/user-data';
import { EksUserData } from '../../../lib/eks/user-data';
import { eksStack, resolved } from '../eks-stack';

const DEFAULTS: UserDataOptions = {
  image: EksNodeImage.amazonLinux2023(),
  podNetworking: EksPodNetworking.prefixDelegation(),
  kubelet: {},
  userData: undefined,
  join: undefined,
};
const JOIN: JoinOptions = {
  clusterName: 'prod',
  endpoint: 'https://abc.eks.amazonaws.com',
  caCertificateBase64: 'Q0E=',
  serviceCidr: '172.20.0.0/16',
  labels: { 'kubewhere.dev/pool': 'own', team: 'ml' },
  taints: [
    { key: 'team', value: 'ml', effect: TaintEffect.NO_SCHEDULE },
    { key: 'gpu', effect: TaintEffect.NO_EXECUTE },
  ],
};
const OWN_AL2023 = EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0');
const OWN_BOTTLEROCKET = EksNodeImage.custom(EksNodeFamily.BOTTLEROCKET, 'ami-0123456789abcdef0');

function textOf(options: Partial<UserDataOptions>): string | undefined {
  const encoded = renderUserData({ ...DEFAULTS, ...options });
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}

function mime(...parts: readonly (readonly string[])[]): string {
  return [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="kubewhere"',
    '',
    ...parts.flatMap((part) => ['--kubewhere', ...part, '']),
    '--kubewhere--',
    '',
  ].join('\n');
}

const NODE_CONFIG = [
  'Content-Type: application/node.eks.aws',
  '',
  'apiVersion: node.eks.aws/v1alpha1',
  'kind: NodeConfig',
  'spec:',
];
const PODS = [...NODE_CONFIG, '  kubelet:', '    config:', '      maxPods: 110'];

describe('what a node of Amazon Linux is told', () => {
  it.each([
    ['prefix delegation', EksPodNetworking.prefixDelegation()],
    ['custom networking', EksPodNetworking.custom()],
    ['IPv6', EksPodNetworking.ipv6()],
  ])('is that it takes 110 pods with %s', (_, podNetworking) => {
    expect(textOf({ podNetworking })).toBe(mime(PODS));
  });

  it('is nothing with single addresses, of which it counts its own', () => {
    expect(textOf({ podNetworking: EksPodNetworking.singleAddresses() })).toBeUndefined();
  });

  it('are settings of the kubelet, by name', () => {
    const kubelet = { systemReserved: { memory: '1Gi', cpu: '100m' }, imageGCHighThresholdPercent: 70 };
    expect(textOf({ kubelet })).toBe(
      mime([
        ...PODS,
        '      imageGCHighThresholdPercent: 70',
        '      systemReserved: {"cpu":"100m","memory":"1Gi"}',
      ]),
    );
  });

  it('is another number of pods, with single addresses too', () => {
    const told = mime([...NODE_CONFIG, '  kubelet:', '    config:', '      maxPods: 250']);
    expect(textOf({ kubelet: { maxPods: 250 } })).toBe(told);
    expect(textOf({ kubelet: { maxPods: 250 }, podNetworking: EksPodNetworking.singleAddresses() })).toBe(
      told,
    );
  });

  it('is a script beside', () => {
    const userData = EksUserData.shell('#!/bin/bash\necho "${HOME}" \\\n  > /tmp/x\n');
    expect(textOf({ userData })).toBe(
      mime(PODS, [
        'Content-Type: text/x-shellscript; charset="utf-8"',
        '',
        '#!/bin/bash',
        'echo "${HOME}" \\',
        '  > /tmp/x',
      ]),
    );
  });

  it('is a NodeConfig beside', () => {
    const userData = EksUserData.nodeConfig({ instance: { localStorage: { strategy: 'RAID0' } } });
    expect(textOf({ userData })).toBe(
      mime(PODS, [
        'Content-Type: application/node.eks.aws',
        '',
        '{"apiVersion":"node.eks.aws/v1alpha1","kind":"NodeConfig","spec":{"instance":{"localStorage":{"strategy":"RAID0"}}}}',
      ]),
    );
  });

  it('is how to join, with its labels and taints, when the image is one of your own', () => {
    expect(textOf({ image: OWN_AL2023, join: JOIN })).toBe(
      mime([
        ...NODE_CONFIG,
        '  cluster:',
        '    name: "prod"',
        '    apiServerEndpoint: "https://abc.eks.amazonaws.com"',
        '    certificateAuthority: "Q0E="',
        '    cidr: "172.20.0.0/16"',
        '  kubelet:',
        '    config:',
        '      maxPods: 110',
        '    flags:',
        '      - "--node-labels=kubewhere.dev/pool=own,team=ml"',
        '      - "--register-with-taints=gpu=:NoExecute,team=ml:NoSchedule"',
      ]),
    );
  });

  it('is filled in by Terraform where it is not known yet, and only there', () => {
    const stack = eksStack();
    const bucket = new TerraformVariable(stack, 'Bucket', {}).stringValue;
    const userData = EksUserData.shell(`#!/bin/bash\necho "\${HOME}" '\\n' %{x} ${bucket}`);
    const value = String(resolved(stack, renderUserData({ ...DEFAULTS, userData })));
    const pieces = /^\$\{base64encode\(join\("", \[base64decode\("([^"]+)"\), (.+)\]\)\)\}$/.exec(value);
    const [, known = '', rest] = pieces ?? [];
    expect(Buffer.from(known, 'base64').toString('utf8')).toBe(
      `${mime(PODS).replace('--kubewhere--\n', '')}--kubewhere\nContent-Type: text/x-shellscript; charset="utf-8"\n\n#!/bin/bash\necho "\${HOME}" '\\n' %{x} `,
    );
    expect(rest).toBe(`var.Bucket, base64decode("${Buffer.from('\n\n--kubewhere--\n').toString('base64')}")`);
  });
});

describe('what a node of Bottlerocket is told', () => {
  const image = EksNodeImage.bottlerocket();

  it('is how many pods it takes', () => {
    expect(textOf({ image })).toBe('[settings.kubernetes]\nmax-pods = 110\n');
  });

  it('is nothing with single addresses', () => {
    expect(textOf({ image, podNetworking: EksPodNetworking.singleAddresses() })).toBeUndefined();
  });

  it('are settings of yours, laid over ours', () => {
    const userData = EksUserData.bottlerocket({
      kubernetes: { 'max-pods': 58, 'allowed-unsafe-sysctls': ['net.core.somaxconn'] },
      kernel: { lockdown: 'integrity', sysctl: { 'net.core.somaxconn': '4096' } },
      ntp: undefined,
      'host-containers': { admin: { enabled: true, superpowered: null } },
      metrics: { 'service-checks': [], services: [{ name: 'a "b"', on: true, off: null }, null] },
    });
    expect(textOf({ image, userData })).toBe(
      [
        '[settings.host-containers.admin]',
        'enabled = true',
        '',
        '[settings.kernel]',
        'lockdown = "integrity"',
        '',
        '[settings.kernel.sysctl]',
        '"net.core.somaxconn" = "4096"',
        '',
        '[settings.kubernetes]',
        'allowed-unsafe-sysctls = ["net.core.somaxconn"]',
        'max-pods = 58',
        '',
        '[settings.metrics]',
        'service-checks = []',
        'services = [{ name = "a \\"b\\"", on = true }]',
        '',
      ].join('\n'),
    );
  });

  it('is how to join, with its labels and taints, when the image is one of your own', () => {
    const stack = eksStack();
    const value = String(
      resolved(stack, renderUserData({ ...DEFAULTS, image: OWN_BOTTLEROCKET, join: JOIN })),
    );
    const text = value
      .replace(/^\$\{base64encode\(join\("", \[|\]\)\)\}$/g, '')
      .split(/, (?=base64decode)|(?<="\)), /);
    expect(
      text
        .map((piece) => {
          const known = /^base64decode\("(.+)"\)$/.exec(piece)?.[1];
          return known === undefined ? `<${piece}>` : Buffer.from(known, 'base64').toString('utf8');
        })
        .join(''),
    ).toBe(
      [
        '[settings.kubernetes]',
        'api-server = "https://abc.eks.amazonaws.com"',
        'cluster-certificate = "Q0E="',
        'cluster-dns-ip = "<cidrhost("172.20.0.0/16", 10)>"',
        'cluster-name = "prod"',
        'max-pods = 110',
        '',
        '[settings.kubernetes.node-labels]',
        '"kubewhere.dev/pool" = "own"',
        'team = "ml"',
        '',
        '[settings.kubernetes.node-taints]',
        'gpu = [":NoExecute"]',
        'team = ["ml:NoSchedule"]',
        '',
      ].join('\n'),
    );
  });
});

describe('what a node of Windows is told', () => {
  const image = EksNodeImage.windows(EksWindows.CORE_2025);

  it('is nothing', () => {
    expect(textOf({ image })).toBeUndefined();
  });

  it('is a script of yours', () => {
    expect(textOf({ image, userData: EksUserData.powershell('Write-Host "a"\n') })).toBe(
      '<powershell>\nWrite-Host "a"\n</powershell>\n',
    );
  });
});
