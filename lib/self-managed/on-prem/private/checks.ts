import { Token } from 'cdktf';
import { closest } from 'fastest-levenshtein';
import { Address4 } from 'ip-address';
import { ON_PREM_POD_CIDR, ON_PREM_SERVICE_CIDR } from '../../../catalog/network-defaults';
import { ControlPlaneAvailability, validateLabelsAndTaints } from '../../../cluster';
import { describeOverlaps, type NamedCidr, readNamedCidr } from '../../../values';
import { OLDEST_VERSION } from '../../private/kubeadm-config';
import type { OnPremClusterProps } from '../cluster-props';
import type { OnPremHost } from '../host';
import type { OnPremNodePoolOptions } from '../node-pool';

const NODE_NAME = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const HOST_KEY = /^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) [A-Za-z0-9+/]+={0,2}( .*)?$/;
const ANNOTATION_KEY =
  /^([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const INTERFACE = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,14}$/;

/** One sentence for everything that is wrong with a cluster's props, pools left out. */
export function describeClusterProblems(props: OnPremClusterProps): string[] {
  const problems: string[] = [];
  if (!props.version.isAtLeast(OLDEST_VERSION)) {
    problems.push(`'version' (${props.version}) must be at least '${OLDEST_VERSION}'`);
  }
  problems.push(
    ...describeControlPlaneSize(props),
    ...describeHostList('controlPlane.hosts', props.controlPlane.hosts, props.hosts, new Map()),
    ...Object.entries(props.hosts).flatMap(([name, host]) => describeHost(name, host)),
    ...describeDuplicates(props.hosts, 'address', (host) => host.address),
    ...describeDuplicates(props.hosts, 'hostKey', (host) => host.hostKey.split(' ').slice(0, 2).join(' ')),
    ...describeNetwork(props),
  );
  for (const key of Object.keys(props.tags ?? {})) {
    if (!ANNOTATION_KEY.test(key)) {
      problems.push(
        `'tags' key '${key}' must be at most 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/': on premises tags are node annotations`,
      );
    }
  }
  const { timeoutSeconds } = props.ssh;
  if (timeoutSeconds !== undefined && (!Number.isInteger(timeoutSeconds) || timeoutSeconds < 5)) {
    problems.push(`'ssh.timeoutSeconds' (${timeoutSeconds}) must be a whole number of at least 5`);
  }
  if (!Token.isUnresolved(props.pkiDirectory) && props.pkiDirectory.trim() === '') {
    problems.push(`'pkiDirectory' must name the directory that make-pki.sh made; found ''`);
  }
  return problems;
}

/** One sentence for everything that is wrong with a pool; `taken` says which host is in use, and where. */
export function describePoolProblems(
  poolName: string,
  options: OnPremNodePoolOptions,
  hosts: Readonly<Record<string, OnPremHost>>,
  taken: ReadonlyMap<string, string>,
): string[] {
  const prop = `nodePools.${poolName}.hosts`;
  return [
    ...(options.hosts.length === 0 ? [`'${prop}' is empty; name at least one host`] : []),
    ...describeHostList(prop, options.hosts, hosts, taken),
    ...validateLabelsAndTaints(options.labels ?? {}, options.taints ?? []),
  ];
}

function describeControlPlaneSize(props: OnPremClusterProps): string[] {
  const count = props.controlPlane.hosts.length;
  if (props.availability === ControlPlaneAvailability.SINGLE) {
    return count === 1
      ? []
      : [`'controlPlane.hosts' has ${count} hosts; availability SINGLE takes exactly 1`];
  }
  if ([3, 5, 7].includes(count)) return [];
  const single = count === 1 ? '; for a single one say availability: ControlPlaneAvailability.SINGLE' : '';
  return [
    `'controlPlane.hosts' has ${count} hosts; a highly available control plane takes 3, 5 or 7 (an even number survives no more than one less)${single}`,
  ];
}

function describeHostList(
  prop: string,
  names: readonly string[],
  hosts: Readonly<Record<string, OnPremHost>>,
  taken: ReadonlyMap<string, string>,
): string[] {
  const known = Object.keys(hosts).sort();
  const seen = new Set<string>();
  return names.flatMap((name) => {
    if (seen.has(name)) return [`'${prop}' names '${name}' twice`];
    seen.add(name);
    if (!known.includes(name)) {
      const hint = known.length === 0 ? `'hosts' is empty` : `did you mean '${closest(name, known)}'?`;
      return [`'${prop}' names '${name}', which is not in 'hosts'; ${hint}`];
    }
    const owner = taken.get(name);
    return owner === undefined
      ? []
      : [`'${prop}' names '${name}', which is in '${owner}' already; a host has one role`];
  });
}

function describeHost(name: string, host: OnPremHost): string[] {
  const problems: string[] = [];
  if (!NODE_NAME.test(name)) {
    problems.push(
      `'hosts' name '${name}' must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit`,
    );
  }
  if (!Token.isUnresolved(host.hostKey) && !HOST_KEY.test(host.hostKey)) {
    problems.push(
      `'hosts.${name}.hostKey' (${host.hostKey.slice(0, 24)}) must be the public key of its SSH server, such as 'ssh-ed25519 AAAA…'`,
    );
  }
  const given = host.nodeAddress ?? host.address;
  if (!Token.isUnresolved(given) && !isAddress(given)) {
    problems.push(
      host.nodeAddress === undefined
        ? `'hosts.${name}.address' (${given}) is no IPv4 address; give the host its 'nodeAddress' too`
        : `'hosts.${name}.nodeAddress' (${given}) must be an IPv4 address`,
    );
  }
  if (host.interface !== undefined && !INTERFACE.test(host.interface)) {
    problems.push(`'hosts.${name}.interface' (${host.interface}) must be the name of a network interface`);
  }
  if (host.rack !== undefined) {
    problems.push(...validateLabelsAndTaints({ 'topology.kubernetes.io/zone': host.rack }, []));
  }
  return problems;
}

function describeDuplicates(
  hosts: Readonly<Record<string, OnPremHost>>,
  prop: string,
  identityOf: (host: OnPremHost) => string,
): string[] {
  const first = new Map<string, string>();
  return Object.keys(hosts)
    .sort()
    .flatMap((name) => {
      const host = hosts[name];
      if (host === undefined || Token.isUnresolved(identityOf(host))) return [];
      const other = first.get(identityOf(host));
      if (other === undefined) {
        first.set(identityOf(host), name);
        return [];
      }
      return [`'hosts.${name}' and 'hosts.${other}' have the same '${prop}'; each machine has its own`];
    });
}

function describeNetwork(props: OnPremClusterProps): string[] {
  const problems: string[] = [];
  const ranges: NamedCidr[] = [];
  const add = (name: string, text: string): void => {
    if (Token.isUnresolved(text)) return;
    const read = readNamedCidr(name, text);
    if (typeof read === 'string') problems.push(read);
    else ranges.push(read);
  };
  add('podCidr', props.podCidr ?? DEFAULT_POD_CIDR);
  add('serviceCidr', props.serviceCidr ?? DEFAULT_SERVICE_CIDR);
  const addresses = Object.keys(props.hosts)
    .sort()
    .map(
      (name) =>
        [`hosts.${name}`, props.hosts[name]?.nodeAddress ?? props.hosts[name]?.address ?? ''] as const,
    );
  const { host: endpoint } = props.endpoint;
  for (const [name, address] of addresses) {
    if (isAddress(address)) add(name, `${address}/32`);
    if (props.endpoint.virtual !== undefined && address === endpoint) {
      problems.push(
        `'endpoint' address (${endpoint}) is that of '${name}'; a virtual address belongs to no machine`,
      );
    }
  }
  if (isAddress(endpoint)) add('endpoint', `${endpoint}/32`);
  // hosts that share an address are told apart above, in words that fit
  const isHost = (name: string): boolean => name.startsWith('hosts.') || name === 'endpoint';
  const [cluster, machines] = [
    ranges.filter(({ name }) => !isHost(name)),
    ranges.filter(({ name }) => isHost(name)),
  ];
  return [
    ...problems,
    ...describeOverlaps(cluster),
    ...cluster.flatMap((range) => machines.flatMap((machine) => describeOverlaps([range, machine]))),
  ];
}

/** Disjoint from each other and from the ranges that most sites number their machines with. */
export const DEFAULT_POD_CIDR = ON_PREM_POD_CIDR;
export const DEFAULT_SERVICE_CIDR = ON_PREM_SERVICE_CIDR;

function isAddress(text: string): boolean {
  return !Token.isUnresolved(text) && !text.includes('/') && Address4.isValid(text);
}
