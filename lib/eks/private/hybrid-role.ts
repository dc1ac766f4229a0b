import type { Construct } from 'constructs';
import type { AwsEnvironment } from './aws-environment';
import type { PolicyStatement } from './policy-document';
import type { ResourceDefaults } from './resource-defaults';
import { ServiceRole, type ServiceRoleProps } from './service-role';

export interface HybridRoleProps {
  readonly namePrefix: string;
  readonly clusterArn: string;
  /** `undefined` for Systems Manager. */
  readonly trustAnchorArn: string | undefined;
  readonly defaults: ResourceDefaults;
}

/**
 * The role of nodes outside AWS: asks what the cluster is, pulls images, hands pods their identity, and no more.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-creds.html
 */
export function defineHybridRole(scope: Construct, id: string, props: HybridRoleProps): ServiceRole {
  const { defaults, trustAnchorArn, clusterArn } = props;
  const { environment } = defaults;
  const common: PolicyStatement[] = [
    { Sid: 'KnowTheCluster', Effect: 'Allow', Action: ['eks:DescribeCluster'], Resource: clusterArn },
    {
      Sid: 'HandOutPodIdentity',
      Effect: 'Allow',
      Action: ['eks-auth:AssumeRoleForPodIdentity'],
      Resource: clusterArn,
    },
  ];
  const managedPolicies = {
    ImagePull: environment.managedPolicyArn('AmazonEC2ContainerRegistryPullOnly'),
  };
  const roleName = `${props.namePrefix}-${environment.region}-hybrid`;
  const description = 'Nodes of the cluster outside AWS';
  if (trustAnchorArn !== undefined) {
    return new ServiceRole(scope, id, {
      roleName,
      description,
      ...trustInCertificates(trustAnchorArn),
      managedPolicies,
      statements: common,
      defaults,
    });
  }
  return new ServiceRole(scope, id, {
    roleName,
    description,
    ...trustInSystemsManager(environment),
    managedPolicies: {
      ...managedPolicies,
      SystemsManager: environment.managedPolicyArn('AmazonSSMManagedInstanceCore'),
    },
    statements: [
      ...common,
      {
        Sid: 'ReadTheRegister',
        Effect: 'Allow',
        // Knows no narrower resource
        Action: ['ssm:DescribeInstanceInformation'],
        Resource: '*',
      },
      {
        Sid: 'LeaveTheRegister',
        Effect: 'Allow',
        Action: ['ssm:DeregisterManagedInstance'],
        Resource: environment.regionalArn('ssm', 'managed-instance/*'),
        Condition: { StringEquals: { 'ssm:resourceTag/EKSClusterARN': clusterArn } },
      },
    ],
    defaults,
  });
}

type Trust = Pick<ServiceRoleProps, 'service' | 'actions' | 'condition' | 'trust'>;

function trustInSystemsManager(environment: AwsEnvironment): Trust {
  return {
    service: 'ssm.amazonaws.com',
    condition: {
      StringEquals: { 'aws:SourceAccount': environment.accountId },
      ArnEquals: { 'aws:SourceArn': environment.regionalArn('ssm', '*') },
    },
  };
}

/** Two statements, for only the first action carries the name of a session. */
function trustInCertificates(trustAnchorArn: string): Trust {
  const service = 'rolesanywhere.amazonaws.com';
  const anchor = { ArnEquals: { 'aws:SourceArn': trustAnchorArn } };
  return {
    service,
    condition: {
      ...anchor,
      StringEquals: { 'sts:RoleSessionName': '${aws:PrincipalTag/x509Subject/CN}' },
    },
    trust: [
      {
        Sid: 'Tag',
        Effect: 'Allow',
        Principal: { Service: service },
        Action: ['sts:TagSession', 'sts:SetSourceIdentity'],
        Condition: anchor,
      },
    ],
  };
}
