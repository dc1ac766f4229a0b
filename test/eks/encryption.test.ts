import { TerraformVariable } from 'cdktf';
import { EncryptionKey } from '../../lib/cluster';
import { EksNetwork } from '../../lib/eks';
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
