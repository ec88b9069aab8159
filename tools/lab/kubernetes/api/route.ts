/** What a path means. Names may be empty: a list, or an object of the cluster. */
export type Route =
  | { readonly kind: 'other'; readonly path: string }
  | {
      readonly kind: 'resource';
      readonly group: string;
      readonly version: string;
      readonly plural: string;
      readonly namespace: string;
      readonly name: string;
      readonly subresource: string;
    };

/** `/api/v1/namespaces/NAME/status` means the namespace's status, not a resource named status in it. */
const NAMESPACE_SUBRESOURCES = ['status', 'finalize'];

/** Reads a path as the API server's `RequestInfo` does. */
export function parseRoute(path: string): Route {
  const parts = path.split('/').filter((part) => part !== '');
  const prefix = parts[0] === 'api' ? 2 : 3;
  if ((parts[0] !== 'api' && parts[0] !== 'apis') || parts.length <= prefix) return { kind: 'other', path };
  const [group, version] = parts[0] === 'api' ? ['', parts[1]] : [parts[1], parts[2]];
  const rest = parts.slice(prefix).map((part) => decode(part));
  const base = { kind: 'resource', group: group ?? '', version: version ?? '' } as const;
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = rest;
  if (first === 'namespaces' && third !== '' && !NAMESPACE_SUBRESOURCES.includes(third)) {
    return { ...base, plural: third, namespace: second, name: fourth, subresource: fifth };
  }
  const namespace = first === 'namespaces' ? second : '';
  return { ...base, plural: first, namespace, name: second, subresource: third };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
