/** A control plane as the load balancer sees it. */
export interface Backend {
  readonly name: string;
  /** Node address; may be a token. */
  readonly address: string;
}

/** Filled in on the host with the interface that holds the node address. */
export const INTERFACE_PLACEHOLDER = 'KUBEWHERE_INTERFACE';

/**
 * haproxy on every control plane: TCP to all API servers that say they are ready. TLS is not ended here, so a client still
 * verifies the API server's own certificate; the health check needs no more than the answer.
 *
 * @see https://github.com/kubernetes/kubeadm/blob/main/docs/ha-considerations.md
 */
export function renderHaproxyConfig(port: number, backends: readonly Backend[]): string {
  return `# kubewhere: written by Terraform, changes are overwritten
global
  log /dev/log local0
  maxconn 8192
defaults
  log global
  mode tcp
  option tcplog
  option dontlognull
  timeout connect 4s
  timeout client 1h
  timeout server 1h
  timeout check 3s
frontend kubernetes-api
  bind *:${port}
  default_backend control-planes
backend control-planes
  balance roundrobin
  option httpchk GET /readyz
  http-check expect status 200
  default-server check check-ssl verify none inter 2s fall 2 rise 2 on-marked-down shutdown-sessions
${backends.map(({ name, address }) => `  server ${name} ${address}:6443\n`).join('')}`;
}

/** What keepalived on one control plane must know. */
export interface KeepalivedConfig {
  readonly node: Backend;
  readonly peers: readonly Backend[];
  readonly virtualAddress: string;
  readonly routerId: number;
  readonly port: number;
  /** 1 to 254; decides only who takes the address when nobody holds it. */
  readonly priority: number;
  readonly interfaceName?: string;
}

/**
 * keepalived on one control plane: it holds the virtual address only while an API answers through its own haproxy. Messages
 * go to the named peers, not to a multicast group, and a node that comes back does not take the address from a healthy one.
 */
export function renderKeepalivedConfig(config: KeepalivedConfig): string {
  const peers =
    config.peers.length === 0
      ? ''
      : `  unicast_peer {\n${config.peers.map(({ address }) => `    ${address}\n`).join('')}  }\n`;
  return `# kubewhere: written by Terraform, changes are overwritten
global_defs {
  router_id ${config.node.name}
  enable_script_security
  script_user root
}
vrrp_script api {
  script "/usr/bin/curl -sfk --noproxy * --max-time 2 -o /dev/null https://127.0.0.1:${config.port}/readyz"
  interval 2
  timeout 3
  fall 2
  rise 2
}
vrrp_instance api {
  interface ${config.interfaceName ?? INTERFACE_PLACEHOLDER}
  state BACKUP
  nopreempt
  virtual_router_id ${config.routerId}
  priority ${config.priority}
  advert_int 1
  unicast_src_ip ${config.node.address}
${peers}  virtual_ipaddress {
    ${config.virtualAddress}/32
  }
  track_script {
    api
  }
}
`;
}
