import { ApiAccess } from '../../lib/cluster';
import {
  GkeApiAccess,
  GkeAutoProvisioning,
  GkeDataplane,
  GkeEvent,
  GkeHardening,
  GkeLocation,
  GkeMode,
  GkeNodeImage,
  type GkeNodePoolOptions,
  GkeNotifications,
  GkeReleaseChannel,
  GkeVersionPolicy,
} from '../../lib/gke';
import { GkeConfidential } from '../../lib/gke/confidential';
import {
  describeHardenedPools,
  type HardenableProps,
  hardenedPool,
  hardenedProps,
} from '../../lib/gke/private/hardening';
import { POOL } from './gke-stack';

const GROUP = 'gke-security-groups@example.com';
const HARDENED = GkeHardening.hardened({ securityGroup: GROUP });
const WITHOUT_SANDBOX = GkeHardening.hardened({ securityGroup: GROUP, sandbox: false });
const WITHOUT_CONFIDENTIAL = GkeHardening.hardened({ securityGroup: GROUP, confidentialNodes: false });
const REGION = { location: GkeLocation.region('europe-west3') };

const NO_SANDBOX_PROBLEM =
  "'hardening' runs the pods of every pool in gVisor but of one named 'default-pool', which GKE's own pods need; add it, or say 'sandbox' false in GkeHardening.hardened()";

describe('the baseline', () => {
  it.each([undefined, GkeHardening.baseline()])('changes and refuses nothing: %#', (hardening) => {
    const props = { location: GkeLocation.zone('europe-west3-a'), apiAccess: ApiAccess.public(), hardening };
    expect(hardenedProps(props)).toEqual({ props, problems: [] });
    expect(hardenedProps(props).props).toBe(props);
    expect(hardenedPool(hardening, 'general', POOL)).toEqual({ props: POOL, problems: [] });
    expect(describeHardenedPools(hardening, [])).toEqual([]);
  });
});

describe('the hardened form of a cluster', () => {
  it('fills what was not said', () => {
    const { props, problems } = hardenedProps<HardenableProps>({ ...REGION, hardening: HARDENED });
    expect(problems).toEqual([]);
    expect(props).toEqual({
      ...REGION,
      hardening: HARDENED,
      apiAccess: ApiAccess.private(),
      binaryAuthorization: true,
      securityGroup: GROUP,
      notifications: GkeNotifications.own(),
      confidentialNodes: GkeConfidential.SEV,
    });
  });

  it('keeps what was said and agrees', () => {
    const said: HardenableProps = {
      location: GkeLocation.region('europe-west3', { nodeZones: ['europe-west3-a'] }),
      hardening: HARDENED,
      versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.STABLE),
      apiAccess: GkeApiAccess.addresses(ApiAccess.private(), { dnsEndpoint: {} }),
      binaryAuthorization: true,
      securityGroup: GROUP,
      notifications: GkeNotifications.topic('projects/acme-prod/topics/gke', [GkeEvent.SECURITY_BULLETIN]),
      confidentialNodes: GkeConfidential.TDX,
      mode: GkeMode.standard({ dataplane: GkeDataplane.V2, intranodeVisibility: true }),
    };
    expect(hardenedProps(said)).toEqual({ props: said, problems: [] });
  });

  it('leaves memory as it is when that was said', () => {
    const { props } = hardenedProps<HardenableProps>({ ...REGION, hardening: WITHOUT_CONFIDENTIAL });
    expect(props.confidentialNodes).toBeUndefined();
  });

  it('lets GKE make pools where none is in gVisor', () => {
    const autoProvisioning = GkeAutoProvisioning.within({ cpu: { max: 100 }, memoryGib: { max: 400 } });
    const mode = GkeMode.standard({ autoProvisioning });
    expect(hardenedProps({ ...REGION, hardening: WITHOUT_SANDBOX, mode }).problems).toEqual([]);
  });

  it('is a form of Autopilot too, without confidential nodes', () => {
    const { props, problems } = hardenedProps<HardenableProps>({
      ...REGION,
      hardening: WITHOUT_CONFIDENTIAL,
      mode: GkeMode.autopilot(),
    });
    expect(problems).toEqual([]);
    expect(props.confidentialNodes).toBeUndefined();
    expect(props.binaryAuthorization).toBe(true);
  });

  it.each<[Partial<HardenableProps>, readonly string[]]>([
    [
      { location: GkeLocation.zone('europe-west3-a') },
      ["'location' is a zone, and 'hardening' wants a region; say GkeLocation.region()"],
    ],
    [
      { versionPolicy: GkeVersionPolicy.pinned('1.34.1-gke.1829001') },
      ["'versionPolicy' pins a version, and 'hardening' wants the channel REGULAR or STABLE"],
    ],
    [
      { versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.RAPID) },
      ["'versionPolicy' is the channel RAPID, and 'hardening' wants the channel REGULAR or STABLE"],
    ],
    [
      { versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.EXTENDED) },
      ["'versionPolicy' is the channel EXTENDED, and 'hardening' wants the channel REGULAR or STABLE"],
    ],
    [
      { apiAccess: ApiAccess.public() },
      [
        "'apiAccess' is public, and 'hardening' wants ranges of a private address; say ApiAccess.private(), or leave it out",
      ],
    ],
    [
      { apiAccess: ApiAccess.restricted('203.0.113.0/24') },
      [
        "'apiAccess' is restricted, and 'hardening' wants ranges of a private address; say ApiAccess.private(), or leave it out",
      ],
    ],
    [
      { apiAccess: GkeApiAccess.identityGated() },
      [
        "'apiAccess' is by a name only, and 'hardening' wants ranges of a private address; say ApiAccess.private(), or leave it out",
      ],
    ],
    [
      { mode: GkeMode.standard({ dataplane: GkeDataplane.CALICO, intranodeVisibility: false }) },
      [
        "'dataplane' is CALICO, and 'hardening' wants Dataplane V2; leave it out",
        "'intranodeVisibility' is false, and 'hardening' wants it; leave it out",
      ],
    ],
    [
      {
        mode: GkeMode.standard({
          autoProvisioning: GkeAutoProvisioning.within({ cpu: { max: 100 }, memoryGib: { max: 400 } }),
        }),
      },
      [
        "'autoProvisioning' makes pools without gVisor, and 'hardening' wants it; leave it out, or say 'sandbox' false in GkeHardening.hardened()",
      ],
    ],
    [
      { mode: GkeMode.autopilot() },
      [
        "'hardening' wants confidential nodes, which Autopilot has by compute classes alone; say 'confidentialNodes' false in GkeHardening.hardened()",
      ],
    ],
    [
      { binaryAuthorization: false },
      ["'binaryAuthorization' is false, and 'hardening' wants it; leave it out"],
    ],
    [
      { securityGroup: 'gke-security-groups@example.org' },
      [
        "'securityGroup' (gke-security-groups@example.org) is not that of 'hardening' (gke-security-groups@example.com); leave it out",
      ],
    ],
    ...[GkeNotifications.none(), GkeNotifications.own({ events: [GkeEvent.UPGRADE] })].map(
      (notifications): [Partial<HardenableProps>, readonly string[]] => [
        { notifications },
        [
          "'notifications' leave out security bulletins, and 'hardening' wants them; add GkeEvent.SECURITY_BULLETIN, or leave 'notifications' out",
        ],
      ],
    ),
  ])('refuses what contradicts it: %#', (props, problems) => {
    expect(hardenedProps<HardenableProps>({ ...REGION, hardening: HARDENED, ...props }).problems).toEqual(
      problems,
    );
  });
});

