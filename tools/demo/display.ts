import pc from 'picocolors';
import { terminalTable } from '../cli/terminaltable';
import { terminalMarkdown } from './markdown';
import type { Table } from '../../scripts/policy/views/table';
import { textOf, type Entry, type TaskEvent, type TraceEvent } from '../lab/xsoar';
import type { PolicyEvent } from './kubectl';

/** What the demo prints, as it happens. Colours come and go with the terminal (picocolors). */
export interface Display {
  /** Begins a step. */
  readonly step: (title: string) => void;
  /** What somebody does, in a sentence. */
  readonly says: (who: string, what: string) => void;
  readonly event: (event: TraceEvent) => void;
  readonly table: (table: Table) => void;
  readonly events: (policy: string, events: readonly PolicyEvent[]) => void;
  readonly line: (text: string) => void;
  readonly warns: (text: string) => void;
}

/**
 * Draws what happens as lines of text. Playbook tasks are indented by their depth; long lines are cut at `width`
 * characters.
 */
export function display(print: (text: string) => void, width: number): Display {
  let steps = 0;
  let waited = 0;
  const event = (happened: TraceEvent): void => {
    if (happened.kind === 'time') waited += happened.milliseconds;
    if (happened.kind === 'task' && happened.outcome === 'done' && isUnderWay(happened)) return;
    const line = eventLine(happened, width, waited);
    if (line === undefined) return;
    waited = 0;
    print(`${line}\n`);
    const plan = happened.kind === 'task' ? planText(happened) : undefined;
    if (plan !== undefined) print(`${terminalMarkdown(excerpt(plan), width - 6).replace(/^(?=.)/gm, '      ')}\n`);
  };
  return {
    step: (title) => {
      steps++;
      print(`\n${pc.bold(pc.cyan(`${steps}  ${title}`))}\n${pc.gray('─'.repeat(Math.min(width, 100)))}\n`);
    },
    says: (who, what) => {
      print(`${pc.magenta(who)}  ${what}\n`);
    },
    event,
    table: (table) => {
      print(`\n${terminalTable(table, width)}`);
    },
    events: (policy, events) => {
      print(`\n${pc.bold(`kubectl describe networkpolicy ${policy}`)}  ${pc.gray('(Events)')}\n`);
      for (const { type, reason, message } of events) {
        const mark = type === 'Warning' ? pc.yellow(type.padEnd(8)) : type.padEnd(8);
        print(`  ${mark} ${reason.padEnd(19)} ${message}\n`);
      }
      if (events.length === 0) print('  none\n');
    },
    line: (text) => {
      print(`${text}\n`);
    },
    warns: (text) => {
      print(pc.yellow(`${text}\n`));
    },
  };
}

/**
 * One line for what a person wants to see; undefined for the rest.
 *
 * @param waited milliseconds that went by since the last line
 */
function eventLine(event: TraceEvent, width: number, waited: number): string | undefined {
  switch (event.kind) {
    case 'incident':
      return event.incident === 'playground' ? undefined : incidentLine(event);
    case 'task':
      return taskLine(event, width, waited);
    case 'answer':
    case 'time':
    case 'command':
      return undefined;
  }
}

function incidentLine({
  incident,
  change,
  text,
}: Extract<TraceEvent, { readonly kind: 'incident' }>): string | undefined {
  switch (change) {
    case 'created':
      return pc.bold(`Incident ${incident}  ${text}`);
    case 'closed':
      return pc.bold(`Incident ${incident} closed`) + (text === '' ? '' : `  ${pc.gray(text)}`);
    case 'playbook failed':
      return pc.red(`Incident ${incident}: the playbook failed: ${text}`);
    case 'playbook started':
    case 'playbook done':
      return undefined;
  }
}

/** Titles and conditions say nothing that the tasks behind them do not. */
const SHOWN_TYPES = ['regular', 'playbook', 'collection'];

