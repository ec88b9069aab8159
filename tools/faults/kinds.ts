import { withFaults, type ApiRequest, type Delivery, type Fault } from '../lab/panorama';
import { askPlainly } from '../session/requests';
import type { Server } from './server';

/**
 * What goes wrong, and where: at the request to Panorama (for those that are cut off: the call of the server) with the
 * given number, counted from 1.
 */
export interface FaultKind {
  readonly name: string;
  /** What `at` counts. */
  readonly counts: 'requests' | 'calls';
  /** Whether it means something at this request; absent: at every one. */
  readonly isAbout?: (request: ApiRequest) => boolean;
  readonly inject: (server: Server, at: number) => void;
}

const REFUSED: Fault = { kind: 'device-error', code: 12, lines: ['something is invalid'] };
const UNAVAILABLE: Fault = { kind: 'status', status: 503, reason: 'Service Unavailable' };

/** Longer than a slice of 45 seconds: every script ends behind it. */
const SLOW_MILLISECONDS = 50_000;

/** Every kind of fault. Those that come more than once outlast the scripts' own second attempt. */
export const FAULT_KINDS: readonly FaultKind[] = [
  faulty('refused', REFUSED),
  faulty('refused three times', REFUSED, 3),
  faulty('lost before its effect', { kind: 'lost-request' }),
  faulty('lost before its effect, eight times', { kind: 'lost-request' }, 8),
  faulty('answer lost after its effect', { kind: 'lost-answer' }),
  faulty('answer lost after its effect, three times', { kind: 'lost-answer' }, 3),
  faulty('503', UNAVAILABLE),
  faulty('503 eight times', UNAVAILABLE, 8),
  faulty('a login page, twice', { kind: 'html' }, 2),
  faulty('truncated answer', { kind: 'cut', share: 0.5 }),
  faulty('truncated answers, three times', { kind: 'cut', share: 0.5 }, 3),
  faulty('empty answer', { kind: 'cut', share: 0 }),
  emptyReading('empty reading', 1),
  emptyReading('empty readings, three times', 3),
  faulty('slow', { kind: 'slow', milliseconds: SLOW_MILLISECONDS }),
  faulty('slow from then on', { kind: 'slow', milliseconds: SLOW_MILLISECONDS }, 100_000),
  { name: 'locked by somebody else', counts: 'requests', inject: lockedAt },
  {
    ...jobAnswer('job stuck', '<status>ACT</status><result>PEND</result><progress>10</progress>', 100_000),
    isAbout: isPoll,
  },
  {
    ...jobAnswer('job failed', '<status>FIN</status><result>FAIL</result><progress>100</progress>', 1),
    isAbout: isPoll,
  },
  cutOff('killed before', 'before'),
  cutOff('killed after', 'after'),
];

function faulty(name: string, fault: Fault, times = 1): FaultKind {
  return {
    name,
    counts: 'requests',
    inject: (server, at) => {
      server.deliver = withFaults(server.panorama.handle, [{ fault, from: at - server.requests, times }]);
    },
  };
}

/** A reading finds nothing. A write that succeeds and does nothing is no fault of a Panorama, but a lie. */
function emptyReading(name: string, times: number): FaultKind {
  return {
    name,
    counts: 'requests',
    isAbout: isRead,
    inject: (server, at) => {
      server.deliver = (request, number): Delivery =>
        number < at || number >= at + times || !isRead(request) ? server.calmly(request) : answered('<result/>');
    },
  };
}

function answered(result: string): Delivery {
  const body = `<response status="success">${result}</response>`;
  const headers = { 'content-type': 'application/xml' };
  return { kind: 'answer', response: { status: 200, reason: 'OK', headers, body }, delayMilliseconds: 0 };
}

function cutOff(name: string, when: 'before' | 'after'): FaultKind {
  return {
    name,
    counts: 'calls',
    inject: (server, at) => {
      server.stop = { at, when };
    },
  };
}

function isRead({ params }: ApiRequest): boolean {
  return params.type === 'config' ? params.action === 'get' || params.action === 'show' : isShow(params.cmd ?? '');
}

function isShow(cmd: string): boolean {
  return cmd.startsWith('<show>') && !cmd.includes('<jobs><id>');
}

function isPoll({ params }: ApiRequest): boolean {
  return (params.cmd ?? '').includes('<jobs><id>');
}

/** A look at a job finds it so, whatever it is; from the given request on, so many times. */
function jobAnswer(name: string, state: string, times: number): FaultKind {
  return {
    name,
    counts: 'requests',
    inject: (server, at) => {
      server.deliver = (request, number): Delivery => {
        if (number < at || number >= at + times || !isPoll(request)) return server.calmly(request);
        const id = /<id>(\d+)<\/id>/.exec(request.params.cmd ?? '')?.[1] ?? '';
        const job = `<job><id>${id}</id><type>Commit</type>${state}<details><line>stopped by the lab</line></details></job>`;
        return answered(`<result>${job}</result>`);
      };
    },
  };
}

/** Somebody takes the configuration lock and the commit lock of the device group, just before a request of ours. */
function lockedAt(server: Server, at: number): void {
  server.deliver = (request, number): Delivery => {
    if (number === at) setLocks(server, '<add><comment>mine</comment></add>');
    return server.calmly(request);
  };
}

/** Takes or frees both locks of a person on the device group of the cluster. */
export function setLocks(server: Server, markup: string): void {
  for (const lock of ['config-lock', 'commit-lock']) {
    const cmd = `<request><${lock}>${markup}</${lock}></request>`;
    askPlainly(server.panorama.handle, { type: 'op', cmd, vsys: server.deviceGroup });
  }
}

/** Nothing goes wrong any more, and nobody else is in the way. */
export function calm(server: Server): void {
  server.deliver = server.calmly;
  server.stop = undefined;
  server.isStopped = false;
  setLocks(server, '<remove></remove>');
}
