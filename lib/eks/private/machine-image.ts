import { Architecture } from '../../cluster';
import { KubernetesVersion } from '../../values';
import type { EksMachines } from '../machines';
import { EksNodeFamily, type EksNodeImage, EksWindows } from '../node-image';

type Accelerator = 'none' | 'nvidia' | 'neuron';

/**
 * EKS's names of its own images, by family, accelerator and architecture. A gap is an image that does not exist. Bottlerocket's standard
 * image holds the Neuron driver; that its FIPS variant does is documented nowhere.
 *
 * Source: https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html and
 * https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html, as of 2026-11.
 */
const IMAGES: Readonly<
  Record<
    'al2023' | 'bottlerocket' | 'bottlerocket-fips',
    Readonly<Record<Accelerator, Readonly<Partial<Record<Architecture, string>>>>>
  >
> = {
  al2023: {
    none: {
      [Architecture.AMD64]: 'AL2023_x86_64_STANDARD',
      [Architecture.ARM64]: 'AL2023_ARM_64_STANDARD',
    },
    // With driver and container toolkit, without the device plugin
    nvidia: { [Architecture.AMD64]: 'AL2023_x86_64_NVIDIA', [Architecture.ARM64]: 'AL2023_ARM_64_NVIDIA' },
    neuron: { [Architecture.AMD64]: 'AL2023_x86_64_NEURON' },
  },
  bottlerocket: {
    none: { [Architecture.AMD64]: 'BOTTLEROCKET_x86_64', [Architecture.ARM64]: 'BOTTLEROCKET_ARM_64' },
    nvidia: {
      [Architecture.AMD64]: 'BOTTLEROCKET_x86_64_NVIDIA',
      [Architecture.ARM64]: 'BOTTLEROCKET_ARM_64_NVIDIA',
    },
    neuron: { [Architecture.AMD64]: 'BOTTLEROCKET_x86_64' },
  },
  'bottlerocket-fips': {
    none: {
      [Architecture.AMD64]: 'BOTTLEROCKET_x86_64_FIPS',
      [Architecture.ARM64]: 'BOTTLEROCKET_ARM_64_FIPS',
    },
    nvidia: {
      [Architecture.AMD64]: 'BOTTLEROCKET_x86_64_NVIDIA_FIPS',
      [Architecture.ARM64]: 'BOTTLEROCKET_ARM_64_NVIDIA_FIPS',
    },
    neuron: {},
  },
};

/**
 * EKS's name of the image that fits these machines, `undefined` when there is none; also for an image of your own, whose type EKS sees
 * by itself.
 */
export function tryAmiTypeOf(machines: EksMachines, image: EksNodeImage): string | undefined {
  if (image.imageId !== undefined) return undefined;
  if (image.windows !== undefined) return windowsTypeOf(machines, image.windows);
  const accelerator = machines.hasGpus ? 'nvidia' : machines.hasNeuron ? 'neuron' : 'none';
  const images =
    image.family === EksNodeFamily.AMAZON_LINUX_2023
      ? IMAGES.al2023
      : IMAGES[image.fips ? 'bottlerocket-fips' : 'bottlerocket'];
  return images[accelerator][machines.architecture];
}

/** Images that hashicorp/aws 6.25 does not know: AWS added them in January 2026. The version is one that is known to have them. */
const NEWER_IMAGE = /_NVIDIA_FIPS$|^WINDOWS_(CORE|FULL)_2025_/;
const NEWER_IMAGES_SINCE = '6.42.0';

/** The version of hashicorp/aws that an image needs beyond that of the bindings; `undefined` for most. */
export function providerOfImage(amiType: string): string | undefined {
  return NEWER_IMAGE.test(amiType) ? NEWER_IMAGES_SINCE : undefined;
}

/** The first version of Kubernetes that EKS has images of Windows Server 2025 for. */
const WINDOWS_2025_SINCE = KubernetesVersion.of('1.35');

/** Why EKS has an image, but not for this version; `undefined` when it has. */
export function describeImageVersion(image: EksNodeImage, version: KubernetesVersion): string | undefined {
  const { windows } = image;
  if (windows !== EksWindows.CORE_2025 && windows !== EksWindows.FULL_2025) return undefined;
  if (version.isAtLeast(WINDOWS_2025_SINCE)) return undefined;
  return `'image' (${windows}) exists for Kubernetes ${WINDOWS_2025_SINCE} and newer, and the nodes' version is ${version}; take an edition of 2022 until then`;
}

/** Why no image of EKS fits these machines; `undefined` when one does, or it is an image of your own. */
export function describeMissingImage(machines: EksMachines, image: EksNodeImage): string | undefined {
  if (image.imageId !== undefined || tryAmiTypeOf(machines, image) !== undefined) return undefined;
  const variant = image.fips ? `${image.family} with FIPS` : image.family;
  return `'image' (${variant}) does not exist for ${machines.instanceTypes.join(', ')} (${machines.architecture}${
    machines.hasGpus ? ', NVIDIA GPUs' : machines.hasNeuron ? ', Neuron chips' : ''
  }); choose other machines or EksNodeImage.amazonLinux2023()`;
}

function windowsTypeOf(machines: EksMachines, edition: EksWindows): string | undefined {
  const plain = machines.architecture === Architecture.AMD64 && !machines.hasGpus && !machines.hasNeuron;
  return plain ? `WINDOWS_${edition}_x86_64` : undefined;
}
