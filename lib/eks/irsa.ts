import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { Construct } from 'constructs';
import { tagsOrNone } from './private/tags';

/** Props of {@link EksIrsa}, which a cluster defines for itself. */
export interface EksIrsaProps {
  /** URL of the cluster as an issuer of tokens for its pods. */
  readonly oidcIssuerUrl: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Makes IAM of this account trust the tokens of service accounts, so that roles can be taken on by them. Only for software that does
 * not know EKS Pod Identity, and for pods on Fargate, where its agent cannot run; everything else is better off with
 * `workloadIdentity`, whose roles need no trust in a single cluster. It costs nothing.
 *
 * No thumbprint is written: IAM checks the issuer of EKS by its own certificate authorities.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
 */
export class EksIrsa extends Construct {
  /** ARN that the trust policies of such roles name as `Federated`. */
  public readonly providerArn: string;

  public constructor(scope: Construct, id: string, props: EksIrsaProps) {
    super(scope, id);
    this.providerArn = new IamOpenidConnectProvider(this, 'Resource', {
      url: props.oidcIssuerUrl,
      clientIdList: ['sts.amazonaws.com'],
      tags: tagsOrNone(props.tags),
    }).arn;
  }
}
