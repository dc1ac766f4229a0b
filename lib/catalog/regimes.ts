/**
 * Compliance regimes that a request may name. The catalogue has facts about most of them per service; where it has
 * none, as for ITAR on EKS, the answer is unknown and the user's own evidence can lift it.
 */
export const KNOWN_REGIMES = [
  'PCI-DSS',
  'HIPAA',
  'SOC2',
  'ISO27001',
  'C5',
  'ENS',
  'IRAP',
  'HDS',
  'SecNumCloud',
  'FedRAMP-Moderate',
  'FedRAMP-High',
  'GDPR',
  'ITAR',
] as const;

/** One of {@link KNOWN_REGIMES}, in exactly this spelling. */
export type Regime = (typeof KNOWN_REGIMES)[number];
