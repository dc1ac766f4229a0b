import { EksCluster as EksClusterResource } from '@cdktf/provider-aws/lib/eks-cluster';
import { Annotations } from 'cdktf';
import type { Construct } from 'constructs';
import { ApiExposure } from '../../cluster';
import type { EksClusterProps } from '../cluster-props';
import { DEFAULT_SERVICE_CIDR } from '../control-plane';
import { DEFAULT_LOG_RETENTION_DAYS, EksControlPlaneLogs } from '../logging';
import type { IEksNetwork } from '../network-attributes';
import { ApiDoor } from './api-door';
import { AUTO_MODE_CLUSTER_POLICIES, autoModePoolsOf, defineAutoModeNodeRole } from './auto-mode';
import { logTypesOf, renderClusterConfig, serviceCidrOf } from './cluster-config';
import { type ClusterRoleProps, defineControlPlaneRole } from './cluster-roles';
import {
  describeControlPlaneRisks,
  renderControlPlaneParts,
  renderPlace,
  setNewerControlPlane,
} from './control-plane-assembly';
import { defineOutpostRole } from './outpost';
import type { ServiceRole } from './service-role';
import { ZonalAutoshift } from './zonal-autoshift';

/** What a control plane needs that is there before it. */
export interface ControlPlaneSurroundings extends ClusterRoleProps {
  readonly network: IEksNetwork;
  readonly keyArn: string;
}

/** A control plane, with what it waits for. */
export interface ControlPlane {
  readonly resource: EksClusterResource;
  readonly role: ServiceRole;
  /** Role of the machines in built-in pools of Auto Mode; `undefined` without any. */
  readonly autoModeNodeRole: ServiceRole | undefined;
  readonly apiSecurityGroupId: string;
}

/** What lets the control plane give pods interfaces of their own on a node. */
const BRANCH_INTERFACES = { VpcResourceController: 'AmazonEKSVPCResourceController' };

/** Defines a control plane as children of its cluster: role, security group, logs, the resource, and what the bindings lack. */
export function defineControlPlane(
  scope: Construct,
  props: EksClusterProps,
  surroundings: ControlPlaneSurroundings,
): ControlPlane {
  const { network, keyArn, defaults } = surroundings;
  const { clusterName } = props;
  const role = defineRole(scope, props, surroundings);
  const apiSecurityGroupId = new ApiDoor(scope, 'ApiDoor', {
    clusterName,
    vpcId: network.vpcId,
    vpcCidr: network.vpcCidr,
    vpcIpv6Cidr: network.vpcIpv6Cidr,
    tags: defaults.tags,
  }).securityGroupId;
  const logs = new EksControlPlaneLogs(scope, 'Logs', {
    clusterName,
    types: logTypesOf(props),
    retentionDays: props.logRetentionDays ?? DEFAULT_LOG_RETENTION_DAYS,
    group: props.controlPlaneLogGroup,
    keyArn,
    tags: defaults.tags,
  });
  const autoModeNodeRole =
    autoModePoolsOf(props).length === 0
      ? undefined
      : defineAutoModeNodeRole(scope, 'AutoModeNodeRole', surroundings);
  const resource = new EksClusterResource(
    scope,
    'Resource',
    renderClusterConfig(
      props,
      { roleArn: role.roleArn, intraSubnetIds: network.intraSubnetIds, apiSecurityGroupId },
      renderPlace(props, { serviceCidr: serviceCidrOf(props) ?? DEFAULT_SERVICE_CIDR, keyArn }),
      ...renderControlPlaneParts(props, autoModeNodeRole),
      { dependsOn: [...role.ready, ...logs.ready] },
    ),
  );
  setNewerControlPlane(resource, props);
  if (props.zonalAutoshift !== undefined) {
    new ZonalAutoshift(scope, 'ZonalAutoshift', {
      clusterArn: resource.arn,
      options: props.zonalAutoshift,
    });
  }
  warn(scope, props);
  return { resource, role, autoModeNodeRole, apiSecurityGroupId };
}

function defineRole(
  scope: Construct,
  props: EksClusterProps,
  surroundings: ControlPlaneSurroundings,
): ServiceRole {
  if (props.outpost !== undefined) return defineOutpostRole(scope, 'Role', surroundings);
  const { autoMode, podNetworking } = props;
  return defineControlPlaneRole(scope, 'Role', {
    ...surroundings,
    // Both stay when Auto Mode is switched off, for by them EKS takes its machines away
    actions: autoMode === undefined ? undefined : ['sts:AssumeRole', 'sts:TagSession'],
    policies: {
      ...(autoMode === undefined ? {} : AUTO_MODE_CLUSTER_POLICIES),
      ...(podNetworking?.securityGroupsForPods === true ? BRANCH_INTERFACES : {}),
    },
  });
}

function warn(scope: Construct, props: EksClusterProps): void {
  const annotations = Annotations.of(scope);
  if (props.apiAccess?.exposure === ApiExposure.PUBLIC) {
    annotations.addWarning(
      `[kubewhere:eks/public-api] the Kubernetes API of '${props.clusterName}' is open to the whole Internet; ApiAccess.restricted(…) narrows it to ranges, ApiAccess.private() to the VPC`,
    );
  }
  for (const risk of describeControlPlaneRisks(props)) annotations.addWarning(risk);
}
