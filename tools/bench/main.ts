import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import { rulebaseNode } from '../../scripts/policy/panos/configxml';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { xmlText } from '../../scripts/policy/panos/xml';
import {
  BENCH_PROFILE,
  benchCluster,
  measureCompile,
  measureSteadyState,
  rulebaseOf,
  translateCluster,
  type CompileRow,
} from './compile';
import { measureEngines } from './engines';
import { onePolicyEach, samePods, smallNamespaces } from './crowds';
import { timed, medianTime } from './measure';
import { measureMemory, type MemoryRow } from './memory';
import { measurePanorama } from './panorama';
import { countRequests } from './requests';
import { measurePlans, type PlanRow } from './plans';
import { LISTS, measureProgram } from './program';
import { proveBench } from './proof';
import { goalsTable, tableText, type BenchTable } from './report';
import { measureSnapshots, PODS_PER_POLICY, SNAPSHOT_SIZES, type SnapshotRow } from './snapshots';

/**
 * Prints how compiling, proving and rendering grow with the number of policies, what memory they take, and what it
 * takes to bring the rules into Panorama, beside what `last.json` holds. Times are CPU time of this process.
 * `--engines` adds the engines of a server; `--save` keeps what was measured as `last.json`.
 */

const LAST = join(__dirname, 'last.json');

const SIZES = [100, 1_000, 10_000];
const PROOF_SIZES = [1_000, 3_000, 10_000];
const CROWDS = [3_000, 10_000];
const SMALL_NAMESPACES = 25_000;
const ENGINE_SIZES = [100, 1_000];
const PLAN_SIZES = [200, 1_000].map((policies) => ({ policies, kind: 'negated' }) as const);
const RUNS = 7;

/** Lets the JIT compiler see the code before anything is measured; the first, cold run is shown by itself. */
const WARM_UP_RUNS = 10;

async function main(): Promise<void> {
  const withServers = process.argv.includes('--engines');
  const earlier = JSON.parse(readFileSync(LAST, 'utf8')) as readonly BenchTable[];
  const measured: BenchTable[] = [];
  for await (const table of tables(withServers)) {
    measured.push(table);
    process.stdout.write(`${tableText(table, earlier)}\n`);
  }
  const others = earlier.filter(({ title }) => !measured.some((table) => table.title === title));
  if (process.argv.includes('--save')) writeFileSync(LAST, `${JSON.stringify([...measured, ...others], null, 2)}\n`);
}

async function* tables(withServers: boolean): AsyncGenerator<BenchTable> {
  const warmUp = benchCluster(1_000);
  const cold = timed(() => translateCluster(warmUp.snapshot));
  for (let run = 1; run < WARM_UP_RUNS; run++) translateCluster(warmUp.snapshot);

  const plain = SIZES.map((size) => measureCompile(size, RUNS));
  yield compileTable(`Translation: median of ${RUNS} runs, from a snapshot`, plain);
  const services = SIZES.map((size) => measureCompile(size, RUNS, 'services'));
  yield compileTable('The same with three Services for five policies, inspected at both ends', services);
  const full = SIZES.map((size) => measureCompile(size, RUNS, 'full'));
  yield compileTable('With these, named ports in every third policy and Service, and fifty host-network pods', full);
  const negated = SIZES.map((size) => measureCompile(size, RUNS, 'negated'));
  yield compileTable('With these, and NotIn in one policy of twenty', negated);
  yield goalsTable({ plain, services, full, negated });
  yield otherTable(cold.milliseconds);
  yield crowdsTable();
  yield memoryTable(await measureMemory(SIZES));
  yield await programTable();
  yield panoramaTable();
  yield requestsTable();
  yield plansTable(measurePlans(PLAN_SIZES, withServers));
  yield snapshotsTable(measureSnapshots(SNAPSHOT_SIZES, withServers));
  if (withServers) yield await enginesTable();
}

/** The whole automation, as a server runs it. */
function plansTable(rows: readonly PlanRow[]): BenchTable {
  const first = (row: PlanRow): number =>
    rows.find((one) => one.engine === row.engine && one.policies === row.policies)?.milliseconds ?? 0;
  const lines = rows.map((row) => [
    row.engine,
    number(row.policies),
    row.plan,
    ms(row.milliseconds),
    (row.milliseconds / first(row)).toFixed(2),
  ]);
  const title = 'CNSeriesPlan, with Services, named ports, host-network pods and negations';
  return { title, heads: ['engine', 'policies', 'plan', 'CPU ms', 'of the first'], labels: 3, rows: lines };
}

