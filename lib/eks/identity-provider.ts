import { EksIdentityProviderConfig } from '@cdktf/provider-aws/lib/eks-identity-provider-config';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import type { EksIdentityProviderOptions } from './identity-provider-options';
import { describeIdentityProvider } from './private/identity-provider-checks';
import { tagsOrNone } from './private/tags';

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Props of {@link EksIdentityProviders}, which a cluster defines for itself. */
export interface EksIdentityProvidersProps {
  /** Name of the cluster, as a token that ties the provider to it. */
  readonly clusterName: string;
  /** URL of the cluster as an issuer of tokens for its own pods. */
  readonly oidcIssuerUrl: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The identity providers of people beside IAM. EKS takes one for each cluster, and calls it by its name in a map all the same.
 * Associating it takes up to half an hour and costs nothing.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/authenticate-oidc-identity-provider.html
 */
export class EksIdentityProviders extends Construct {
  public constructor(
    scope: Construct,
    id: string,
    private readonly props: EksIdentityProvidersProps,
  ) {
    super(scope, id);
  }

  /**
   * Lets people in by a provider of OpenID Connect.
   *
   * @throws ValidationError when the name is malformed, when the cluster has a provider, or an option is refused.
   */
  public add(name: string, options: EksIdentityProviderOptions): void {
    const { clusterName, oidcIssuerUrl, tags } = this.props;
    const problems = [
      ...this.describeName(name),
      ...describeIdentityProvider(`identity provider '${name}'`, options, oidcIssuerUrl),
    ];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    const { requiredClaims = {} } = options;
    new EksIdentityProviderConfig(this, name, {
      clusterName,
      oidc: {
        identityProviderConfigName: name,
        issuerUrl: options.issuerUrl,
        clientId: options.clientId,
        usernameClaim: options.usernameClaim,
        usernamePrefix: options.usernamePrefix,
        groupsClaim: options.groupsClaim,
        groupsPrefix: options.groupsPrefix,
        requiredClaims: Object.keys(requiredClaims).length === 0 ? undefined : { ...requiredClaims },
      },
      tags: tagsOrNone(tags),
    });
  }

  private describeName(name: string): string[] {
    const [known] = this.node.children;
    return [
      ...(NAME.test(name)
        ? []
        : [
            `identity provider name '${name}' must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
          ]),
      ...(known === undefined
        ? []
        : [`identity provider '${name}' is one too many; EKS takes one, and '${known.node.id}' is there`]),
    ];
  }
}
