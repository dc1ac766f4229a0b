import { createHash } from 'node:crypto';
import type { ContainerNodePoolNodeConfigContainerdConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { SecretManagerSecretIamMember } from '@cdktf/provider-google/lib/secret-manager-secret-iam-member';
import { type ITerraformDependable, TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeNodePoolHost } from '../node-pool-options';
import type { GkeRegistryCertificate } from '../registry-certificates';

const SECRET = /^projects\/([^/]+)\/secrets\/([A-Za-z0-9_-]{1,255})\/versions\/(\d+|latest|[A-Za-z][\w-]*)$/;
const DOMAIN = /^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/;
/** No pool is named so: their names have no capitals. */
const GRANTS = 'RegistryGrants';

/** Whom the container runtime trusts; `undefined` where nothing was said. */
export function renderRegistries(
  certificates: readonly GkeRegistryCertificate[] = [],
): ContainerNodePoolNodeConfigContainerdConfig | undefined {
  if (certificates.length === 0) return undefined;
  return {
    privateRegistryAccessConfig: {
      enabled: true,
      certificateAuthorityDomainConfig: certificates
        .map(({ domains, secretVersion }) => ({
          fqdns: [...domains].sort(),
          gcpSecretManagerCertificateConfig: { secretUri: secretVersion },
        }))
        .sort((a, b) => ((a.fqdns[0] ?? '') < (b.fqdns[0] ?? '') ? -1 : 1)),
    },
  };
}

/** One sentence for everything that GKE would refuse. */
export function describeRegistries(certificates: readonly GkeRegistryCertificate[] = []): readonly string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { domains, secretVersion } of certificates) {
    whenResolved(secretVersion, (known) => {
      if (SECRET.test(known)) return;
      problems.push(
        `'registryCertificates' secretVersion '${known}' must be 'projects/…/secrets/…/versions/…'`,
      );
    });
    if (domains.length === 0) {
      problems.push(`'registryCertificates' of '${secretVersion}' must name at least one domain; found none`);
    }
    for (const domain of domains) {
      whenResolved(domain, (known) => {
        if (!DOMAIN.test(known)) {
          problems.push(
            `'registryCertificates' domain '${known}' must be such as 'registry.acme.example:5000'`,
          );
        }
        if (seen.has(known)) {
          problems.push(
            `'registryCertificates' names '${known}' twice; one authority vouches for a registry`,
          );
        }
        seen.add(known);
      });
    }
  }
  return problems;
}

/**
 * Opens the secrets of the cluster's own project to the nodes' account: one grant for a secret, however many pools read it, or the
 * end of one pool would take the right from the others.
 */
export function grantRegistries(
  scope: Construct,
  host: GkeNodePoolHost,
  certificates: readonly GkeRegistryCertificate[] = [],
): readonly ITerraformDependable[] {
  const secrets = new Map<string, string>();
  for (const { secretVersion } of certificates) {
    const [, project, secret] = SECRET.exec(secretVersion) ?? [];
    if (project === undefined || secret === undefined) continue;
    if (project === host.project || project === host.projectNumber) secrets.set(secret, project);
  }
  return [...secrets.keys()].sort().map((secret) => grantOf(scope, host, secret));
}

function grantOf(scope: Construct, host: GkeNodePoolHost, secretId: string): ITerraformDependable {
  const grants = scope.node.tryFindChild(GRANTS) ?? new Construct(scope, GRANTS);
  const id = `Secret${createHash('sha256').update(secretId).digest('hex').slice(0, 8)}`;
  const existing = grants.node.tryFindChild(id);
  if (existing !== undefined && TerraformResource.isTerraformResource(existing)) return existing;
  return new SecretManagerSecretIamMember(grants, id, {
    project: host.project,
    secretId,
    role: 'roles/secretmanager.secretAccessor',
    member: `serviceAccount:${host.serviceAccountEmail}`,
  });
}
