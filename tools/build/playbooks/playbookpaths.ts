/**
 * The paths of the context that data of a playbook names, in look-ups and in `${...}`. A filter's paths are spelled
 * from the root, so they are paths like any other.
 */
export function usedPaths(data: unknown): string[] {
  if (typeof data === 'string') return [...data.matchAll(/\$\{([^}]*)\}/g)].map(([, path]) => path);
  if (Array.isArray(data)) return data.flatMap(usedPaths);
  if (typeof data !== 'object' || data === null) return [];
  const { root, accessor, ...rest } = data as Readonly<Record<string, unknown>>;
  const own = typeof root === 'string' ? [typeof accessor === 'string' ? `${root}.${accessor}` : root] : [];
  return [...own, ...Object.values(rest).flatMap(usedPaths)];
}