/** The watcher and the automation behind it, as a server runs them. */
function snapshotsTable(rows: readonly SnapshotRow[]): BenchTable {
  const lines = rows.map((row) => [
    row.engine,
    number(row.policies),
    number(row.policies * PODS_PER_POLICY),
    ms(row.snapshotMs),
    ms(row.planMs),
    ms(row.snapshotMs + row.planMs),
    row.bytes === 0 ? '' : megabytes(row.bytes),
    number(row.characters),
  ]);
  const heads = ['engine', 'policies', 'pods', 'snapshot, CPU ms', 'plan, CPU ms', 'both', 'MB', 'characters'];
  return { title: `Snapshot and plan, ${PODS_PER_POLICY} pods per policy`, heads, labels: 3, rows: lines };
}

/** Runs against the emulator, through the PAN-OS integration. */
function panoramaTable(): BenchTable {
  const heads = ['what', 'policies', 'further rules of others', 'measured', 'at most', '', 'bytes written'];
  const rows = measurePanorama().map((row) => [
    row.what,
    number(row.policies),
    number(row.foreign),
    `${ms(row.measured)} ${row.unit}`,
    row.most === Infinity ? '' : number(row.most),
    row.measured <= row.most ? 'kept' : 'MISSED',
    row.bytes === 0 ? '' : number(row.bytes),
  ]);
  return { title: 'Into Panorama', heads, labels: 3, rows };
}

/** What the automations ask of Panorama for one changed entry; the device group has three others above it. */
function requestsTable(): BenchTable {
  const count = countRequests(10_000, 4);
  const goals: readonly (readonly [string, number, number])[] = [
    ['reads', count.reads, 40],
    ['writes', count.writes, 4],
    ['MB read', count.bytes / 1e6, 15],
    ['MB of the longest read', count.longest / 1e6, 5],
  ];
  const rows = goals.map(([what, measured, most]) => [
    what,
    number(count.policies),
    number(count.levels),
    Number.isInteger(measured) ? number(measured) : measured.toFixed(1),
    number(most),
    measured <= most ? 'kept' : 'MISSED',
  ]);
  const title = 'One changed entry in Panorama, from reading to applied';
  return { title, heads: ['what', 'policies', 'levels', 'measured', 'at most', ''], labels: 3, rows };
}

function compileTable(title: string, rows: readonly CompileRow[]): BenchTable {
  const heads = ['policies', 'entries', 'rules', 'rules/entry', 'groups', 'CPU ms', 'x', 'intersections', 'x'].concat([
    'compact: rules',
    'rules/entry',
    'CPU ms',
  ]);
  const lines = rows.map((row, index) => [
    number(row.policies),
    number(row.entries),
    number(row.rules),
    (row.rules / row.entries).toFixed(2),
    number(row.groups),
    ms(row.milliseconds),
    growth(rows, index, (one) => one.milliseconds),
    number(row.intersections),
    growth(rows, index, (one) => one.intersections),
    number(row.compact.rules),
    (row.compact.rules / row.entries).toFixed(2),
    ms(row.compact.milliseconds),
  ]);
  return { title, heads, labels: 2, rows: lines };
}

function growth(rows: readonly CompileRow[], index: number, of: (row: CompileRow) => number): string {
  return index === 0 ? '' : (of(rows[index]) / of(rows[index - 1])).toFixed(1);
}

function otherTable(cold: number): BenchTable {
  return {
    title: 'Beside the translation',
    heads: ['what', 'policies', 'CPU ms', 'outcome'],
    labels: 2,
    rows: [
      ['the very first translation, in a cold process', number(1_000), ms(cold), ''],
      ...SIZES.map(snapshotRow),
      ...SIZES.map(steadyRow),
      ...SIZES.map(renderingRow),
      ...PROOF_SIZES.map(proofRow),
    ],
  };
}

