import { Architecture } from '../../cluster';
import type { EksMachines } from '../machines';

const STANDARD: Readonly<Record<Architecture, string>> = {
  [Architecture.AMD64]: 'AL2023_x86_64_STANDARD',
  [Architecture.ARM64]: 'AL2023_ARM_64_STANDARD',
};

/** With driver and container toolkit, without the device plugin. */
const NVIDIA: Readonly<Record<Architecture, string>> = {
  [Architecture.AMD64]: 'AL2023_x86_64_NVIDIA',
  [Architecture.ARM64]: 'AL2023_ARM_64_NVIDIA',
};

/**
 * The machine image of Amazon Linux 2023 that fits these machines.
 *
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html
 */
export function amiTypeOf({ architecture, hasGpus }: EksMachines): string {
  return (hasGpus ? NVIDIA : STANDARD)[architecture];
}
