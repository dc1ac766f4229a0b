import { Token } from 'cdktf';
import { Cidr, ValidationError } from '../values';
import { whenResolved } from './private/tokens';

/** How the Kubernetes API can be reached. */
export enum ApiExposure {
  PRIVATE = 'private',
  RESTRICTED = 'restricted',
  PUBLIC = 'public',
}

/**
 * Who can reach the Kubernetes API over the network. Whoever reaches it still needs an identity and a role.
 *
 * One word decides all of a platform's attributes together, so that "private" never comes out half public.
 * What each platform makes of it is on its page in `docs/`.
 */
export class ApiAccess {
  /**
   * Reachable from the cluster's own network, and as far as the platform's page says from what is connected to it, only. Costs
   * nothing; people need a VPN or a bastion.
   */
  public static private(): ApiAccess {
    return new ApiAccess(ApiExposure.PRIVATE, []);
  }

  /**
   * Reachable from the cluster's own network and, over the Internet, from the ranges given.
   *
   * @throws ValidationError when no range is given, they are one token as a whole, a range cannot be parsed, is none of IPv4 (the
   * API has no IPv6 address on any platform), or is the whole Internet.
   */
  public static restricted(...cidrs: string[]): ApiAccess {
    if (cidrs.length === 0) {
      throw new ValidationError(
        `'apiAccess' restricted needs at least one range such as '203.0.113.0/24'; for none use ApiAccess.private()`,
      );
    }
    if (Token.isUnresolved(cidrs)) {
      throw new ValidationError(
        `'apiAccess' restricted must be told each range by itself; found a list that only Terraform knows`,
      );
    }
    for (const text of cidrs) whenResolved(text, assertRange);
    return new ApiAccess(ApiExposure.RESTRICTED, [...cidrs]);
  }

  /** Reachable from the whole Internet. Every scanner will find it; a warning is attached at synthesis. */
  public static public(): ApiAccess {
    return new ApiAccess(ApiExposure.PUBLIC, []);
  }

  private constructor(
    public readonly exposure: ApiExposure,
    /** Ranges that may reach the API over the Internet; filled for `RESTRICTED` only. */
    public readonly allowedCidrs: readonly string[],
  ) {}
}

function assertRange(text: string): void {
  const cidr = Cidr.parse(text);
  if (cidr.prefix === 0) {
    throw new ValidationError(
      `'apiAccess' restricted to '${text}' is the whole Internet; if that is meant, say ApiAccess.public()`,
    );
  }
  if (cidr.version !== 4) {
    throw new ValidationError(
      `'apiAccess' restricted to '${text}' must be a range of IPv4, the only addresses that the API has`,
    );
  }
}
