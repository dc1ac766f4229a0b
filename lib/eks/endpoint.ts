/**
 * AWS services that can be reached inside the VPC by an interface endpoint, by the name that their endpoint has. Each costs by
 * the hour in each zone, and a little per gigabyte. Not every region has every one of them.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export enum EksEndpoint {
  /** Scaling of node groups; one of the ten that {@link EksEgress.NONE} defines. */
  AUTOSCALING = 'autoscaling',
  /** Network interfaces and volumes; one of the ten. */
  EC2 = 'ec2',
  /** Who may pull which image; one of the ten. */
  ECR_API = 'ecr.api',
  /** Images; one of the ten. Their layers come from S3, whose endpoint is free and always there. */
  ECR_DKR = 'ecr.dkr',
  /** The API of EKS, not of Kubernetes; one of the ten. */
  EKS = 'eks',
  /** Credentials of Pod Identity; one of the ten. */
  EKS_AUTH = 'eks-auth',
  /** What the load balancer controllers call; one of the ten. */
  ELASTIC_LOAD_BALANCING = 'elasticloadbalancing',
  /** Keys of volumes and logs; one of the ten. */
  KMS = 'kms',
  /** CloudWatch Logs; one of the ten. */
  LOGS = 'logs',
  /** Credentials of roles of service accounts; one of the ten. */
  STS = 'sts',
  /** With the next two: sessions on nodes by Systems Manager. */
  SSM = 'ssm',
  SSM_MESSAGES = 'ssmmessages',
  EC2_MESSAGES = 'ec2messages',
  /** Interruption notices, which Karpenter reads. */
  SQS = 'sqs',
  /** CloudWatch metrics. */
  MONITORING = 'monitoring',
  /** Traces. */
  XRAY = 'xray',
  /** Managed Prometheus: queries, and what is sent to it. */
  PROMETHEUS = 'aps-workspaces',
  /** Findings of the GuardDuty agent on nodes. */
  GUARDDUTY = 'guardduty-data',
  /** Volumes on EFS. */
  ELASTIC_FILE_SYSTEM = 'elasticfilesystem',
  SECRETS_MANAGER = 'secretsmanager',
}
