import { GkeAutoscalingProfile, GkeDataplane, GkeMode } from '../../lib/gke';
import { GkeAddOn } from '../../lib/gke/add-on';
import type { GkeAddOns } from '../../lib/gke/add-ons';
import { GkeHpaProfile, type GkeOperationsProps } from '../../lib/gke/operations-props';
import { AUTOPILOT, described, operations, STANDARD } from './operations-stack';

const {
  HTTP_LOAD_BALANCING,
  HORIZONTAL_POD_AUTOSCALING,
  PERSISTENT_DISK_CSI,
  FILESTORE_CSI,
  CLOUD_STORAGE_FUSE_CSI,
  LUSTRE_CSI,
  PARALLELSTORE_CSI,
  CONFIG_CONNECTOR,
  RAY_OPERATOR,
} = GkeAddOn;

describe('the add-ons of a cluster', () => {
  it('are GKE’s own affair where nothing is said', () => {
    expect(operations({})).toEqual({});
    expect(operations({ addOns: {} })).toEqual({});
    expect(operations({}, AUTOPILOT)).toEqual({});
    expect(described({})).toEqual([]);
    expect(described({}, AUTOPILOT)).toEqual([]);
  });

  it.each<[GkeAddOns, Record<string, unknown>]>([
    [{ [HTTP_LOAD_BALANCING]: { enabled: true } }, { http_load_balancing: { disabled: false } }],
    [{ [HTTP_LOAD_BALANCING]: { enabled: false } }, { http_load_balancing: { disabled: true } }],
    [
      { [HORIZONTAL_POD_AUTOSCALING]: { enabled: true } },
      { horizontal_pod_autoscaling: { disabled: false } },
    ],
    [
      { [HORIZONTAL_POD_AUTOSCALING]: { enabled: false } },
      { horizontal_pod_autoscaling: { disabled: true } },
    ],
    [
      { [PERSISTENT_DISK_CSI]: { enabled: false } },
      { gce_persistent_disk_csi_driver_config: { enabled: false } },
    ],
    [{ [FILESTORE_CSI]: { enabled: true } }, { gcp_filestore_csi_driver_config: { enabled: true } }],
    [{ [CLOUD_STORAGE_FUSE_CSI]: { enabled: true } }, { gcs_fuse_csi_driver_config: { enabled: true } }],
    [{ [LUSTRE_CSI]: { enabled: true } }, { lustre_csi_driver_config: { enabled: true } }],
    [
      { [LUSTRE_CSI]: { enabled: true, legacyPort: true } },
      { lustre_csi_driver_config: { enabled: true, enable_legacy_lustre_port: true } },
    ],
    [{ [PARALLELSTORE_CSI]: { enabled: true } }, { parallelstore_csi_driver_config: { enabled: true } }],
    [{ [CONFIG_CONNECTOR]: { enabled: true } }, { config_connector_config: { enabled: true } }],
    [{ [RAY_OPERATOR]: { enabled: false } }, { ray_operator_config: [{ enabled: false }] }],
    [
      { [RAY_OPERATOR]: { enabled: true, logs: true, metrics: false } },
      {
        ray_operator_config: [
          {
            enabled: true,
            ray_cluster_logging_config: { enabled: true },
            ray_cluster_monitoring_config: { enabled: false },
          },
        ],
      },
    ],
  ])('%j are said, on or off', (addOns, expected) => {
    expect(operations({ addOns })).toEqual({ addons_config: expected });
    expect(described({ addOns })).toEqual([]);
  });

  it('stand beside each other', () => {
    expect(
      operations({ addOns: { [FILESTORE_CSI]: { enabled: true }, [CONFIG_CONNECTOR]: { enabled: false } } }),
    ).toEqual({
      addons_config: {
        gcp_filestore_csi_driver_config: { enabled: true },
        config_connector_config: { enabled: false },
      },
    });
  });

  it('hold what the mode says', () => {
    const mode = GkeMode.standard({
      dataplane: GkeDataplane.CALICO,
      nodeLocalDnsCache: false,
      statefulHighAvailability: true,
      autoscalingProfile: GkeAutoscalingProfile.BALANCED,
    });
    expect(operations({}, { ...STANDARD, mode })).toEqual({
      addons_config: {
        network_policy_config: { disabled: false },
        dns_cache_config: { enabled: false },
        stateful_ha_config: { enabled: true },
      },
    });
    const v2 = GkeMode.standard({ dataplane: GkeDataplane.V2, nodeLocalDnsCache: true });
    expect(operations({}, { ...STANDARD, mode: v2 })).toEqual({
      addons_config: { dns_cache_config: { enabled: true } },
    });
  });

  it('hold the agent of backups where there are plans, or where it is said', () => {
    const agent = (enabled: boolean) => ({ addons_config: { gke_backup_agent_config: { enabled } } });
    expect(operations({ backupPlans: {} })).toEqual({});
    expect(operations({ backupPlans: { daily: {} } })).toEqual(agent(true));
    expect(operations({ backupAgent: true })).toEqual(agent(true));
    expect(operations({ backupAgent: false })).toEqual(agent(false));
  });

  it.each<[string, GkeOperationsProps]>([
    [
      "'backupAgent' (false) leaves 'backupPlans' without the agent that makes backups; leave one of them out",
      { backupAgent: false, backupPlans: { daily: {} } },
    ],
    [
      "'hpaProfile' PERFORMANCE needs the add-on for horizontal autoscaling, which 'addOns' switches off",
      {
        hpaProfile: GkeHpaProfile.PERFORMANCE,
        addOns: { [HORIZONTAL_POD_AUTOSCALING]: { enabled: false } },
      },
    ],
  ])('refuse: %s', (problem, props) => {
    expect(described(props)).toEqual([problem]);
  });

  it('allow what is like those', () => {
    expect(described({ backupAgent: false, backupPlans: {} })).toEqual([]);
    expect(described({ hpaProfile: GkeHpaProfile.PERFORMANCE })).toEqual([]);
    expect(
      described({
        hpaProfile: GkeHpaProfile.NONE,
        addOns: { [HORIZONTAL_POD_AUTOSCALING]: { enabled: false } },
      }),
    ).toEqual([]);
  });

  it('cannot be switched off in Autopilot where its nodes need them', () => {
    const addOns = {
      [PERSISTENT_DISK_CSI]: { enabled: false },
      [FILESTORE_CSI]: { enabled: false },
      [CONFIG_CONNECTOR]: { enabled: false },
    };
    expect(described({ addOns }, AUTOPILOT)).toEqual([
      "'addOns' switches GkeAddOn.PERSISTENT_DISK_CSI off, which is for GkeMode.standard(); Autopilot has it always",
      "'addOns' switches GkeAddOn.FILESTORE_CSI off, which is for GkeMode.standard(); Autopilot has it always",
    ]);
    expect(described({ addOns })).toEqual([]);
    expect(described({ addOns: { [PERSISTENT_DISK_CSI]: { enabled: true } } }, AUTOPILOT)).toEqual([]);
  });
});

describe('the autoscaling of pods', () => {
  it('is told its profile', () => {
    expect(operations({ hpaProfile: GkeHpaProfile.PERFORMANCE })).toEqual({
      pod_autoscaling: { hpa_profile: 'PERFORMANCE' },
    });
    expect(operations({ hpaProfile: GkeHpaProfile.NONE })).toEqual({
      pod_autoscaling: { hpa_profile: 'NONE' },
    });
  });

  it('is vertical too, on or off, but always in Autopilot', () => {
    expect(operations({ verticalPodAutoscaling: true })).toEqual({
      vertical_pod_autoscaling: { enabled: true },
    });
    expect(operations({ verticalPodAutoscaling: false })).toEqual({
      vertical_pod_autoscaling: { enabled: false },
    });
    expect(described({ verticalPodAutoscaling: false })).toEqual([]);
    expect(described({ verticalPodAutoscaling: true }, AUTOPILOT)).toEqual([]);
    expect(described({ verticalPodAutoscaling: false }, AUTOPILOT)).toEqual([
      "'verticalPodAutoscaling' (false) is for GkeMode.standard(); Autopilot has it always",
    ]);
  });
});
