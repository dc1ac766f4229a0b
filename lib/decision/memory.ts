import type { ClusterContext } from './types';

/**
 * What is reckoned once for a cluster and asked for by many of its candidates: the returned function makes it when it is first asked for.
 * Forgotten with the context.
 */
export function keptFor<T>(make: (context: ClusterContext) => T): (context: ClusterContext) => T {
  const kept = new WeakMap<ClusterContext, T>();
  return (context) => {
    let value = kept.get(context);
    if (value === undefined) {
      value = make(context);
      kept.set(context, value);
    }
    return value;
  };
}
