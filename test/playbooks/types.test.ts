import { resolve } from 'node:path';
import ts from 'typescript';

/** What the compiler must refuse in the data of a playbook, tried with the compiler itself. */

const ROOT = resolve(__dirname, '../..');
const FOLDER = resolve(ROOT, 'scripts/playbooks');

const HEAD = `
import { manifest as approve } from '../automations/CNSeriesApprove';
import { manifest as plan } from '../automations/CNSeriesPlan';
import { setIncident } from './commands';
import { nextStep } from './nextstep';
import { playbook } from './playbook';
import { automation, command, manual, subplaybook, title } from './tasks';
const END = { description: 'Ends.', next: ['Done'] } as const;
`;

function withTask(task: string): string {
  return `${HEAD}
export const tried = playbook({
  name: 'Test', description: 'Tests.', inputs: {}, outputs: [], start: ['Task'],
  tasks: { Task: ${task}, Done: title([]) },
});`;
}

const CASES: readonly (readonly [string, string, RegExp | undefined])[] = [
  ['right arguments', withTask(`automation(plan, { cluster: 'shop' }, END)`), undefined],
  [
    'an unknown argument',
    withTask(`automation(plan, { cluster: 'shop', clutser: 'x' }, END)`),
    /'clutser' does not exist/,
  ],
  ['a missing required argument', withTask(`automation(plan, {}, END)`), /'cluster' is missing/],
  [
    'a choice that is none',
    withTask(`automation(approve, { cluster: 'a', plan_hash: 'b', decision: 'maybe' }, END)`),
    /"maybe"' is not assignable/,
  ],
  [
    'an unknown argument of a command',
    withTask(`command(setIncident, { cnseriesstat: 'x' }, END)`),
    /'cnseriesstat' does not exist|'cnseriesstate'/,
  ],
  [
    'an unknown input of a sub-playbook',
    withTask(`subplaybook(nextStep, { Cluster: 'a', Stage: 'b', Step: 'c' }, END)`),
    /'Step' does not exist/,
  ],
  ['a missing input of a sub-playbook', withTask(`subplaybook(nextStep, { Cluster: 'a' }, END)`), /'Stage' is missing/],
  ['an edge to a task that is not there', withTask(`manual('Look.', ['Doen'])`), /"Doen"' is not assignable|'"Doen"'/],
];

const virtual = new Map(CASES.map(([, code], index) => [resolve(FOLDER, `tried${index}.ts`), code]));

const errors = compile();

function compile(): ReadonlyMap<string, readonly string[]> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES5,
    ignoreDeprecations: '5.0',
    lib: ['lib.es5.d.ts'],
    module: ts.ModuleKind.ES2015,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    esModuleInterop: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (path) => virtual.has(resolve(path)) || ts.sys.fileExists(path);
  host.readFile = (path) => virtual.get(resolve(path)) ?? ts.sys.readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const code = virtual.get(resolve(path));
    return code === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, code, version, true);
  };
  const program = ts.createProgram([...virtual.keys()], options, host);
  return new Map(
    [...virtual.keys()].map((path) => {
      const found = program.getSemanticDiagnostics(program.getSourceFile(path));
      return [path, found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))];
    }),
  );
}

it.each(CASES.map(([name, , message], index) => [name, index, message] as const))('%s', (_, index, message) => {
  const found = errors.get(resolve(FOLDER, `tried${index}.ts`)) ?? [];
  if (message === undefined) expect(found).toEqual([]);
  else expect(found.join('\n')).toMatch(message);
});
