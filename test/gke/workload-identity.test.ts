import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { TerraformOutput, TerraformVariable } from 'cdktf';
import { GkeBoundIdentity } from '../../lib/gke/bound-identity';
import { GkeWorkloadIdentity } from '../../lib/gke/workload-identity';
import { GkeIdentity, type GkeWorkloadIdentityOptions } from '../../lib/gke/workload-identity-options';
import { type SynthesizedStack, synthesize } from '../support/synthesized';
import { gkeStack } from './gke-stack';

const SHOP: GkeWorkloadIdentityOptions = { namespace: 'shop', serviceAccount: 'orders' };
const AFTER_CLUSTER = ['google_container_cluster.Cluster'];
const ACCOUNT = 'WorkloadIdentity_Orders_Account_7C66D308';
const ACCOUNT_EMAIL = `\${google_service_account.${ACCOUNT}.email}`;
const USER = 'WorkloadIdentity_Orders_User_9C7C9847';
const PUBLISHER = 'WorkloadIdentity_Orders_Rolebab64999_92A29D63';
const PRINCIPAL =
  'principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/acme-prod.svc.id.goog/subject/ns/shop/sa/orders';

function defineFacade(projectNumber = '123456789012') {
  const stack = gkeStack();
  const cluster = new ContainerCluster(stack, 'Cluster', { name: 'prod' });
  const facade = new GkeWorkloadIdentity(stack, 'WorkloadIdentity', {
    clusterName: 'prod',
    project: 'acme-prod',
    projectNumber,
    poolReady: [cluster],
  });
  return { stack, facade };
}

/** All resources but the cluster. */
function resourcesOf(synthesized: SynthesizedStack): Record<string, unknown> {
  const { google_container_cluster: _, ...rest } = synthesized.resource ?? {};
  return rest;
}

describe('pods that are principals of IAM themselves', () => {
  it('have roles on the project once it has a pool of workload identities, and no account', () => {
    const { stack, facade } = defineFacade();
    const bound = facade.bind('Orders', {
      ...SHOP,
      roles: ['roles/storage.objectViewer', 'roles/pubsub.publisher'],
    });
    expect(bound.member).toBe(PRINCIPAL);
    expect(bound.annotations).toEqual({});
    const grant = { project: 'acme-prod', member: PRINCIPAL, depends_on: AFTER_CLUSTER };
    expect(resourcesOf(synthesize(stack))).toEqual({
      google_project_iam_member: {
        WorkloadIdentity_Orders_Role491ddfda_27DAE963: { ...grant, role: 'roles/storage.objectViewer' },
        [PUBLISHER]: { ...grant, role: 'roles/pubsub.publisher' },
      },
    });
  });

  it('define nothing without a role', () => {
    const { stack, facade } = defineFacade();
    expect(facade.bind('Orders', SHOP).member).toBe(PRINCIPAL);
    expect(resourcesOf(synthesize(stack))).toEqual({});
  });

  it('keep the address of each grant when another role comes before it', () => {
    const addresses = (roles: readonly string[]): readonly string[] => {
      const { stack, facade } = defineFacade();
      facade.bind('Orders', { ...SHOP, roles });
      return Object.keys(synthesize(stack).resource?.google_project_iam_member ?? {});
    };
    const [first] = addresses(['roles/storage.objectViewer']);
    expect(addresses(['roles/storage.objectViewer', 'roles/pubsub.publisher'])).toContain(first);
    expect(addresses(['roles/pubsub.publisher', 'roles/storage.objectViewer'])).toEqual(
      addresses(['roles/storage.objectViewer', 'roles/pubsub.publisher']),
    );
  });

  it('may have a name that Terraform fills in', () => {
    const { stack, facade } = defineFacade();
    const namespace = new TerraformVariable(stack, 'namespace', { type: 'string' }).stringValue;
    facade.bind('Orders', { ...SHOP, namespace, roles: ['roles/pubsub.publisher'] });
    const [grant] = Object.values(synthesize(stack).resource?.google_project_iam_member ?? {});
    expect(grant?.member).toBe(PRINCIPAL.replace('/ns/shop/', '/ns/${var.namespace}/'));
  });
});

