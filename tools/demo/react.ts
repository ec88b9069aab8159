import { asList, ENTRY_TYPE, textOf, type Incident, type Json, type JsonObject, type Server } from '../lab/xsoar';
import type { Display } from './display';
import type { People } from './people';
import { WATCHER } from './setting';

/** What of a step of the demo went wrong; the demo ends with the first one. */
export class WentWrong extends Error {}

/**
 * The watcher looks at the cluster, and the server works until everything is done; people answer what waits for them.
 *
 * @returns the incident that was made
 * @throws WentWrong if there is none, or it cannot be brought to its end
 */
export function react(server: Server, display: Display, people: People): Readonly<Incident> {
  const [id, ...more] = server.fetch(WATCHER);
  if (id === undefined || more.length > 0)
    throw new WentWrong(`The watcher made ${more.length + (id ? 1 : 0)} incidents.`);
  for (let waiting = server.run(); waiting.length > 0; waiting = server.run()) {
    for (const task of waiting) {
      const answer = people(task);
      if (answer === undefined) throw new WentWrong(stuck(server.incident(task.incident), task.name));
      display.says(answer.user, answer.says);
      server.answer(task.incident, task.name, answer.answer, answer.user);
    }
  }
  const incident = server.incident(id);
  if (incident.status !== 'closed') throw new WentWrong(stuck(incident, 'the playbook'));
  return incident;
}

function stuck(incident: Readonly<Incident>, where: string): string {
  const errors = incident.entries
    .filter(({ Type }) => Type === ENTRY_TYPE.error)
    .map(({ Contents }) => textOf(Contents));
  const said = errors.length > 0 ? errors : reasonsOf(incident);
  return [`Incident ${incident.id} stops at "${where}".`, ...said].join('\n  ');
}

/** What the last step that had something against it says. */
function reasonsOf({ entries }: Readonly<Incident>): readonly string[] {
  const said = entries.map(({ EntryContext: context = {} }) =>
    Object.values(context).flatMap((step) => (isObject(step) ? asList(step.Reasons).map(textOf) : [])),
  );
  return said.filter((reasons) => reasons.some((reason) => reason !== '')).at(-1) ?? [];
}

/**
 * Demands that the playbook left an incident in this state (the field `cnseriesstate`).
 *
 * @throws WentWrong if the incident ended otherwise
 */
export function expectState(incident: Readonly<Incident>, state: string): void {
  const found = textOf(incident.fields.cnseriesstate);
  if (found !== state) throw new WentWrong(`Incident ${incident.id} ended as "${found}", not as "${state}".`);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
