import type { ApiResponse } from '../panorama';
import { plain, warning } from './entries';
import { contains, item, itemAt } from './python/access';
import { CommandError, CommandExit } from './python/exceptions';
import { str } from './python/text';
import { isDictionary, type Dictionary, type Value } from './python/value';
import type { Entry, IntegrationVersion } from './types';
import { xmlToDict } from './xmltodict';

/** The codes for which the integration has a text of its own; 13, 19 and 20 are not among them. */
const KNOWN_CODES = [
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '10',
  '11',
  '12',
  '14',
  '15',
  '16',
  '17',
  '18',
  '21',
  '22',
];

const NOT_PRESENT =
  'Request Failed.\nObject not present - Object specified by the xpath is not present. For example,' +
  'entry[@name=value] where no object with name value is present.';

/** What reading an answer needs of the execution that asked. */
export interface Asker {
  readonly version: IntegrationVersion;
  readonly deviceGroup: string | undefined;
  readonly emit: (entry: Entry) => void;
  /** Asks the device for the names of its device groups. */
  readonly deviceGroupNames: () => readonly string[];
}

/**
 * Lets an answer pass whose HTTP status says success.
 *
 * @throws CommandError with status and reason phrase for any other
 */
export function checkStatus({ status, reason }: ApiResponse): void {
  if (status < 200 || status >= 300) {
    throw new CommandError(`Request Failed. with status: ${status}. Reason is: ${reason}`);
  }
}

/**
 * The answer as a dictionary `{ response: … }`. Some answers end the command with a note or a warning, and some error
 * answers lose their message.
 *
 * @throws CommandError with what the user sees for errors of the device
 * @throws CommandExit where a note or warning is all that the command gives
 */
export function readAnswer(answer: ApiResponse, asker: Asker): Dictionary {
  checkStatus(answer);
  const result = xmlToDict(answer.body);
  const response = item(result, 'response');
  if (item(response, '@status') !== 'success') return fail(response, asker);
  if (!contains(response, '@code')) return result;
  const code = item(response, '@code');
  if (typeof code === 'string' && KNOWN_CODES.includes(code)) refuse(code, asker);
  if (code !== '19' && code !== '20') throw new CommandError(`Request Failed.\n${codeText(code, response)}`);
  return result;
}

const codeText = (code: Value, response: Value): string =>
  contains(response, 'msg') ? `Status code: ${str(code)}\nWith message: ${str(item(response, 'msg'))}` : str(response);

/** A status other than success. */
function fail(response: Value, asker: Asker): never {
  if (contains(response, 'msg') && contains(item(response, 'msg'), 'line')) {
    explain(itemAt(response, 'msg', 'line'), asker);
  }
  if (!contains(response, '@code')) throw new CommandError(`Request Failed.\n${str(response)}`);
  const code = str(item(response, '@code'));
  throw new CommandError(
    `Request Failed.\nStatus code: ${code}\nWith message: ${str(itemAt(response, 'msg', 'line'))}`,
  );
}

/** Error lines with a meaning of their own. */
function explain(line: Value, asker: Asker): void {
  const text = str(line);
  if (line === 'No such node') {
    throw new CommandError(
      'Object was not found, verify that the name is correct and that the instance was committed.',
    );
  }
  if (typeof line === 'string' && line.includes('job') && /not found|No such query job/.test(line)) {
    throw new CommandError(`Invalid Job ID error: ${line}`);
  }
  if (text.includes('already at the')) end(asker, plain(`Rule ${text}`));
}

/** Success with a code that means something else: mostly code 7, nothing found. */
function refuse(code: string, asker: Asker): void {
  if (code === '7' && asker.deviceGroup !== undefined) {
    const names = asker.deviceGroupNames();
    const isMissing = !names.includes(asker.deviceGroup);
    const hint =
      `\nDevice Group: ${asker.deviceGroup} does not exist.` +
      ` The available Device Groups for this instance: ${names.join(', ')}.`;
    if (isMissing || asker.version === '2.5.1') throw new CommandError(NOT_PRESENT + (isMissing ? hint : ''));
  }
  end(asker, warning('List not found and might be empty'));
}

function end(asker: Asker, entry: Entry): never {
  asker.emit(entry);
  throw new CommandExit();
}

/** The names in an answer that lists device groups. */
export function namesOf(deviceGroups: Value): readonly string[] {
  const groups = isDictionary(deviceGroups) ? [deviceGroups] : (deviceGroups as readonly Value[]);
  return groups.map((group) => str(item(group, '@name')));
}
