import { PERMISSIONS } from '../../../scripts/watcher/api/permissions';

/** The manifest of the service account and its role, with exactly the permissions that the code needs. */
export function watcherRole(): string {
  const rules = PERMISSIONS.map(
    ({ resource, verbs, resourceName }) =>
      `  - apiGroups: ['${resource.group}']\n` +
      `    resources: [${resource.name}]\n` +
      (resourceName === undefined ? '' : `    resourceNames: [${resourceName}]\n`) +
      `    verbs: [${verbs.join(', ')}]\n`,
  );
  return `apiVersion: v1
kind: Namespace
metadata:
  name: cnseries
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: policy-watcher
  namespace: cnseries
---
# Kubernetes fills in a token that does not expire. Delete this Secret to withdraw it.
apiVersion: v1
kind: Secret
metadata:
  name: policy-watcher-token
  namespace: cnseries
  annotations:
    kubernetes.io/service-account.name: policy-watcher
type: kubernetes.io/service-account-token
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: cnseries-policy-watcher
rules:
${rules.join('')}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: cnseries-policy-watcher
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cnseries-policy-watcher
subjects:
  - kind: ServiceAccount
    name: policy-watcher
    namespace: cnseries
`;
}
