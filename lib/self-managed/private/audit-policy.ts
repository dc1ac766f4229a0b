import { stringify } from 'yaml';

/**
 * What the API server writes to its audit log. Who touched what, always; contents only where they matter and are no secret.
 * Reads of high volume by the system itself are left out: they are nine tenths of the log and say nothing.
 *
 * @see https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/
 */
export function renderAuditPolicy(): string {
  return stringify(
    {
      apiVersion: 'audit.k8s.io/v1',
      kind: 'Policy',
      omitStages: ['RequestReceived'],
      rules: [
        {
          level: 'None',
          users: ['system:kube-proxy'],
          verbs: ['watch'],
          resources: [{ group: '', resources: ['endpoints', 'services'] }],
        },
        {
          level: 'None',
          userGroups: ['system:nodes'],
          verbs: ['get', 'update', 'patch'],
          resources: [
            { group: '', resources: ['nodes', 'nodes/status'] },
            { group: 'coordination.k8s.io', resources: ['leases'] },
          ],
        },
        {
          level: 'None',
          users: ['system:kube-controller-manager', 'system:kube-scheduler'],
          verbs: ['get', 'update'],
          resources: [{ group: 'coordination.k8s.io', resources: ['leases'] }],
        },
        { level: 'None', nonResourceURLs: ['/healthz*', '/livez*', '/readyz*', '/version'] },
        // never the contents of these: they would put secrets into the log
        {
          level: 'Metadata',
          resources: [
            { group: '', resources: ['secrets', 'configmaps', 'serviceaccounts/token'] },
            { group: 'authentication.k8s.io', resources: ['tokenreviews'] },
          ],
        },
        { level: 'Request', verbs: ['get', 'list', 'watch'] },
        { level: 'RequestResponse', resources: [{ group: 'rbac.authorization.k8s.io' }] },
        { level: 'Request' },
      ],
    },
    { lineWidth: 0, version: '1.1', aliasDuplicateObjects: false },
  );
}
