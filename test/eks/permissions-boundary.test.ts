import { TerraformVariable } from 'cdktf';
import { EksNetwork } from '../../lib/eks';
import { synthesize } from '../support/synthesized';
import { all, defineEks, eksStack, only, synthesizeEks } from './eks-stack';

const BOUNDARY = 'arn:aws:iam::111122223333:policy/Boundary';

describe('the permissions boundary of an EKS cluster', () => {
  it('is on every role, also on that of the network of its own', () => {
    const roles = all(synthesizeEks({ permissionsBoundaryArn: BOUNDARY }), 'aws_iam_role');
    expect(
      Object.fromEntries(Object.entries(roles).map(([id, role]) => [id, role.permissions_boundary])),
    ).toEqual({
      Cluster_AddOns_EbsCsiRole_A495571B: BOUNDARY,
      Cluster_AddOns_VpcCniRole_C028E544: BOUNDARY,
      Cluster_Network_FlowLogs_Role_8607FC96: BOUNDARY,
      Cluster_NodeRole_687A61BB: BOUNDARY,
      Cluster_Role_FA261979: BOUNDARY,
    });
  });

  it('is on no role unless asked for', () => {
    const roles = Object.values(all(synthesizeEks(), 'aws_iam_role'));
    expect(roles.filter((role) => 'permissions_boundary' in role)).toEqual([]);
  });

  it('is left to Terraform where Terraform fills it in', () => {
    const stack = eksStack();
    const permissionsBoundaryArn = new TerraformVariable(stack, 'boundary', { type: 'string' }).stringValue;
    new EksNetwork(stack, 'Network', { networkName: 'prod', permissionsBoundaryArn });
    expect(only(synthesize(stack), 'aws_iam_role').permissions_boundary).toBe('${var.boundary}');
  });

  it('fails when it is no policy', () => {
    const message =
      "'permissionsBoundaryArn' (arn:aws:iam::111122223333:role/Boundary) must be the ARN of an IAM policy such as 'arn:aws:iam::111122223333:policy/Boundary'";
    const permissionsBoundaryArn = 'arn:aws:iam::111122223333:role/Boundary';
    expect(() => defineEks(eksStack(), { permissionsBoundaryArn })).toThrow(
      expect.objectContaining({ message: `[test/Cluster] ${message}`, name: 'ValidationError' }),
    );
    expect(
      () => new EksNetwork(eksStack(), 'Network', { networkName: 'prod', permissionsBoundaryArn }),
    ).toThrow(expect.objectContaining({ message: `[test/Network] ${message}`, name: 'ValidationError' }));
  });
});
