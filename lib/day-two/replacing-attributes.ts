/** What is known of one resource type: which changes a provider answers with a new resource. */
export interface ReplacementRule {
  /** Arguments whose change replaces, as paths without indices; `all` for every one but those of `inPlace`. */
  readonly replaces: readonly string[] | 'all';
  /** Exceptions from `all`. Tags and timeouts never replace. @default [] */
  readonly inPlace?: readonly string[];
  /** Lists of `replaces` in which the order counts; all others are compared as sets. @default [] */
  readonly inOrder?: readonly string[];
  /** Arguments whose removal alone replaces. @default [] */
  readonly removalReplaces?: readonly string[];
  /** Switches that replace only when they go from `true` to `false` or away. @default [] */
  readonly turnedOffReplaces?: readonly string[];
  /** Ranges of addresses that replace only when the new one does not hold the old one. @default [] */
  readonly narrowedReplaces?: readonly string[];
  /** What an argument of `replaces` is when it is not told, so that to tell just that changes nothing. @default {} */
  readonly absentMeans?: Readonly<Record<string, unknown>>;
  /**
   * Arguments that the provider takes from what exists when they are no longer told: to leave one out changes nothing, neither
   * the argument nor the resource. @default []
   */
  readonly keptWhenDropped?: readonly string[];
  /** What goes with the resource, for the reader. Only a type that has it is reported when it is removed. */
  readonly loses?: string;
}

/** What is known of a provider's resources, by type. */
export type ReplacementTable = Readonly<Record<string, ReplacementRule>>;