describe('pods with a service account of Google', () => {
  it('are let into one of their own, which has the roles', () => {
    const { stack, facade } = defineFacade();
    const bound = facade.bind('Orders', {
      ...SHOP,
      as: GkeIdentity.own(),
      roles: ['roles/pubsub.publisher'],
    });
    new TerraformOutput(stack, 'member', { value: bound.member });
    new TerraformOutput(stack, 'annotations', { value: bound.annotations });
    const synthesized = synthesize(stack);
    const member = `serviceAccount:${ACCOUNT_EMAIL}`;
    expect(synthesized.output).toEqual({
      member: { value: member },
      annotations: { value: { 'iam.gke.io/gcp-service-account': ACCOUNT_EMAIL } },
    });
    expect(resourcesOf(synthesized)).toEqual({
      google_service_account: {
        [ACCOUNT]: {
          project: 'acme-prod',
          account_id: 'prod-orders-031288',
          display_name: 'Pods of the GKE cluster prod',
          description: 'Service account shop/orders',
        },
      },
      google_service_account_iam_member: {
        [USER]: {
          service_account_id: `\${google_service_account.${ACCOUNT}.name}`,
          role: 'roles/iam.workloadIdentityUser',
          member: 'serviceAccount:acme-prod.svc.id.goog[shop/orders]',
          depends_on: AFTER_CLUSTER,
        },
      },
      google_project_iam_member: {
        [PUBLISHER]: { project: 'acme-prod', role: 'roles/pubsub.publisher', member },
      },
    });
  });

  it('are let into one that exists, wherever it is', () => {
    const { stack, facade } = defineFacade();
    const bound = facade.bind('Orders', {
      ...SHOP,
      as: GkeIdentity.existing('orders@acme-shop.iam.gserviceaccount.com'),
      roles: ['roles/pubsub.publisher'],
    });
    expect(bound.annotations).toEqual({
      'iam.gke.io/gcp-service-account': 'orders@acme-shop.iam.gserviceaccount.com',
    });
    expect(resourcesOf(synthesize(stack))).toEqual({
      google_service_account_iam_member: {
        [USER]: {
          service_account_id: 'projects/acme-shop/serviceAccounts/orders@acme-shop.iam.gserviceaccount.com',
          role: 'roles/iam.workloadIdentityUser',
          member: 'serviceAccount:acme-prod.svc.id.goog[shop/orders]',
          depends_on: AFTER_CLUSTER,
        },
      },
      google_project_iam_member: {
        [PUBLISHER]: {
          project: 'acme-prod',
          role: 'roles/pubsub.publisher',
          member: 'serviceAccount:orders@acme-shop.iam.gserviceaccount.com',
        },
      },
    });
  });

  it.each([
    [
      'orders@acme-shop.iam.gserviceaccount.com',
      'projects/acme-shop/serviceAccounts/orders@acme-shop.iam.gserviceaccount.com',
    ],
    [
      'orders@shop.acme.example.iam.gserviceaccount.com',
      'projects/acme.example:shop/serviceAccounts/orders@shop.acme.example.iam.gserviceaccount.com',
    ],
  ])('are let into %s by its full name', (email, serviceAccountId) => {
    const { stack, facade } = defineFacade();
    facade.bind('Orders', { ...SHOP, as: GkeIdentity.existing(email) });
    const [user] = Object.values(synthesize(stack).resource?.google_service_account_iam_member ?? {});
    expect(user?.service_account_id).toBe(serviceAccountId);
  });

  it('are let into one that Terraform fills in', () => {
    const { stack, facade } = defineFacade();
    const email = new TerraformVariable(stack, 'email', { type: 'string' }).stringValue;
    facade.bind('Orders', { ...SHOP, as: GkeIdentity.existing(email) });
    const [user] = Object.values(synthesize(stack).resource?.google_service_account_iam_member ?? {});
    expect(user?.service_account_id).toBe('projects/-/serviceAccounts/${var.email}');
  });

  it('need no number of the project', () => {
    const stack = gkeStack();
    const facade = new GkeWorkloadIdentity(stack, 'WorkloadIdentity', {
      clusterName: 'prod',
      project: 'acme-prod',
      poolReady: [],
    });
    facade.bind('Orders', { ...SHOP, as: GkeIdentity.own() });
    expect(Object.keys(synthesize(stack).resource?.google_service_account ?? {})).toEqual([ACCOUNT]);
  });
});

