import { EKS_ENDPOINT_SERVICES } from '../../catalog/network-defaults';
import { EksEndpoint } from '../endpoint';

/** The construct id of each endpoint; those of the ten are the keys that the catalogue has for them. */
export const ENDPOINT_IDS: Readonly<Record<EksEndpoint, string>> = {
  [EksEndpoint.AUTOSCALING]: 'Autoscaling',
  [EksEndpoint.EC2]: 'Ec2',
  [EksEndpoint.ECR_API]: 'EcrApi',
  [EksEndpoint.ECR_DKR]: 'EcrDkr',
  [EksEndpoint.EKS]: 'Eks',
  [EksEndpoint.EKS_AUTH]: 'EksAuth',
  [EksEndpoint.ELASTIC_LOAD_BALANCING]: 'ElasticLoadBalancing',
  [EksEndpoint.KMS]: 'Kms',
  [EksEndpoint.LOGS]: 'Logs',
  [EksEndpoint.STS]: 'Sts',
  [EksEndpoint.SSM]: 'Ssm',
  [EksEndpoint.SSM_MESSAGES]: 'SsmMessages',
  [EksEndpoint.EC2_MESSAGES]: 'Ec2Messages',
  [EksEndpoint.SQS]: 'Sqs',
  [EksEndpoint.MONITORING]: 'Monitoring',
  [EksEndpoint.XRAY]: 'Xray',
  [EksEndpoint.PROMETHEUS]: 'Prometheus',
  [EksEndpoint.GUARDDUTY]: 'Guardduty',
  [EksEndpoint.ELASTIC_FILE_SYSTEM]: 'ElasticFileSystem',
  [EksEndpoint.SECRETS_MANAGER]: 'SecretsManager',
};

const IN_PLACE_OF_EGRESS: ReadonlySet<string> = new Set(Object.values(EKS_ENDPOINT_SERVICES));

/** What nodes and add-ons call, which a network without a way out cannot do without; the ten that the catalogue counts. */
export const ENDPOINTS_IN_PLACE_OF_EGRESS: readonly EksEndpoint[] = Object.values(EksEndpoint).filter(
  (service) => IN_PLACE_OF_EGRESS.has(service),
);
