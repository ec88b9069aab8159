import fc from 'fast-check';
import { FAULT_KINDS } from './kinds';
import type { Shape } from './setting';

/** What may happen in a random schedule. */

/** The policies of the small cluster. */
export const NAMES = ['api', 'cart', 'mail'] as const;
const PORTS = [0, 5000, 6000] as const;
const STATES = ['fails', 'disconnected', 'well'] as const;
/** The Panorama of all schedules. */
export const SHAPE: Shape = { levels: 2, firewalls: 2, applyMode: 'batch' };

/** One event of a schedule. `run` is an incident that carries out what the cluster wants by then. */
export type ScheduleEvent =
  /** The policy lets others in to this port from now on; 0: it is gone. */
  | { readonly do: 'policy'; readonly name: (typeof NAMES)[number]; readonly port: (typeof PORTS)[number] }
  | { readonly do: 'foreign edit'; readonly number: number }
  /** Somebody changes a rule of the cluster, in a way that closes nothing. */
  | { readonly do: 'edit of ours' }
  /** Of that administrator's changes alone, or of everybody's. */
  | { readonly do: 'commit by another'; readonly whole: boolean }
  | { readonly do: 'firewall'; readonly index: number; readonly state: (typeof STATES)[number] }
  /** Of the next run. */
  | { readonly do: 'fault'; readonly kind: string; readonly at: number }
  | { readonly do: 'run' };

const event = <Name extends string, Rest extends object>(name: Name, rest: fc.Arbitrary<Rest>) =>
  rest.map((more) => ({ do: name, ...more }));

/** What may happen, in any order. */
export const SCHEDULES: fc.Arbitrary<readonly ScheduleEvent[]> = fc.array(
  fc.oneof(
    event('policy', fc.record({ name: fc.constantFrom(...NAMES), port: fc.constantFrom(...PORTS) })),
    event('foreign edit', fc.record({ number: fc.nat(2) })),
    event('edit of ours', fc.record({})),
    event('commit by another', fc.record({ whole: fc.boolean() })),
    event('firewall', fc.record({ index: fc.nat(SHAPE.firewalls - 1), state: fc.constantFrom(...STATES) })),
    event(
      'fault',
      fc.record({
        kind: fc.constantFrom(...FAULT_KINDS.map(({ name }) => name)),
        at: fc.integer({ min: 1, max: 70 }),
      }),
    ),
    event('run', fc.record({})),
  ),
  { minLength: 2, maxLength: 7 },
);
