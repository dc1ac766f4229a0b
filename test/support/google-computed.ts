import type { SimulationOptions } from './terraform/simulation-options';

/** What Google fills in, where a made-up text would not have its form: for `computedValues` of a simulation. */
export const GOOGLE_COMPUTED: NonNullable<SimulationOptions['computedValues']> = {
  google_container_cluster: {
    'control_plane_endpoints_config.dns_endpoint_config.endpoint':
      'gke-0123456789abcdef-123456789012.europe-west3.gke.goog',
    'fleet.membership_id': 'prod',
    'fleet.membership_location': 'europe-west3',
    'fleet.membership':
      '//gkehub.googleapis.com/projects/123456789012/locations/europe-west3/memberships/prod',
  },
};
