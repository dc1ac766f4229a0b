import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Testing } from 'cdktf';
import { embeddedCatalog } from '../../lib/catalog';
import { decide } from '../../lib/decision';
import { Fleet, MissingPeerError, synthesizeDecision, withPeer } from '../../lib/fleet';
import { ValidationError } from '../../lib/values';
import { clusterRequest, request } from '../support/requests';
import { toyPlatform } from '../support/toy-platform';

const twoClusters = request({ clusters: { api: clusterRequest(), batch: clusterRequest() } });

function decideOnToy(asked = twoClusters) {
  return decide(asked, embeddedCatalog(), { platforms: [toyPlatform.profile] });
}

describe('Fleet', () => {
  it('defines one stack for each cluster, on a platform registered from outside the package', () => {
    const outdir = mkdtempSync(join(tmpdir(), 'kubewhere-fleet-'));
    const result = synthesizeDecision({
      request: twoClusters,
      decision: decideOnToy(),
      platforms: [toyPlatform],
      outdir,
    });
    expect(result.stacks).toEqual([
      { name: 'payments-api-cluster', clusterKey: 'api', platform: 'toy' },
      { name: 'payments-batch-cluster', clusterKey: 'batch', platform: 'toy' },
    ]);
    expect(readdirSync(join(outdir, 'stacks')).sort()).toEqual([
      'payments-api-cluster',
      'payments-batch-cluster',
    ]);
    const stack = JSON.parse(readFileSync(join(outdir, 'stacks/payments-api-cluster/cdk.tf.json'), 'utf8'));
    expect(Object.keys(stack.output)).toEqual([
      'cluster_endpoint',
      'cluster_name',
      'cluster_platform',
      'kubeconfig',
    ]);
    expect(stack.output.cluster_name.value).toBe('payments-api');
  });

  it('hands out the clusters by their key in the request', () => {
    const fleet = new Fleet(Testing.app(), 'Fleet', {
      request: twoClusters,
      decision: decideOnToy(),
      platforms: [toyPlatform],
    });
    expect(Object.entries(fleet.clusters).map(([key, cluster]) => [key, cluster.clusterName])).toEqual([
      ['api', 'payments-api'],
      ['batch', 'payments-batch'],
    ]);
  });

  it('names no stack and no address after the fleet', () => {
    const names = ['Fleet', 'Other'].map((id) => {
      const app = new App({ outdir: Testing.app().outdir });
      new Fleet(app, id, { request: twoClusters, decision: decideOnToy(), platforms: [toyPlatform] });
      return app.node.children.map((child) => child.node.id).filter((child) => child !== id);
    });
    expect(names[0]).toEqual(names[1]);
  });

  it('fails when a cluster has no place to run', () => {
    const impossible = request({ clusters: { api: clusterRequest({ places: { deny: ['shelf'] } }) } });
    expect(
      () =>
        new Fleet(Testing.app(), 'Fleet', {
          request: impossible,
          decision: decideOnToy(impossible),
          platforms: [toyPlatform],
        }),
    ).toThrow(
      new ValidationError(
        "[Fleet] cluster 'api' has no place to run; 'kubewhere decide' says what would have to change",
      ),
    );
  });

  it('fails when the decision is about another request', () => {
    expect(
      () =>
        new Fleet(Testing.app(), 'Fleet', {
          request: request(),
          decision: decideOnToy(),
          platforms: [toyPlatform],
        }),
    ).toThrow(
      new ValidationError(
        "[Fleet] the decision speaks of cluster 'batch', which the request does not have; decide again",
      ),
    );
  });

  it('fails when what was decided is ranked and has no construct', () => {
    const profile = {
      ...toyPlatform.profile,
      construct: () => ({
        verdict: 'refuted' as const,
        observed: 'no construct in this version',
        sources: [],
      }),
    };
    const asked = request({ clusters: { api: clusterRequest() } });
    const decision = decide(asked, embeddedCatalog(), { platforms: [profile], override: 'toy' });
    expect(
      () => new Fleet(Testing.app(), 'Fleet', { request: asked, decision, platforms: [toyPlatform] }),
    ).toThrow(
      new ValidationError(
        `[Fleet] cluster 'api' was decided for ${decision.clusters.api?.chosen}, which is ranked and not defined here: no construct in this version; take another with 'kubewhere decide FILE --accept ID'`,
      ),
    );
  });

  it('fails when the platform of the decision is not registered', () => {
    expect(
      () => new Fleet(Testing.app(), 'Fleet', { request: twoClusters, decision: decideOnToy() }),
    ).toThrow(
      new ValidationError("[Fleet] platform 'toy' is not registered; registered are 'eks', 'gke', 'on-prem'"),
    );
  });
});

describe('withPeer', () => {
  it('says which package is missing and how to get it', () => {
    expect(() =>
      withPeer('gke', '@example/provider-absent', () => require('@example/provider-absent/lib/provider')),
    ).toThrow(new MissingPeerError('gke', '@example/provider-absent'));
    expect(new MissingPeerError('gke', '@cdktf/provider-google').message).toBe(
      "platform 'gke' needs the package @cdktf/provider-google, which is not installed; install it with 'npm install @cdktf/provider-google'",
    );
  });

  it('lets a missing file of our own look like the bug it is', () => {
    expect(() => withPeer('gke', '@cdktf/provider-google', () => require('./no-such-file'))).toThrow(
      expect.objectContaining({ code: 'MODULE_NOT_FOUND' }),
    );
  });
});
