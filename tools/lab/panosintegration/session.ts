import type { Handle } from '../panorama';
import { checkStatus, namesOf, readAnswer } from './errors';
import type { Instance } from './instance';
import { itemAt } from './python/access';
import { CommandError } from './python/exceptions';
import type { Dictionary } from './python/value';
import { send } from './transport';
import type { Arguments, Entry } from './types';

const DEVICE_GROUPS = '/config/devices/entry/device-group/entry';

/** One execution of one command: its instance, its requests, and the entries that it gives. */
export class Session {
  private isAskingForGroups = false;

  constructor(
    readonly instance: Instance,
    private readonly handle: Handle,
    private readonly entries: Entry[],
  ) {}

  emit = (entry: Entry): void => {
    this.entries.push(entry);
  };

  /** POST with a form. */
  post(params: Dictionary): Dictionary {
    return this.request('POST', params);
  }

  /** POST with a form whose answer is taken as it is, without a look at its status. */
  postForText(params: Dictionary): string {
    const answer = this.send('POST', params);
    checkStatus(answer);
    return answer.body;
  }

  private request(method: 'GET' | 'POST', params: Dictionary): Dictionary {
    return readAnswer(this.send(method, params), {
      version: this.instance.version,
      deviceGroup: this.instance.deviceGroup,
      emit: this.emit,
      deviceGroupNames: () => this.deviceGroupNames(),
    });
  }

  /** The names of all device groups; reading them reads their whole configuration. */
  private deviceGroupNames(): readonly string[] {
    // Without a device group the integration asks again and again, until Python gives up.
    if (this.isAskingForGroups) throw new CommandError('maximum recursion depth exceeded');
    this.isAskingForGroups = true;
    try {
      const answer = this.request('GET', { action: 'get', type: 'config', xpath: DEVICE_GROUPS });
      return namesOf(itemAt(answer, 'response', 'result', 'entry'));
    } finally {
      this.isAskingForGroups = false;
    }
  }

  private send(method: 'GET' | 'POST', params: Dictionary) {
    const { url, apiKey } = this.instance;
    return send(this.handle, url, method, { ...params, key: apiKey });
  }
}

/** A command of the integration: it gives its entries to the session, or throws. */
export type Command = (session: Session, args: Arguments) => void;
