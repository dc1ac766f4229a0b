import type { ClusterRequest, Request } from '../../lib/decision/request/types';
import { PLAIN } from '../decision/requests';

/** A cluster request with every default, for tests that look at one member. */
export function clusterRequest(overrides: Partial<ClusterRequest> = {}): ClusterRequest {
  return { ...PLAIN, ...overrides };
}

/** A request of one cluster, `api`, unless told otherwise. */
export function request(overrides: Partial<Request> = {}): Request {
  return {
    apiVersion: 'kubewhere/v1',
    name: 'payments',
    planDate: '2026-12-01',
    clusters: { api: clusterRequest() },
    sites: {},
    relations: [],
    budget: {},
    overlays: [],
    accounts: {
      google: { project: 'acme-payments', projectNumber: '123456789012' },
      commitments: {},
      quotas: {},
    },
    terraform: { backend: { type: 'local' } },
    tags: {},
    ...overrides,
  };
}
