import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { Fn } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../../cluster/private/tokens';
import { ZONE_KEYS, type ZoneKey } from './subnet-plan';

/** Zones in which EKS cannot place its control plane. @see https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
const ZONES_WITHOUT_EKS = ['cac1-az3', 'use1-az3', 'usw1-az2'];

/** Zones that were named, or the first so many that the account may use in the region. */
export class Zones extends Construct {
  /** Names of the zones, or tokens, by key. */
  public readonly byKey: ReadonlyMap<ZoneKey, string>;
  /** Whether Terraform looks the zones up. A zone that AWS adds later may then move all others in the list. */
  public readonly areLookedUp: boolean;

  public constructor(
    scope: Construct,
    id: string,
    availabilityZones: readonly string[] | undefined,
    count: 2 | 3,
  ) {
    super(scope, id);
    this.areLookedUp = availabilityZones === undefined;
    this.byKey = new Map(availabilityZones === undefined ? this.lookUp(count) : pair(availabilityZones));
  }

  private lookUp(count: 2 | 3): [ZoneKey, string][] {
    const zones = new DataAwsAvailabilityZones(this, 'Resource', {
      state: 'available',
      // Without it Local Zones and Wavelength Zones, which cannot hold a control plane, are in the list too
      filter: [{ name: 'opt-in-status', values: ['opt-in-not-required'] }],
      excludeZoneIds: ZONES_WITHOUT_EKS,
      lifecycle: {
        postcondition: [
          {
            condition: `\${length(self.names) >= ${count}}`,
            errorMessage: `The region has fewer than ${count} zones for EKS: ask for two by 'zoneCount', or choose another region.`,
          },
        ],
      },
    });
    return ZONE_KEYS.slice(0, count).map((key, index) => [key, Fn.element(zones.names, index)]);
  }
}

/** What is wrong about the zones that are named or counted; empty when nothing is. */
export function describeZones(props: {
  readonly availabilityZones?: readonly string[];
  readonly zoneCount?: 2 | 3;
}): readonly string[] {
  const { availabilityZones: zones, zoneCount } = props;
  if (zones === undefined) return [];
  const problems: string[] = [];
  if (zoneCount !== undefined) {
    problems.push(
      `'zoneCount' (${zoneCount}) is for zones that are looked up, and 'availabilityZones' names ${zones.length}; leave one of them out`,
    );
  }
  if (zones.length < 2 || zones.length > ZONE_KEYS.length) {
    problems.push(
      `'availabilityZones' (${zones.length}) must name 2 or ${ZONE_KEYS.length} zones: EKS refuses fewer, and more do not make its control plane safer`,
    );
  }
  whenResolved(
    zones.find((zone, i) => zones.indexOf(zone) !== i),
    (twice) => problems.push(`'availabilityZones' names '${twice}' twice; name each zone once`),
  );
  return problems;
}

function pair(zones: readonly string[]): [ZoneKey, string][] {
  return ZONE_KEYS.flatMap((key, index) => {
    const zone = zones[index];
    return zone === undefined ? [] : [[key, zone] as [ZoneKey, string]];
  });
}