function taskLine(event: TaskEvent, width: number, waited: number): string | undefined {
  if (!SHOWN_TYPES.includes(event.task.type)) return undefined;
  const indent = '  '.repeat(event.depth + 1);
  const line = (mark: string, rest: string) => {
    const text = cut(`${indent}  ${event.task.name}`, rest, width);
    return indent + mark + text.slice(indent.length + 1);
  };
  switch (event.outcome) {
    case 'started':
      return event.task.type === 'playbook' ? pc.blue(`${indent}▸ ${event.task.name}`) : undefined;
    case 'done':
      return event.task.type === 'playbook' ? undefined : line(pc.green('✓'), told(event, waited));
    case 'failed':
      return line(pc.red('✗'), event.text);
    case 'waiting':
      return line(pc.yellow('?'), 'waits for a person');
    case 'retrying':
      return line(pc.yellow('↻'), event.text);
    case 'skipped':
    case 'sleeping':
    case 'stopped':
      return undefined;
  }
}

function cut(left: string, right: string, width: number): string {
  const gap = ' '.repeat(Math.max(2, 52 - left.length));
  const room = Math.max(20, width - left.length - gap.length);
  const text = right.length > room ? `${right.slice(0, room - 1)}…` : right;
  return `${left}${text === '' ? '' : gap + pc.gray(text)}`;
}

/** A step of several rounds that is not over. */
function isUnderWay({ entries }: TaskEvent): boolean {
  return Object.values(entries.at(-1)?.EntryContext ?? {}).some((data) => (data as Data)?.Done === false);
}

/** The plan that the task made, as it stands in the war room. */
function planText({ entries }: TaskEvent): string | undefined {
  const last = entries.at(-1);
  return last !== undefined && contextOf(last, 'CNSeries.Plan') !== undefined ? textOf(last.HumanReadable) : undefined;
}

const SHOWN_ROWS = 6;

/** The tables of a plan, the first rows of each. */
function excerpt(markdown: string): string {
  const sections = markdown.split(/^(?=### )/m).slice(1);
  return sections
    .map((section) => {
      const lines = section.trimEnd().split('\n');
      const rows = lines.filter((line) => line.startsWith('| '));
      const hidden = rows.length - 2 - SHOWN_ROWS;
      if (hidden <= 0) return section;
      return `${[lines[0], ...rows.slice(0, 2 + SHOWN_ROWS)].join('\n')}\n${hidden} more rows\n`;
    })
    .join('\n');
}

/** What the entries of a task say, in a few words: the title of the last one, and a few numbers. */
function told(event: TaskEvent, waited: number): string {
  const last = event.entries.at(-1);
  if (last === undefined) return '';
  const text = textOf(last.HumanReadable);
  const title = /^## (.*)$/m.exec(text)?.[1];
  const more = MORE.map(([path, words]) => words(contextOf(last, path))).find((words) => words !== '') ?? '';
  const time = waited < 5000 ? '' : `after ${Math.round(waited / 1000)} s`;
  return [title === undefined ? '' : title.replace(/\\/g, ''), more, time].filter((part) => part !== '').join(' · ');
}

type Data = Readonly<Record<string, unknown>> | undefined;

/** What is worth a word beside the title. */
const MORE: readonly (readonly [string, (data: Data) => string])[] = [
  [
    'CNSeries.Plan',
    (data) =>
      data === undefined
        ? ''
        : `${String(data.Rules)} rules, ${String(data.Created)} created, ${String(data.Changed)} changed, ${String(data.Deleted)} deleted · proof ${String(data.VerdictText)}`,
  ],
  ['CNSeries.Apply', (data) => (data?.Done === true ? `${String(data.Writes)} requests` : '')],
  [
    'CNSeries.Verify',
    (data) => (data === undefined ? '' : `${String(data.Groups)} groups on ${String(data.Devices)} firewalls`),
  ],
];

function contextOf(entry: Entry, path: string): Data {
  const found = Object.entries(entry.EntryContext ?? {}).find(([key]) => key.startsWith(`${path}(`));
  return found === undefined ? undefined : (found[1] as Data);
}
