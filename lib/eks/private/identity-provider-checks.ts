import { whenResolved } from '../../cluster/private/tokens';
import type { EksIdentityProviderOptions } from '../identity-provider-options';

const ISSUER = /^https:\/\/[^\s?#@/]+(\/[^\s?#]*)?$/;

/** What is wrong with an identity provider, by itself and beside the cluster's own issuer; empty when it is fine. */
export function describeIdentityProvider(
  label: string,
  options: EksIdentityProviderOptions,
  ownIssuerUrl: string,
): string[] {
  const { issuerUrl, clientId, groupsClaim, groupsPrefix, requiredClaims = {} } = options;
  const problems: string[] = [];
  if (issuerUrl === ownIssuerUrl) {
    problems.push(
      `${label} has the cluster itself as 'issuerUrl'; that issuer is for pods only, and the API server refuses to start with it twice`,
    );
  }
  whenResolved(issuerUrl, (url) => {
    if (ISSUER.test(url)) return;
    problems.push(
      `${label} 'issuerUrl' (${url}) must start with 'https://' and hold neither query nor fragment, such as 'https://login.example.com'`,
    );
  });
  whenResolved(clientId, (text) => {
    if (text === '') problems.push(`${label} 'clientId' is empty; give what the provider calls the cluster`);
  });
  for (const prop of ['usernamePrefix', 'groupsPrefix'] as const) {
    whenResolved(options[prop], (prefix) => {
      if (!prefix.includes('system:')) return;
      problems.push(
        `${label} '${prop}' (${prefix}) holds 'system:', which Kubernetes keeps for itself; choose another such as 'oidc:'`,
      );
    });
  }
  if (groupsPrefix !== undefined && groupsClaim === undefined) {
    problems.push(`${label} has 'groupsPrefix' without 'groupsClaim', so there are no groups; give both`);
  }
  for (const [claim, value] of Object.entries(requiredClaims)) {
    if (claim === '' || claim.length > 63) {
      problems.push(
        `${label} 'requiredClaims' name '${claim}' must have 1 to 63 characters; found ${claim.length}`,
      );
    }
    whenResolved(value, (text) => {
      if (text.length >= 1 && text.length <= 253) return;
      problems.push(
        `${label} 'requiredClaims' value of '${claim}' must have 1 to 253 characters; found ${text.length}`,
      );
    });
  }
  return problems;
}
