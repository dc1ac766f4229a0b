import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { TerraformVariable } from 'cdktf';
import { GkeConfigSync, GkeSyncAuthentication } from '../../lib/gke/config-sync';
import type { GkeFleetMembership } from '../../lib/gke/fleet';
import { GkeFleetFeatures } from '../../lib/gke/fleet-features';
import { MemberFeatures } from '../../lib/gke/private/member-features';
import { fleetProjectOf } from '../../lib/gke/private/operations-parts';
import { resourceAddresses, synthesize, testStack } from '../support/synthesized';
import { googleVersion } from './control-plane-stack';
import { gkeStack, only } from './gke-stack';
import { described, operations, operationsStack } from './operations-stack';

const REPOSITORY = 'https://git.acme.example/platform/clusters.git';
const ACCOUNT = 'sync@acme-prod.iam.gserviceaccount.com';

/** What the features do in a cluster of the fleet of `acme-fleet`, unless its features are defined too. */
function define(fleet: Omit<GkeFleetMembership, 'features'>, hasFeatures = false) {
  const stack = gkeStack();
  const cluster = new ContainerCluster(stack, 'Cluster', { name: 'prod' });
  const features = hasFeatures
    ? new GkeFleetFeatures(stack, 'Features', {
        project: 'acme-fleet',
        configSync: true,
        policyController: true,
        serviceMesh: true,
      })
    : undefined;
  new MemberFeatures(stack, 'Fleet', {
    fleet: { ...fleet, features },
    project: 'acme-fleet',
    membershipId: cluster.fleet.membershipId,
    membershipLocation: cluster.fleet.membershipLocation,
  });
  return synthesize(stack);
}

function memberOf(fleet: Omit<GkeFleetMembership, 'features'>) {
  return only(define(fleet), 'google_gke_hub_feature_membership');
}

const MEMBER = {
  project: 'acme-fleet',
  location: 'global',
  membership: '${google_container_cluster.Cluster.fleet[0].membership_id}',
  membership_location: '${google_container_cluster.Cluster.fleet[0].membership_location}',
};

