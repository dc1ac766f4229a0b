import { TerraformVariable, Token } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { EksNetwork } from '../../lib/eks';
import { describeKeyOptions, EksEncryption, type EksKeyOptions } from '../../lib/eks/encryption';
import { AwsEnvironment } from '../../lib/eks/private/aws-environment';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, policy, synthesizeEks } from './eks-stack';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

describe('the key of an EKS cluster', () => {
  it('encrypts secrets and logs when it exists, and none is defined then', () => {
    const synthesized = synthesizeEks({ secretsEncryption: EncryptionKey.existing(KEY) });
    expect(all(synthesized, 'aws_kms_key')).toEqual({});
    expect(all(synthesized, 'aws_kms_alias')).toEqual({});
    expect(only(synthesized, 'aws_eks_cluster').encryption_config).toEqual({
      provider: { key_arn: KEY },
      resources: ['secrets'],
    });
    expect(
      Object.values(all(synthesized, 'aws_cloudwatch_log_group')).map((group) => group.kms_key_id),
    ).toEqual([KEY, KEY]);
  });

  it('is the only one that the control plane’s role may use', () => {
    const synthesized = synthesizeEks();
    expect(policy(all(synthesized, 'aws_iam_role_policy').Cluster_Role_Policy_AA32587E?.policy)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EncryptSecrets',
          Effect: 'Allow',
          Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:ListGrants'],
          Resource: '${aws_kms_key.Cluster_Encryption_E5B8DD14.arn}',
        },
      ],
    });
  });

  it('may be one that Terraform fills in', () => {
    const stack = eksStack();
    const key = new TerraformVariable(stack, 'key', { type: 'string' }).stringValue;
    defineEks(stack, { secretsEncryption: EncryptionKey.existing(key) });
    expect(only(synthesize(stack), 'aws_eks_cluster').encryption_config).toMatchObject({
      provider: { key_arn: '${var.key}' },
    });
  });

  it('does not know the flow logs of a network that is not its own', () => {
    const stack = eksStack();
    const network = new EksNetwork(stack, 'Network', { networkName: 'shared' });
    defineEks(stack, { network });
    const [own, ofNetwork] = ['Cluster_Encryption_E5B8DD14', 'Network_LogEncryption_1D2DD9B2'].map((id) =>
      String(all(synthesize(stack), 'aws_kms_key')[id]?.policy),
    );
    expect(own).toContain('log-group:/aws/eks/prod/cluster"]');
    expect(own).not.toContain('flow-logs');
    expect(ofNetwork).toContain('log-group:/kubewhere/eks/shared/flow-logs"]');
  });

  it.each(['alias/prod', 'arn:aws:kms:eu-west-1:111122223333:alias/prod', '1234abcd'])(
    'fails when it is named %s',
    (id) => {
      expect(() => defineEks(eksStack(), { secretsEncryption: EncryptionKey.existing(id) })).toThrow(
        `[test/Cluster] 'secretsEncryption' existing key (${id}) must be the ARN of a KMS key such as 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'`,
      );
    },
  );

  it('fails under its own name for the logs of a network', () => {
    expect(
      () =>
        new EksNetwork(eksStack(), 'Network', {
          networkName: 'shared',
          logEncryption: EncryptionKey.existing('alias/x'),
        }),
    ).toThrow("[test/Network] 'logEncryption' existing key (alias/x) must be the ARN of a KMS key");
  });
});

const ADMIN = 'arn:aws:iam::111122223333:role/KeyAdmin';
const AUDIT = 'arn:aws:iam::111122223333:role/Audit';

/** The resource of a cluster's own key with some options. */
function keyWith(options: EksKeyOptions | undefined): Record<string, unknown> {
  const stack = eksStack();
  new EksEncryption(stack, 'Encryption', {
    prop: 'secretsEncryption',
    key: EncryptionKey.own(),
    alias: 'kubewhere/eks/prod',
    description: 'Secrets',
    logGroupNames: ['/aws/eks/prod/cluster'],
    preventDestroy: false,
    options,
    environment: new AwsEnvironment(stack, 'Environment'),
    tags: {},
  });
  return only(synthesize(stack), 'aws_kms_key');
}

