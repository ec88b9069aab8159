import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** What GitHub runs is what there is in the repository. */

const ROOT = resolve(__dirname, '../..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly uses?: string;
        readonly steps?: readonly {
          readonly uses?: string;
          readonly run?: string;
          readonly with?: Readonly<Record<string, string | number>>;
        }[];
      }
    >
  >;
}

const NAMES = readdirSync(join(ROOT, '.github/workflows')).sort();
const WORKFLOWS = new Map(NAMES.map((name) => [name, parse(text(`.github/workflows/${name}`)) as Workflow]));
const { scripts, engines } = JSON.parse(text('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly engines: { readonly node: string };
};
const steps = (name: string) => Object.values(WORKFLOWS.get(name)?.jobs ?? {}).flatMap((job) => job.steps ?? []);

it('there are the two, and a release is checked as every change is', () => {
  expect(NAMES).toEqual(['ci.yml', 'release.yml']);
  expect(steps('ci.yml').map(({ run }) => run)).toContain('.ci/run');
  expect(WORKFLOWS.get('release.yml')?.jobs).toMatchObject({
    check: { uses: './.github/workflows/ci.yml' },
    release: { needs: 'check' },
  });
});

describe.each(NAMES)('%s', (name) => {
  it('runs scripts that there are, on the oldest Node that is supported', () => {
    const run = steps(name).flatMap((step) =>
      [...(step.run ?? '').matchAll(/npm run ([\w:]+)/g)].map(([, one]) => one),
    );
    expect(run.filter((one) => !Object.hasOwn(scripts, one))).toEqual([]);
    const versions = steps(name).flatMap((step) => step.with?.['node-version'] ?? []);
    expect(versions.map((version) => `^${version}`)).toEqual([engines.node.split(' || ')[0]]);
  });

  it('may only read, but for the job that publishes', () => {
    expect(WORKFLOWS.get(name)?.permissions).toEqual({ contents: 'read' });
  });
});

it('.ci/run runs scripts that there are', () => {
  const run = [...text('.ci/run').matchAll(/npm run ([\w:]+)|\b(check:\w+)/g)].map(([, one, two]) => one ?? two);
  expect(run).toEqual(expect.arrayContaining(['demo', 'check:upload', 'release', 'check:pack']));
  expect(run.filter((one) => !Object.hasOwn(scripts, one))).toEqual([]);
});

it('the forms for issues are forms', () => {
  const folder = '.github/ISSUE_TEMPLATE';
  for (const name of readdirSync(join(ROOT, folder)).filter((one) => one !== 'config.yml')) {
    const form = parse(text(`${folder}/${name}`)) as { readonly body: readonly { readonly type: string }[] };
    expect(form).toMatchObject({ name: expect.any(String) as string, description: expect.any(String) as string });
    for (const { type } of form.body) expect(['markdown', 'textarea', 'input']).toContain(type);
  }
});
