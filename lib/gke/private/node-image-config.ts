import type { ContainerNodePoolNodeConfig } from '@cdktf/provider-google/lib/container-node-pool';
import { GkeNodeImage } from '../node-image';
import type { GkeNodePoolOptions } from '../node-pool-options';

const WINDOWS_VERSIONS: Partial<Record<GkeNodeImage, string>> = {
  [GkeNodeImage.WINDOWS_2019]: 'OS_VERSION_LTSC2019',
  [GkeNodeImage.WINDOWS_2022]: 'OS_VERSION_LTSC2022',
};
const ARM = /^(a4x|c4a|n4a|t2a)-/;
const MOST_WINDOWS_PODS = 110;

/** Whether nodes run Windows. */
export function isWindows(image: GkeNodeImage | undefined): boolean {
  return image !== undefined && WINDOWS_VERSIONS[image] !== undefined;
}

/** What was said of the image. It stands in place of the hardened one, and says nothing otherwise. */
export function renderImage(image: GkeNodeImage | undefined): Partial<ContainerNodePoolNodeConfig> {
  if (image === undefined) return {};
  const osversion = WINDOWS_VERSIONS[image];
  if (osversion === undefined) return { imageType: image };
  return { imageType: 'WINDOWS_LTSC_CONTAINERD', windowsNodeConfig: { osversion } };
}

/** One sentence for everything that the image of a pool has not. */
export function describeImage(options: GkeNodePoolOptions, hasGpus: boolean): readonly string[] {
  const { image, machine } = options;
  const problems: string[] = [];
  if (
    options.sandbox === true &&
    (image ?? GkeNodeImage.CONTAINER_OPTIMIZED) !== GkeNodeImage.CONTAINER_OPTIMIZED
  ) {
    problems.push(`'sandbox' needs the image CONTAINER_OPTIMIZED, which has gVisor`);
  }
  if (!isWindows(image)) return problems;
  const refused = {
    'a machine with GPUs': hasGpus,
    "'linux'": options.linux !== undefined,
    "'imageStreaming'": options.imageStreaming === true,
    registryCertificates: (options.registryCertificates ?? []).length > 0,
    "'nestedVirtualization'": options.nestedVirtualization === true,
    "'fastSocket'": options.fastSocket === true,
  };
  for (const [what, isSaid] of Object.entries(refused)) {
    if (isSaid) problems.push(`${what} goes with an image of Linux only; found Windows`);
  }
  if (ARM.test(machine.machineType)) {
    problems.push(`'image' of Windows needs a machine of AMD's or Intel's; '${machine.machineType}' is Arm`);
  }
  if (options.maxPodsPerNode !== undefined && options.maxPodsPerNode > MOST_WINDOWS_PODS) {
    problems.push(
      `'maxPodsPerNode' (${options.maxPodsPerNode}) must be at most ${MOST_WINDOWS_PODS} on Windows`,
    );
  }
  return problems;
}
