import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import type { EncryptionKey } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { ValidationError } from '../values';
import type { EksControlPlaneProps } from './control-plane-props';
import type { AwsEnvironment } from './private/aws-environment';
import { describeUnknownList } from './private/known-list';
import { renderPolicy } from './private/policy-document';
import { describeRoleArn } from './private/principals';
import { tagsOrNone } from './private/tags';

const KEY_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/;

/** What a cluster says about a key of its own. */
export type EksKeyOptions = Pick<EksControlPlaneProps, (typeof OWN_KEY_OPTIONS)[number]>;

const OWN_KEY_OPTIONS = ['keyRotationDays', 'keyDeletionDays', 'keyAdministrators'] as const;

/** What an administrator of a key does to it; to use it is not among them. */
const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:Describe*',
  'kms:Disable*',
  'kms:Enable*',
  'kms:Get*',
  'kms:List*',
  'kms:PutKeyPolicy',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

/**
 * What KMS would refuse about a key, and what makes no sense for one that exists; empty when all is fine.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export function describeKeyOptions(
  prop: string,
  key: EncryptionKey | undefined,
  options: EksKeyOptions,
): readonly string[] {
  if (key?.existingKeyId !== undefined) {
    return OWN_KEY_OPTIONS.filter((name) => options[name] !== undefined).map(
      (name) =>
        `'${name}' is for a key of the cluster's own, but '${prop}' names one that exists; leave it out`,
    );
  }
  return [
    ...describeDays('keyRotationDays', options.keyRotationDays, 90, 2560),
    ...describeDays('keyDeletionDays', options.keyDeletionDays, 7, 30),
    ...describeAdministrators(options.keyAdministrators ?? []),
  ];
}

function describeAdministrators(arns: readonly string[]): readonly string[] {
  const unknown = describeUnknownList(`'keyAdministrators'`, arns);
  return unknown.length > 0 ? unknown : arns.flatMap((arn) => describeRoleArn(`'keyAdministrators'`, arn));
}

function describeDays(name: string, days: number | undefined, least: number, most: number): string[] {
  const problems: string[] = [];
  whenResolved(days, (known) => {
    if (Number.isInteger(known) && known >= least && known <= most) return;
    problems.push(`'${name}' (${known}) must be a whole number of ${least} to ${most} days`);
  });
  return problems;
}

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
  /** @default - rotated every year, kept for 30 days, administered by whom IAM of the account allows */
  readonly options?: EksKeyOptions;
  readonly environment: AwsEnvironment;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The key of secrets and logs: one of our own, rotated every year and kept for 30 days after its destruction unless told otherwise, or
 * one that exists, of which nothing is defined here.
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
    const { environment, options = {} } = props;
    const administrators = [...new Set(options.keyAdministrators)].sort();
    const key = new KmsKey(this, 'Resource', {
      description: props.description,
      enableKeyRotation: true,
      rotationPeriodInDays: options.keyRotationDays,
      deletionWindowInDays: options.keyDeletionDays ?? 30,
      policy: renderPolicy(
        {
          // Without it nobody could ever change the key again; it grants nothing by itself, IAM policies do
          Sid: 'AccountAdministration',
          Effect: 'Allow',
          Principal: { AWS: environment.accountRootArn },
          Action: ['kms:*'],
          Resource: '*',
        },
        ...(administrators.length === 0
          ? []
          : [
              {
                Sid: 'KeyAdministrators',
                Effect: 'Allow' as const,
                Principal: { AWS: administrators },
                Action: ADMINISTRATION,
                Resource: '*',
              },
            ]),
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
