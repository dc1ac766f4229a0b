import type { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { type ApiAccess, ApiExposure } from '../../cluster';
import { whenResolved } from '../../cluster/private/tokens';
import { setNewerAttribute } from '../newer-attributes';
import type { EksOutpost } from '../outpost';
import type { ClusterConfigPart } from './cluster-config';
import type { ClusterRoleProps } from './cluster-roles';
import { ServiceRole } from './service-role';

const OUTPOST_ARN = /^arn:aws[a-z-]*:outposts:[a-z0-9-]+:\d{12}:outpost\/op-[0-9a-f]{17}$/;
const MACHINE_TYPE = /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/;

/** Props that EKS has no use for in a local cluster, and why. */
const REFUSED = {
  serviceCidr: 'EKS picks the range of Services there',
  secretsEncryption: 'EKS does not encrypt secrets by a key of yours there',
  podNetworking: 'its CNI is no add-on of EKS',
  remoteNetworks: 'EKS connects remote nodes to clusters in a region only',
  autoMode: 'EKS runs no machines there',
  autoModeNodePools: 'EKS runs no machines there',
  zonalShift: 'an Outpost is in one zone',
  zonalAutoshift: 'an Outpost is in one zone',
  controlPlaneTier: "its capacity is 'controlPlaneInstanceType'",
  administrators: "EKS has no access entries there; name people in the ConfigMap 'aws-auth'",
  accessEntries: "EKS has no access entries there; name people in the ConfigMap 'aws-auth'",
  nodePools: 'EKS has no managed node groups there; make machines beside the cluster',
  addOns: 'EKS installs no add-ons there; its own manifests do',
  irsa: 'EKS has no issuer of tokens there',
} as const;

/** What the props of a cluster say beside its Outpost, as far as it matters. */
export type BesideOutpost = Readonly<Partial<Record<keyof typeof REFUSED, unknown>>> & {
  readonly apiAccess?: ApiAccess;
  readonly network?: unknown;
};

/**
 * What EKS would refuse about a local cluster; empty when all is fine.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-outposts.html
 */
export function describeOutpost(outpost: EksOutpost | undefined, props: BesideOutpost): readonly string[] {
  if (outpost === undefined) return [];
  const problems = [
    ...describeForm(
      'outpostArn',
      outpost.outpostArn,
      OUTPOST_ARN,
      "the ARN of one Outpost such as 'arn:aws:outposts:eu-west-1:111122223333:outpost/op-0123456789abcdef0'",
    ),
    ...describeForm(
      'controlPlaneInstanceType',
      outpost.controlPlaneInstanceType,
      MACHINE_TYPE,
      "a type of machine such as 'm5.large'",
    ),
    ...describeForm(
      'etcdInstanceType',
      outpost.etcdInstanceType,
      MACHINE_TYPE,
      "a type of machine such as 'm5.large'",
    ),
  ];
  if (outpost.etcdPlacementGroupName !== undefined && outpost.etcdInstanceType === undefined) {
    problems.push(
      `'outpost' 'etcdPlacementGroupName' (${outpost.etcdPlacementGroupName}) needs 'etcdInstanceType': without machines of its own, etcd stands where the control plane does`,
    );
  }
  if (props.network === undefined) {
    problems.push(
      `'outpost' needs a 'network' whose subnets lie on the Outpost, by EksNetwork.fromAttributes(); the cluster's own lies in the region`,
    );
  }
  if (props.apiAccess !== undefined && props.apiAccess.exposure !== ApiExposure.PRIVATE) {
    problems.push(
      `'outpost' does not go with 'apiAccess' (${props.apiAccess.exposure}): the API of a local cluster is private; use ApiAccess.private()`,
    );
  }
  for (const prop of Object.keys(REFUSED) as (keyof typeof REFUSED)[]) {
    if (isGiven(props[prop])) {
      problems.push(`'outpost' does not go with '${prop}': ${REFUSED[prop]}; leave it out`);
    }
  }
  return problems;
}

/**
 * What a local cluster says in place of what clusters in a region say about addresses of Services, access, add-ons, encryption, support
 * and zones: EKS refuses each of these blocks there, and takes one way to authenticate only.
 *
 * @see https://github.com/eksctl-io/eksctl/issues/7552
 */
export function renderOutpost(outpost: EksOutpost): ClusterConfigPart {
  const { outpostArn, controlPlaneInstanceType, placementGroupName } = outpost;
  return {
    outpostConfig: {
      outpostArns: [outpostArn],
      controlPlaneInstanceType,
      ...(placementGroupName === undefined
        ? {}
        : { controlPlanePlacement: { groupName: placementGroupName } }),
    },
    accessConfig: { authenticationMode: 'CONFIG_MAP', bootstrapClusterCreatorAdminPermissions: true },
  };
}

/** Sets what etcd was asked to run on. */
export function setOutpostEtcd(cluster: TerraformResource, outpost: EksOutpost | undefined): void {
  if (outpost?.etcdInstanceType !== undefined) {
    setNewerAttribute(cluster, 'outpostEtcdInstanceType', outpost.etcdInstanceType);
  }
  if (outpost?.etcdPlacementGroupName !== undefined) {
    setNewerAttribute(cluster, 'outpostEtcdGroupName', outpost.etcdPlacementGroupName);
  }
}

/**
 * The role of a control plane on an Outpost, in place of that of one in a region: its machines are EC2 instances of
 * this account, and take the role on as such.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/eks-outposts-local-cluster-create.html
 */
export function defineOutpostRole(scope: Construct, id: string, props: ClusterRoleProps): ServiceRole {
  const { environment } = props.defaults;
  return new ServiceRole(scope, id, {
    roleName: `${props.namePrefix}-${environment.region}-cluster`,
    description: 'Control plane of the cluster',
    service: `ec2.${environment.dnsSuffix}`,
    managedPolicies: { Cluster: environment.managedPolicyArn('AmazonEKSLocalOutpostClusterPolicy') },
    defaults: props.defaults,
  });
}

/** Whether a prop says something: an empty map or list says as little as none. */
function isGiven(value: unknown): boolean {
  if (value === undefined) return false;
  return typeof value !== 'object' || value === null || Object.keys(value).length > 0;
}

function describeForm(name: string, value: string | undefined, form: RegExp, expected: string): string[] {
  const problems: string[] = [];
  whenResolved(value, (text) => {
    if (!form.test(text)) problems.push(`'outpost' '${name}' (${text}) must be ${expected}`);
  });
  return problems;
}
