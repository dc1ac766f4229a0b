import type { ICluster } from './cluster';
import type { ClusterCredential } from './connection';

/**
 * A kubeconfig as plain data, with tokens where Terraform fills in. Holds no secret.
 *
 * @see https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/
 */
export function renderKubeconfig(cluster: ICluster): Record<string, unknown> {
  const name = cluster.clusterName;
  const { host, caCertificateBase64, credential } = cluster.connection;
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: host,
          ...(caCertificateBase64 === undefined ? {} : { 'certificate-authority-data': caCertificateBase64 }),
        },
      },
    ],
    users: [{ name, user: renderUser(credential) }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
}

function renderUser(credential: ClusterCredential): Record<string, unknown> {
  if (credential.kind === 'certificate-files') {
    return { 'client-certificate': credential.certificatePath, 'client-key': credential.keyPath };
  }
  const env = Object.entries(credential.env).map(([name, value]) => ({ name, value }));
  return {
    exec: {
      apiVersion: credential.apiVersion,
      command: credential.command,
      args: [...credential.args],
      ...(env.length === 0 ? {} : { env }),
      interactiveMode: 'Never',
    },
  };
}
