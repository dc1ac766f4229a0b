import type {
  LaunchTemplateConfig,
  LaunchTemplateNetworkInterfaces,
} from '@cdktf/provider-aws/lib/launch-template';
import { type EksCapacityReservation, EksReservationKind } from '../capacity-reservation';
import { efaCardsOf } from './efa';
import { type NodeDiskOptions, renderNodeDisks } from './node-disks';
import { tagsOrNone, withName } from './tags';

export interface LaunchTemplateOptions {
  /** Stem of the names of machines and template. */
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Id of an image of your own; EKS puts in its own otherwise. */
  readonly imageId: string | undefined;
  /** In base64. */
  readonly userData: string | undefined;
  readonly imdsHopLimit: number;
  readonly disk: NodeDiskOptions;
  /** All security groups, in order; empty leaves them to EKS, which takes the cluster's. */
  readonly securityGroupIds: readonly string[];
  /** Type whose Elastic Fabric Adapters are used, all of them; `undefined` for none. */
  readonly efaType: string | undefined;
  readonly placementGroupName: string | undefined;
  readonly capacityReservation: EksCapacityReservation | undefined;
}

/** The launch template of nodes: what EKS lets a managed node group say there, and only there. */
export function renderLaunchTemplate(options: LaunchTemplateOptions): LaunchTemplateConfig {
  const tags = withName(options.tags, options.name);
  const { efaType, capacityReservation, placementGroupName } = options;
  const groups = [...options.securityGroupIds];
  return {
    namePrefix: `${options.name}-`,
    imageId: options.imageId,
    userData: options.userData,
    metadataOptions: {
      httpEndpoint: 'enabled',
      httpTokens: 'required',
      // One hop ends at the node: a pod cannot take the node's own role
      httpPutResponseHopLimit: options.imdsHopLimit,
    },
    blockDeviceMappings: renderNodeDisks(options.disk),
    // With interfaces of its own, a template may name security groups there only
    vpcSecurityGroupIds: groups.length === 0 || efaType !== undefined ? undefined : groups,
    networkInterfaces: efaType === undefined ? undefined : renderInterfaces(efaType, groups),
    placement: placementGroupName === undefined ? undefined : { groupName: placementGroupName },
    instanceMarketOptions:
      capacityReservation?.kind === EksReservationKind.CAPACITY_BLOCK
        ? { marketType: 'capacity-block' }
        : undefined,
    capacityReservationSpecification:
      capacityReservation === undefined
        ? undefined
        : { capacityReservationTarget: { capacityReservationId: capacityReservation.reservationId } },
    tagSpecifications: ['instance', 'network-interface', 'volume'].map((resourceType) => ({
      resourceType,
      tags,
    })),
    tags: tagsOrNone(options.tags),
    lifecycle: { createBeforeDestroy: true },
  };
}

/**
 * One ordinary interface for TCP, and one for each adapter that takes no addresses from the subnet.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/efa-acc-inst-types.html
 */
function renderInterfaces(
  instanceType: string,
  securityGroupIds: readonly string[],
): LaunchTemplateNetworkInterfaces[] {
  const common = { deleteOnTermination: 'true', securityGroups: [...securityGroupIds] };
  return [
    { networkCardIndex: 0, deviceIndex: 0, ...common },
    ...efaCardsOf(instanceType).map((card) => ({
      interfaceType: 'efa-only',
      networkCardIndex: card,
      // The first place of the first card is taken
      deviceIndex: card === 0 ? 1 : 0,
      ...common,
    })),
  ];
}
