import { TerraformVariable } from 'cdktf';
import { ControlPlaneAvailability, NodePoolSize } from '../../lib/cluster';
import { GkeLocation } from '../../lib/gke';
import { synthesize, testStack } from '../support/synthesized';
import { defineGke, gkeStack, only, POOL, synthesizeGke } from './gke-stack';

describe('GkeLocation', () => {
  it('is highly available over three zones by default', () => {
    expect(GkeLocation.region('europe-west3')).toMatchObject({
      name: 'europe-west3',
      region: 'europe-west3',
      availability: ControlPlaneAvailability.HIGHLY_AVAILABLE,
      nodeZones: undefined,
      zoneCount: 3,
    });
  });

  it('keeps the zones it is given, sorted', () => {
    const location = GkeLocation.region('us-central1', { nodeZones: ['us-central1-f', 'us-central1-a'] });
    expect(location.nodeZones).toEqual(['us-central1-a', 'us-central1-f']);
    expect(location.zoneCount).toBe(2);
  });

  it('has a single control plane in a zone', () => {
    expect(GkeLocation.zone('europe-west3-a')).toMatchObject({
      name: 'europe-west3-a',
      region: 'europe-west3',
      availability: ControlPlaneAvailability.SINGLE,
      zoneCount: 1,
    });
  });

  it('has nodes in further zones of a single control plane', () => {
    const location = GkeLocation.zone('europe-west3-b', {
      moreNodeZones: ['europe-west3-c', 'europe-west3-a'],
    });
    expect(location).toMatchObject({
      name: 'europe-west3-b',
      region: 'europe-west3',
      availability: ControlPlaneAvailability.SINGLE,
      nodeZones: ['europe-west3-a', 'europe-west3-c'],
      zoneCount: 3,
    });
    expect(location.knownZones).toEqual(['europe-west3-a', 'europe-west3-b', 'europe-west3-c']);
    expect(GkeLocation.zone('europe-west3-b', { moreNodeZones: [] })).toEqual(
      GkeLocation.zone('europe-west3-b'),
    );
  });

  it('knows the zones of nodes where they were named', () => {
    expect(GkeLocation.region('europe-west3').knownZones).toBeUndefined();
    expect(GkeLocation.region('us-central1', { nodeZones: ['us-central1-f'] }).knownZones).toEqual([
      'us-central1-f',
    ]);
    expect(GkeLocation.zone('europe-west3-b').knownZones).toEqual(['europe-west3-b']);
  });

  it('derives the region of a zone that Terraform fills in, in Terraform', () => {
    const stack = gkeStack();
    const zone = new TerraformVariable(stack, 'zone', { type: 'string' }).stringValue;
    defineGke(stack, { location: GkeLocation.zone(zone) });
    const synthesized = synthesize(stack);
    expect(only(synthesized, 'google_container_cluster').location).toBe('${var.zone}');
    expect(only(synthesized, 'google_kms_key_ring').location).toBe('${replace(var.zone, "/-[a-z]$/", "")}');
  });

  it.each([
    [
      () => GkeLocation.region('europe-west3-a'),
      "'location' region 'europe-west3-a' is a zone; say GkeLocation.region('europe-west3'), or GkeLocation.zone('europe-west3-a') for a single control plane",
    ],
    [
      () => GkeLocation.region('Frankfurt'),
      "'location' region 'Frankfurt' must be a region such as 'europe-west3'",
    ],
    [
      () => GkeLocation.zone('europe-west3'),
      "'location' zone 'europe-west3' must be a zone such as 'europe-west3-a'; for a region say GkeLocation.region('europe-west3')",
    ],
    [
      () => GkeLocation.region('europe-west3', { nodeZones: [] }),
      "'nodeZones' must name at least one zone; leave it out to let GKE choose three",
    ],
    [
      () => GkeLocation.region('europe-west3', { nodeZones: ['europe-west1-b'] }),
      "'nodeZones' holds 'europe-west1-b', which must be a zone of 'europe-west3'",
    ],
    [
      () => GkeLocation.region('europe-west3', { nodeZones: ['europe-west3-a', 'europe-west3-a'] }),
      "'nodeZones' holds 'europe-west3-a' twice; name each zone once",
    ],
    [
      () => GkeLocation.zone('europe-west3-a', { moreNodeZones: ['europe-west1-b'] }),
      "'moreNodeZones' holds 'europe-west1-b', which must be a zone of 'europe-west3'",
    ],
    [
      () => GkeLocation.zone('europe-west3-a', { moreNodeZones: ['europe-west3-b', 'europe-west3-b'] }),
      "'moreNodeZones' holds 'europe-west3-b' twice; name each zone once",
    ],
    [
      () => GkeLocation.zone('europe-west3-a', { moreNodeZones: ['europe-west3-a'] }),
      "'moreNodeZones' holds 'europe-west3-a', where the control plane and nodes are already; name other zones",
    ],
    [
      () => GkeLocation.region('europe-west3', { nodeZones: ['${var.zone}'] }),
      "'nodeZones' holds '${var.zone}', which must be a zone of 'europe-west3'",
    ],
  ])('fails when the place is wrong (%#)', (make, message) => {
    expect(make).toThrow(new Error(message));
  });

  it('fails when zones are known to Terraform only', () => {
    const zones = new TerraformVariable(testStack(), 'zones', { type: 'list(string)' }).listValue;
    expect(() => GkeLocation.region('europe-west3', { nodeZones: zones })).toThrow(
      new Error(
        "'nodeZones' must be known at synthesis, since node counts are divided by it; write zones such as 'europe-west3-a'",
      ),
    );
  });
});

describe('a GKE cluster in its place', () => {
  it('names no zone when none was given', () => {
    expect(only(synthesizeGke(), 'google_container_cluster')).not.toHaveProperty('node_locations');
  });

  it('names the zones that were given', () => {
    const location = GkeLocation.region('us-central1', { nodeZones: ['us-central1-f', 'us-central1-a'] });
    const synthesized = synthesizeGke({
      location,
      nodePools: { general: { ...POOL, size: NodePoolSize.fixed(4) } },
    });
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      location: 'us-central1',
      node_locations: ['us-central1-a', 'us-central1-f'],
    });
    expect(only(synthesized, 'google_container_node_pool').node_count).toBe(2);
  });

  it('puts the whole of a zonal cluster into its zone, and network and key into the region', () => {
    const synthesized = synthesizeGke({ location: GkeLocation.zone('europe-west3-a') });
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({ location: 'europe-west3-a' });
    expect(only(synthesized, 'google_container_cluster')).not.toHaveProperty('node_locations');
    expect(only(synthesized, 'google_container_node_pool')).toMatchObject({
      location: 'europe-west3-a',
      node_count: 3,
    });
    expect(only(synthesized, 'google_compute_router').region).toBe('europe-west3');
    expect(only(synthesized, 'google_kms_key_ring').location).toBe('europe-west3');
  });

  it('names the further zones of a zonal cluster, without its own', () => {
    const location = GkeLocation.zone('europe-west3-b', { moreNodeZones: ['europe-west3-a'] });
    const synthesized = synthesizeGke({
      location,
      nodePools: { general: { ...POOL, size: NodePoolSize.fixed(4) } },
    });
    expect(only(synthesized, 'google_container_cluster')).toMatchObject({
      location: 'europe-west3-b',
      node_locations: ['europe-west3-a'],
    });
    expect(only(synthesized, 'google_container_node_pool').node_count).toBe(2);
  });
});
