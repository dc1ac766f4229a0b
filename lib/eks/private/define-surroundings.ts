import type { Construct } from 'constructs';
import { EncryptionKey } from '../../cluster';
import type { EksClusterProps } from '../cluster-props';
import { EksEncryption } from '../encryption';
import { controlPlaneLogGroupName } from '../logging';
import { EksNetwork } from '../network';
import type { AwsEnvironment } from './aws-environment';
import { isProtected } from './cluster-config';
import { flowLogGroupName } from './flow-logs';
import { observabilityLogGroupNames } from './observability-add-on';
import { isIpv6 } from './service-network';

/** Defines the key of a cluster as its child, for secrets and for the log groups that belong to it. */
export function defineEncryption(
  scope: Construct,
  props: EksClusterProps,
  environment: AwsEnvironment,
): EksEncryption {
  const { clusterName, observability, tags = {} } = props;
  return new EksEncryption(scope, 'Encryption', {
    prop: 'secretsEncryption',
    key: props.secretsEncryption ?? EncryptionKey.own(),
    alias: `kubewhere/eks/${clusterName}`,
    description: `Secrets and logs of the cluster ${clusterName}`,
    logGroupNames: [
      controlPlaneLogGroupName(clusterName),
      ...(props.network === undefined ? [flowLogGroupName(clusterName)] : []),
      ...(observability === undefined ? [] : observabilityLogGroupNames(clusterName, observability)),
    ],
    preventDestroy: isProtected(props),
    options: props,
    environment,
    tags,
  });
}

/** Defines the network of a cluster that was given none, as its child. */
export function defineOwnNetwork(scope: Construct, props: EksClusterProps, keyArn: string): EksNetwork {
  return new EksNetwork(scope, 'Network', {
    networkName: props.clusterName,
    ipv6: isIpv6(props.podNetworking) ? true : undefined,
    flowLogRetentionDays: props.logRetentionDays,
    logEncryption: EncryptionKey.existing(keyArn),
    permissionsBoundaryArn: props.permissionsBoundaryArn,
    tags: props.tags,
  });
}
