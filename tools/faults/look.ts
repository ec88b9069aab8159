import { OWN_ADMIN } from '../session/input';
import { askPlainly, withoutMarks } from '../session/requests';
import { groupPath } from '../session/setting';
import type { Server } from './server';
import { serialOf } from './setting';

/** What others see of Panorama and its firewalls: plain requests, without any code of the pack. */
export interface Look {
  /** The block of the cluster: its rules and objects in the candidate, without what only the device gives. */
  readonly candidate: string;
  /** The same in the running configuration. */
  readonly running: string;
  /** The block's rules on each firewall. */
  readonly firewalls: readonly string[];
  /** Everything of others, in the candidate and in the running configuration. */
  readonly foreign: string;
  readonly runningForeign: string;
  /** Whether the pack's administrator holds a lock. */
  readonly isLocked: boolean;
  /** Whether a run is remembered that is not over. */
  readonly isRemembered: boolean;
}

/** Looks at everything that a case may have touched. */
export function look(server: Server, firewalls: number): Look {
  const candidate = configuration(server, 'get');
  const running = configuration(server, 'show');
  const locks = askPlainly(server.panorama.handle, { type: 'op', cmd: '<show><config-locks></config-locks></show>' });
  const run = server.lists.get(`CNSeries State ${server.cluster} run`);
  return {
    candidate: candidate.own,
    running: running.own,
    firewalls: Array.from({ length: firewalls }, (_none, index) =>
      ownOf(server, server.panorama.deviceRules(serialOf(index)).join('\n')),
    ),
    foreign: candidate.foreign,
    runningForeign: running.foreign,
    isLocked: locks.includes(OWN_ADMIN),
    isRemembered: run !== undefined && run !== '{}',
  };
}

function configuration(server: Server, action: 'get' | 'show'): { readonly own: string; readonly foreign: string } {
  const ask = (xpath: string): string =>
    withoutMarks(askPlainly(server.panorama.handle, { type: 'config', action, xpath }));
  return {
    own: ownOf(server, ask(groupPath(server.deviceGroup))),
    foreign: withoutEmpty(ask('/config').replace(ownEntry(server), '')),
  };
}

/** The cluster's entries have no entries in them. */
function ownEntry({ cluster }: Server): RegExp {
  const tags = `cnseries(?:-${cluster})?|cn-series[^"]*`;
  return new RegExp(
    `<entry name="(?:${cluster}\\.[^"]*|${tags})"[^>]*>.*?</entry>|<entry name="(?:${tags})"[^>]*/>`,
    'gs',
  );
}

/** Rules in their order; the order of objects means nothing. */
function ownOf(server: Server, xml: string): string {
  const entries = [...xml.matchAll(ownEntry(server))].map(([entry]) => entry.replace(/ uuid="[^"]*"/g, ''));
  const objects = entries.filter((entry) => !isRule(entry)).sort();
  return [...objects, ...entries.filter(isRule)].join('\n');
}

function isRule(entry: string): boolean {
  return entry.includes('<action>');
}

/** Containers that are empty again stay in Panorama, and say nothing. */
function withoutEmpty(xml: string): string {
  let text = xml.replace(/<result[^>]*>/, '').replace(/\s+</g, '<');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/<([a-z-]+)\/>|<([a-z-]+)><\/\2>/g, '');
  }
  return text;
}
