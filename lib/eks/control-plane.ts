import { EKS_SERVICE_CIDR } from '../catalog/network-defaults';
import { type ApiAccess, ApiExposure, ControlPlaneLog } from '../cluster';
import { whenResolved } from '../cluster/private/tokens';
import { Cidr } from '../values';

/** The range of Services when the props name none; one of the two that EKS itself picks from. */
export const DEFAULT_SERVICE_CIDR = EKS_SERVICE_CIDR;

const LOG_TYPES: Readonly<Record<ControlPlaneLog, string>> = {
  [ControlPlaneLog.API]: 'api',
  [ControlPlaneLog.AUDIT]: 'audit',
  [ControlPlaneLog.AUTHENTICATOR]: 'authenticator',
  [ControlPlaneLog.CONTROLLER_MANAGER]: 'controllerManager',
  [ControlPlaneLog.SCHEDULER]: 'scheduler',
};

const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map((text) => Cidr.parse(text));

/** EKS's names of the logs, sorted and each once. */
export function renderLogTypes(logs: readonly ControlPlaneLog[]): string[] {
  return [...new Set(logs.map((log) => LOG_TYPES[log]))].sort();
}

/**
 * The attributes of `vpc_config` that decide who reaches the API. The private endpoint is always on, so that nodes never
 * leave the VPC to reach it. The ranges are written out even for the whole Internet: the provider keeps the last
 * ones when the attribute goes away, and a cluster that was restricted would silently stay so.
 */
export function renderEndpointAccess(access: ApiAccess): {
  readonly endpointPrivateAccess: boolean;
  readonly endpointPublicAccess: boolean;
  readonly publicAccessCidrs?: string[];
} {
  switch (access.exposure) {
    case ApiExposure.PRIVATE:
      return { endpointPrivateAccess: true, endpointPublicAccess: false };
    case ApiExposure.RESTRICTED:
      return {
        endpointPrivateAccess: true,
        endpointPublicAccess: true,
        publicAccessCidrs: [...new Set(access.allowedCidrs)].sort(),
      };
    case ApiExposure.PUBLIC:
      return { endpointPrivateAccess: true, endpointPublicAccess: true, publicAccessCidrs: ['0.0.0.0/0'] };
  }
}

/** Ranges that EKS takes for the public endpoint, a quota that AWS does not raise. */
const MOST_PUBLIC_RANGES = 40;

/**
 * What EKS would refuse about the ranges that may reach the public endpoint; empty when all are fine. Private ranges never arrive
 * there: who comes from one is inside the VPC, or connected to it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
 */
export function describePublicRanges(cidrs: readonly string[]): readonly string[] {
  const problems: string[] = [];
  const count = new Set(cidrs).size;
  if (count > MOST_PUBLIC_RANGES) {
    problems.push(
      `'apiAccess' restricted to ${count} ranges must name at most ${MOST_PUBLIC_RANGES}, the most that EKS takes; join neighbours into wider ranges`,
    );
  }
  for (const text of cidrs) {
    whenResolved(text, (known) => {
      const cidr = Cidr.parse(known);
      if (!PRIVATE_RANGES.some((range) => range.contains(cidr))) return;
      problems.push(
        `'apiAccess' restricted to '${cidr}' is a private range, which EKS refuses for the public endpoint; the VPC reaches the API in any case, other private networks by a rule on 'apiSecurityGroupId'`,
      );
    });
  }
  return problems;
}

/**
 * What EKS would refuse about a range of Services by itself; empty when it is fine.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
 */
export function describeServiceCidr(serviceCidr: Cidr): readonly string[] {
  const problems: string[] = [];
  if (!PRIVATE_RANGES.some((range) => range.contains(serviceCidr))) {
    problems.push(
      `'serviceCidr' (${serviceCidr}) must lie within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16`,
    );
  }
  if (serviceCidr.prefix < 12 || serviceCidr.prefix > 24) {
    problems.push(`'serviceCidr' (${serviceCidr}) must have a mask of 12 to 24 bits`);
  }
  return problems;
}
