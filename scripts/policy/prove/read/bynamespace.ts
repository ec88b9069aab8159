import { hasKey } from '../../text/canonical';

/** Lists of what is in each namespace that has any of it. */
export interface ByNamespace<T> {
  readonly [namespace: string]: readonly T[];
}

/** Sorts a list into namespaces; within each, the order stays. */
export function byNamespace<T>(list: readonly T[], namespaceOf: (one: T) => string): ByNamespace<T> {
  const lists: { [namespace: string]: T[] } = {};
  for (const one of list) {
    const namespace = namespaceOf(one);
    if (!hasKey(lists, namespace)) lists[namespace] = [];
    lists[namespace].push(one);
  }
  return lists;
}

/** What is in one namespace. */
export function inNamespace<T>(lists: ByNamespace<T>, namespace: string): readonly T[] {
  return hasKey(lists, namespace) ? lists[namespace] : [];
}
