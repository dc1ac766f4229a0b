import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import type { EncryptionKey } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import type { AwsEnvironment } from './private/aws-environment';
import { renderPolicy } from './private/policy-document';
import { tagsOrNone } from './private/tags';

const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;

/** Props of {@link EksEncryption}. */
export interface EksEncryptionProps {
  /** Name of the prop that the key came from, for messages. */
  readonly prop: string;
  readonly key: EncryptionKey;
  /** Name of an own key without `alias/`. */
  readonly alias: string;
  readonly description: string;
  /** Log groups that CloudWatch may encrypt with an own key; it may use the key for nothing else. */
  readonly logGroupNames: readonly string[];
  /** Whether Terraform refuses to destroy an own key, without which what it encrypted is lost. */
  readonly preventDestroy: boolean;
  readonly environment: AwsEnvironment;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The key of secrets and logs: one of our own, rotated every year and kept for 30 days after its destruction, or one
 * that exists, of which nothing is defined here.
 */
export class EksEncryption extends Construct {
  public readonly keyArn: string;

  public constructor(scope: Construct, id: string, props: EksEncryptionProps) {
    super(scope, id);
    const existing = props.key.existingKeyId;
    whenResolved(existing, (arn) => {
      // An alias will not do: both EKS and CloudWatch want the key itself
      if (KEY_ARN.test(arn)) return;
      throw new ValidationError(
        `'${props.prop}' existing key (${arn}) must be the ARN of a KMS key such as 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'`,
        scope,
      );
    });
    this.keyArn = existing ?? this.defineKey(props);
  }

  private defineKey(props: EksEncryptionProps): string {
    const { environment } = props;
    const key = new KmsKey(this, 'Resource', {
      description: props.description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: renderPolicy(
        {
          // Without it nobody could ever change the key again; it grants nothing by itself, IAM policies do
          Sid: 'AccountAdministration',
          Effect: 'Allow',
          Principal: { AWS: environment.accountRootArn },
          Action: ['kms:*'],
          Resource: '*',
        },
        {
          Sid: 'CloudWatchLogs',
          Effect: 'Allow',
          Principal: { Service: `logs.${environment.region}.${environment.dnsSuffix}` },
          Action: ['kms:Decrypt*', 'kms:Describe*', 'kms:Encrypt*', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'],
          Resource: '*',
          Condition: {
            ArnEquals: {
              'kms:EncryptionContext:aws:logs:arn': props.logGroupNames.map((name) =>
                environment.regionalArn('logs', `log-group:${name}`),
              ),
            },
          },
        },
      ),
      tags: tagsOrNone(props.tags),
      lifecycle: props.preventDestroy ? { preventDestroy: true } : undefined,
    });
    new KmsAlias(this, 'Alias', { name: `alias/${props.alias}`, targetKeyId: key.keyId });
    return key.arn;
  }
}
