import {
  GkeHubFeatureMembership,
  type GkeHubFeatureMembershipConfig,
  type GkeHubFeatureMembershipConfigmanagement,
  type GkeHubFeatureMembershipPolicycontroller,
} from '@cdktf/provider-google/lib/gke-hub-feature-membership';
import { Construct } from 'constructs';
import { type GkeConfigSync, GkeSyncAuthentication } from '../config-sync';
import type { GkeFleetMembership } from '../fleet';
import type { GkePolicyControllerOptions } from '../policy-controller';
import { sortedOf } from './block';

/** Props of {@link MemberFeatures}. */
export interface MemberFeaturesProps {
  readonly fleet: GkeFleetMembership;
  /** Host project of the fleet. */
  readonly project: string;
  readonly membershipId: string;
  readonly membershipLocation: string;
}

/** What the features of a fleet do in one cluster. */
export class MemberFeatures extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: MemberFeaturesProps,
  ) {
    super(scope, id);
    const { configSync, policyController, serviceMesh, features } = props.fleet;
    if (configSync !== undefined) {
      this.define('ConfigSync', {
        feature: 'configmanagement',
        configmanagement: renderConfigSync(configSync),
        dependsOn: listOrNone(features?.configSync),
      });
    }
    if (policyController !== undefined) {
      this.define('PolicyController', {
        feature: 'policycontroller',
        policycontroller: renderPolicyController(policyController),
        dependsOn: listOrNone(features?.policyController),
      });
    }
    if (serviceMesh === true) {
      this.define('Mesh', {
        feature: 'servicemesh',
        mesh: { management: 'MANAGEMENT_AUTOMATIC' },
        dependsOn: listOrNone(features?.serviceMesh),
      });
    }
  }

  private define(
    featureId: string,
    config: Pick<
      GkeHubFeatureMembershipConfig,
      'feature' | 'configmanagement' | 'policycontroller' | 'mesh' | 'dependsOn'
    >,
  ): void {
    const { project, membershipId, membershipLocation } = this.props;
    new GkeHubFeatureMembership(this, featureId, {
      project,
      location: 'global',
      membership: membershipId,
      membershipLocation,
      ...config,
    });
  }
}

/** What Config Sync does in a cluster. */
export function renderConfigSync({
  options,
  gitSource,
  ociSource,
}: GkeConfigSync): GkeHubFeatureMembershipConfigmanagement {
  const source = {
    policyDir: options.directory,
    secretType: options.authentication ?? GkeSyncAuthentication.NONE,
    gcpServiceAccountEmail: options.serviceAccount,
    syncWaitSecs: options.everySeconds === undefined ? undefined : String(options.everySeconds),
  };
  const hasSource = gitSource !== undefined || ociSource !== undefined;
  return {
    management: options.version === undefined ? 'MANAGEMENT_AUTOMATIC' : 'MANAGEMENT_MANUAL',
    version: options.version,
    configSync: {
      enabled: true,
      preventDrift: options.preventDrift,
      stopSyncing: options.stopped,
      sourceFormat: hasSource ? sourceFormatOf(options.hierarchical ?? false) : undefined,
      git:
        gitSource === undefined
          ? undefined
          : {
              ...source,
              syncRepo: gitSource.repository,
              syncBranch: gitSource.branch,
              syncRev: gitSource.revision,
              httpsProxy: gitSource.proxy,
            },
      oci: ociSource === undefined ? undefined : { ...source, syncRepo: ociSource.image },
    },
  };
}

/** What Policy Controller does in a cluster. */
export function renderPolicyController(
  options: GkePolicyControllerOptions,
): GkeHubFeatureMembershipPolicycontroller {
  const { suspended = false, templateLibrary } = options;
  const bundles = Object.entries(options.bundles ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    version: options.version,
    policyControllerHubConfig: {
      installSpec: suspended ? 'INSTALL_SPEC_SUSPENDED' : 'INSTALL_SPEC_ENABLED',
      auditIntervalSeconds: options.auditSeconds,
      constraintViolationLimit: options.violationLimit,
      exemptableNamespaces: sortedOf(options.exemptNamespaces),
      logDeniesEnabled: options.logDenies,
      mutationEnabled: options.mutation,
      referentialRulesEnabled: options.referentialRules,
      policyContent:
        templateLibrary === undefined && bundles.length === 0
          ? undefined
          : {
              templateLibrary:
                templateLibrary === undefined
                  ? undefined
                  : { installation: templateLibrary ? 'ALL' : 'NOT_INSTALLED' },
              bundles:
                bundles.length === 0
                  ? undefined
                  : bundles.map(([bundleName, { exemptNamespaces }]) => ({
                      bundleName,
                      exemptedNamespaces: sortedOf(exemptNamespaces),
                    })),
            },
    },
  };
}

function sourceFormatOf(hierarchical: boolean): string {
  return hierarchical ? 'hierarchy' : 'unstructured';
}

function listOrNone<T>(one: T | undefined): T[] | undefined {
  return one === undefined ? undefined : [one];
}
