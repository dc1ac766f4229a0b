import type { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { requireProvider } from '../cluster/private/provider-floor';

/** How long a control-plane component is told to do something, as the provider takes it; see each prop for its bounds. */
type DurationText = string;

/** What each newer attribute holds, in the provider's own words. */
export interface EksNewerValues {
  readonly controlPlaneEgressMode: 'AWS_MANAGED' | 'CUSTOMER_ROUTED';
  readonly kubeApiServerConfig: {
    readonly event_ttl?: DurationText;
    readonly service_node_port_range?: { readonly min_port: number; readonly max_port: number };
  };
  readonly kubeControllerManagerConfig: {
    readonly horizontal_pod_autoscaler_controller_config?: {
      readonly horizontal_pod_autoscaler_sync_period: DurationText;
    };
    readonly pod_gc_controller_config?: { readonly terminated_pod_gc_threshold: number };
  };
  readonly kubeSchedulerConfig: {
    readonly node_resources_fit: {
      readonly scoring_strategy: {
        readonly type: 'LeastAllocated' | 'MostAllocated';
        readonly resource?: readonly { readonly name: string; readonly weight: number }[];
      };
    };
  };
  readonly outpostEtcdInstanceType: string;
  readonly outpostEtcdGroupName: string;
  readonly updateStrategy: 'DEFAULT' | 'MINIMAL';
  readonly warmPoolConfig: {
    readonly pool_state?: 'STOPPED' | 'RUNNING' | 'HIBERNATED';
    readonly min_size?: number;
    readonly max_group_prepared_capacity?: number;
    readonly reuse_on_scale_in?: boolean;
  };
  readonly addOnNamespace: string;
  readonly podIdentitySessionPolicy: string;
}

/** An attribute that hashicorp/aws has and the bindings, which stop at 6.25, do not. */
export interface EksNewerAttribute {
  readonly resourceType: string;
  /** Place in the resource, blocks separated by dots. */
  readonly path: string;
  /** The first provider version that is known to have it. */
  readonly since: string;
}

/**
 * All attributes that are written past the bindings: the only place that knows them. When the bindings catch up, an entry
 * goes away and its user writes the prop.
 *
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md
 */
export const EKS_NEWER_ATTRIBUTES: Readonly<Record<keyof EksNewerValues, EksNewerAttribute>> = {
  controlPlaneEgressMode: {
    resourceType: 'aws_eks_cluster',
    path: 'vpc_config.control_plane_egress_mode',
    since: '6.52.0',
  },
  kubeApiServerConfig: { resourceType: 'aws_eks_cluster', path: 'kube_api_server_config', since: '6.60.0' },
  kubeControllerManagerConfig: {
    resourceType: 'aws_eks_cluster',
    path: 'kube_controller_manager_config',
    since: '6.63.0',
  },
  kubeSchedulerConfig: { resourceType: 'aws_eks_cluster', path: 'kube_scheduler_config', since: '6.60.0' },
  outpostEtcdInstanceType: {
    resourceType: 'aws_eks_cluster',
    path: 'outpost_config.etcd_instance_type',
    since: '6.66.0',
  },
  outpostEtcdGroupName: {
    resourceType: 'aws_eks_cluster',
    path: 'outpost_config.etcd_placement.group_name',
    since: '6.66.0',
  },
  updateStrategy: {
    resourceType: 'aws_eks_node_group',
    path: 'update_config.update_strategy',
    since: '6.28.0',
  },
  warmPoolConfig: { resourceType: 'aws_eks_node_group', path: 'warm_pool_config', since: '6.56.0' },
  addOnNamespace: { resourceType: 'aws_eks_addon', path: 'namespace_config.namespace', since: '6.42.0' },
  podIdentitySessionPolicy: {
    resourceType: 'aws_eks_pod_identity_association',
    path: 'policy',
    since: '6.66.0',
  },
};

/** What `aws_arczonalshift_zonal_autoshift_configuration`, which the bindings lack altogether, needs. */
export const ZONAL_AUTOSHIFT_SINCE = '6.45.0';

/**
 * Sets an attribute that is newer than the bindings, and raises the version of the provider that its stack asks for to one
 * that has it. A stack that uses none keeps the version of the bindings. After it was raised, `terraform init -upgrade`
 * is needed once.
 *
 * The attribute is not checked by the bindings' types but by Terraform, when it validates.
 */
export function setNewerAttribute<K extends keyof EksNewerValues>(
  resource: TerraformResource,
  name: K,
  value: EksNewerValues[K],
): void {
  const { path, since } = EKS_NEWER_ATTRIBUTES[name];
  resource.addOverride(path, value);
  requireAwsProvider(resource, since);
}

/** Makes the stack of a construct ask for at least this version of hashicorp/aws. The highest that was asked for wins. */
export function requireAwsProvider(scope: IConstruct, version: string): void {
  requireProvider(scope, { provider: 'aws', since: version, below: '7.0.0' });
}
