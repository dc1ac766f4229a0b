import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { Construct } from 'constructs';
import type { AwsEnvironment } from './aws-environment';
import { renderPolicy } from './policy-document';
import { tagsOrNone } from './tags';

export interface DiskKeyProps {
  /** Name of the key without `alias/`. */
  readonly alias: string;
  readonly description: string;
  readonly environment: AwsEnvironment;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The key of the disks of one pool. Whoever in the account may start machines uses it through EC2 and in no other way, as with the
 * account's own key for EBS; a policy that named the role of Auto Scaling would be refused in an account that never had one.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export class DiskKey extends Construct {
  public readonly keyArn: string;

  public constructor(scope: Construct, id: string, props: DiskKeyProps) {
    super(scope, id);
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
          Sid: 'DisksThroughEc2',
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: [
            'kms:CreateGrant',
            'kms:Decrypt',
            'kms:DescribeKey',
            'kms:Encrypt',
            'kms:GenerateDataKey*',
            'kms:ReEncrypt*',
          ],
          Resource: '*',
          Condition: {
            StringEquals: {
              'kms:CallerAccount': environment.accountId,
              'kms:ViaService': `ec2.${environment.region}.${environment.dnsSuffix}`,
            },
          },
        },
      ),
      tags: tagsOrNone(props.tags),
    });
    new KmsAlias(this, 'Alias', { name: `alias/${props.alias}`, targetKeyId: key.keyId });
    this.keyArn = key.arn;
  }
}
