/**
 * Families with NVIDIA GPUs whose drivers are on the images for NVIDIA, of Amazon Linux 2023 and of Bottlerocket alike, one image for each
 * architecture.
 *
 * Left out though they are on the image: P3, not built on Nitro but for p3dn, and P6e, sold as capacity blocks only.
 *
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html, as of 2026-11.
 */
const NVIDIA_FAMILIES: readonly string[] = [
  'g4dn',
  'g5',
  'g5g',
  'g6',
  'g6e',
  'g6f',
  'g7e',
  'gr6',
  'gr6f',
  'p3dn',
  'p4d',
  'p4de',
  'p5',
  'p5e',
  'p5en',
  'p6-b200',
  'p6-b300',
];

/** Families with Inferentia or Trainium whose driver is on the Neuron image, and on Bottlerocket's standard one. From the same page; trn1n holds the chips of trn1. */
const NEURON_FAMILIES: readonly string[] = ['inf1', 'inf2', 'trn1', 'trn1n', 'trn2'];

/** Accelerators of any maker: GPUs of AMD and NVIDIA, Inferentia, Trainium, Gaudi, Qualcomm, FPGAs, video transcoders. */
const ACCELERATED_FAMILY = /^(dl|f|g|gr|inf|p|trn|vt)\d/;

/** Whether an instance type has GPUs that a machine image has drivers for. */
export function hasNvidiaGpus(instanceType: string): boolean {
  return NVIDIA_FAMILIES.includes(familyOf(instanceType));
}

/** Whether an instance type has Inferentia or Trainium chips that a machine image has the driver for. */
export function hasNeuronChips(instanceType: string): boolean {
  return NEURON_FAMILIES.includes(familyOf(instanceType));
}

/** Why nodes of this type would be of no use; `undefined` when its accelerators are among those above, or it has none. */
export function describeUnknownAccelerator(instanceType: string): string | undefined {
  if (!ACCELERATED_FAMILY.test(familyOf(instanceType))) return undefined;
  if (hasNvidiaGpus(instanceType) || hasNeuronChips(instanceType)) return undefined;
  return `'machines' '${instanceType}' carries accelerators that cannot be used here; with GPUs there are the families ${NVIDIA_FAMILIES.join(', ')}; with Neuron chips ${NEURON_FAMILIES.join(', ')}`;
}

function familyOf(instanceType: string): string {
  return instanceType.split('.')[0] ?? '';
}
