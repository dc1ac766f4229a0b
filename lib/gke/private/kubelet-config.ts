import type { ContainerNodePoolNodeConfigKubeletConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeEviction, GkeImageCollection, GkeKubeletOptions } from '../kubelet';
import { sortedOf } from './block';

const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};
const SPAN = /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/;
const KIBIBYTES: Readonly<Record<string, number>> = { Ki: 1, Mi: 1024, Gi: 1024 * 1024 };
const UNSAFE_SYSCTL = /^(kernel\.(shm|msg)[a-z_*.]*|kernel\.sem|fs\.mqueue\.[a-z_*]+|net\.[a-z0-9_*./-]+)$/;

/** What was said of the kubelet. It goes over what hardens it, and says nothing else. */
export function renderKubelet(kubelet: GkeKubeletOptions): Partial<ContainerNodePoolNodeConfigKubeletConfig> {
  const { eviction, imageCollection } = kubelet;
  return {
    ...(kubelet.cpuLimits === undefined ? {} : { cpuCfsQuota: kubelet.cpuLimits }),
    cpuManagerPolicy: kubelet.cpuManager,
    cpuCfsQuotaPeriod: kubelet.cpuLimitPeriod,
    podPidsLimit: kubelet.podPids,
    containerLogMaxSize: kubelet.containerLogSize,
    containerLogMaxFiles: kubelet.containerLogFiles,
    imageGcHighThresholdPercent: imageCollection?.highPercent,
    imageGcLowThresholdPercent: imageCollection?.lowPercent,
    imageMinimumGcAge: imageCollection?.minAge,
    imageMaximumGcAge: imageCollection?.maxAge,
    maxParallelImagePulls: kubelet.parallelImagePulls,
    allowedUnsafeSysctls: sortedOf(kubelet.allowedUnsafeSysctls),
    singleProcessOomKill: kubelet.singleProcessOomKill,
    evictionSoft: eviction?.soft,
    evictionSoftGracePeriod: eviction?.gracePeriods,
    evictionMinimumReclaim: eviction?.minimumReclaim,
    evictionMaxPodGracePeriodSeconds: eviction?.maxPodGraceSeconds,
  };
}

/** One sentence for everything that GKE would refuse. */
export function describeKubelet(kubelet: GkeKubeletOptions | undefined): readonly string[] {
  if (kubelet === undefined) return [];
  return [
    ...describeWhole('podPids', kubelet.podPids, 1024, 4_194_303),
    ...describeWhole('containerLogFiles', kubelet.containerLogFiles, 2, 10),
    ...describeWhole('parallelImagePulls', kubelet.parallelImagePulls, 2, 5),
    ...describeSpan('cpuLimitPeriod', kubelet.cpuLimitPeriod, '1ms', '1s'),
    ...describeLogSize(kubelet.containerLogSize),
    ...describeImageCollection(kubelet.imageCollection ?? {}),
    ...describeSysctls(kubelet.allowedUnsafeSysctls ?? []),
    ...(kubelet.eviction === undefined ? [] : describeEviction(kubelet.eviction)),
  ];
}

function describeImageCollection(collection: GkeImageCollection): readonly string[] {
  const { highPercent, lowPercent, minAge, maxAge } = collection;
  const problems = [
    ...describeWhole('imageCollection.highPercent', highPercent, 10, 85),
    ...describeWhole('imageCollection.lowPercent', lowPercent, 10, 85),
    ...describeSpan('imageCollection.minAge', minAge, undefined, '2m'),
    ...describeSpan('imageCollection.maxAge', maxAge, undefined, undefined),
  ];
  whenResolved(highPercent, (high) => {
    whenResolved(lowPercent, (low) => {
      if (low < high) return;
      problems.push(
        `'kubelet' imageCollection.lowPercent (${low}) must be less than its highPercent (${high})`,
      );
    });
  });
  return problems;
}

function describeSysctls(names: readonly string[]): readonly string[] {
  const problems: string[] = [];
  for (const name of names) {
    whenResolved(name, (known) => {
      if (UNSAFE_SYSCTL.test(known)) return;
      problems.push(
        `'kubelet' allowedUnsafeSysctls '${known}' must be one of kernel.shm*, kernel.msg*, kernel.sem, fs.mqueue.*, net.*`,
      );
    });
  }
  return problems;
}

