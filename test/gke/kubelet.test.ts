import { GkeCpuManager, type GkeKubeletOptions } from '../../lib/gke/kubelet';
import { nodesBeyondDefault, poolBeyondDefault, refusalOf } from './pools';

const HARDENED = { insecure_kubelet_readonly_port_enabled: 'FALSE', cpu_cfs_quota: true };

describe('the kubelet', () => {
  it('keeps what hardens it, whatever else it is told', () => {
    const kubelet: GkeKubeletOptions = {
      cpuManager: GkeCpuManager.STATIC,
      cpuLimitPeriod: '50ms',
      podPids: 4096,
      containerLogSize: '100Mi',
      containerLogFiles: 3,
      imageCollection: { highPercent: 80, lowPercent: 60, minAge: '90s', maxAge: '24h' },
      parallelImagePulls: 3,
      allowedUnsafeSysctls: ['net.core.somaxconn', 'kernel.shm*'],
      singleProcessOomKill: true,
      eviction: {
        soft: { memoryAvailable: '500Mi', nodefsAvailable: '15%' },
        gracePeriods: { memoryAvailable: '90s', nodefsAvailable: '1m30s' },
        minimumReclaim: { nodefsAvailable: '5%' },
        maxPodGraceSeconds: 60,
      },
    };
    expect(nodesBeyondDefault({ kubelet })).toEqual({
      kubelet_config: {
        ...HARDENED,
        cpu_manager_policy: 'static',
        cpu_cfs_quota_period: '50ms',
        pod_pids_limit: 4096,
        container_log_max_size: '100Mi',
        container_log_max_files: 3,
        image_gc_high_threshold_percent: 80,
        image_gc_low_threshold_percent: 60,
        image_minimum_gc_age: '90s',
        image_maximum_gc_age: '24h',
        max_parallel_image_pulls: 3,
        allowed_unsafe_sysctls: ['kernel.shm*', 'net.core.somaxconn'],
        single_process_oom_kill: true,
        eviction_soft: { memory_available: '500Mi', nodefs_available: '15%' },
        eviction_soft_grace_period: { memory_available: '90s', nodefs_available: '1m30s' },
        eviction_minimum_reclaim: { nodefs_available: '5%' },
        eviction_max_pod_grace_period_seconds: 60,
      },
    });
    expect(poolBeyondDefault({ kubelet })).toEqual({});
  });

  it('says nothing that it was not told, least of all a policy for processors', () => {
    expect(nodesBeyondDefault({ kubelet: {} })).toEqual({});
    expect(nodesBeyondDefault({ kubelet: { allowedUnsafeSysctls: [], imageCollection: {} } })).toEqual({});
  });

  it('lets CPU limits go when told to', () => {
    expect(nodesBeyondDefault({ kubelet: { cpuLimits: false } })).toEqual({
      kubelet_config: { ...HARDENED, cpu_cfs_quota: false },
    });
  });

  it.each<[GkeKubeletOptions, string]>([
    [{ podPids: 1023 }, `'kubelet' podPids (1023) must be a whole number of 1024 to 4194303`],
    [{ podPids: 4_194_304 }, `'kubelet' podPids (4194304) must be a whole number of 1024 to 4194303`],
    [{ containerLogFiles: 1 }, `'kubelet' containerLogFiles (1) must be a whole number of 2 to 10`],
    [{ parallelImagePulls: 6 }, `'kubelet' parallelImagePulls (6) must be a whole number of 2 to 5`],
    [{ containerLogSize: '9Mi' }, `'kubelet' containerLogSize '9Mi' must be '10Mi' to '500Mi'`],
    [{ containerLogSize: '1Gi' }, `'kubelet' containerLogSize '1Gi' must be '10Mi' to '500Mi'`],
    [{ containerLogSize: '10M' }, `'kubelet' containerLogSize '10M' must be '10Mi' to '500Mi'`],
    [{ cpuLimitPeriod: '2s' }, `'kubelet' cpuLimitPeriod '2s' must be '1ms' to '1s'`],
    [{ cpuLimitPeriod: '999us' }, `'kubelet' cpuLimitPeriod '999us' must be '1ms' to '1s'`],
    [{ cpuLimitPeriod: '100' }, `'kubelet' cpuLimitPeriod '100' must be a time such as '90s' or '1h30m'`],
    [
      { imageCollection: { highPercent: 60, lowPercent: 60 } },
      `'kubelet' imageCollection.lowPercent (60) must be less than its highPercent (60)`,
    ],
    [
      { imageCollection: { highPercent: 90 } },
      `'kubelet' imageCollection.highPercent (90) must be a whole number of 10 to 85`,
    ],
    [{ imageCollection: { minAge: '2m1s' } }, `'kubelet' imageCollection.minAge '2m1s' must be at most '2m'`],
    [
      { imageCollection: { maxAge: '0s' } },
      `'kubelet' imageCollection.maxAge '0s' must be a time such as '90s' or '1h30m'`,
    ],
    [
      { allowedUnsafeSysctls: ['vm.swappiness'] },
      `'kubelet' allowedUnsafeSysctls 'vm.swappiness' must be one of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.*, net.*`,
    ],
    [
      { eviction: { soft: {}, gracePeriods: {} } },
      `'kubelet' eviction.soft must name at least one signal; found none`,
    ],
    [
      { eviction: { soft: { pidAvailable: '10%' }, gracePeriods: { nodefsAvailable: '1m' } } },
      `'kubelet' eviction.gracePeriods must hold 'pidAvailable' as 'soft' does, such as '90s'; 'kubelet' eviction.gracePeriods.nodefsAvailable has no counterpart in 'soft'; leave it out`,
    ],
    [
      {
        eviction: {
          soft: { memoryAvailable: '10%', nodefsAvailable: '5Gi' },
          gracePeriods: { memoryAvailable: '6m', nodefsAvailable: '1m' },
          minimumReclaim: { memoryAvailable: '1Gi' },
          maxPodGraceSeconds: 301,
        },
      },
      `'kubelet' eviction.maxPodGraceSeconds (301) must be a whole number of 0 to 300; 'kubelet' eviction.soft.memoryAvailable '10%' must be a quantity such as '500Mi'; 'kubelet' eviction.soft.nodefsAvailable '5Gi' must be a percentage such as '10%'; 'kubelet' eviction.gracePeriods.memoryAvailable '6m' must be at most '5m'; 'kubelet' eviction.minimumReclaim.memoryAvailable '1Gi' must be a percentage such as '5%'`,
    ],
  ])('is refused %j', (kubelet, message) => {
    expect(refusalOf({ kubelet })).toBe(message);
  });
});
