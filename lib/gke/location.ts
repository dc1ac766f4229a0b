import { Fn, Token } from 'cdktf';
import { ControlPlaneAvailability } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';

const REGION = /^[a-z]+-[a-z]+\d{1,2}$/;
const ZONE = /^[a-z]+-[a-z]+\d{1,2}-[a-z]$/;

/** GKE itself spreads a regional cluster over this many zones when none are named, also where the region has four. */
const ZONES_CHOSEN_BY_GKE = 3;

/** Options of {@link GkeLocation.region}. */
export interface GkeRegionOptions {
  /**
   * Zones of the region that nodes may run in. Every node pool spans all of them unless it names its own.
   * Adding one moves no node; taking one away drains the nodes in it.
   *
   * @default - GKE chooses three zones once and keeps them
   */
  readonly nodeZones?: readonly string[];
}

/** Options of {@link GkeLocation.zone}. */
export interface GkeZoneOptions {
  /**
   * Further zones of the region that nodes may run in; the control plane stays in the one. Every node pool spans all of them unless
   * it names its own. Adding one moves no node; taking one away drains the nodes in it.
   *
   * @default []
   */
  readonly moreNodeZones?: readonly string[];
}

/**
 * Where a cluster lives, and with it how many failures its control plane survives. Changing it replaces the cluster.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/regional-clusters
 */
export class GkeLocation {
  /**
   * A control plane replicated over three zones, and nodes in three zones or those given. Costs the same fee
   * as a zonal one; traffic between the zones is charged.
   *
   * @throws ValidationError when the region or a zone is malformed, a zone lies in another region, or one is named twice.
   */
  public static region(region: string, options: GkeRegionOptions = {}): GkeLocation {
    whenResolved(region, (value) => {
      if (ZONE.test(value)) {
        throw new ValidationError(
          `'location' region '${value}' is a zone; say GkeLocation.region('${value.slice(0, -2)}'), or GkeLocation.zone('${value}') for a single control plane`,
        );
      }
      if (!REGION.test(value)) {
        throw new ValidationError(`'location' region '${value}' must be a region such as 'europe-west3'`);
      }
    });
    const { nodeZones } = options;
    if (nodeZones === undefined) {
      return new GkeLocation(
        region,
        region,
        ControlPlaneAvailability.HIGHLY_AVAILABLE,
        undefined,
        ZONES_CHOSEN_BY_GKE,
      );
    }
    assertZones(nodeZones, region, 'nodeZones');
    const zones = [...nodeZones].sort();
    return new GkeLocation(region, region, ControlPlaneAvailability.HIGHLY_AVAILABLE, zones, zones.length);
  }

  /**
   * One control plane in one zone, and nodes in that zone, or in others beside it too. While the zone is down or the control plane
   * is being upgraded, running pods go on but nothing can be changed.
   *
   * @throws ValidationError when the text is no zone, or one of the others lies in another region, is named twice or is the zone itself.
   */
  public static zone(zone: string, options: GkeZoneOptions = {}): GkeLocation {
    whenResolved(zone, (value) => {
      if (!ZONE.test(value)) {
        throw new ValidationError(
          `'location' zone '${value}' must be a zone such as 'europe-west3-a'; for a region say GkeLocation.region('${value}')`,
        );
      }
    });
    const region = Token.isUnresolved(zone) ? Fn.replace(zone, '/-[a-z]$/', '') : zone.slice(0, -2);
    const { moreNodeZones = [] } = options;
    if (moreNodeZones.length === 0) {
      return new GkeLocation(zone, region, ControlPlaneAvailability.SINGLE, undefined, 1);
    }
    assertZones(moreNodeZones, region, 'moreNodeZones');
    if (moreNodeZones.includes(zone)) {
      throw new ValidationError(
        `'moreNodeZones' holds '${zone}', where the control plane and nodes are already; name other zones`,
      );
    }
    const others = [...moreNodeZones].sort();
    return new GkeLocation(zone, region, ControlPlaneAvailability.SINGLE, others, 1 + others.length);
  }

  private constructor(
    /** What Terraform calls `location`: the region, or the zone of a zonal cluster. */
    public readonly name: string,
    /** The region that holds it; networks and keys live there. */
    public readonly region: string,
    public readonly availability: ControlPlaneAvailability,
    /**
     * Zones the caller named, sorted, without the zone of a zonal cluster, as Terraform's `node_locations` wants it; `undefined`
     * where GKE chooses or a zonal cluster has no others.
     */
    public readonly nodeZones: readonly string[] | undefined,
    /** In how many zones a node pool stands that names none of its own. */
    public readonly zoneCount: number,
  ) {}

  /** Zones that nodes may run in, sorted; `undefined` where GKE chooses them. */
  public get knownZones(): readonly string[] | undefined {
    if (this.availability !== ControlPlaneAvailability.SINGLE) return this.nodeZones;
    return [this.name, ...(this.nodeZones ?? [])].sort();
  }
}

/**
 * Refuses a list of zones whose length or membership cannot be known or is wrong: node counts are divided by it
 * at synthesis.
 *
 * @throws ValidationError naming the first zone that is wrong.
 */
export function assertZones(
  zones: readonly string[],
  region: string,
  prop: string,
  scope?: { readonly node: { readonly path: string } },
): void {
  if (Token.isUnresolved(zones) || zones.some((zone) => Token.isUnresolved(zone))) {
    throw new ValidationError(
      `'${prop}' must be known at synthesis, since node counts are divided by it; write zones such as 'europe-west3-a'`,
      scope,
    );
  }
  if (zones.length === 0) {
    throw new ValidationError(
      `'${prop}' must name at least one zone; leave it out to let GKE choose three`,
      scope,
    );
  }
  zones.forEach((zone, index) => {
    if (!ZONE.test(zone) || (!Token.isUnresolved(region) && zone.slice(0, -2) !== region)) {
      const wanted = Token.isUnresolved(region) ? 'a zone of the region' : `a zone of '${region}'`;
      throw new ValidationError(`'${prop}' holds '${zone}', which must be ${wanted}`, scope);
    }
    if (zones.indexOf(zone) !== index) {
      throw new ValidationError(`'${prop}' holds '${zone}' twice; name each zone once`, scope);
    }
  });
}
