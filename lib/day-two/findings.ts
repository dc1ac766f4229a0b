/** What a change between two versions of a stack means for what runs. */
export type StackFindingKind =
  /** An argument changes that the provider cannot change on what exists. */
  | 'replaced'
  /** Something is replaced that it cannot do without. */
  | 'replaced-because'
  /** It is no longer in the stack, so Terraform destroys it. */
  | 'removed'
  | 'version-skipped'
  | 'version-lowered'
  | 'nodes-ahead'
  | 'nodes-behind'
  /** The provider would show the change for ever and never make it. */
  | 'encryption-key-changed'
  /** The block went away where `false` was meant. */
  | 'auto-mode-dropped'
  /** EKS does not take the change back. */
  | 'egress-mode-one-way'
  /** Nodes that run keep what they have. */
  | 'nodes-keep-old-addresses'
  /** It was told, is no longer, and stays as it is. */
  | 'setting-dropped'
  /** The API comes or goes where somebody may use it. */
  | 'api-moves'
  /** What replaces it needs its name, which is never free again. */
  | 'name-stays-taken'
  /** The platform refuses the change as long as something uses the range. */
  | 'range-in-use'
  /** The state is written in a way that the older provider does not read. */
  | 'provider-major-raised';

/** One thing that somebody should know before the next apply. */
export interface StackFinding {
  readonly kind: StackFindingKind;
  /** `refused` is what the platform refuses or what breaks the cluster; all else is the user's own decision. */
  readonly severity: 'refused' | 'warning';
  readonly address: string;
  /** Argument as a path without indices; absent when the resource as a whole is meant. */
  readonly path?: string;
  readonly from?: string;
  readonly to?: string;
  /** A sentence that begins with the address. */
  readonly message: string;
}

/** What two versions of a stack come to. */
export interface StackComparison {
  readonly findings: readonly StackFinding[];
  /** What an upgrade that the change contains does, step by step; empty when there is none. */
  readonly steps: readonly string[];
  /** Resource types that changed and of which nothing is known here: their changes are not judged. */
  readonly unjudged: readonly string[];
}
