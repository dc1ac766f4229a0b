/**
 * Families with NVIDIA GPUs whose drivers are on the Amazon Linux 2023 images for NVIDIA, one image for each architecture.
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

/** Accelerators of any maker: GPUs of AMD and NVIDIA, Inferentia, Trainium, Gaudi, Qualcomm, FPGAs, video transcoders. */
const ACCELERATED_FAMILY = /^(dl|f|g|gr|inf|p|trn|vt)\d/;

/** Whether an instance type has GPUs that a machine image has drivers for. */
export function hasNvidiaGpus(instanceType: string): boolean {
  return NVIDIA_FAMILIES.includes(familyOf(instanceType));
}

/** Why nodes of this type would be of no use; `undefined` when its accelerators are those above, or it has none. */
export function describeUnknownAccelerator(instanceType: string): string | undefined {
  if (!ACCELERATED_FAMILY.test(familyOf(instanceType)) || hasNvidiaGpus(instanceType)) return undefined;
  return `'machines' '${instanceType}' carries accelerators that cannot be used here; with GPUs there are the families ${NVIDIA_FAMILIES.join(', ')}`;
}

function familyOf(instanceType: string): string {
  return instanceType.split('.')[0] ?? '';
}