describe('a cluster of a fleet', () => {
  it('is one of its project’s, of another’s, or of that of the features', () => {
    expect(operations({ fleet: {} })).toEqual({ fleet: { project: 'acme-prod' } });
    expect(operations({ fleet: { project: 'acme-fleet' } })).toEqual({ fleet: { project: 'acme-fleet' } });
    const features = new GkeFleetFeatures(gkeStack(), 'Features', { project: 'acme-hub' });
    expect(operations({ fleet: { features } })).toEqual({ fleet: { project: 'acme-hub' } });
    expect(fleetProjectOf({ project: 'acme-prod' })).toBe('acme-prod');
    expect(googleVersion(operationsStack({ fleet: { lightweight: false } }))).toBe('6.50.0');
  });

  it('takes part in upgrades alone, which needs a newer provider', () => {
    const synthesized = operationsStack({ fleet: { lightweight: true } });
    expect(only(synthesized, 'google_container_cluster')).toEqual({
      name: 'prod',
      fleet: { project: 'acme-prod', membership_type: 'LIGHTWEIGHT' },
    });
    expect(googleVersion(synthesized)).toBe('>= 7.9.0, < 8.0.0');
  });

  it('uses no feature unless it is told to', () => {
    expect(resourceAddresses(define({ serviceMesh: false }))).toEqual(['google_container_cluster.Cluster']);
  });

  it('keeps what is in a public repository', () => {
    expect(memberOf({ configSync: GkeConfigSync.git({ repository: REPOSITORY }) })).toEqual({
      ...MEMBER,
      feature: 'configmanagement',
      configmanagement: {
        management: 'MANAGEMENT_AUTOMATIC',
        config_sync: {
          enabled: true,
          source_format: 'unstructured',
          git: { sync_repo: REPOSITORY, secret_type: 'none' },
        },
      },
    });
  });

  it('keeps what is in a branch of a private one, as it is told', () => {
    const configSync = GkeConfigSync.git({
      repository: 'git@git.acme.example:platform/clusters.git',
      authentication: GkeSyncAuthentication.SSH,
      branch: 'main',
      revision: 'v1.4.0',
      directory: 'prod',
      proxy: 'https://proxy.acme.example:3128',
      everySeconds: 60,
      preventDrift: true,
      hierarchical: true,
      stopped: true,
      version: '1.21.0',
    });
    expect(memberOf({ configSync }).configmanagement).toEqual({
      management: 'MANAGEMENT_MANUAL',
      version: '1.21.0',
      config_sync: {
        enabled: true,
        prevent_drift: true,
        stop_syncing: true,
        source_format: 'hierarchy',
        git: {
          sync_repo: 'git@git.acme.example:platform/clusters.git',
          secret_type: 'ssh',
          sync_branch: 'main',
          sync_rev: 'v1.4.0',
          policy_dir: 'prod',
          https_proxy: 'https://proxy.acme.example:3128',
          sync_wait_secs: '60',
        },
      },
    });
  });

  it('keeps what is in an image, or what objects in it say', () => {
    const image = 'europe-docker.pkg.dev/acme-prod/platform/clusters:1.4.0';
    const authentication = GkeSyncAuthentication.SERVICE_ACCOUNT;
    const oci = GkeConfigSync.oci({ image, authentication, serviceAccount: ACCOUNT });
    expect(memberOf({ configSync: oci }).configmanagement).toEqual({
      management: 'MANAGEMENT_AUTOMATIC',
      config_sync: {
        enabled: true,
        source_format: 'unstructured',
        oci: { sync_repo: image, secret_type: 'gcpserviceaccount', gcp_service_account_email: ACCOUNT },
      },
    });
    const installed = GkeConfigSync.installed({ preventDrift: false });
    expect(memberOf({ configSync: installed }).configmanagement).toEqual({
      management: 'MANAGEMENT_AUTOMATIC',
      config_sync: { enabled: true, prevent_drift: false },
    });
  });

  it('judges its objects by rules', () => {
    expect(memberOf({ policyController: {} })).toEqual({
      ...MEMBER,
      feature: 'policycontroller',
      policycontroller: { policy_controller_hub_config: { install_spec: 'INSTALL_SPEC_ENABLED' } },
    });
    const policyController = {
      version: '1.21.0',
      suspended: true,
      auditSeconds: 0,
      violationLimit: 50,
      exemptNamespaces: ['shop', 'blog'],
      logDenies: true,
      mutation: false,
      referentialRules: true,
      templateLibrary: false,
      bundles: {
        'pss-baseline-v2022': { exemptNamespaces: ['shop', 'blog'] },
        'cis-k8s-v1.5.1': {},
      },
    };
    expect(memberOf({ policyController }).policycontroller).toEqual({
      version: '1.21.0',
      policy_controller_hub_config: {
        install_spec: 'INSTALL_SPEC_SUSPENDED',
        audit_interval_seconds: 0,
        constraint_violation_limit: 50,
        exemptable_namespaces: ['blog', 'shop'],
        log_denies_enabled: true,
        mutation_enabled: false,
        referential_rules_enabled: true,
        policy_content: {
          template_library: { installation: 'NOT_INSTALLED' },
          bundles: [
            { bundle_name: 'cis-k8s-v1.5.1' },
            { bundle_name: 'pss-baseline-v2022', exempted_namespaces: ['blog', 'shop'] },
          ],
        },
      },
    });
    expect(memberOf({ policyController: { templateLibrary: true } }).policycontroller).toEqual({
      policy_controller_hub_config: {
        install_spec: 'INSTALL_SPEC_ENABLED',
        policy_content: { template_library: { installation: 'ALL' } },
      },
    });
  });

  it('has its mesh run by Google', () => {
    expect(memberOf({ serviceMesh: true })).toEqual({
      ...MEMBER,
      feature: 'servicemesh',
      mesh: { management: 'MANAGEMENT_AUTOMATIC' },
    });
  });

  it('waits for the features of its fleet, each for its own', () => {
    const synthesized = define(
      { configSync: GkeConfigSync.installed(), policyController: {}, serviceMesh: true },
      true,
    );
    const edges = Object.entries(synthesized.resource?.google_gke_hub_feature_membership ?? {}).map(
      ([id, { depends_on }]) => [id, depends_on],
    );
    expect(edges).toEqual([
      ['Fleet_ConfigSync_1A126115', ['google_gke_hub_feature.Features_ConfigSync_3DEF205D']],
      ['Fleet_Mesh_38DE01D6', ['google_gke_hub_feature.Features_ServiceMesh_314A79EF']],
      ['Fleet_PolicyController_8C62362E', ['google_gke_hub_feature.Features_PolicyController_83B44BDD']],
    ]);
  });
});

describe('GkeFleetFeatures', () => {
  it('are on for a whole fleet', () => {
    const stack = gkeStack();
    new GkeFleetFeatures(stack, 'Features', {
      project: 'acme-fleet',
      configSync: true,
      serviceMesh: true,
      labels: { team: 'platform' },
    });
    const COMMON = { project: 'acme-fleet', location: 'global', labels: { team: 'platform' } };
    expect(synthesize(stack).resource?.google_gke_hub_feature).toEqual({
      Features_ConfigSync_3DEF205D: { ...COMMON, name: 'configmanagement' },
      Features_ServiceMesh_314A79EF: { ...COMMON, name: 'servicemesh' },
    });
  });

  it('are none where none is asked for', () => {
    const stack = gkeStack();
    new GkeFleetFeatures(stack, 'Features', { project: 'acme-fleet' });
    expect(resourceAddresses(synthesize(stack))).toEqual([]);
  });
});

