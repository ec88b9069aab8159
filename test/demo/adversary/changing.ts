import { entryText } from '../../../tools/lab/xsoar';
import { inPlace, setProfile, type Adversity, type Person } from '../adversity';
import { apply, fetch, policy } from '../support';

/** The change that most of these tests send on its way. */
export const CHANGE = policy('new', 7001);

/** For the profile: every plan waits for a person. */
export const APPROVE_ALWAYS = { guardRails: { approveAlways: true } };

/** A policy whose plan needs approval: all pods of the namespace may reach everything outside. */
export const OPEN = {
  ...policy('open', 7009),
  spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] },
};

/** Leaves every task waiting. */
export const nobody: Person = () => undefined;

/** The cluster in place, and a change on its way. */
export function changing(profile: object = {}): Adversity {
  const path = inPlace();
  setProfile(path, profile);
  apply(path, [CHANGE]);
  fetch(path);
  return path;
}

/** What the context gets from an automation that somebody runs by hand. */
export function data(path: Adversity, line: string, user: string): { readonly [name: string]: unknown } {
  const [entry] = path.server.command(line, user);
  if (entry === undefined) throw new Error(`${line} gives nothing.`);
  return (typeof entry.Contents === 'object' ? entry.Contents : { error: entryText(entry) }) as never;
}

/** The text of the last error in the war room of an incident. */
export const lastError = (path: Adversity, incident: string): string =>
  path.server
    .incident(incident)
    .entries.filter(({ Type }) => Type === 4)
    .map(entryText)
    .at(-1) ?? '';
