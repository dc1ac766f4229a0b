/**
 * Whether a name cannot be that of a construct: the tree keeps its children in a plain object, which has `constructor` and a few more by
 * itself, and would say that there is one already.
 */
export function isTakenByTree(name: string): boolean {
  return name in Object.prototype;
}
