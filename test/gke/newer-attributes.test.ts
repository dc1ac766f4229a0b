import { ContainerCluster } from '@cdktf/provider-google/lib/container-cluster';
import { TerraformResource, type TerraformStack } from 'cdktf';
import {
  GKE_NEWER_ATTRIBUTES,
  type GkeNewerValues,
  requireGoogleProvider,
  setNewerAttribute,
} from '../../lib/gke';
import { synthesize } from '../support/synthesized';
import { defineGke, gkeStack, only } from './gke-stack';

function provider(stack: TerraformStack): unknown {
  const { required_providers } = synthesize(stack).terraform as {
    required_providers: { google: { version: string } };
  };
  return required_providers.google.version;
}

describe('attributes that are newer than the bindings', () => {
  it('leave the provider as it is where none is used', () => {
    const stack = gkeStack();
    defineGke(stack);
    expect(provider(stack)).toBe('6.50.0');
  });

  it('raise it to the highest version that was asked for, once', () => {
    const stack = gkeStack();
    requireGoogleProvider(stack, '7.24.0');
    requireGoogleProvider(stack, '7.4.0');
    expect(provider(stack)).toBe('>= 7.24.0, < 8.0.0');
    requireGoogleProvider(stack, '7.38.0');
    expect(provider(stack)).toBe('>= 7.38.0, < 8.0.0');
  });

  it('stand in the block that has the older ones', () => {
    const stack = gkeStack();
    const cluster = new ContainerCluster(stack, 'Cluster', {
      name: 'prod',
      maintenancePolicy: { dailyMaintenanceWindow: { startTime: '03:00' } },
    });
    setNewerAttribute(cluster, 'disruptionBudget', { minor_version_disruption_interval: '604800s' });
    expect(only(synthesize(stack), 'google_container_cluster').maintenance_policy).toEqual({
      daily_maintenance_window: { start_time: '03:00' },
      disruption_budget: { minor_version_disruption_interval: '604800s' },
    });
  });

  it('are each of a google 7 and of one place', () => {
    const known = Object.entries(GKE_NEWER_ATTRIBUTES);
    expect(known.filter(([, { since }]) => !/^7\.\d+\.0$/.test(since))).toEqual([]);
    const places = known.map(([, { resourceType, path }]) => `${resourceType}.${path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(Object.keys(GKE_NEWER_ATTRIBUTES) as (keyof GkeNewerValues)[])(
    '%s is set on a resource',
    (name) => {
      const stack = gkeStack();
      const cluster = new ContainerCluster(stack, 'Cluster', { name: 'prod' });
      expect(TerraformResource.isTerraformResource(cluster)).toBe(true);
      setNewerAttribute(cluster, name, true as never);
      expect(provider(stack)).toBe(`>= ${GKE_NEWER_ATTRIBUTES[name].since}, < 8.0.0`);
    },
  );
});
