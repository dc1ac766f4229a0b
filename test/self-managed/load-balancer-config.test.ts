import {
  renderHaproxyConfig,
  renderKeepalivedConfig,
} from '../../lib/self-managed/private/load-balancer-config';

const [CP1, CP2, CP3] = [11, 12, 13].map((number, index) => ({
  name: `cp${index + 1}`,
  address: `10.77.0.${number}`,
}));

describe('the load balancer configuration', () => {
  it('of haproxy sends the port to every control plane that says it is ready', () => {
    expect(
      renderHaproxyConfig(
        8443,
        [CP1, CP2, CP3].flatMap((backend) => backend ?? []),
      ),
    ).toBe(
      `# kubewhere: written by Terraform, changes are overwritten
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
  bind *:8443
  default_backend control-planes
backend control-planes
  balance roundrobin
  option httpchk GET /readyz
  http-check expect status 200
  default-server check check-ssl verify none inter 2s fall 2 rise 2 on-marked-down shutdown-sessions
  server cp1 10.77.0.11:6443
  server cp2 10.77.0.12:6443
  server cp3 10.77.0.13:6443
`,
    );
  });

  it('of keepalived holds the address only while an API answers, and talks to its peers alone', () => {
    expect(
      renderKeepalivedConfig({
        node: { name: 'cp1', address: '10.77.0.11' },
        peers: [
          { name: 'cp2', address: '10.77.0.12' },
          { name: 'cp3', address: '10.77.0.13' },
        ],
        virtualAddress: '10.77.0.100',
        routerId: 77,
        port: 8443,
        priority: 150,
      }),
    ).toBe(`# kubewhere: written by Terraform, changes are overwritten
global_defs {
  router_id cp1
  enable_script_security
  script_user root
}
vrrp_script api {
  script "/usr/bin/curl -sfk --noproxy * --max-time 2 -o /dev/null https://127.0.0.1:8443/readyz"
  interval 2
  timeout 3
  fall 2
  rise 2
}
vrrp_instance api {
  interface KUBEWHERE_INTERFACE
  state BACKUP
  nopreempt
  virtual_router_id 77
  priority 150
  advert_int 1
  unicast_src_ip 10.77.0.11
  unicast_peer {
    10.77.0.12
    10.77.0.13
  }
  virtual_ipaddress {
    10.77.0.100/32
  }
  track_script {
    api
  }
}
`);
  });

  it('of a single control plane names no peers, and takes the interface it is given', () => {
    const text = renderKeepalivedConfig({
      node: { name: 'cp1', address: '10.77.0.11' },
      peers: [],
      virtualAddress: '10.77.0.100',
      routerId: 1,
      port: 9443,
      priority: 150,
      interfaceName: 'bond0',
    });
    expect(text).toContain('  interface bond0\n');
    expect(text).toContain('  unicast_src_ip 10.77.0.11\n  virtual_ipaddress {\n');
    expect(text).toContain('https://127.0.0.1:9443/readyz');
  });
});