function describeEviction({
  soft,
  gracePeriods,
  minimumReclaim = {},
  maxPodGraceSeconds,
}: GkeEviction): readonly string[] {
  const problems = [...describeWhole('eviction.maxPodGraceSeconds', maxPodGraceSeconds, 0, 300)];
  const signals = Object.entries(soft).filter(([, value]) => value !== undefined);
  const graces = Object.entries(gracePeriods).filter(([, value]) => value !== undefined);
  if (signals.length === 0)
    problems.push(`'kubelet' eviction.soft must name at least one signal; found none`);
  for (const [signal, value] of signals) {
    const isMemory = signal === 'memoryAvailable';
    if (!Token.isUnresolved(value) && !(isMemory ? /^\d+(Ki|Mi|Gi)$/ : /^\d+(\.\d+)?%$/).test(value)) {
      problems.push(
        `'kubelet' eviction.soft.${signal} '${value}' must be ${isMemory ? "a quantity such as '500Mi'" : "a percentage such as '10%'"}`,
      );
    }
    if (!graces.some(([named]) => named === signal)) {
      problems.push(`'kubelet' eviction.gracePeriods must hold '${signal}' as 'soft' does, such as '90s'`);
    }
  }
  for (const [signal, value] of graces) {
    problems.push(...describeSpan(`eviction.gracePeriods.${signal}`, value, undefined, '5m'));
    if (signals.some(([named]) => named === signal)) continue;
    problems.push(`'kubelet' eviction.gracePeriods.${signal} has no counterpart in 'soft'; leave it out`);
  }
  for (const [signal, value] of Object.entries(minimumReclaim)) {
    if (value === undefined || Token.isUnresolved(value) || /^\d+(\.\d+)?%$/.test(value)) continue;
    problems.push(`'kubelet' eviction.minimumReclaim.${signal} '${value}' must be a percentage such as '5%'`);
  }
  return problems;
}

function describeWhole(
  name: string,
  value: number | undefined,
  least: number,
  most: number,
): readonly string[] {
  const problems: string[] = [];
  whenResolved(value, (known) => {
    if (Number.isInteger(known) && known >= least && known <= most) return;
    problems.push(`'kubelet' ${name} (${known}) must be a whole number of ${least} to ${most}`);
  });
  return problems;
}

function describeLogSize(size: string | undefined): readonly string[] {
  const problems: string[] = [];
  whenResolved(size, (known) => {
    const [, digits, unit] = /^(\d+)(Ki|Mi|Gi)$/.exec(known) ?? [];
    const kibibytes = Number(digits) * (KIBIBYTES[unit ?? ''] ?? Number.NaN);
    if (kibibytes >= 10 * 1024 && kibibytes <= 500 * 1024) return;
    problems.push(`'kubelet' containerLogSize '${known}' must be '10Mi' to '500Mi'`);
  });
  return problems;
}

function describeSpan(
  name: string,
  span: string | undefined,
  least: string | undefined,
  most: string | undefined,
): readonly string[] {
  const problems: string[] = [];
  whenResolved(span, (known) => {
    const length = SPAN.test(known) ? lengthOf(known) : 0;
    if (length <= 0) {
      problems.push(`'kubelet' ${name} '${known}' must be a time such as '90s' or '1h30m'`);
    } else if (
      (least !== undefined && length < lengthOf(least)) ||
      (most !== undefined && length > lengthOf(most))
    ) {
      problems.push(
        `'kubelet' ${name} '${known}' must be ${least === undefined ? `at most '${most}'` : `'${least}' to '${most}'`}`,
      );
    }
  });
  return problems;
}

function lengthOf(span: string): number {
  let length = 0;
  for (const [, digits, , unit] of span.matchAll(/(\d+(\.\d+)?)(ns|us|µs|ms|s|m|h)/g)) {
    length += Number(digits) * (MILLISECONDS[unit ?? ''] ?? 0);
  }
  return length;
}
