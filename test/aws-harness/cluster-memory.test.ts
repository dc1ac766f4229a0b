import { ClusterMemory } from '../support/aws/private/cluster-memory';

const PLACE = { vpcId: 'vpc-1', securityGroupId: 'sg-1' };
const OIDC = { identityProviderConfigName: 'people', issuerUrl: 'https://login.example.com', clientId: 'k' };

/** Asks a cluster of 1.34 without moto, which none of these calls needs. */
function clusterOf() {
  const memory = new ClusterMemory({ name: 'prod', version: '1.34' }, PLACE);
  return async (method: string, path: string, told: object = {}) => {
    const asked = { service: 'eks', method, path, headers: {}, body: JSON.stringify(told) };
    const forward = () => Promise.reject(new Error('moto was asked'));
    const { status, body } = await memory.answer(asked, path.split('/'), forward);
    return { status, body: JSON.parse(body) };
  };
}

describe('what EKS has and moto lacks', () => {
  it('has an identity provider from its association on, one alone, and none after it', async () => {
    const ask = clusterOf();
    const named = { identityProviderConfig: { type: 'oidc', name: 'people' } };
    const describeIt = () => ask('POST', 'identity-provider-configs/describe', named);
    expect((await describeIt()).status).toBe(404);
    const { body } = await ask('POST', 'identity-provider-configs/associate', { oidc: OIDC });
    expect((await ask('GET', `updates/${body.update.id}`)).body.update.status).toBe('Successful');
    expect((await describeIt()).body.identityProviderConfig.oidc).toMatchObject({
      ...OIDC,
      status: 'ACTIVE',
    });
    const another = { oidc: { ...OIDC, identityProviderConfigName: 'more' } };
    expect((await ask('POST', 'identity-provider-configs/associate', another)).status).toBe(400);
    await ask('POST', 'identity-provider-configs/disassociate', named);
    expect((await describeIt()).status).toBe(404);
  });

  it('has capabilities that are made, read and deleted', async () => {
    const ask = clusterOf();
    const told = { capabilityName: 'kro', type: 'KRO', roleArn: 'arn:aws:iam::1:role/kro' };
    expect((await ask('POST', 'capabilities', told)).body.capability).toMatchObject({
      ...told,
      status: 'ACTIVE',
    });
    expect((await ask('GET', 'capabilities/kro')).status).toBe(200);
    await ask('DELETE', 'capabilities/kro');
    expect((await ask('GET', 'capabilities/kro')).status).toBe(404);
  });

  it('goes from a minor version to the next one, and to no other', async () => {
    const ask = clusterOf();
    expect((await ask('POST', 'updates', { version: '1.36' })).status).toBe(400);
    expect((await ask('POST', 'updates', { version: '1.35' })).status).toBe(200);
    expect((await ask('POST', 'updates', { version: '1.36' })).status).toBe(200);
  });

  it('knows no update that was never begun, and says of a call that nobody answers', async () => {
    const ask = clusterOf();
    expect((await ask('GET', 'updates/update-7')).status).toBe(404);
    expect(await ask('POST', 'encryption-config/associate')).toEqual({
      status: 501,
      body: { message: 'nobody answers POST encryption-config/associate' },
    });
  });
});
