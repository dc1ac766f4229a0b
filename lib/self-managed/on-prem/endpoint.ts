import { Token } from 'cdktf';
import { Address4 } from 'ip-address';
import { ValidationError } from '../../values';

/** Options of {@link ClusterEndpoint.virtualAddress}. */
export interface VirtualAddressOptions {
  /** A free IPv4 address in the control planes' own layer-2 network. */
  readonly address: string;
  /** VRRP id, 1 to 255: no other VRRP group in that network may have it. */
  readonly routerId: number;
  /**
   * Not 6443: the API servers themselves listen there, on the same machines.
   *
   * @default 8443
   */
  readonly port?: number;
  /** @default - each host's own `interface` */
  readonly interface?: string;
}

/** Options of {@link ClusterEndpoint.external}. */
export interface ExternalEndpointOptions {
  /** Address or DNS name of the load balancer. */
  readonly host: string;
  readonly port: number;
}

/** Ports that the control plane takes on every host; the load balancer cannot have one of them. */
const TAKEN_PORTS = [2379, 2380, 6443, 10248, 10249, 10250, 10256, 10257, 10259];

/**
 * The one address of the Kubernetes API. It stands in every certificate and kubeconfig, so it is chosen once: changing it
 * means a new cluster.
 */
export class ClusterEndpoint {
  /**
   * An address that moves between the control planes: haproxy and keepalived run on them as services of the host. Costs
   * nothing and survives the loss of a machine within some seconds; needs control planes that share a layer-2 network.
   *
   * @throws ValidationError when the address is no IPv4 address, the router id is not 1 to 255, or the port is taken.
   */
  public static virtualAddress(options: VirtualAddressOptions): ClusterEndpoint {
    const { address, routerId, port = 8443 } = options;
    const problems: string[] = [];
    if (!Token.isUnresolved(address) && (address.includes('/') || !Address4.isValid(address))) {
      problems.push(
        `'endpoint' address (${address}) must be an IPv4 address without a mask, such as '10.0.0.100'`,
      );
    }
    if (!Number.isInteger(routerId) || routerId < 1 || routerId > 255) {
      problems.push(`'endpoint' routerId (${routerId}) must be a whole number from 1 to 255`);
    }
    problems.push(...portProblems(port));
    if (TAKEN_PORTS.includes(port)) {
      problems.push(`'endpoint' port (${port}) is taken by Kubernetes itself on the same hosts; use 8443`);
    }
    if (problems.length > 0) throw new ValidationError(problems.join('; '));
    return new ClusterEndpoint(address, port, { routerId, interfaceName: options.interface });
  }

  /**
   * A load balancer that exists: TCP to port 6443 of every control plane, health check `GET /readyz` over TLS. Nothing is
   * installed for it, and it must be there before the first apply. Hosts that are added must be added to it by its owner.
   *
   * @throws ValidationError when the host is empty or the port is not 1 to 65535.
   */
  public static external(options: ExternalEndpointOptions): ClusterEndpoint {
    const problems: string[] = [];
    if (!Token.isUnresolved(options.host) && !/^[A-Za-z0-9.-]+$/.test(options.host)) {
      problems.push(
        `'endpoint' host (${options.host}) must be a DNS name or an IPv4 address, without scheme or port`,
      );
    }
    problems.push(...portProblems(options.port));
    if (problems.length > 0) throw new ValidationError(problems.join('; '));
    return new ClusterEndpoint(options.host, options.port, undefined);
  }

  private constructor(
    public readonly host: string,
    public readonly port: number,
    /** What keepalived needs; `undefined` for an external load balancer. */
    public readonly virtual:
      | { readonly routerId: number; readonly interfaceName: string | undefined }
      | undefined,
  ) {}

  /** `host:port`, as kubeadm writes it. */
  public get authority(): string {
    return `${this.host}:${this.port}`;
  }
}

function portProblems(port: number): string[] {
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return [];
  return [`'endpoint' port (${port}) must be a whole number from 1 to 65535`];
}
