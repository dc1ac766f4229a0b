import { TerraformVariable } from 'cdktf';
import { EksIdentityProviders } from '../../lib/eks/identity-provider';
import type { EksIdentityProviderOptions } from '../../lib/eks/identity-provider-options';
import { EksIrsa } from '../../lib/eks/irsa';
import { synthesize } from '../support/synthesized';
import { all, eksStack, only, resolved } from './eks-stack';

const OWN_ISSUER = 'https://oidc.eks.eu-west-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF';
const LOGIN: EksIdentityProviderOptions = { issuerUrl: 'https://login.example.com', clientId: 'prod' };

function providers(stack = eksStack(), tags: Readonly<Record<string, string>> = {}): EksIdentityProviders {
  return new EksIdentityProviders(stack, 'IdentityProviders', {
    clusterName: 'prod',
    oidcIssuerUrl: OWN_ISSUER,
    tags,
  });
}

describe('an identity provider of an EKS cluster', () => {
  it('is what was told and no more', () => {
    const stack = eksStack();
    providers(stack).add('login', LOGIN);
    expect(all(synthesize(stack), 'aws_eks_identity_provider_config')).toEqual({
      IdentityProviders_login_46B6929A: {
        cluster_name: 'prod',
        oidc: {
          identity_provider_config_name: 'login',
          issuer_url: 'https://login.example.com',
          client_id: 'prod',
        },
      },
    });
  });

  it('takes claims, prefixes and tags', () => {
    const stack = eksStack();
    providers(stack, { team: 'platform' }).add('login', {
      ...LOGIN,
      usernameClaim: 'email',
      usernamePrefix: '-',
      groupsClaim: 'groups',
      groupsPrefix: 'oidc:',
      requiredClaims: { tenant: 'example' },
    });
    expect(only(synthesize(stack), 'aws_eks_identity_provider_config')).toEqual({
      cluster_name: 'prod',
      oidc: {
        identity_provider_config_name: 'login',
        issuer_url: 'https://login.example.com',
        client_id: 'prod',
        username_claim: 'email',
        username_prefix: '-',
        groups_claim: 'groups',
        groups_prefix: 'oidc:',
        required_claims: { tenant: 'example' },
      },
      tags: { team: 'platform' },
    });
  });

  it('takes what Terraform fills in', () => {
    const stack = eksStack();
    const text = (id: string) => new TerraformVariable(stack, id, { type: 'string' }).stringValue;
    providers(stack).add('login', {
      issuerUrl: text('issuer'),
      clientId: text('client'),
      usernamePrefix: text('prefix'),
      requiredClaims: { tenant: text('tenant') },
    });
    expect(only(synthesize(stack), 'aws_eks_identity_provider_config')).toMatchObject({
      oidc: {
        issuer_url: '${var.issuer}',
        client_id: '${var.client}',
        username_prefix: '${var.prefix}',
        required_claims: { tenant: '${var.tenant}' },
      },
    });
  });

  it('fails when there is one already', () => {
    const known = providers();
    known.add('login', LOGIN);
    expect(() => known.add('other', LOGIN)).toThrow(
      "[test/IdentityProviders] identity provider 'other' is one too many; EKS takes one, and 'login' is there",
    );
  });

  it.each<[string, Partial<EksIdentityProviderOptions>, string]>([
    [
      'Login',
      {},
      "identity provider name 'Login' must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter",
    ],
    [
      'login',
      { issuerUrl: OWN_ISSUER },
      "identity provider 'login' has the cluster itself as 'issuerUrl'; that issuer is for pods only, and the API server refuses to start with it twice",
    ],
    ...['http://login.example.com', 'https://login.example.com?x=1', 'https://', 'login.example.com'].map(
      (issuerUrl): [string, Partial<EksIdentityProviderOptions>, string] => [
        'login',
        { issuerUrl },
        `identity provider 'login' 'issuerUrl' (${issuerUrl}) must start with 'https://' and hold neither query nor fragment, such as 'https://login.example.com'`,
      ],
    ),
    [
      'login',
      { clientId: '' },
      "identity provider 'login' 'clientId' is empty; give what the provider calls the cluster",
    ],
    [
      'login',
      { usernamePrefix: 'system:' },
      "identity provider 'login' 'usernamePrefix' (system:) holds 'system:', which Kubernetes keeps for itself; choose another such as 'oidc:'",
    ],
    [
      'login',
      { groupsClaim: 'groups', groupsPrefix: 'a-system:b' },
      "identity provider 'login' 'groupsPrefix' (a-system:b) holds 'system:', which Kubernetes keeps for itself; choose another such as 'oidc:'",
    ],
    [
      'login',
      { groupsPrefix: 'oidc:' },
      "identity provider 'login' has 'groupsPrefix' without 'groupsClaim', so there are no groups; give both",
    ],
    [
      'login',
      { requiredClaims: { ['x'.repeat(64)]: 'y' } },
      `identity provider 'login' 'requiredClaims' name '${'x'.repeat(64)}' must have 1 to 63 characters; found 64`,
    ],
    [
      'login',
      { requiredClaims: { tenant: '' } },
      "identity provider 'login' 'requiredClaims' value of 'tenant' must have 1 to 253 characters; found 0",
    ],
  ])('fails when it is %s with %j', (name, options, message) => {
    expect(() => providers().add(name, { ...LOGIN, ...options })).toThrow(
      `[test/IdentityProviders] ${message}`,
    );
  });
});

describe('the trust of IAM in the service accounts of a cluster', () => {
  it('is in the issuer of the cluster, without a thumbprint', () => {
    const stack = eksStack();
    const { providerArn } = new EksIrsa(stack, 'Oidc', {
      oidcIssuerUrl: OWN_ISSUER,
      tags: { team: 'platform' },
    });
    expect(resolved(stack, providerArn)).toBe('${aws_iam_openid_connect_provider.Oidc_70BFA75F.arn}');
    expect(all(synthesize(stack), 'aws_iam_openid_connect_provider')).toEqual({
      Oidc_70BFA75F: {
        url: OWN_ISSUER,
        client_id_list: ['sts.amazonaws.com'],
        tags: { team: 'platform' },
      },
    });
  });
});
