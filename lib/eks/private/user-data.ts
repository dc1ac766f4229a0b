import { EKS_MAX_PODS_PER_NODE } from '../../catalog/node-limits';

const BOUNDARY = 'kubewhere';

/**
 * What a node is told before EKS adds how to join: how many pods it takes. Without it Amazon Linux 2023 counts the
 * addresses of the machine as if the CNI gave them out one by one, and an m7i.large would stop at 29 pods.
 *
 * @see https://awslabs.github.io/amazon-eks-ami/nodeadm/doc/api/
 */
export function renderUserData(): string {
  const text = [
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${BOUNDARY}"`,
    '',
    `--${BOUNDARY}`,
    'Content-Type: application/node.eks.aws',
    '',
    'apiVersion: node.eks.aws/v1alpha1',
    'kind: NodeConfig',
    'spec:',
    '  kubelet:',
    '    config:',
    `      maxPods: ${EKS_MAX_PODS_PER_NODE}`,
    '',
    `--${BOUNDARY}--`,
    '',
  ].join('\n');
  return Buffer.from(text, 'utf8').toString('base64');
}
