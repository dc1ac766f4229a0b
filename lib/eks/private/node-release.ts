import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import { Fn } from 'cdktf';
import type { Construct } from 'constructs';
import type { KubernetesVersion } from '../../values';
import { type EksNodeRelease, EksNodeReleaseChoice } from '../node-release';

/** Where AWS publishes the newest release of an image. */
export interface PublishedRelease {
  /** Name of a public parameter of Systems Manager. */
  readonly parameter: string;
  /** Key of the release where the parameter is an object in JSON; otherwise it is the release itself. */
  readonly key?: string;
}

/** Variants of Bottlerocket, by the end of EKS's name of the image. */
const BOTTLEROCKET_VARIANT: Readonly<Record<string, string>> = {
  '': '',
  _FIPS: '-fips',
  _NVIDIA: '-nvidia',
  _NVIDIA_FIPS: '-nvidia-fips',
};

/**
 * The parameter that holds the newest release of one of EKS's images, by EKS's name of it.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id-bottlerocket.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/retrieve-windows-ami-id.html
 */
export function tryPublishedRelease(
  amiType: string,
  version: KubernetesVersion,
): PublishedRelease | undefined {
  const [, al2023Machine, al2023Variant] = /^AL2023_(x86_64|ARM_64)_([A-Z]+)$/.exec(amiType) ?? [];
  if (al2023Machine !== undefined && al2023Variant !== undefined) {
    const path = `amazon-linux-2023/${machineOf(al2023Machine)}/${al2023Variant.toLowerCase()}`;
    return { parameter: `/aws/service/eks/optimized-ami/${version}/${path}/recommended/release_version` };
  }
  const [, bottlerocketMachine, suffix = ''] = /^BOTTLEROCKET_(x86_64|ARM_64)(.*)$/.exec(amiType) ?? [];
  const variant = BOTTLEROCKET_VARIANT[suffix];
  if (bottlerocketMachine !== undefined && variant !== undefined) {
    const path = `aws-k8s-${version}${variant}/${machineOf(bottlerocketMachine)}`;
    return { parameter: `/aws/service/bottlerocket/${path}/latest/image_version` };
  }
  const [, edition, year] = /^WINDOWS_(CORE|FULL)_(\d{4})_x86_64$/.exec(amiType) ?? [];
  if (edition !== undefined && year !== undefined) {
    const name = `Windows_Server-${year}-English-${edition === 'CORE' ? 'Core' : 'Full'}-EKS_Optimized-${version}`;
    return { parameter: `/aws/service/ami-windows-latest/${name}`, key: 'release_version' };
  }
  return undefined;
}

/** The release that a node group is told; `undefined` leaves it to EKS. */
export function resolveRelease(
  scope: Construct,
  release: EksNodeRelease | undefined,
  amiType: string | undefined,
  version: KubernetesVersion,
): string | undefined {
  if (release?.choice !== EksNodeReleaseChoice.MOST_RECENT || amiType === undefined) return release?.version;
  const published = tryPublishedRelease(amiType, version);
  if (published === undefined) return undefined;
  // The plain value: of a public parameter nothing is secret, and the other one would hide the release in plans
  const { insecureValue } = new DataAwsSsmParameter(scope, 'Release', { name: published.parameter });
  if (published.key === undefined) return insecureValue;
  return Fn.tostring(Fn.lookupNested(Fn.jsondecode(insecureValue), [published.key]));
}

function machineOf(name: string): string {
  return name === 'x86_64' ? 'x86_64' : 'arm64';
}