describe('a binding of a service account', () => {
  const LABEL = "[test/WorkloadIdentity] workload identity 'Orders'";

  it.each<[string, Partial<GkeWorkloadIdentityOptions>, string]>([
    [
      'namespace',
      { namespace: 'Shop' },
      `${LABEL} 'namespace' (Shop) must be 1 to 63 lower-case letters, digits and hyphens`,
    ],
    [
      'service account',
      { serviceAccount: 'orders_api' },
      `${LABEL} 'serviceAccount' (orders_api) must be 1 to 253 lower-case letters, digits, hyphens and dots`,
    ],
    [
      'role',
      { roles: ['storage.objectViewer'] },
      `${LABEL} 'roles' holds 'storage.objectViewer', which must be a role such as 'roles/storage.objectViewer' or 'projects/acme-prod/roles/shop'`,
    ],
    [
      'role that is named twice',
      { roles: ['roles/pubsub.publisher', 'roles/pubsub.publisher'] },
      `${LABEL} 'roles' holds 'roles/pubsub.publisher' twice; name each role once`,
    ],
    [
      'account',
      { as: GkeIdentity.existing('orders@example.com') },
      `${LABEL} existing account 'orders@example.com' must be the e-mail address of a service account such as 'shop@acme-prod.iam.gserviceaccount.com'`,
    ],
    [
      'namespace and role, both at once',
      { namespace: '', roles: ['x'] },
      `${LABEL} 'namespace' () must be 1 to 63 lower-case letters, digits and hyphens; workload identity 'Orders' 'roles' holds 'x', which must be a role such as 'roles/storage.objectViewer' or 'projects/acme-prod/roles/shop'`,
    ],
  ])('fails for a malformed %s', (_, options, message) => {
    expect(() => defineFacade().facade.bind('Orders', { ...SHOP, ...options })).toThrow(new Error(message));
  });

  it('takes roles of projects and organizations', () => {
    const { stack, facade } = defineFacade();
    facade.bind('Orders', {
      ...SHOP,
      roles: ['projects/acme-prod/roles/shop.reader', 'organizations/123456789012/roles/shop'],
    });
    const grants = Object.values(synthesize(stack).resource?.google_project_iam_member ?? {});
    expect(grants.map(({ role }) => role).sort()).toEqual([
      'organizations/123456789012/roles/shop',
      'projects/acme-prod/roles/shop.reader',
    ]);
  });

  it('fails for a role that only Terraform knows', () => {
    const { stack, facade } = defineFacade();
    const role = new TerraformVariable(stack, 'role', { type: 'string' }).stringValue;
    const roles = new TerraformVariable(stack, 'roles', { type: 'list(string)' }).listValue;
    const message = `${LABEL} 'roles' holds one that only Terraform knows, but addresses are made of them; write each role`;
    expect(() => facade.bind('Orders', { ...SHOP, roles: [role] })).toThrow(new Error(message));
    expect(() => facade.bind('Orders', { ...SHOP, roles })).toThrow(new Error(message));
  });

  it('fails without the number by which IAM knows pods', () => {
    const stack = gkeStack();
    const props = { clusterName: 'prod', project: 'acme-prod', poolReady: [] };
    const sentence =
      "workload identity 'Orders' needs 'projectNumber' of the cluster, by which IAM knows pods; give it, or say 'as' GkeIdentity.own()";
    const facade = new GkeWorkloadIdentity(stack, 'WorkloadIdentity', props);
    expect(() => facade.bind('Orders', SHOP)).toThrow(new Error(`[test/WorkloadIdentity] ${sentence}`));
    expect(() => new GkeBoundIdentity(stack, 'Orders', props, SHOP)).toThrow(
      new Error(`[test/Orders] ${sentence}`),
    );
  });

  it('fails for the id of the project in place of its number', () => {
    expect(() => defineFacade('acme-prod').facade.bind('Orders', SHOP)).toThrow(
      new Error(
        `${LABEL} needs the number of the project, not its id, as 'projectNumber' of the cluster; found 'acme-prod'`,
      ),
    );
  });

  it.each([
    [
      'a malformed name',
      'orders_api',
      { namespace: 'shop', serviceAccount: 'mail' },
      "[test/WorkloadIdentity] workload identity name 'orders_api' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    ],
    [
      'a name that is taken',
      'Orders',
      { namespace: 'shop', serviceAccount: 'mail' },
      "[test/WorkloadIdentity] workload identity name 'Orders' is taken; choose another",
    ],
    [
      'a service account that is bound',
      'Others',
      SHOP,
      "[test/WorkloadIdentity] workload identity 'Orders' and workload identity 'Others' are for the same service account shop/orders; bind it once, with the roles of both",
    ],
  ])('fails for %s', (_, name, options, message) => {
    const { facade } = defineFacade();
    facade.bind('Orders', SHOP);
    expect(() => facade.bind(name, options)).toThrow(new Error(message));
  });

  it('fails for a service account that only Terraform knows and that is bound, without showing a placeholder', () => {
    const { stack, facade } = defineFacade();
    const namespace = new TerraformVariable(stack, 'namespace', { type: 'string' }).stringValue;
    facade.bind('Orders', { ...SHOP, namespace });
    expect(() => facade.bind('Others', { ...SHOP, namespace })).toThrow(
      new Error(
        "[test/WorkloadIdentity] workload identity 'Orders' and workload identity 'Others' are for the same service account; bind it once, with the roles of both",
      ),
    );
  });
});
