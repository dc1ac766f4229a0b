import { compareStacks } from '../../lib/day-two';
import { cluster, stackOf } from './stacks';

type Resources = Parameters<typeof stackOf>[0];

function found(before: Resources, after: Resources): readonly (readonly string[])[] {
  const { findings } = compareStacks(stackOf(cluster(before)), stackOf(cluster(after)));
  return findings.map(({ kind, severity, message }) => [kind, severity, message]);
}

describe('changes of a cluster that replace nothing and do not do what they seem to', () => {
  it('refuse another key for the secrets', () => {
    const encryption_config = {
      provider: { key_arn: 'arn:aws:kms:eu-west-1:1:key/2' },
      resources: ['secrets'],
    };
    expect(found({}, { 'aws_eks_cluster.Prod': { encryption_config } })).toEqual([
      [
        'encryption-key-changed',
        'refused',
        'aws_eks_cluster.Prod changes the key of its secrets from "${aws_kms_key.Key.arn}" to "arn:aws:kms:eu-west-1:1:key/2", which EKS cannot; keep the key, and let it rotate',
      ],
    ]);
  });

  it('refuse to leave Auto Mode out, and take false', () => {
    const on = { 'aws_eks_cluster.Prod': { compute_config: { enabled: true, node_pools: ['system'] } } };
    const off = { 'aws_eks_cluster.Prod': { compute_config: { enabled: false } } };
    expect(found(on, off)).toEqual([]);
    const text =
      "aws_eks_cluster.Prod no longer says whether it has Auto Mode, which leaves it as it is; say 'autoMode: false' instead, for as long as the cluster lives";
    expect(found(on, {})).toEqual([['auto-mode-dropped', 'refused', text]]);
    expect(found(off, {})).toEqual([['auto-mode-dropped', 'warning', text]]);
  });

  it('warn before the control plane’s traffic goes through the VPC, and refuse the way back', () => {
    const routed = {
      'aws_eks_cluster.Prod': { vpc_config: { control_plane_egress_mode: 'CUSTOMER_ROUTED' } },
    };
    expect(found({}, routed)).toEqual([
      [
        'egress-mode-one-way',
        'warning',
        'aws_eks_cluster.Prod sends the traffic of its control plane through your network from now on, and EKS does not take that back',
      ],
    ]);
    expect(found(routed, {})).toEqual([
      [
        'egress-mode-one-way',
        'refused',
        'aws_eks_cluster.Prod takes the traffic of its control plane out of your network again, which EKS does only by a new cluster',
      ],
    ]);
    expect(found(routed, routed)).toEqual([]);
  });

  it('do not warn of what the CNI is told beside how pods get their addresses', () => {
    const cni = (windows: string): Resources => ({
      'aws_eks_addon.Cni': {
        addon_name: 'vpc-cni',
        configuration_values: `{${windows}"env":{"ENABLE_PREFIX_DELEGATION":"true"}}`,
      },
    });
    expect(found(cni(''), cni('"enableWindowsIpam":"true",'))).toEqual([]);
  });

  it('warn that nodes keep to their pods’ old addresses', () => {
    const cni = (mode: string): Resources => ({
      'aws_eks_addon.Dns': { addon_name: 'vpc-cni', configuration_values: `{"env":{"MODE":"${mode}"}}` },
    });
    expect(found(cni('prefixes'), cni('custom'))).toEqual([
      [
        'nodes-keep-old-addresses',
        'warning',
        'aws_eks_addon.Dns gives pods their addresses in another way, and nodes that run keep to the old one; replace every node afterwards',
      ],
    ]);
    expect(found(cni('prefixes'), cni('prefixes'))).toEqual([]);
  });
});
