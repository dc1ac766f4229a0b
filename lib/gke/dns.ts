import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

/** Who may ask for the names of Services. The values are Google's own words. */
export enum GkeDnsScope {
  /** The cluster. */
  CLUSTER = 'CLUSTER_SCOPE',
  /** The whole network, what is connected to it included. Needs a domain that no other cluster there has. */
  NETWORK = 'VPC_SCOPE',
}

/** What {@link GkeDns.cloudDns} is told. */
export interface GkeCloudDnsOptions {
  /**
   * Google never changes the scope of a cluster again.
   *
   * @default GkeDnsScope.CLUSTER
   */
  readonly scope?: GkeDnsScope;
  /**
   * Suffix of the names of Services.
   *
   * @default - `cluster.local`; to be given with GkeDnsScope.NETWORK
   */
  readonly domain?: string;
  /**
   * A second suffix, under which the whole network can ask for headless Services beside the cluster's own names. Not in a Shared VPC.
   *
   * @default - none
   */
  readonly additiveDomain?: string;
}

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const DOMAIN_MOST = 253;

/**
 * Who answers for names of the cluster. Cloud DNS runs outside of it, so there are no DNS pods to size; queries are charged in a
 * Standard cluster. Nodes that exist take to it when they are made anew.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/how-to/cloud-dns
 */
export class GkeDns {
  /**
   * Cloud DNS in place of the pods of kube-dns. An Autopilot cluster has it always and refuses this word.
   *
   * @throws ValidationError when a domain is malformed, one is missing, or the two scopes are asked for at once.
   */
  public static cloudDns(options: GkeCloudDnsOptions = {}): GkeDns {
    const { scope = GkeDnsScope.CLUSTER, domain, additiveDomain } = options;
    assertDomain('domain', domain);
    assertDomain('additiveDomain', additiveDomain);
    if (scope === GkeDnsScope.NETWORK && domain === undefined) {
      throw new ValidationError(
        `'dns' scope '${scope}' needs a 'domain' such as 'prod.example.internal', by which the network tells clusters apart`,
      );
    }
    if (scope === GkeDnsScope.NETWORK && additiveDomain !== undefined) {
      throw new ValidationError(
        `'dns' additiveDomain (${additiveDomain}) stands beside GkeDnsScope.CLUSTER only; with '${scope}' the network sees all names already`,
      );
    }
    return new GkeDns(scope, domain, additiveDomain, false);
  }

  /**
   * The cluster's own names, and a second suffix under which the whole network can ask for headless Services, such as
   * `db-0.db.default.svc.prod.example.internal`. In an Autopilot cluster it stands from the first apply on or never: Google neither adds
   * it later nor takes it away.
   *
   * @throws ValidationError when the domain is malformed.
   */
  public static additive(domain: string): GkeDns {
    assertDomain('additive', domain);
    return new GkeDns(GkeDnsScope.CLUSTER, undefined, domain, true);
  }

  private constructor(
    public readonly scope: GkeDnsScope,
    public readonly domain: string | undefined,
    public readonly additiveDomain: string | undefined,
    /** Whether nothing was said but the second suffix, which is all that Autopilot takes. */
    public readonly isOnlyAdditive: boolean,
  ) {}
}

function assertDomain(name: string, domain: string | undefined): void {
  whenResolved(domain, (value) => {
    if (DOMAIN.test(value) && value.length <= DOMAIN_MOST) return;
    throw new ValidationError(
      `'dns' ${name} (${value}) must be a domain in lower case without a dot at its end, such as 'prod.example.internal'`,
    );
  });
}
