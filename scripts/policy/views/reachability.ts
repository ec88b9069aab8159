import type { Flow, Flows, Reachability } from '../reach/types';
import { cellText, tableOf, type Cell, type Column, type Table } from './table';

/** More ends than this in one cell are read by nobody. */
const MOST_ENDS = 6;

const ENDS: readonly Column<Flow>[] = [
  { heading: 'From', cell: (flow) => folded(flow.sources) },
  { heading: 'To', cell: (flow) => folded(flow.destinations) },
  { heading: 'Ports', cell: (flow) => flow.ports },
  { heading: 'Traffic', cell: (flow) => flow.traffic, unlessAll: '' },
];
const BEFORE: Column<Flow> = { heading: 'Before', cell: (flow) => flow.before };
const AFTER: Column<Flow> = { heading: 'After', cell: (flow) => flow.after };

/** Who gains which connections, who loses which, and which are inspected otherwise; empty ones are left out. */
export function reachabilityTables(reach: Reachability): Table[] {
  return [
    flowsTable('Gains', reach.gains, ENDS.concat([BEFORE, AFTER])),
    flowsTable('Loses', reach.loses, ENDS.concat([BEFORE])),
    flowsTable('Inspected or decided otherwise', reach.otherwise, ENDS.concat([BEFORE, AFTER])),
  ].filter((table) => table.rows.length > 0);
}

function flowsTable(title: string, { flows, count }: Flows, columns: readonly Column<Flow>[]): Table {
  const shown = flows.length === count ? '' : ', the first ' + String(flows.length);
  return tableOf(title + ' (' + String(count) + shown + ')', columns, flows);
}

function folded(ends: readonly string[]): Cell {
  const more = ends.length - MOST_ENDS;
  return more <= 0 ? ends : ends.slice(0, MOST_ENDS).concat(['and ' + String(more) + ' more']);
}

/** What the comparison of reachability is about, and what it leaves out, in sentences. */
export function reachabilityText({ gains, loses, otherwise, hasPods, skipped, unreadable }: Reachability): string {
  if (!hasPods) return 'Reachability: not compared, the input holds no pods and no workloads.';
  const nothing = gains.count + loses.count + otherwise.count === 0;
  const texts = [
    'Reachability: ' +
      (nothing
        ? "no connection between today's pods, Services, nodes and the addresses of rules is decided otherwise."
        : countText(gains.count, 'gained') +
          ', ' +
          countText(loses.count, 'lost') +
          ', ' +
          countText(otherwise.count, 'decided or inspected otherwise') +
          " (by the managed rules, between today's pods, Services, nodes and the addresses of rules)."),
  ];
  if (skipped > 0) {
    texts.push(
      'Not compared, because too many ends meet them: ' + String(skipped) + (skipped === 1 ? ' rule.' : ' rules.'),
    );
  }
  if (unreadable.length > 0) {
    texts.push(
      'What these rules did before is not known, because somebody changed them: ' + unreadable.join(', ') + '.',
    );
  }
  return texts.join(' ');
}

function countText(count: number, what: string): string {
  return String(count) + ' ' + (count === 1 ? 'kind of connection ' : 'kinds of connections ') + what;
}

/**
 * The first flows of each kind as lines of text.
 *
 * @example 'gains shop/web -> payments/checkout tcp/7000 (pci-strict, log end)'
 */
export function reachabilityLines({ gains, loses, otherwise }: Reachability, most: number): string[] {
  return linesOf('gains ', gains, most, (flow) => flow.after).concat(
    linesOf('loses ', loses, most, () => ''),
    linesOf('inspected otherwise: ', otherwise, most, (flow) => flow.before + ' -> ' + flow.after),
  );
}

function linesOf(what: string, { flows, count }: Flows, most: number, how: (flow: Flow) => string): string[] {
  const lines = flows.slice(0, most).map((flow) => {
    const ends = [flow.sources, flow.destinations].map((names) => cellText(folded(names), ', ')).join(' -> ');
    const notes = [flow.traffic, how(flow)].filter((text) => text !== '').join('; ');
    return what + ends + ' ' + flow.ports + (notes === '' ? '' : ' (' + notes + ')');
  });
  const more = count - lines.length;
  return more > 0 ? lines.concat([what + 'and ' + String(more) + ' more']) : lines;
}

/** The counts in a few words: `gains 2, loses 1, inspected otherwise 0`; '' where nothing was compared. */
export function reachabilityCounts({ gains, loses, otherwise, hasPods }: Reachability): string {
  if (!hasPods) return '';
  const counts = [gains.count, loses.count, otherwise.count].map(String);
  return 'gains ' + counts[0] + ', loses ' + counts[1] + ', inspected otherwise ' + counts[2];
}
