import type { ApiAccess } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { Cidr, ValidationError } from '../values';

/** Addresses that a network uses privately as a rule. */
const PRIVATE_RANGES: readonly string[] = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** What can be said about the name of the API beside its being open. */
export interface GkeDnsEndpointOptions {
  /**
   * Whether tokens of Kubernetes service accounts are taken there too, and not those of Google alone. Needs hashicorp/google 7.9.
   *
   * @default - not
   */
  readonly serviceAccountTokens?: boolean;
  /**
   * Whether client certificates are taken there too. Needs hashicorp/google 7.9.
   *
   * @default - not
   */
  readonly clientCertificates?: boolean;
}

/** What can be said about the addresses of the API beside who reaches them. */
export interface GkeAddressOptions {
  /**
   * Ranges of the network, and of what is connected to it, that may reach the private address.
   *
   * @default ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']
   */
  readonly privateRanges?: readonly string[];
  /**
   * Whether other regions of the network reach the private address too, and what is connected through them.
   *
   * @default true
   */
  readonly fromAllRegions?: boolean;
  /**
   * Whether the public addresses of Google's own machines, those of every customer, may reach the API.
   *
   * @default false
   */
  readonly fromGoogle?: boolean;
  /**
   * Whether the ranges are held against traffic inside the network as well, where GKE leaves that open.
   *
   * @default - GKE's own
   */
  readonly enforceInside?: boolean;
  /**
   * The name of the API, open beside its addresses; see {@link GkeApiAccess.identityGated}.
   *
   * @default - closed
   */
  readonly dnsEndpoint?: GkeDnsEndpointOptions;
}

/** The addresses of the API and who reaches them, with nothing left open. */
export interface GkeApiAddresses {
  readonly access: ApiAccess;
  readonly privateRanges: readonly string[];
  readonly fromAllRegions: boolean;
  readonly fromGoogle: boolean;
  readonly enforceInside: boolean | undefined;
}

/**
 * Who can reach the Kubernetes API of GKE over the network, where the three words that every platform has do not say enough.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation
 */
export class GkeApiAccess {
  /**
   * By a name only, from anywhere that reaches Google's APIs: Google's IAM looks at every request before the cluster sees it, and
   * lets pass whoever has `container.clusters.connect`. The API has no address, public or private. No bastion, no VPN; VPC Service
   * Controls narrow it to networks. Its certificate is publicly trusted.
   */
  public static identityGated(options: GkeDnsEndpointOptions = {}): GkeApiAccess {
    return new GkeApiAccess(undefined, options);
  }

  /**
   * By addresses, as one of the words of every platform says, with what only GKE can be told about them.
   *
   * @throws ValidationError when a private range is malformed, none of IPv4, or there is none.
   */
  public static addresses(access: ApiAccess, options: GkeAddressOptions = {}): GkeApiAccess {
    const privateRanges = options.privateRanges ?? PRIVATE_RANGES;
    if (privateRanges.length === 0) {
      throw new ValidationError(
        `'privateRanges' is empty, which shuts out all but nodes and pods; leave it out for ${PRIVATE_RANGES.join(', ')}`,
      );
    }
    for (const range of privateRanges) whenResolved(range, assertPrivateRange);
    return new GkeApiAccess(
      {
        access,
        privateRanges: [...privateRanges],
        fromAllRegions: options.fromAllRegions ?? true,
        fromGoogle: options.fromGoogle ?? false,
        enforceInside: options.enforceInside,
      },
      options.dnsEndpoint,
    );
  }

  private constructor(
    /** `undefined` where the API has a name only. */
    public readonly ipEndpoints: GkeApiAddresses | undefined,
    /** `undefined` where the name is closed to users. */
    public readonly dnsEndpoint: GkeDnsEndpointOptions | undefined,
  ) {}
}

function assertPrivateRange(text: string): void {
  const { version } = Cidr.parse(text);
  if (version === 4) return;
  throw new ValidationError(
    `'privateRanges' holds '${text}', which must be a range of IPv4, the only addresses that the API has`,
  );
}
