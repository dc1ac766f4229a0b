import { Token } from 'cdktf';
import { whenResolved } from '../../cluster/private/tokens';
import { type GkeConfigSync, GkeSyncAuthentication, type GkeSyncOptions } from '../config-sync';
import type { GkeFleetMembership } from '../fleet';
import type { GkePolicyControllerOptions } from '../policy-controller';
import { describeWholeNumber } from './whole-number';

/** The features by their props, which are the same of a cluster and of its fleet. */
export const FLEET_FEATURES = ['configSync', 'policyController', 'serviceMesh'] as const;

const HTTPS = /^https:\/\/[^\s]+$/;
const SSH = /^(ssh:\/\/[^\s]+|[A-Za-z0-9._-]+@[A-Za-z0-9.-]+:[^\s]+)$/;
const IMAGE = /^[a-z0-9.-]+(:\d+)?\/[^\s]+$/;
const EMAIL = /^[^\s@]+@[^\s@]+$/;
const LONGEST_SYNC_SECONDS = 24 * 60 * 60;

/** All that the fleet would refuse about a member. */
export function describeFleet(fleet: GkeFleetMembership | undefined): readonly string[] {
  if (fleet === undefined) return [];
  return [
    ...describeFeatures(fleet),
    ...describeConfigSync(fleet.configSync),
    ...describePolicyController(fleet.policyController),
  ];
}

/** Whether a member uses a feature. */
export function usesFeature(fleet: GkeFleetMembership, feature: (typeof FLEET_FEATURES)[number]): boolean {
  const value = fleet[feature];
  return value !== undefined && value !== false;
}

function describeFeatures(fleet: GkeFleetMembership): readonly string[] {
  const { features, project, lightweight = false } = fleet;
  const used = FLEET_FEATURES.filter((feature) => usesFeature(fleet, feature));
  const problems: string[] = [];
  if (lightweight && used.length > 0) {
    problems.push(`'fleet' lightweight takes part in no feature; leave it out, or ${namesOf(used)}`);
  }
  if (features === undefined) return problems;
  const missing = used.filter((feature) => features[feature] === undefined);
  if (missing.length > 0) {
    problems.push(`'fleet' uses ${namesOf(missing)}, which its 'features' do not have; switch them on there`);
  }
  whenResolved(project, (told) => {
    if (Token.isUnresolved(features.project) || features.project === told) return;
    problems.push(
      `'fleet' project (${told}) is not that of its 'features' (${features.project}); leave it out, or give features of that project`,
    );
  });
  return problems;
}

function describeConfigSync(sync: GkeConfigSync | undefined): readonly string[] {
  if (sync === undefined) return [];
  const { options, gitSource, ociSource } = sync;
  const problems = [...describeAuthentication(options)];
  const seconds = describeWholeNumber(
    `'configSync' everySeconds`,
    options.everySeconds,
    1,
    LONGEST_SYNC_SECONDS,
  );
  if (seconds !== undefined) problems.push(seconds);
  const { authentication = GkeSyncAuthentication.NONE } = options;
  whenResolved(gitSource?.repository, (repository) => {
    const isSsh = SSH.test(repository);
    if (!isSsh && !HTTPS.test(repository)) {
      problems.push(
        `'configSync' repository '${repository}' must be 'https://…', 'ssh://…' or 'git@host:path'`,
      );
    } else if (isSsh !== (authentication === GkeSyncAuthentication.SSH)) {
      problems.push(
        `'configSync' repository '${repository}' and authentication '${authentication}' do not fit; SSH is for 'ssh://…' and 'git@host:path', and nothing else is`,
      );
    }
  });
  whenResolved(ociSource?.image, (image) => {
    if (!IMAGE.test(image)) {
      problems.push(
        `'configSync' image '${image}' must be such as 'europe-docker.pkg.dev/project/repository/package:1.0', without a scheme`,
      );
    }
    if (![GkeSyncAuthentication.NONE, GkeSyncAuthentication.SERVICE_ACCOUNT].includes(authentication)) {
      problems.push(
        `'configSync' authentication '${authentication}' is for Git; an image is public or read by a service account`,
      );
    }
  });
  return problems;
}

function describeAuthentication({ authentication, serviceAccount }: GkeSyncOptions): readonly string[] {
  const isAccount = authentication === GkeSyncAuthentication.SERVICE_ACCOUNT;
  if (isAccount && serviceAccount === undefined) {
    return [`'configSync' authentication '${authentication}' needs the e-mail address of a 'serviceAccount'`];
  }
  if (!isAccount && serviceAccount !== undefined) {
    return [
      `'configSync' serviceAccount (${serviceAccount}) needs the authentication GkeSyncAuthentication.SERVICE_ACCOUNT`,
    ];
  }
  const problems: string[] = [];
  whenResolved(serviceAccount, (email) => {
    if (!EMAIL.test(email)) problems.push(`'configSync' serviceAccount '${email}' must be an e-mail address`);
  });
  return problems;
}

function describePolicyController(options: GkePolicyControllerOptions | undefined): readonly string[] {
  if (options === undefined) return [];
  const { auditSeconds, violationLimit } = options;
  return Object.entries({
    auditSeconds: [auditSeconds, 0],
    violationLimit: [violationLimit, 1],
  } as const).flatMap(([name, [value, least]]) => {
    if (value === undefined || Token.isUnresolved(value)) return [];
    if (Number.isSafeInteger(value) && value >= least) return [];
    return [`'policyController' ${name} (${value}) must be a whole number of ${least} or more`];
  });
}

function namesOf(features: readonly string[]): string {
  return features.map((feature) => `'${feature}'`).join(', ');
}