describe('the hardened form of a pool', () => {
  it('is in gVisor', () => {
    expect(hardenedPool(HARDENED, 'general', POOL)).toEqual({
      props: { ...POOL, sandbox: true },
      problems: [],
    });
  });

  it('is out of gVisor by its name alone', () => {
    expect(hardenedPool(HARDENED, 'default-pool', POOL)).toEqual({ props: POOL, problems: [] });
  });

  it('is out of gVisor where the whole cluster is', () => {
    expect(hardenedPool(WITHOUT_SANDBOX, 'general', POOL)).toEqual({ props: POOL, problems: [] });
  });

  it.each<[Partial<GkeNodePoolOptions>, readonly string[]]>([
    [
      { sandbox: false },
      [
        "'sandbox' of node pool 'general' is false, and 'hardening' lets only the pool named 'default-pool' go without; leave it out",
      ],
    ],
    [
      { image: GkeNodeImage.UBUNTU },
      [
        "'image' of node pool 'general' is UBUNTU_CONTAINERD, and 'hardening' wants CONTAINER_OPTIMIZED; leave it out",
      ],
    ],
  ])('refuses what contradicts it: %j', (options, problems) => {
    expect(hardenedPool(HARDENED, 'general', { ...POOL, ...options }).problems).toEqual(problems);
  });

  it('may name the image that it wants', () => {
    const image = GkeNodeImage.CONTAINER_OPTIMIZED;
    expect(hardenedPool(HARDENED, 'general', { ...POOL, image }).problems).toEqual([]);
  });

  it('stands beside one that GKE’s own pods need', () => {
    const pools = [{ poolName: 'general' }];
    expect(describeHardenedPools(HARDENED, pools)).toEqual([NO_SANDBOX_PROBLEM]);
    expect(describeHardenedPools(HARDENED, [...pools, { poolName: 'default-pool' }])).toEqual([]);
    expect(describeHardenedPools(WITHOUT_SANDBOX, pools)).toEqual([]);
  });
});
