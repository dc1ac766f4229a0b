import { ComputeRoute } from '@cdktf/provider-google/lib/compute-route';
import { DnsManagedZone } from '@cdktf/provider-google/lib/dns-managed-zone';
import { DnsRecordSet } from '@cdktf/provider-google/lib/dns-record-set';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** Props of {@link GkeGoogleAccess}. */
export interface GkeGoogleAccessProps {
  /** Stem of the names of zones and route, 1 to 40 lower-case letters, digits and hyphens, starting with a letter. */
  readonly name: string;
  /** Project of the network. */
  readonly project: string;
  /** Self link or `projects/…/global/networks/…`. */
  readonly networkId: string;
}

const RANGE = '199.36.153.4/30';
const ADDRESSES = ['199.36.153.4', '199.36.153.5', '199.36.153.6', '199.36.153.7'];
const TTL_SECONDS = 300;

/** Domain, and the name in it that has the addresses; all others in the domain are aliases of it. */
const ZONES = {
  GoogleApis: { domain: 'googleapis.com', host: 'restricted.googleapis.com' },
  ContainerRegistry: { domain: 'gcr.io', host: 'gcr.io' },
  ArtifactRegistry: { domain: 'pkg.dev', host: 'pkg.dev' },
} as const;

/**
 * Sends what asks for Google's APIs and registries to the addresses that serve only what VPC Service Controls can guard, and
 * reaches them without the Internet. APIs that are not among those are not reachable any more. Only in a network whose
 * subnetworks have Private Google Access; zones cost by the month.
 *
 * @see https://cloud.google.com/vpc-service-controls/docs/set-up-gke
 */
export class GkeGoogleAccess extends Construct {
  /** A node that starts before them asks the wrong addresses. */
  public readonly ready: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, props: GkeGoogleAccessProps) {
    super(scope, id);
    const route = new ComputeRoute(this, 'Route', {
      project: props.project,
      name: `${props.name}-restricted-google`,
      description: 'To restricted.googleapis.com, also where there is no other way out',
      network: props.networkId,
      destRange: RANGE,
      nextHopGateway: 'default-internet-gateway',
    });
    const records = Object.entries(ZONES).flatMap(([zoneId, zone]) => this.defineZone(zoneId, zone, props));
    this.ready = [route, ...records];
  }

  private defineZone(
    zoneId: string,
    { domain, host }: { readonly domain: string; readonly host: string },
    { name, project, networkId }: GkeGoogleAccessProps,
  ): readonly ITerraformDependable[] {
    const scope = new Construct(this, zoneId);
    const zone = new DnsManagedZone(scope, 'Zone', {
      project,
      name: `${name}-${domain.replace('.', '-')}`,
      description: `${domain} by way of restricted.googleapis.com`,
      dnsName: `${domain}.`,
      visibility: 'private',
      privateVisibilityConfig: { networks: [{ networkUrl: networkId }] },
    });
    const common = { project, managedZone: zone.name, ttl: TTL_SECONDS };
    return [
      new DnsRecordSet(scope, 'Addresses', { ...common, name: `${host}.`, type: 'A', rrdatas: ADDRESSES }),
      new DnsRecordSet(scope, 'Aliases', {
        ...common,
        name: `*.${domain}.`,
        type: 'CNAME',
        rrdatas: [`${host}.`],
      }),
    ];
  }
}
