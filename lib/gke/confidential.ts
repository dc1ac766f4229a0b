/** How the processor keeps a node's memory from the machine below it. The values are Google's own words. */
export enum GkeConfidential {
  /** AMD's encryption of memory: the least price in speed. */
  SEV = 'SEV',
  /** The same, with a proof that memory was not tampered with. */
  SEV_SNP = 'SEV_SNP',
  /** Intel's. */
  TDX = 'TDX',
}

interface Machines {
  readonly form: RegExp;
  readonly words: string;
}

/**
 * Which machines can. That the zone has them, and that not every zone with the series has it confidential, only Google knows.
 *
 * Source: https://cloud.google.com/kubernetes-engine/docs/how-to/confidential-gke-nodes, as of 2026-11.
 */
const MACHINES: Readonly<Record<GkeConfidential, Machines>> = {
  [GkeConfidential.SEV]: { form: /^(n2d|c2d|c3d|c4d)-/, words: 'N2D, C2D, C3D or C4D' },
  [GkeConfidential.SEV_SNP]: { form: /^n2d-/, words: 'N2D' },
  [GkeConfidential.TDX]: {
    form: /^(c3-standard-\d+|a3-highgpu-1g)$/,
    words: 'C3 (standard), or the type a3-highgpu-1g',
  },
};

/**
 * Why a machine of this type cannot be confidential in this way; `undefined` when it can.
 *
 * @param prop that asks for it, in the words of the sentence
 */
export function describeConfidential(
  type: GkeConfidential,
  machineType: string,
  prop = `'confidential'`,
): string | undefined {
  const { form, words } = MACHINES[type];
  if (form.test(machineType)) return undefined;
  return `${prop} ${type} needs a machine of the series ${words}; '${machineType}' is none`;
}
