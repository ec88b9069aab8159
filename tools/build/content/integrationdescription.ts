import { watcherRole } from './watcherrole';

/** The help beside the instance's settings, with the role that the code asks for. */
export function integrationDescription(): string {
  return `## Connect a cluster

Create a service account in the cluster that may read what rules are made of, and write Events on policies. Save this as \`watcher-rbac.yaml\`, and apply it with \`kubectl apply -f watcher-rbac.yaml\`:

\`\`\`yaml
${watcherRole()}\`\`\`

Take its token, and set it as **Token of the service account**:

\`\`\`sh
kubectl -n cnseries get secret policy-watcher-token -o jsonpath='{.data.token}' | base64 -d
\`\`\`

- The **URL of the API server** is what \`kubectl cluster-info\` shows, with scheme, host and port.
- The API server's certificate must be trusted where the instance runs: add the cluster's certificate authority to the trusted certificates of the XSOAR server or engine.
- Run the instance on an engine if the server does not reach the API server.
- **Cluster** is the name of the cluster's profile in the list "CNSeries Clusters".

The button **Test** names every permission that is missing.
`;
}
