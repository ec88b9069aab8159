import type { Cluster } from '../cluster';
import type { ApiResponse } from '../types';
import type { JsonObject } from '../values/json';
import { apiVersionOf, type Resource } from './resources';
import { jsonResponse } from './serve';

const VERBS = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** Answers the paths by which clients find out what is served; undefined for any other path. */
export function discovery(cluster: Cluster, path: string): ApiResponse | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const answer = (body: JsonObject): ApiResponse => jsonResponse(200, JSON.stringify(body));
  switch (parts.join('/')) {
    case 'version':
      return answer(version(cluster));
    case 'healthz':
    case 'livez':
    case 'readyz':
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
    case 'api':
      return answer({
        kind: 'APIVersions',
        versions: ['v1'],
        serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:6443' }],
      });
    case 'apis':
      return answer({ kind: 'APIGroupList', apiVersion: 'v1', groups: groupsOf(cluster) });
    default:
      break;
  }
  if (parts[0] === 'apis' && parts.length === 2) {
    const group = groupsOf(cluster).find(({ name }) => name === parts[1]);
    return group === undefined ? undefined : answer({ kind: 'APIGroup', apiVersion: 'v1', ...group });
  }
  const groupVersion = parts.slice(1).join('/');
  const resources = cluster.catalogue.all.filter((resource) => apiVersionOf(resource) === groupVersion);
  if (!['api', 'apis'].includes(parts[0] ?? '') || resources.length === 0) return undefined;
  return answer({ kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: resources.flatMap(describe) });
}

function version({ minorVersion }: Cluster): JsonObject {
  return {
    major: '1',
    minor: String(minorVersion),
    gitVersion: `v1.${minorVersion}.0`,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2026-01-01T00:00:00Z',
    goVersion: 'go1.24.0',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

function groupsOf(cluster: Cluster): readonly JsonObject[] {
  const groups = new Map<string, string>();
  for (const { group, version: name } of cluster.catalogue.all) if (group !== '') groups.set(group, name);
  return [...groups].map(([name, served]) => {
    const entry = { groupVersion: `${name}/${served}`, version: served };
    return { name, versions: [entry], preferredVersion: entry };
  });
}

function describe(resource: Resource): readonly JsonObject[] {
  const { plural, singular, scope, kind, shortNames } = resource;
  const namespaced = scope === 'namespace';
  const main = {
    name: plural,
    singularName: singular,
    namespaced,
    kind,
    verbs: resource.persistence === 'virtual' ? ['create'] : VERBS,
    ...(shortNames.length === 0 ? {} : { shortNames }),
  };
  const status = { name: `${plural}/status`, singularName: '', namespaced, kind, verbs: ['get', 'patch', 'update'] };
  return resource.status === 'own' ? [main, status] : [main];
}
