/** The pages whose examples are run, by `npm run docs` and by a test. */
export const PAGES = ['README.md', 'docs/semantics.md', 'docs/cli.md'] as const;
