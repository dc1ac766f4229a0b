import { TerraformVariable } from 'cdktf';
import { GkeDns, GkeDnsScope } from '../../lib/gke/dns';
import { gkeStack } from './gke-stack';

describe('GkeDns', () => {
  it('keeps names to the cluster by default', () => {
    expect(GkeDns.cloudDns()).toMatchObject({ scope: 'CLUSTER_SCOPE', isOnlyAdditive: false });
    expect(GkeDns.additive('prod.internal')).toMatchObject({
      scope: 'CLUSTER_SCOPE',
      additiveDomain: 'prod.internal',
      isOnlyAdditive: true,
    });
  });

  it('takes a domain that Terraform fills in', () => {
    const domain = new TerraformVariable(gkeStack(), 'domain', { type: 'string' }).stringValue;
    expect(GkeDns.cloudDns({ scope: GkeDnsScope.NETWORK, domain }).domain).toBe(domain);
  });

  it.each<[string, () => GkeDns, string]>([
    [
      'names for the network have no domain',
      () => GkeDns.cloudDns({ scope: GkeDnsScope.NETWORK }),
      "'dns' scope 'VPC_SCOPE' needs a 'domain' such as 'prod.example.internal', by which the network tells clusters apart",
    ],
    [
      'names for the network stand beside names for the network',
      () =>
        GkeDns.cloudDns({
          scope: GkeDnsScope.NETWORK,
          domain: 'prod.internal',
          additiveDomain: 'b.internal',
        }),
      "'dns' additiveDomain (b.internal) stands beside GkeDnsScope.CLUSTER only; with 'VPC_SCOPE' the network sees all names already",
    ],
    [
      'a domain ends with a dot',
      () => GkeDns.cloudDns({ domain: 'prod.internal.' }),
      "'dns' domain (prod.internal.) must be a domain in lower case without a dot at its end, such as 'prod.example.internal'",
    ],
    [
      'a second domain is none',
      () => GkeDns.additive('Prod'),
      "'dns' additive (Prod) must be a domain in lower case without a dot at its end, such as 'prod.example.internal'",
    ],
  ])('fails when %s', (_, make, message) => {
    expect(make).toThrow(new Error(message));
  });
});
