import { whenResolved } from '../../cluster/private/tokens';
import {
  EksAddOn,
  type EksAddOnIdentity,
  type EksAddOnOptions,
  EksAddOnPhase,
  EksConflicts,
  type EksExtraAddOnOptions,
} from '../add-on';
import { EksAddOnVersionChoice } from '../add-on-version';
import { describeConfiguration, placesOf } from './add-on-configuration';
import { describePermissions } from './add-on-roles';
import { CNI_DECIDED } from './cni-configuration';

type AddOns = Readonly<Partial<Record<EksAddOn, EksAddOnOptions>>>;

/** What nodes, or pods on them, cannot do without where EKS does not run it itself. */
export const NEEDED_BY_NODES: readonly EksAddOn[] = [
  EksAddOn.POD_IDENTITY_AGENT,
  EksAddOn.VPC_CNI,
  EksAddOn.KUBE_PROXY,
  EksAddOn.COREDNS,
];

/** Keys of a configuration that props decide, by add-on. */
const DECIDED: Readonly<Partial<Record<EksAddOn, Readonly<Record<string, string>>>>> = {
  [EksAddOn.VPC_CNI]: CNI_DECIDED,
  [EksAddOn.COREDNS]: { computeType: 'fargateProfiles' },
};

const DNS_LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const DNS_NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;
const ADD_ON_NAME = /^[a-z0-9][a-z0-9._-]{0,98}[a-z0-9]$/;

/** What is wrong with the prop `addOns`; empty when it is fine. */
export function describeAddOns(addOns: AddOns, autoMode: boolean): readonly string[] {
  const known = Object.values(EksAddOn);
  return Object.entries(addOns).flatMap(([name, options = {}]) => {
    const addOn = known.find((candidate) => candidate === name);
    if (addOn === undefined) {
      return [
        `'addOns' names '${name}'; those of every cluster are ${known.join(', ')}; others are added by addAddOn()`,
      ];
    }
    if (typeof options !== 'object' || options === null) {
      return [`'addOns' of '${addOn}' (${String(options)}) must be options such as { version: … }`];
    }
    return [...describeEnabled(addOn, options, autoMode), ...describeOptions(addOn, options)];
  });
}

/** What is wrong with an add-on of the user's own. */
export function describeExtraAddOn(options: EksExtraAddOnOptions): readonly string[] {
  const { addOnName, phase, identity } = options;
  const problems: string[] = [];
  whenResolved(addOnName, (text) => {
    if (!ADD_ON_NAME.test(text)) {
      problems.push(`'addOnName' (${text}) must be EKS's name such as 'aws-efs-csi-driver'`);
    }
    if (Object.values<string>(EksAddOn).includes(text)) {
      problems.push(`'addOnName' (${text}) is one of every cluster; its options go into the prop 'addOns'`);
    }
  });
  if (phase !== undefined && !Object.values(EksAddOnPhase).includes(phase)) {
    problems.push(
      `'phase' of '${addOnName}' (${String(phase)}) must be one of ${Object.values(EksAddOnPhase).join(', ')}`,
    );
  }
  return [
    ...problems,
    ...describeOptions(addOnName, options),
    ...(identity === undefined ? [] : describeIdentity(addOnName, identity)),
  ];
}

function describeEnabled(addOn: EksAddOn, options: EksAddOnOptions, autoMode: boolean): readonly string[] {
  if (options.enabled !== false || autoMode || !NEEDED_BY_NODES.includes(addOn)) return [];
  return [
    `'addOns' leaves '${addOn}' out, without which nodes do not work; only ${EksAddOn.EBS_CSI} and ${EksAddOn.METRICS_SERVER} can be`,
  ];
}

function describeOptions(addOn: string, options: EksAddOnOptions): readonly string[] {
  const { version, configuration, conflictsOnCreate, conflictsOnUpdate, namespace } = options;
  const problems: string[] = [];
  if (version !== undefined && !Object.values(EksAddOnVersionChoice).includes(version.choice)) {
    problems.push(
      `'version' of '${addOn}' must be made by EksAddOnVersion, such as EksAddOnVersion.default()`,
    );
  }
  if (conflictsOnCreate !== undefined && !CREATE.includes(conflictsOnCreate)) {
    problems.push(
      `'conflictsOnCreate' of '${addOn}' (${String(conflictsOnCreate)}) must be one of ${CREATE.join(', ')}; before it is made there is nothing of the add-on to preserve`,
    );
  }
  if (conflictsOnUpdate !== undefined && !Object.values(EksConflicts).includes(conflictsOnUpdate)) {
    problems.push(
      `'conflictsOnUpdate' of '${addOn}' (${String(conflictsOnUpdate)}) must be one of ${Object.values(EksConflicts).join(', ')}`,
    );
  }
  whenResolved(namespace, (text) => {
    if (!DNS_LABEL.test(text)) problems.push(describeNamespace(addOn, text));
  });
  if (namespace !== undefined && NEEDED_BY_NODES.some((needed) => needed === addOn)) {
    problems.push(`'namespace' of '${addOn}' cannot be chosen: what nodes need runs in kube-system`);
  }
  return configuration === undefined
    ? problems
    : [...problems, ...describeConfigurationOf(addOn, configuration)];
}

const CREATE: readonly EksConflicts[] = [EksConflicts.NONE, EksConflicts.OVERWRITE];

function describeConfigurationOf(
  addOn: string,
  configuration: Readonly<Record<string, unknown>>,
): readonly string[] {
  const problems = describeConfiguration(addOn, configuration);
  if (problems.length > 0) return problems;
  const decided = Object.entries(DECIDED).find(([name]) => name === addOn)?.[1] ?? {};
  return placesOf(configuration).flatMap((place) => {
    // A map in place of a decided value, and text in place of a map that holds one, both would hide it
    const hit = Object.keys(decided).find(
      (key) => key === place || place.startsWith(`${key}.`) || key.startsWith(`${place}.`),
    );
    return hit === undefined
      ? []
      : [`'configuration' of '${addOn}' sets '${place}', which '${decided[hit]}' decides`];
  });
}

function describeIdentity(addOn: string, identity: EksAddOnIdentity): readonly string[] {
  const problems: string[] = [];
  whenResolved(identity.serviceAccount, (text) => {
    if (DNS_NAME.test(text)) return;
    problems.push(
      `'serviceAccount' of '${addOn}' (${text}) must be the name of a service account such as 'efs-csi-controller-sa'`,
    );
  });
  whenResolved(identity.namespace, (text) => {
    if (!DNS_LABEL.test(text)) problems.push(describeNamespace(addOn, text));
  });
  return [...problems, ...describePermissions(`'${addOn}'`, identity)];
}

function describeNamespace(addOn: string, text: string): string {
  return `'namespace' of '${addOn}' (${text}) must be 1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit`;
}
