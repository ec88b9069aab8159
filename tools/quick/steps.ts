/** One program of the quick check, with its arguments; what it runs is in node_modules/.bin. */
export interface Step {
  readonly title: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** The tests that say most in little time (by `npx jest --json`). */
export const TESTS = [
  'policy',
  'yaml',
  'panorama',
  'xsoar',
  'case',
  'watcher',
  'content',
  'pack',
  'demo/demo',
] as const;

/** Those among them that take too long. */
export const TOO_LONG = ['policy/plan/safety', 'policy/plan/compiled', 'panorama/apply/faults'] as const;

/**
 * The steps of `npm run test:quick`: rows run side by side, each from left to right, and the tests after them.
 *
 * @param changed files that git does not hold as they are, relative to the repository
 */
export function quickSteps(changed: readonly string[]): {
  readonly rows: readonly (readonly Step[])[];
  readonly tests: Step;
} {
  const code = changed.filter((path) => /\.(ts|cjs|js)$/.test(path));
  return {
    rows: [
      [
        { title: 'types', program: 'tsc', args: ['-p', '.'] },
        { title: 'types of scripts/', program: 'tsc', args: ['-p', 'scripts'] },
      ],
      [
        { title: 'the scripts of the pack', program: 'tsx', args: ['tools/build/main.ts', 'bundles'] },
        ...(code.length > 0 ? [{ title: 'lint', program: 'eslint', args: ['--no-warn-ignored', ...code] }] : []),
        ...(changed.length > 0
          ? [{ title: 'format', program: 'prettier', args: ['--check', '--ignore-unknown', ...changed] }]
          : []),
      ],
    ],
    tests: {
      title: 'tests',
      program: 'jest',
      args: [
        ...TESTS.map((path) => `test/${path}`),
        ...TOO_LONG.flatMap((path) => ['--testPathIgnorePatterns', `test/${path}`]),
      ],
    },
  };
}
