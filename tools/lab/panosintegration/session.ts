import type { Handle } from '../panorama';
import { checkStatus, namesOf, readAnswer } from './errors';
import type { Instance } from './instance';
import { itemAt } from './python/access';
import { CommandError, CommandExit } from './python/exceptions';
import type { Dictionary } from './python/value';
import { send, type Placement } from './transport';
import type { Entry, Arguments } from './types';
import { warning } from './entries';

const DEVICE_GROUPS = '/config/devices/entry/device-group/entry';

/** One execution of one command: its instance, its requests, and the entries that it gives. */
export class Session {
  private isAskingForGroups = false;

  constructor(
    readonly instance: Instance,
    private readonly handle: Handle,
    private readonly entries: Entry[],
    /** Names a rule that the caller did not name. */
    readonly newRuleName: () => string,
  ) {}

  emit = (entry: Entry): void => {
    this.entries.push(entry);
  };

  /** `return_warning`, with which the command goes on. */
  warn(message: string): void {
    this.emit(warning(message));
  }

  /** `return_warning` with exit. */
  warnAndExit(message: string): never {
    this.warn(message);
    throw new CommandExit();
  }

  /** A read: GET with everything in the URL. */
  get(params: Dictionary): Dictionary {
    return this.request('GET', 'url', params);
  }

  /** A write as most commands send it: POST with a form. */
  post(params: Dictionary): Dictionary {
    return this.request('POST', 'form', params);
  }

  /**
   * Sends a request and reads its answer as the integration does.
   *
   * @throws CommandError for an answer with an error, and where none came
   */
  request(method: 'GET' | 'POST', placement: Placement, params: Dictionary): Dictionary {
    return readAnswer(this.send(method, placement, params), {
      version: this.instance.version,
      deviceGroup: this.instance.deviceGroup,
      emit: this.emit,
      deviceGroupNames: () => this.deviceGroupNames(),
    });
  }

  /** POST with a form whose answer is taken as it is, without a look at its status. */
  postForText(params: Dictionary): string {
    const answer = this.send('POST', 'form', params);
    checkStatus(answer);
    return answer.body;
  }

  /** Reads the candidate (`action=get`). */
  read(xpath: string): Dictionary {
    return this.get({ action: 'get', type: 'config', xpath });
  }

  /** Changes the candidate. */
  change(action: 'set' | 'edit' | 'delete', xpath: string, element?: string): Dictionary {
    return this.post({ action, type: 'config', xpath, element: element ?? null });
  }

  /** The names of all device groups; reading them reads their whole configuration. */
  deviceGroupNames(): readonly string[] {
    // Without a device group the integration asks again and again, until Python gives up.
    if (this.isAskingForGroups) throw new CommandError('maximum recursion depth exceeded');
    this.isAskingForGroups = true;
    try {
      return namesOf(itemAt(this.read(DEVICE_GROUPS), 'response', 'result', 'entry'));
    } finally {
      this.isAskingForGroups = false;
    }
  }

  private send(method: 'GET' | 'POST', placement: Placement, params: Dictionary) {
    const { url, apiKey } = this.instance;
    return send(this.handle, url, method, placement, { ...params, key: apiKey });
  }
}

/** A command of the integration: it gives its entries to the session, or throws. */
export type Command = (session: Session, args: Arguments) => void;