describe('what is refused about a fleet', () => {
  const variable = () => new TerraformVariable(testStack(), 'Text', { type: 'string' }).stringValue;
  const features = new GkeFleetFeatures(gkeStack(), 'Features', { project: 'acme-fleet', configSync: true });
  const { SSH, TOKEN, SERVICE_ACCOUNT } = GkeSyncAuthentication;

  it.each<[readonly string[], GkeFleetMembership]>([
    [[], { features, project: 'acme-fleet', configSync: GkeConfigSync.installed() }],
    [[], { features, project: variable() }],
    [[], { policyController: { auditSeconds: 0, violationLimit: 1 } }],
    [[], { configSync: GkeConfigSync.git({ repository: variable(), authentication: SSH }) }],
    [[], { configSync: GkeConfigSync.git({ repository: REPOSITORY, authentication: TOKEN }) }],
    [[], { configSync: GkeConfigSync.git({ repository: 'ssh://git@acme.example/x', authentication: SSH }) }],
    [
      [
        "'fleet' lightweight takes part in no feature; leave it out, or 'configSync', 'policyController', 'serviceMesh'",
      ],
      { lightweight: true, configSync: GkeConfigSync.installed(), policyController: {}, serviceMesh: true },
    ],
    [
      [
        "'fleet' uses 'policyController', 'serviceMesh', which its 'features' do not have; switch them on there",
      ],
      { features, configSync: GkeConfigSync.installed(), policyController: {}, serviceMesh: true },
    ],
    [
      [
        "'fleet' project (acme-prod) is not that of its 'features' (acme-fleet); leave it out, or give features of that project",
      ],
      { features, project: 'acme-prod' },
    ],
    [
      ["'configSync' everySeconds (0) must be a whole number of 1 to 86400"],
      { configSync: GkeConfigSync.git({ repository: REPOSITORY, everySeconds: 0 }) },
    ],
    [
      ["'configSync' repository 'git.acme.example/x' must be 'https://…', 'ssh://…' or 'git@host:path'"],
      { configSync: GkeConfigSync.git({ repository: 'git.acme.example/x' }) },
    ],
    [
      [
        `'configSync' repository '${REPOSITORY}' and authentication 'ssh' do not fit; SSH is for 'ssh://…' and 'git@host:path', and nothing else is`,
      ],
      { configSync: GkeConfigSync.git({ repository: REPOSITORY, authentication: SSH }) },
    ],
    [
      [
        "'configSync' repository 'git@acme.example:x' and authentication 'token' do not fit; SSH is for 'ssh://…' and 'git@host:path', and nothing else is",
      ],
      { configSync: GkeConfigSync.git({ repository: 'git@acme.example:x', authentication: TOKEN }) },
    ],
    [
      [
        "'configSync' image 'oci://europe-docker.pkg.dev/x' must be such as 'europe-docker.pkg.dev/project/repository/package:1.0', without a scheme",
      ],
      { configSync: GkeConfigSync.oci({ image: 'oci://europe-docker.pkg.dev/x' }) },
    ],
    [
      ["'configSync' authentication 'token' is for Git; an image is public or read by a service account"],
      { configSync: GkeConfigSync.oci({ image: 'europe-docker.pkg.dev/a/b/c', authentication: TOKEN }) },
    ],
    [
      ["'configSync' authentication 'gcpserviceaccount' needs the e-mail address of a 'serviceAccount'"],
      { configSync: GkeConfigSync.git({ repository: REPOSITORY, authentication: SERVICE_ACCOUNT }) },
    ],
    [
      [
        `'configSync' serviceAccount (${ACCOUNT}) needs the authentication GkeSyncAuthentication.SERVICE_ACCOUNT`,
      ],
      { configSync: GkeConfigSync.git({ repository: REPOSITORY, serviceAccount: ACCOUNT }) },
    ],
    [
      ["'configSync' serviceAccount 'sync' must be an e-mail address"],
      {
        configSync: GkeConfigSync.git({
          repository: REPOSITORY,
          authentication: SERVICE_ACCOUNT,
          serviceAccount: 'sync',
        }),
      },
    ],
    [
      [
        "'policyController' auditSeconds (-1) must be a whole number of 0 or more",
        "'policyController' violationLimit (0) must be a whole number of 1 or more",
      ],
      { policyController: { auditSeconds: -1, violationLimit: 0 } },
    ],
  ])('%j', (problems, fleet) => {
    expect(described({ fleet })).toEqual(problems);
  });
});
