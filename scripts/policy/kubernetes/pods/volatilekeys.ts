/** Label keys that Kubernetes and its controllers set by themselves. */

/** Set anew for each rollout or run. */
export const VOLATILE_KEYS: readonly string[] = [
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
];

/** Another value on each pod, or on the pods of each run: they tell apart what people never do. */
export const ONE_POD_KEYS: readonly string[] = [
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
  'statefulset.kubernetes.io/pod-name',
];
