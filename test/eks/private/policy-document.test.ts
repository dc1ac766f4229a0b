import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { TerraformVariable } from 'cdktf';
import { renderPolicy } from '../../../lib/eks/private/policy-document';
import { synthesize } from '../../support/synthesized';
import { eksStack, only } from '../eks-stack';

/** The text of a policy on a resource, as Terraform reads it. */
function synthesized(resource: string): string {
  const stack = eksStack();
  new IamPolicy(stack, 'Policy', {
    policy: renderPolicy({ Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject'], Resource: resource }),
  });
  return String(only(synthesize(stack), 'aws_iam_policy').policy);
}

describe('a policy', () => {
  it('is the JSON that IAM takes', () => {
    expect(synthesized('arn:aws:s3:::shop/*')).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::shop/*"}]}',
    );
  });

  it.each(['${aws:PrincipalTag/kubernetes-namespace}', '${s3:prefix}', '${*}', '${?}', '${$}'])(
    'keeps Terraform from reading %s, which is for IAM',
    (variable) => {
      expect(synthesized(`arn:aws:s3:::shop/${variable}/*`)).toContain(`"arn:aws:s3:::shop/$${variable}/*"`);
    },
  );

  it('lets Terraform fill in what is its own', () => {
    const stack = eksStack();
    const bucket = new TerraformVariable(stack, 'bucket', { type: 'string' }).stringValue;
    new IamPolicy(stack, 'Policy', {
      policy: renderPolicy({ Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject'], Resource: bucket }),
    });
    expect(String(only(synthesize(stack), 'aws_iam_policy').policy)).toContain('"Resource":"${var.bucket}"');
  });
});
