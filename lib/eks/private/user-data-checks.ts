import { EksNodeFamily } from '../node-image';
import { type EksUserData, EksUserDataKind } from '../user-data';

type Settings = Readonly<Record<string, unknown>>;

/** Settings of Bottlerocket by which a node joins. */
const BOTTLEROCKET_JOINS_BY = ['api-server', 'cluster-certificate', 'cluster-dns-ip', 'cluster-name'];

/** One sentence for everything that a machine cannot be told; empty when all is fine. */
export function describeUserData(
  family: EksNodeFamily,
  kubelet: Settings | undefined,
  userData: EksUserData | undefined,
): readonly string[] {
  return [...describeKubelet(family, kubelet), ...describeTold(family, userData)];
}

function describeKubelet(family: EksNodeFamily, kubelet: Settings | undefined): string[] {
  if (kubelet === undefined) return [];
  if (family === EksNodeFamily.BOTTLEROCKET)
    return [`'kubelet' is for Amazon Linux; say it by EksUserData.bottlerocket({ kubernetes: { … } })`];
  if (family === EksNodeFamily.WINDOWS)
    return [`'kubelet' is for Amazon Linux; leave it out with an image of Windows`];
  const problems = describeNoJson('kubelet', kubelet);
  const { maxPods } = kubelet;
  if (maxPods !== undefined && !(Number.isInteger(maxPods) && Number(maxPods) >= 1)) {
    problems.push(`'kubelet' 'maxPods' (${String(maxPods)}) must be a whole number of at least 1`);
  }
  return problems;
}

function describeTold(family: EksNodeFamily, userData: EksUserData | undefined): string[] {
  if (userData === undefined) return [];
  if (userData.family !== family)
    return [`'userData' is for ${userData.family}, and 'image' is ${family}; the two must be the same`];
  const { kind, script, settings } = userData;
  const problems: string[] = [];
  if (kind === EksUserDataKind.SHELL) {
    if (!script.startsWith('#!'))
      problems.push(`'userData' script must start with the program that runs it, such as '#!/bin/bash'`);
    if (script.split('\n').some((line) => line.startsWith('--kubewhere')))
      problems.push(
        `'userData' script has a line that starts with '--kubewhere', which ends it; change that line`,
      );
  }
  if (kind === EksUserDataKind.POWERSHELL && script.includes('</powershell>')) {
    problems.push(`'userData' script must not hold '</powershell>', which ends it`);
  }
  if (kind === EksUserDataKind.NODE_CONFIG) {
    problems.push(...describeNoJson('userData', settings));
    if ('cluster' in settings)
      problems.push(`'userData' 'cluster' is set already: it is how the node joins; leave it out`);
  }
  if (kind === EksUserDataKind.BOTTLEROCKET) {
    problems.push(...describeNoJson('userData', settings));
    const { kubernetes = {} } = settings;
    if (typeof kubernetes !== 'object' || kubernetes === null || Array.isArray(kubernetes)) {
      problems.push(`'userData' 'kubernetes' (${String(kubernetes)}) must be a table of settings`);
    } else {
      for (const key of BOTTLEROCKET_JOINS_BY.filter((one) => one in kubernetes))
        problems.push(
          `'userData' 'kubernetes.${key}' is set already: it is how the node joins; leave it out`,
        );
    }
  }
  return problems;
}

/** Functions, symbols and circles have no place in a text. */
function describeNoJson(prop: string, settings: Settings): string[] {
  return Object.entries(settings)
    .filter(([, value]) => !isJson(value, []))
    .map(([key]) => `'${prop}' '${key}' must be text, a number, true, false, a list or a map of such`);
}

function isJson(value: unknown, within: readonly unknown[]): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined)
    return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || within.includes(value)) return false;
  return Object.values(value).every((member) => isJson(member, [...within, value]));
}