describe('a key of an EKS cluster’s own', () => {
  it('is the same without options as with none of them set', () => {
    expect(keyWith({})).toEqual(keyWith(undefined));
    expect(keyWith({ keyAdministrators: [] })).toEqual(keyWith(undefined));
    expect(keyWith(undefined)).toEqual({
      description: 'Secrets',
      enable_key_rotation: true,
      deletion_window_in_days: 30,
      policy: expect.any(String),
    });
  });

  it('rotates and is kept as long as asked', () => {
    expect(keyWith({ keyRotationDays: 90, keyDeletionDays: 7 })).toMatchObject({
      enable_key_rotation: true,
      rotation_period_in_days: 90,
      deletion_window_in_days: 7,
    });
  });

  it('is administered, but not used, by the roles named, sorted and each once', () => {
    const statements = (
      policy(keyWith({ keyAdministrators: [ADMIN, AUDIT, ADMIN] }).policy) as {
        readonly Statement: readonly { readonly Sid: string }[];
      }
    ).Statement;
    expect(statements.map(({ Sid }) => Sid)).toEqual([
      'AccountAdministration',
      'KeyAdministrators',
      'CloudWatchLogs',
    ]);
    expect(statements[1]).toEqual({
      Sid: 'KeyAdministrators',
      Effect: 'Allow',
      Principal: { AWS: [AUDIT, ADMIN] },
      Action: [
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
      ],
      Resource: '*',
    });
  });

  it.each<[EksKeyOptions, string]>([
    [{ keyRotationDays: 89 }, "'keyRotationDays' (89) must be a whole number of 90 to 2560 days"],
    [{ keyRotationDays: 2561 }, "'keyRotationDays' (2561) must be a whole number of 90 to 2560 days"],
    [{ keyDeletionDays: 6 }, "'keyDeletionDays' (6) must be a whole number of 7 to 30 days"],
    [{ keyDeletionDays: 31 }, "'keyDeletionDays' (31) must be a whole number of 7 to 30 days"],
    [{ keyDeletionDays: 7.5 }, "'keyDeletionDays' (7.5) must be a whole number of 7 to 30 days"],
    [
      { keyAdministrators: ['arn:aws:iam::111122223333:root'] },
      "'keyAdministrators' (arn:aws:iam::111122223333:root) must be the ARN of an IAM role such as 'arn:aws:iam::111122223333:role/Shop'",
    ],
  ])('is refused with %j', (options, problem) => {
    expect(describeKeyOptions('secretsEncryption', undefined, options)).toEqual([problem]);
    expect(describeKeyOptions('secretsEncryption', EncryptionKey.own(), options)).toEqual([problem]);
  });

  it('takes each bound, and what Terraform fills in', () => {
    const role = new TerraformVariable(eksStack(), 'role', { type: 'string' }).stringValue;
    for (const options of [
      { keyRotationDays: 90, keyDeletionDays: 7 },
      { keyRotationDays: 2560, keyDeletionDays: 30, keyAdministrators: [ADMIN, role] },
    ]) {
      expect(describeKeyOptions('secretsEncryption', undefined, options)).toEqual([]);
    }
  });

  it('is administered by roles that are given one by one', () => {
    const keyAdministrators = Token.asList('${var.admins}');
    expect(describeKeyOptions('secretsEncryption', undefined, { keyAdministrators })).toEqual([
      "'keyAdministrators' must be known at synthesis as a list; give its items, each of which Terraform may fill in",
    ]);
  });

  it('is the only kind that has options: one that exists is its owner’s affair', () => {
    const options = { keyRotationDays: 1, keyDeletionDays: 1, keyAdministrators: ['x'] };
    expect(describeKeyOptions('secretsEncryption', EncryptionKey.existing(KEY), options)).toEqual([
      "'keyRotationDays' is for a key of the cluster's own, but 'secretsEncryption' names one that exists; leave it out",
      "'keyDeletionDays' is for a key of the cluster's own, but 'secretsEncryption' names one that exists; leave it out",
      "'keyAdministrators' is for a key of the cluster's own, but 'secretsEncryption' names one that exists; leave it out",
    ]);
    expect(describeKeyOptions('secretsEncryption', EncryptionKey.existing(KEY), {})).toEqual([]);
  });
});
