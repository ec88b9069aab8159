import { metadataField } from '../../policy/kubernetes/identity';
import { userError } from '../../xsoar/errors';
import { callApi, type Client } from './client';
import { objectIn, errorForAnswer, type Access } from './answererrors';
import { CLUSTER_IDENTITY_NAMESPACE, clusterPath, NAMESPACES } from './resources';

/**
 * The UID that tells this cluster from every other: that of its namespace kube-system.
 *
 * @throws a user error if it is refused, or has none
 */
export function readClusterUID(client: Client): string {
  const access: Access = { verb: 'get', resource: NAMESPACES, namespace: CLUSTER_IDENTITY_NAMESPACE };
  const path = clusterPath(NAMESPACES) + '/' + CLUSTER_IDENTITY_NAMESPACE;
  const answer = callApi(client, { method: 'GET', path });
  if (answer.status !== 200) throw errorForAnswer(access, answer);
  const uid = metadataField(objectIn(access, answer), 'uid');
  if (typeof uid === 'string' && uid !== '') return uid;
  throw userError(
    'The namespace ' + CLUSTER_IDENTITY_NAMESPACE + ' has no UID, so that the cluster cannot be told from others.',
  );
}
