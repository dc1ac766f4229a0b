import { TerraformVariable } from 'cdktf';
import { ApiAccess } from '../../lib/cluster';
import { GkeApiAccess, GkeReleaseChannel, GkeVersionPolicy } from '../../lib/gke';
import type { GkeControlPlaneProps } from '../../lib/gke/control-plane-props';
import { GkeDeletionPolicy } from '../../lib/gke/deletion-policy';
import { describeControlPlane } from '../../lib/gke/private/control-plane-checks';
import { KubernetesVersion } from '../../lib/values';
import { testStack } from '../support/synthesized';
import { CONTROL_PLANE, controlPlane, controlPlaneStack, googleVersion } from './control-plane-stack';

const { PREVENT, ABANDON, DELETE } = GkeDeletionPolicy;

/** What the checks say about a control plane that is told something. */
function described(props: GkeControlPlaneProps & { readonly deletionProtection?: boolean }) {
  return describeControlPlane({ ...CONTROL_PLANE, ...props });
}

describe('the parts of the control plane', () => {
  it('write nothing where nothing is said', () => {
    expect(controlPlane({})).toEqual({});
    expect(googleVersion(controlPlaneStack({}))).toBe('6.50.0');
    expect(described({})).toEqual([]);
  });

  it('take patches as soon as they are out', () => {
    const versionPolicy = GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR, { acceleratedPatches: true });
    expect(controlPlane({ versionPolicy })).toEqual({
      gke_auto_upgrade_config: { patch_mode: 'ACCELERATED' },
    });
  });

  it.each([
    [
      'upgrades with a way back',
      {
        versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.REGULAR, { controlPlaneSoakHours: 12 }),
      },
      { rollback_safe_upgrade: { control_plane_soak_duration: '43200s' } },
      '7.42.0',
    ],
    [
      'the version that they behave like',
      { emulatedVersion: KubernetesVersion.of('1.33') },
      { desired_emulated_version: '1.33' },
      '7.42.0',
    ],
    [
      'the time between upgrades',
      { upgradeSpacing: { minorDays: 60, patchDays: 7 } },
      {
        maintenance_policy: {
          disruption_budget: {
            minor_version_disruption_interval: '5184000s',
            patch_version_disruption_interval: '604800s',
          },
        },
      },
      '7.24.0',
    ],
    [
      'one of the two times',
      { upgradeSpacing: { patchDays: 0 } },
      { maintenance_policy: { disruption_budget: { patch_version_disruption_interval: '0s' } } },
      '7.24.0',
    ],
    ['what a destroy does', { deletionPolicy: ABANDON }, { deletion_policy: 'ABANDON' }, '7.45.0'],
    [
      'tokens that the name of the API takes',
      { apiAccess: GkeApiAccess.identityGated({ serviceAccountTokens: true }) },
      { control_plane_endpoints_config: { dns_endpoint_config: { enable_k8s_tokens_via_dns: true } } },
      '7.9.0',
    ],
    [
      'certificates that it refuses',
      {
        apiAccess: GkeApiAccess.addresses(ApiAccess.private(), {
          dnsEndpoint: { clientCertificates: false },
        }),
      },
      { control_plane_endpoints_config: { dns_endpoint_config: { enable_k8s_certs_via_dns: false } } },
      '7.9.0',
    ],
  ])('write %s, which needs a newer provider', (_, props, expected, since) => {
    expect(controlPlane(props)).toEqual(expected);
    expect(googleVersion(controlPlaneStack(props))).toBe(`>= ${since}, < 8.0.0`);
  });

  it('wait as long as they are told, and no block where they are told nothing', () => {
    expect(controlPlane({ timeouts: { createMinutes: 60, deleteMinutes: 90 } })).toEqual({
      timeouts: { create: '60m', delete: '90m' },
    });
    expect(controlPlane({ timeouts: { updateMinutes: 120 } })).toEqual({ timeouts: { update: '120m' } });
    expect(controlPlane({ timeouts: {} })).toEqual({});
  });
});

describe('what is refused about a control plane', () => {
  const number = new TerraformVariable(testStack(), 'Number', { type: 'number' }).numberValue;

  it.each([
    [{ timeouts: { createMinutes: 1, updateMinutes: 1440 } }, []],
    [
      { timeouts: { createMinutes: 0, updateMinutes: 1.5, deleteMinutes: 1441 } },
      [
        "'timeouts' createMinutes (0) must be a whole number of 1 to 1440",
        "'timeouts' updateMinutes (1.5) must be a whole number of 1 to 1440",
        "'timeouts' deleteMinutes (1441) must be a whole number of 1 to 1440",
      ],
    ],
    [
      { timeouts: { createMinutes: number } },
      ["'timeouts' createMinutes must be known at synthesis; write a number"],
    ],
    [{ upgradeSpacing: { minorDays: 90, patchDays: 90 } }, []],
    [{ upgradeSpacing: {} }, ["'upgradeSpacing' says nothing; give 'minorDays', 'patchDays' or both"]],
    [
      { upgradeSpacing: { minorDays: 91, patchDays: -1 } },
      [
        "'upgradeSpacing' minorDays (91) must be a whole number of 0 to 90",
        "'upgradeSpacing' patchDays (-1) must be a whole number of 0 to 90",
      ],
    ],
    [{ emulatedVersion: KubernetesVersion.of('1.34') }, []],
    [{ emulatedVersion: KubernetesVersion.of('1.33') }, []],
    [
      { emulatedVersion: KubernetesVersion.of('1.32') },
      ["'emulatedVersion' (1.32) must be 'version' (1.34) or the minor version before it, 1.33"],
    ],
    [
      { emulatedVersion: KubernetesVersion.of('1.35') },
      ["'emulatedVersion' (1.35) must be 'version' (1.34) or the minor version before it, 1.33"],
    ],
    [{ deletionPolicy: PREVENT }, []],
    [{ deletionPolicy: DELETE }, []],
    [{ deletionPolicy: ABANDON, deletionProtection: false }, []],
    [
      { deletionPolicy: PREVENT, deletionProtection: false },
      [
        "'deletionPolicy' PREVENT lets no destroy through, which 'deletionProtection' false asks for; leave one of them out",
      ],
    ],
    [
      { deletionPolicy: ABANDON },
      [
        "'deletionPolicy' ABANDON is for a destroy, which 'deletionProtection' lets nobody do; say 'deletionProtection' false with it",
      ],
    ],
  ])('%j', (props, problems) => {
    expect(described(props)).toEqual(problems);
  });
});
