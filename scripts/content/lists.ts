/**
 * A list that is shipped as an example: users copy it, since an update of the pack may write over a list of its own.
 */
export interface ExampleList {
  readonly name: string;
  /** The list that users make from it. */
  readonly copyTo: string;
  /** The YAML file in the repository that holds its content. */
  readonly source: string;
}

/** The lists that the pack brings. Users copy them: what a pack brings, its next version overwrites. */
export const LISTS: readonly ExampleList[] = [
  { name: 'CNSeries Clusters Example', copyTo: 'CNSeries Clusters', source: 'examples/profile.yaml' },
  {
    name: 'CNSeries Security Services Example',
    copyTo: 'CNSeries Security Services',
    source: 'examples/security-services.yaml',
  },
];
