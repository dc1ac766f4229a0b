import { edit, hostKey, problemsOf, withRoot } from '../texts';

const ENDPOINT = '{ type: virtual-address, address: 10.0.0.9, routerId: 51 }';
const SSH = '{ user: ubuntu }';
const COST = '{ sunk: true, watts: 900, usdPerKwh: 0.3 }';

/** A request with one site; its machines stand from line 16 on. */
function withSite(...machines: readonly string[]): string {
  return withRoot(
    'sites:',
    '  fra:',
    '    country: DE',
    `    endpoint: ${ENDPOINT}`,
    `    ssh: ${SSH}`,
    `    cost: ${COST}`,
    '    machines:',
    ...machines.map((machine) => `      ${machine}`),
  );
}

function machine(name: string, role: string, host: number, key: string): string {
  return `${name}: { role: ${role}, address: 10.0.0.${host}, hostKey: ${hostKey(key)}, cpu: 8, memoryGib: 32, rack: r1 }`;
}

const CONTROL_PLANE = machine('cp', 'control-plane', 1, 'a');
const WORKER = machine('w', 'worker', 2, 'b');
const SITE = withSite(CONTROL_PLANE, WORKER);

describe('a site and its machines', () => {
  it('takes one control plane and one worker', () => {
    expect(problemsOf(SITE)).toEqual([]);
  });

  it('wants an odd number of control planes and a worker', () => {
    expect(problemsOf(withSite(CONTROL_PLANE))).toEqual([
      "15:5 sites.fra.machines: must have at least one machine with 'role: worker'; found 0",
    ]);
    expect(problemsOf(withSite(CONTROL_PLANE, machine('cp2', 'control-plane', 3, 'c'), WORKER))).toEqual([
      "15:5 sites.fra.machines: must have 1, 3, 5 or 7 machines with 'role: control-plane', since etcd needs a majority; found 2",
    ]);
    expect(problemsOf(edit(withSite(), 'machines:', 'machines: {}'))).toEqual([
      "15:5 sites.fra.machines: must have 1, 3, 5 or 7 machines with 'role: control-plane', since etcd needs a majority; found 0",
      "15:5 sites.fra.machines: must have at least one machine with 'role: worker'; found 0",
    ]);
  });

  it('does not count machines while a role is wrong', () => {
    expect(problemsOf(withSite(CONTROL_PLANE, machine('w', 'workr', 2, 'b')))).toEqual([
      "17:18 sites.fra.machines.w.role: must be one of 'control-plane', 'worker'; found 'workr'; did you mean 'worker'?",
    ]);
  });

  it('wants machines that differ in address and host key, whatever comment follows the key', () => {
    expect(problemsOf(withSite(CONTROL_PLANE, machine('w', 'worker', 1, 'b')))).toEqual([
      "17:35 sites.fra.machines.w.address: must differ from that of every other machine; found that of 'sites.fra.machines.cp' again",
    ]);
    expect(problemsOf(edit(SITE, `${hostKey('b')},`, `${hostKey('a')} root@w,`))).toEqual([
      "17:54 sites.fra.machines.w.hostKey: must differ from that of every other machine; found that of 'sites.fra.machines.cp' again",
    ]);
  });

  it('takes the same private addresses at two sites, but no host key twice', () => {
    const second = SITE.slice(SITE.indexOf('  fra:')).replace('  fra:', '  muc:');
    expect(problemsOf(`${SITE}${second}`)).toEqual([
      "24:62 sites.muc.machines.cp.hostKey: must differ from that of every other machine; found that of 'sites.fra.machines.cp' again",
      "25:54 sites.muc.machines.w.hostKey: must differ from that of every other machine; found that of 'sites.fra.machines.w' again",
    ]);
  });

  it('wants a virtual address that no machine has', () => {
    expect(problemsOf(edit(SITE, '10.0.0.9', '10.0.0.1'))).toEqual([
      "12:49 sites.fra.endpoint.address: must be an address that no machine has; found '10.0.0.1', the address of 'sites.fra.machines.cp'",
    ]);
  });

  it('wants names that machines can have, and that no region has', () => {
    expect(problemsOf(withSite(machine('CP_1', 'control-plane', 1, 'a'), WORKER))).toEqual([
      "16:7 sites.fra.machines.CP_1: the name of a machine must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends; found 'CP_1'; did you mean 'cp-1'?",
    ]);
    expect(problemsOf(edit(SITE, '  fra:', '  eu-central-1:'), { regions: ['eu-central-1'] })).toEqual([
      "10:3 sites.eu-central-1: the name of a site must differ from all region ids; found 'eu-central-1', which is a region",
    ]);
  });

  it('wants IPv4 addresses and whole ed25519 host keys', () => {
    expect(problemsOf(edit(SITE, '10.0.0.2', 'w.example.com'))).toEqual([
      "17:35 sites.fra.machines.w.address: must be an IPv4 address such as '192.0.2.11'; found 'w.example.com'",
    ]);
    expect(problemsOf(edit(SITE, hostKey('b'), 'ssh-rsa AAAA'))).toEqual([
      "17:54 sites.fra.machines.w.hostKey: must be a whole ed25519 host key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…' (80 characters, from 'ssh-keyscan -t ed25519 <address>'); found 'ssh-rsa AAAA'",
    ]);
    expect(problemsOf(edit(SITE, hostKey('b'), hostKey('b').slice(0, -1)))).toEqual([
      "17:54 sites.fra.machines.w.hostKey: must be a whole ed25519 host key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…' (80 characters, from 'ssh-keyscan -t ed25519 <address>'); found 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIkkkkkkkkkkkkkkkkkkkkkkk…'",
    ]);
  });

  it('does not offer a host key to copy when one is missing', () => {
    expect(problemsOf(edit(SITE, `hostKey: ${hostKey('b')}, `, ''))).toEqual([
      "17:7 sites.fra.machines.w.hostKey: is missing (SSH host key of the machine from 'ssh-keyscan -t ed25519 <address>', so that nobody else's machine is bootstrapped)",
    ]);
  });

  it('wants an endpoint that can be reached', () => {
    expect(problemsOf(edit(SITE, 'routerId: 51', 'routerId: 256'))).toEqual([
      '12:69 sites.fra.endpoint.routerId: must be at most 255; found 256',
    ]);
    expect(problemsOf(edit(SITE, ENDPOINT, '{ type: external, host: K8S.example.com, port: 0 }'))).toEqual([
      "12:39 sites.fra.endpoint.host: must be a host name in lower case, or an IPv4 address; found 'K8S.example.com'; did you mean 'k8s.example.com'?",
      '12:62 sites.fra.endpoint.port: must be at least 1; found 0',
    ]);
    expect(problemsOf(edit(SITE, ENDPOINT, '{ type: virtual-address }'))).toEqual([
      '12:5 sites.fra.endpoint.address: is missing (free IPv4 address in the network of the control-plane machines); add it, for instance \'address: "192.0.2.10"\'',
      "12:5 sites.fra.endpoint.routerId: is missing (VRRP router id, used by nobody else in that network); add it, for instance 'routerId: 51'",
    ]);
  });

  it('wants the path of a private key and does not repeat what may be the key', () => {
    expect(
      problemsOf(edit(SITE, SSH, '{ user: Ubuntu, privateKeyPath: "-----BEGIN OPENSSH PRIVATE KEY-----" }')),
    ).toEqual([
      "13:18 sites.fra.ssh.user: must be the name of a Linux user; found 'Ubuntu'; did you mean 'ubuntu'?",
      '13:42 sites.fra.ssh.privateKeyPath: must be the path of a key file on the machine that runs Terraform, not the key itself',
    ]);
  });

  it('wants the purchase either written off or divided by its life', () => {
    expect(problemsOf(edit(SITE, COST, '{ watts: 900, usdPerKwh: 0.3 }'))).toEqual([
      "14:5 sites.fra.cost.lifeMonths: is missing (months that the machines are used); add it, for instance 'lifeMonths: 60', or say 'sunk: true' when the purchase is written off",
      "14:5 sites.fra.cost.purchaseUsd: is missing (purchase price of all machines, in USD); add it, for instance 'purchaseUsd: 60000', or say 'sunk: true' when it is written off",
    ]);
    expect(
      problemsOf(edit(SITE, COST, '{ watts: 900, usdPerKwh: 0.3, purchaseUsd: 5, lifeMonth: 60 }')),
    ).toEqual([
      "14:57 sites.fra.cost.lifeMonth: unknown key 'lifeMonth'; allowed here are 'purchaseUsd', 'sunk', 'lifeMonths', 'residualUsd', 'interestPercent', 'watts', 'usdPerKwh', 'pue', 'rackUsdPerMonth', 'supportUsdPerMonth', 'uplinkUsdPerMonth', 'sparesUsdPerMonth'; did you mean 'lifeMonths'?",
    ]);
    expect(problemsOf(edit(SITE, 'sunk: true', 'sunk: true, purchaseUsd: 1'))).toEqual([
      "14:38 sites.fra.cost.purchaseUsd: must be 0 or left out with 'sunk: true'; found 1; say 'sunk: false' when it is to be counted",
    ]);
    expect(problemsOf(edit(SITE, 'sunk: true', 'sunk: true, residualUsd: 1'))).toEqual([
      "14:38 sites.fra.cost.residualUsd: must be 0 or left out with 'sunk: true'; found 1; say 'sunk: false' when it is to be counted",
    ]);
    expect(
      problemsOf(edit(SITE, 'sunk: true', 'purchaseUsd: 5000, lifeMonths: 48, residualUsd: 5000.5')),
    ).toEqual(["14:61 sites.fra.cost.residualUsd: must be at most 'purchaseUsd' (5000); found 5000.5"]);
    expect(problemsOf(edit(SITE, 'sunk: true', 'sunk: true, pue: 0.9'))).toEqual([
      '14:30 sites.fra.cost.pue: must be at least 1; found 0.9',
    ]);
  });
});
