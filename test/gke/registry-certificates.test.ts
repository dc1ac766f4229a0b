import type { GkeNodePoolOptions } from '../../lib/gke';
import { GkeNodePool } from '../../lib/gke';
import { synthesize } from '../support/synthesized';
import { gkeStack, POOL } from './gke-stack';
import { HOST, nodesBeyondDefault, poolBeyondDefault, refusalOf, synthesizePool } from './pools';

const OURS = 'projects/acme-prod/secrets/registry-ca/versions/3';
const THEIRS = 'projects/acme-shared/secrets/registry-ca/versions/latest';

describe('certificates of registries', () => {
  it('are trusted for their domains, sorted', () => {
    expect(
      nodesBeyondDefault({
        registryCertificates: [
          { domains: ['registry.acme.example:5000', '10.0.0.9'], secretVersion: THEIRS },
          { domains: ['hub.acme.example'], secretVersion: THEIRS },
        ],
      }),
    ).toEqual({
      containerd_config: {
        private_registry_access_config: {
          enabled: true,
          certificate_authority_domain_config: [
            {
              fqdns: ['10.0.0.9', 'registry.acme.example:5000'],
              gcp_secret_manager_certificate_config: { secret_uri: THEIRS },
            },
            {
              fqdns: ['hub.acme.example'],
              gcp_secret_manager_certificate_config: { secret_uri: THEIRS },
            },
          ],
        },
      },
    });
    expect(nodesBeyondDefault({ registryCertificates: [] })).toEqual({});
  });

  it('of the cluster’s project are opened to the nodes’ account before they start', () => {
    const options = { registryCertificates: [{ domains: ['hub.acme.example'], secretVersion: OURS }] };
    expect(synthesizePool(options).resource?.google_secret_manager_secret_iam_member).toEqual({
      RegistryGrants_Secret9231588c_EFA4FA22: {
        project: 'acme-prod',
        secret_id: 'registry-ca',
        role: 'roles/secretmanager.secretAccessor',
        member: 'serviceAccount:nodes@acme-prod.iam.gserviceaccount.com',
      },
    });
    expect(poolBeyondDefault(options)).toEqual({
      depends_on: ['google_secret_manager_secret_iam_member.RegistryGrants_Secret9231588c_EFA4FA22'],
    });
  });

  it('of the project are known by its number too', () => {
    const registryCertificates = [
      {
        domains: ['hub.acme.example'],
        secretVersion: 'projects/123456789012/secrets/registry-ca/versions/3',
      },
    ];
    expect(synthesizePool({ registryCertificates }).resource).not.toHaveProperty(
      'google_secret_manager_secret_iam_member',
    );
    expect(
      synthesizePool({ registryCertificates }, { projectNumber: '123456789012' }).resource,
    ).toHaveProperty('google_secret_manager_secret_iam_member');
  });

  it('of another project are left to that', () => {
    const options = { registryCertificates: [{ domains: ['hub.acme.example'], secretVersion: THEIRS }] };
    expect(poolBeyondDefault(options)).toEqual({});
  });

  it('are opened once for several pools, so that none takes the right from another', () => {
    const stack = gkeStack();
    const registryCertificates = [{ domains: ['hub.acme.example'], secretVersion: OURS }];
    for (const poolName of ['one', 'two']) {
      new GkeNodePool(stack, poolName, { ...POOL, registryCertificates, poolName, host: HOST });
    }
    const { resource } = synthesize(stack);
    const [grant, ...more] = Object.keys(resource?.google_secret_manager_secret_iam_member ?? {});
    expect(more).toEqual([]);
    expect(Object.values(resource?.google_container_node_pool ?? {}).map((pool) => pool.depends_on)).toEqual([
      [`google_secret_manager_secret_iam_member.${grant}`],
      [`google_secret_manager_secret_iam_member.${grant}`],
    ]);
  });

  it.each<[GkeNodePoolOptions['registryCertificates'], string]>([
    [
      [{ domains: [], secretVersion: OURS }],
      `'registryCertificates' of '${OURS}' must name at least one domain; found none`,
    ],
    [
      [{ domains: ['https://hub'], secretVersion: 'registry-ca' }],
      `'registryCertificates' secretVersion 'registry-ca' must be 'projects/…/secrets/…/versions/…'; 'registryCertificates' domain 'https://hub' must be such as 'registry.acme.example:5000'`,
    ],
    [
      [
        { domains: ['hub'], secretVersion: OURS },
        { domains: ['hub'], secretVersion: THEIRS },
      ],
      `'registryCertificates' names 'hub' twice; one authority vouches for a registry`,
    ],
  ])('are refused: %#', (registryCertificates, message) => {
    expect(refusalOf({ ...(registryCertificates === undefined ? {} : { registryCertificates }) })).toBe(
      message,
    );
  });
});
