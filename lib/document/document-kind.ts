/** What is read: the words for it in messages, and how much of it is still plausible. */
export interface DocumentKind {
  /** With its article: `a request`. */
  readonly noun: string;
  /** The value of `apiVersion` that its first line has. */
  readonly apiVersion: string;
  /** In characters. */
  readonly longestText: number;
  /**
   * Values with aliases counted as often as they are used: a few lines of aliases of aliases can stand for
   * billions of values.
   */
  readonly mostValues: number;
}
