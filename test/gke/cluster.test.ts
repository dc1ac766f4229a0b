import { TerraformOutput, TerraformVariable, Token } from 'cdktf';
import { ApiAccess, ClusterOutputs, isCluster, renderKubeconfig } from '../../lib/cluster';
import { GkeCluster, GkeLocation } from '../../lib/gke';
import { KubernetesVersion } from '../../lib/values';
import { resourceAddresses, synthesize, testStack } from '../support/synthesized';
import { defineGke, gkeStack, only, POOL, synthesizeGke } from './gke-stack';

describe('GkeCluster', () => {
  it('has the Terraform resource as its default child', () => {
    const cluster = defineGke(gkeStack());
    expect(cluster.node.defaultChild?.node.path).toBe('test/Prod/Resource');
  });

  it('knows its own kind and nothing else', () => {
    const cluster = defineGke(gkeStack());
    expect(GkeCluster.isGkeCluster(cluster)).toBe(true);
    expect(isCluster(cluster)).toBe(true);
    expect([undefined, null, {}, 'gke'].map((value) => GkeCluster.isGkeCluster(value))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('is reached at its endpoint with the plug-in of Google, and its outputs hold no secret', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack, { apiAccess: ApiAccess.private() });
    new ClusterOutputs(stack, 'Outputs', { cluster });
    const { output } = synthesize(stack);
    expect(output?.cluster_endpoint?.value).toBe(
      'https://${google_container_cluster.Prod_7A5F3219.endpoint}',
    );
    expect(output?.cluster_ca_certificate?.value).toBe(
      '${google_container_cluster.Prod_7A5F3219.master_auth[0].cluster_ca_certificate}',
    );
    expect(cluster.connection.credential).toEqual({
      kind: 'exec',
      apiVersion: 'client.authentication.k8s.io/v1beta1',
      command: 'gke-gcloud-auth-plugin',
      args: [],
      env: {},
    });
    expect(renderKubeconfig(cluster)).toMatchObject({
      users: [{ name: 'prod', user: { exec: { command: 'gke-gcloud-auth-plugin' } } }],
    });
  });

  it('tells the zones it knows and leaves those that GKE chooses to Terraform', () => {
    const zones = (location: GkeLocation) =>
      defineGke(gkeStack(), { location, nodePools: {} }).failureDomains;
    expect(zones(GkeLocation.zone('europe-west3-a'))).toEqual(['europe-west3-a']);
    expect(
      zones(GkeLocation.region('europe-west3', { nodeZones: ['europe-west3-b', 'europe-west3-a'] })),
    ).toEqual(['europe-west3-a', 'europe-west3-b']);
    expect(Token.isUnresolved(zones(GkeLocation.region('europe-west3')))).toBe(true);
  });

  it('tells the account of its nodes, so that registries can be opened to it', () => {
    const stack = gkeStack();
    const cluster = defineGke(stack);
    new TerraformOutput(stack, 'account', { value: cluster.nodeServiceAccountEmail, staticId: true });
    expect(synthesize(stack).output?.account?.value).toBe(
      '${google_service_account.Prod_NodeIdentity_089202E4.email}',
    );
  });

  it('can be destroyed once its protection is off', () => {
    const cluster = only(synthesizeGke({ deletionProtection: false }), 'google_container_cluster');
    expect(cluster.deletion_protection).toBe(false);
    expect(cluster.lifecycle).not.toHaveProperty('prevent_destroy');
  });

  it('carries its tags as labels', () => {
    const cluster = only(
      synthesizeGke({ tags: { Team: 'Platform', 'cost-centre': '4711' } }),
      'google_container_cluster',
    );
    expect(cluster.resource_labels).toEqual({ 'cost-centre': '4711', team: 'platform' });
  });

  it('takes name and project that Terraform fills in', () => {
    const stack = gkeStack();
    const name = new TerraformVariable(stack, 'name', { type: 'string' }).stringValue;
    const project = new TerraformVariable(stack, 'project', { type: 'string' }).stringValue;
    defineGke(stack, { clusterName: name, project });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      name: '${var.name}',
      workload_identity_config: { workload_pool: '${var.project}.svc.id.goog' },
    });
    expect(only(synthesized, 'google_service_account').account_id).toBe('${var.name}-nodes');
  });

  it('fails at synthesis when it has no node pool', () => {
    const stack = gkeStack();
    defineGke(stack, { nodePools: undefined });
    expect(() => synthesize(stack)).toThrow(
      "[test/Prod] cluster 'prod' has no node pool, so nothing can run on it; add one with 'nodePools' or addNodePool()",
    );
  });

  it('takes its pools later', () => {
    const stack = gkeStack();
    defineGke(stack, { nodePools: undefined }).addNodePool('general', POOL);
    expect(() => synthesize(stack)).not.toThrow();
  });

  it.each([
    [
      'the name is malformed',
      { clusterName: 'Prod' },
      "[test/Prod] 'clusterName' (Prod) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter",
    ],
    [
      'the project is no id',
      { project: '123456789012' },
      "[test/Prod] 'project' (123456789012) must be the id of a project: 6 to 30 lower-case letters, digits and hyphens, starting with a letter",
    ],
    [
      'tags cannot become labels, all of them at once',
      { tags: { 'kubewhere.dev/team': 'data', owner: 'ada@example.com' } },
      "[test/Prod] 'tags' key 'kubewhere.dev/team' must be 1 to 63 letters, digits, '-' or '_', starting with a letter, to become a label; 'tags' value 'ada@example.com' of 'owner' must be at most 63 letters, digits, '-' or '_' to become a label",
    ],
  ])('fails when %s', (_, props, message) => {
    expect(() => defineGke(gkeStack(), props)).toThrow(new Error(message));
  });
});

describe('an imported GKE cluster', () => {
  const ATTRIBUTES = {
    clusterName: 'elsewhere',
    version: KubernetesVersion.of('1.33'),
    host: 'https://gke-1234.europe-west3.gke.goog',
  };

  it('answers from its attributes and defines nothing', () => {
    const stack = testStack();
    const cluster = GkeCluster.fromAttributes(stack, 'Imported', { ...ATTRIBUTES, networkId: 'projects/x' });
    expect(cluster.platform).toBe('gke');
    expect(cluster.connection.host).toBe('https://gke-1234.europe-west3.gke.goog');
    expect(cluster.network).toEqual({ podCidr: undefined, serviceCidr: undefined, networkId: 'projects/x' });
    expect(cluster.nodePools).toEqual([]);
    expect(cluster.failureDomains).toEqual([]);
    expect(resourceAddresses(synthesize(stack))).toEqual([]);
  });

  it('needs no certificate authority at the DNS endpoint', () => {
    const cluster = GkeCluster.fromAttributes(testStack(), 'Imported', ATTRIBUTES);
    expect(cluster.connection.caCertificateBase64).toBeUndefined();
    expect(renderKubeconfig(cluster)).toMatchObject({
      clusters: [{ name: 'elsewhere', cluster: { server: 'https://gke-1234.europe-west3.gke.goog' } }],
    });
  });

  it('is not one that this library defines', () => {
    const cluster = GkeCluster.fromAttributes(testStack(), 'Imported', ATTRIBUTES);
    expect(GkeCluster.isGkeCluster(cluster)).toBe(false);
    expect(isCluster(cluster)).toBe(true);
  });
});
