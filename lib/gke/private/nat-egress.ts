import { ComputeAddress } from '@cdktf/provider-google/lib/compute-address';
import { ComputeRouter } from '@cdktf/provider-google/lib/compute-router';
import { ComputeRouterNat } from '@cdktf/provider-google/lib/compute-router-nat';
import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { GkeNatLog, type GkeNatOptions } from '../nat';

/** Ids of addresses; a number in an id would be an index. */
const ADDRESS_IDS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'] as const;
const LEAST_PORTS = 32;
const MOST_PORTS = 65_536;

/** What Cloud NAT is defined with. */
export interface NatEgressProps extends GkeNatOptions {
  readonly name: string;
  readonly project: string;
  readonly region: string;
  readonly networkId: string;
  readonly nodeSubnetworkId: string;
}

/** One sentence for each option that Google would refuse. */
export function describeNat({
  addressCount,
  minPortsPerNode,
  maxPortsPerNode,
}: GkeNatOptions): readonly string[] {
  const problems: string[] = [];
  if (addressCount !== undefined && !isWhole(addressCount, 1, ADDRESS_IDS.length)) {
    problems.push(
      `'nat' addressCount (${addressCount}) must be a whole number of 1 to ${ADDRESS_IDS.length}; leave it out for addresses that Google picks`,
    );
  }
  for (const [name, ports] of Object.entries({ minPortsPerNode, maxPortsPerNode })) {
    if (
      ports === undefined ||
      (isWhole(ports, LEAST_PORTS, MOST_PORTS) && Number.isInteger(Math.log2(ports)))
    ) {
      continue;
    }
    problems.push(`'nat' ${name} (${ports}) must be a power of two of ${LEAST_PORTS} to ${MOST_PORTS}`);
  }
  const least = minPortsPerNode ?? LEAST_PORTS;
  const most = maxPortsPerNode ?? MOST_PORTS;
  if (problems.length === 0 && least >= most) {
    problems.push(`'nat' maxPortsPerNode (${most}) must be more than 'minPortsPerNode' (${least})`);
  }
  return problems;
}

/** A router and Cloud NAT for nodes and pods of one subnetwork, in the scope of the network. */
export function defineNat(scope: Construct, props: NatEgressProps): ITerraformDependable {
  const { name, project, region, addressCount, log = GkeNatLog.ERRORS_ONLY } = props;
  const common = { project, region, name };
  const router = new ComputeRouter(scope, 'Router', { ...common, network: props.networkId });
  const natIps = addressCount === undefined ? undefined : defineAddresses(scope, props, addressCount);
  return new ComputeRouterNat(scope, 'Nat', {
    ...common,
    router: router.name,
    natIpAllocateOption: natIps === undefined ? 'AUTO_ONLY' : 'MANUAL_ONLY',
    natIps,
    sourceSubnetworkIpRangesToNat: 'LIST_OF_SUBNETWORKS',
    subnetwork: [{ name: props.nodeSubnetworkId, sourceIpRangesToNat: ['ALL_IP_RANGES'] }],
    // one node can open more than the 64 connections of a static share; the two exclude each other
    enableDynamicPortAllocation: true,
    enableEndpointIndependentMapping: false,
    minPortsPerVm: props.minPortsPerNode,
    maxPortsPerVm: props.maxPortsPerNode,
    logConfig:
      log === GkeNatLog.NONE
        ? { enable: false, filter: GkeNatLog.ERRORS_ONLY }
        : { enable: true, filter: log },
  });
}

function defineAddresses(scope: Construct, props: NatEgressProps, count: number): string[] {
  const { name, project, region } = props;
  const addresses = new Construct(scope, 'NatAddresses');
  return ADDRESS_IDS.slice(0, count).map(
    (addressId) =>
      new ComputeAddress(addresses, addressId, {
        project,
        region,
        name: `${name}-nat-${addressId.toLowerCase()}`,
        // one that goes must leave the NAT first, or Google refuses to delete it
        lifecycle: { createBeforeDestroy: true },
      }).selfLink,
  );
}

function isWhole(value: number, least: number, most: number): boolean {
  return !Token.isUnresolved(value) && Number.isInteger(value) && value >= least && value <= most;
}
