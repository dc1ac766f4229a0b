import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { EKS_VPC_CIDR } from '../../catalog/network-defaults';
import { type Cidr, readNamedCidr, ValidationError } from '../../values';
import { EksEgress } from '../egress';
import type { EksEndpoint } from '../endpoint';
import { ENDPOINT_IDS, ENDPOINTS_IN_PLACE_OF_EGRESS } from './endpoint-ids';
import { describePermissionsBoundary } from './permissions-boundary';
import { describePodCidr } from './pod-range';
import { describeZones } from './zones';

interface CheckedProps {
  readonly networkName: string;
  readonly cidr?: string;
  readonly podCidr?: string;
  readonly availabilityZones?: readonly string[];
  readonly zoneCount?: 2 | 3;
  readonly egress?: EksEgress;
  readonly endpoints?: readonly EksEndpoint[];
  readonly permissionsBoundaryArn?: string;
}

/** @throws ValidationError with all that is refused about name, zones, endpoints and boundary. */
export function assertNetworkProps(props: CheckedProps, scope: Construct): void {
  const problems = [
    ...describeName(props.networkName),
    ...describeZones(props),
    ...describeEndpoints(props.endpoints ?? [], props.egress),
    ...describePermissionsBoundary(props.permissionsBoundaryArn),
  ];
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
}

/**
 * The ranges that subnets are cut from.
 *
 * @throws ValidationError when one is not known, cannot be read, or AWS would not take both.
 */
export function readRanges(
  props: CheckedProps,
  scope: Construct,
): { readonly cidr: Cidr; readonly podCidr: Cidr | undefined } {
  const cidr = readRange('cidr', props.cidr ?? EKS_VPC_CIDR, EKS_VPC_CIDR, scope);
  if (props.podCidr === undefined) return { cidr, podCidr: undefined };
  const podCidr = readRange('podCidr', props.podCidr, '100.64.0.0/16', scope);
  const problems = describePodCidr(podCidr, cidr);
  if (problems.length > 0) throw new ValidationError(problems.join('; '), scope);
  return { cidr, podCidr };
}

function readRange(prop: string, text: string, example: string, scope: Construct): Cidr {
  if (Token.isUnresolved(text)) {
    throw new ValidationError(
      `'${prop}' must be known at synthesis, because the subnets are cut from it; give text such as '${example}'`,
      scope,
    );
  }
  const read = readNamedCidr(prop, text);
  if (typeof read === 'string') throw new ValidationError(read, scope);
  return read.cidr;
}

function describeName(name: string): readonly string[] {
  if (Token.isUnresolved(name) || /^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/.test(name)) return [];
  return [
    `'networkName' (${name}) must be 1 to 40 lower-case letters, digits and hyphens, starting with a letter`,
  ];
}

function describeEndpoints(
  endpoints: readonly EksEndpoint[],
  egress: EksEgress | undefined,
): readonly string[] {
  return endpoints.flatMap((service, i) => {
    if (ENDPOINT_IDS[service] === undefined) {
      return [`'endpoints' names '${service}', which is none of ${Object.keys(ENDPOINT_IDS).join(', ')}`];
    }
    if (endpoints.indexOf(service) !== i) return [`'endpoints' names '${service}' twice; name each once`];
    if (egress === EksEgress.NONE && ENDPOINTS_IN_PLACE_OF_EGRESS.includes(service)) {
      return [`'endpoints' names '${service}', which EksEgress.NONE defines already; leave it out`];
    }
    return [];
  });
}