/** Reading the objects belongs to it, as it does to other controllers' own numbers. */
function crowdsTable(): BenchTable {
  const rows = [
    ...CROWDS.map((size) => crowdRow('all select the same pods', samePods(size))),
    ...CROWDS.map((size) => crowdRow('one for each pod of a namespace', onePolicyEach(size))),
    crowdRow('three in each of 25,000 namespaces of four pods', smallNamespaces(SMALL_NAMESPACES)),
  ];
  const title = 'Extreme clusters: snapshot and translation';
  return { title, heads: ['policies', '', 'CPU ms', 'rules'], labels: 2, rows };
}

function crowdRow(what: string, objects: readonly RawObject[]): string[] {
  const { milliseconds, result } = timed(() =>
    translateCluster(buildSnapshot(objects, BENCH_PROFILE.cluster).snapshot),
  );
  const policies = objects.filter(({ kind }) => kind === 'NetworkPolicy').length;
  return [number(policies), what, ms(milliseconds), number(rulebaseOf(result).rules.length)];
}

function snapshotRow(size: number): string[] {
  const { objects } = benchCluster(size);
  const { milliseconds, result } = medianTime(3, () => buildSnapshot(objects, BENCH_PROFILE.cluster));
  const outcome = `${number(objects.length)} objects, ${number(result.snapshot.podClasses.length)} pod classes`;
  return ['snapshot from objects', number(size), ms(milliseconds), outcome];
}

function steadyRow(size: number): string[] {
  const { milliseconds, result } = measureSteadyState(size, 3);
  const outcome = `${number(rulebaseOf(result).rules.length)} rules`;
  return ['snapshot and translation, last good versions for all', number(size), ms(milliseconds), outcome];
}

function renderingRow(size: number): string[] {
  const rulebase = compiled(size);
  const { milliseconds, result } = medianTime(3, () => xmlText(rulebaseNode(rulebase)));
  return ['XML of the rulebase', number(size), ms(milliseconds), `${number(Buffer.byteLength(result))} bytes`];
}

function proofRow(size: number): string[] {
  const { prove, result } = proveBench(size);
  const outcome = `${result.verdict}, ${number(result.scope.points)} points`;
  return ['proof', number(size), ms(prove), outcome];
}

function compiled(size: number): Rulebase {
  return rulebaseOf(translateCluster(benchCluster(size).snapshot));
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function ms(milliseconds: number): string {
  return number(Math.round(milliseconds));
}

function memoryTable(rows: readonly MemoryRow[]): BenchTable {
  const lines = rows.map(({ policies, before, peak }) => [number(policies), megabytes(before), megabytes(peak)]);
  const heads = ['policies', 'objects and snapshot', 'with translation'];
  return { title: 'Peak memory in Node, MB', heads, labels: 1, rows: lines };
}

async function programTable(): Promise<BenchTable> {
  const heads = ['what', 'runs', 'CPU ms', 'at most', '', 'MB', 'at most', ''];
  const rows = (await measureProgram(LISTS)).map(({ what, runs, milliseconds, bytes, most }) => [
    what,
    number(runs),
    ms(milliseconds),
    ...goalCells(milliseconds, most.milliseconds, ms),
    megabytes(bytes),
    ...goalCells(bytes, most.bytes, megabytes),
  ]);
  return { title: 'The command-line program, each run a process', heads, labels: 2, rows };
}

function goalCells(measured: number, most: number, text: (value: number) => string): readonly string[] {
  return most === Infinity ? ['', ''] : [text(most), measured <= most ? 'kept' : 'MISSED'];
}

async function enginesTable(): Promise<BenchTable> {
  const measured = await measureEngines(ENGINE_SIZES);
  if (measured.kind === 'skipped') {
    return { title: `Engines of a server: skipped, ${measured.reason}`, heads: [], labels: 0, rows: [] };
  }
  const rows = measured.rows.map(({ engine, policies, parseMs, runMs, bytes, rules }) => [
    engine,
    number(policies),
    number(rules),
    ms(parseMs),
    ms(runMs),
    megabytes(bytes),
  ]);
  const heads = ['engine', 'policies', 'rules', 'parsing, CPU ms', 'snapshot and translation, CPU ms', 'MB'];
  return { title: 'In the engines of a server', heads, labels: 2, rows };
}

function megabytes(bytes: number): string {
  return number(Math.round(bytes / 2 ** 20));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
