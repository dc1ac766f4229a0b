import {
  GkeAutoProvisioning,
  type GkeAutopilotMode,
  type GkeAutopilotOptions,
  GkeAutoscalingProfile,
  type GkeClusterProps,
  GkeDataplane,
  GkeMode,
  type GkeStandardMode,
  type GkeStandardOptions,
  GkeVersionPolicy,
} from '../../lib/gke';
import { GkeExclusionScope, type GkeExclusionUntilEndOfSupport } from '../../lib/gke/maintenance-exclusion';

// Every line under a directive must be an error of the compiler, or the compiler refuses the directive itself: `tsc` is the test here,
// and what runs only shows that the values are real.

const AUTO_PROVISIONING = GkeAutoProvisioning.within({ cpu: { max: 100 }, memoryGib: { max: 400 } });

describe('what one mode has and the other refuses', () => {
  it('cannot be written for Autopilot', () => {
    const refused: readonly GkeAutopilotOptions[] = [
      // @ts-expect-error Autopilot has Dataplane V2 and no choice
      { dataplane: GkeDataplane.CALICO },
      // @ts-expect-error Autopilot decides how many pods a node has
      { maxPodsPerNode: 32 },
      // @ts-expect-error Autopilot has it always
      { intranodeVisibility: false },
      // @ts-expect-error Autopilot has it always
      { nodeLocalDnsCache: true },
      // @ts-expect-error nothing of Autopilot's
      { statefulHighAvailability: true },
      // @ts-expect-error Autopilot is that without limits
      { autoProvisioning: AUTO_PROVISIONING },
      // @ts-expect-error Autopilot decides when nodes go
      { autoscalingProfile: GkeAutoscalingProfile.OPTIMIZE_UTILIZATION },
    ];
    expect(refused).toHaveLength(7);
  });

  it('cannot be written for Standard', () => {
    const refused: readonly GkeStandardOptions[] = [
      // @ts-expect-error every pod may have it there
      { allowNetAdmin: true },
      // @ts-expect-error pods may be privileged there without a list
      { privilegedAllowlists: [] },
      // @ts-expect-error they belong to node pools there
      { networkTags: ['web'] },
    ];
    expect(refused).toHaveLength(3);
  });

  it('is no mode of the other', () => {
    // @ts-expect-error the modes are not each other
    const standard: GkeStandardMode = GkeMode.autopilot();
    // @ts-expect-error the modes are not each other
    const autopilot: GkeAutopilotMode = GkeMode.standard();
    expect([standard.kind, autopilot.kind]).toEqual(['autopilot', 'standard']);
  });
});

describe('what else cannot be written', () => {
  it('is what belongs to a channel beside a pinned version', () => {
    // @ts-expect-error patches do not come by themselves to a pinned version
    expect(GkeVersionPolicy.pinned('1.34.1-gke.1829001', { acceleratedPatches: true })).toBeDefined();
  });

  it('is a standstill without an end', () => {
    // @ts-expect-error all upgrades are excluded for a time only
    const scope: GkeExclusionUntilEndOfSupport['scope'] = GkeExclusionScope.NO_UPGRADES;
    expect(scope).toBe('NO_UPGRADES');
  });

  it('is a cluster that says nothing of where it is', () => {
    // @ts-expect-error project and location have no default
    const props: Pick<GkeClusterProps, 'project' | 'location'> = {};
    expect(props).toEqual({});
  });
});
