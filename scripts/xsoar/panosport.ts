import { commitCommand, descriptionText, multiElement, pushCommand } from '../panorama/api/commands';
import { jobNumber } from '../panorama/api/jobs';
import { attributeOf, childNode, childNodes, childTags } from '../panorama/api/nodes';
import type {
  CommitAnswer,
  JsonNode,
  MovePlace,
  OperationalAnswer,
  OperationalPlace,
  PanoramaPort,
  PushRequest,
  ReadAnswer,
  UnclearAnswer,
  WriteAnswer,
} from '../panorama/api/port';
import { escapeXml } from '../policy/panos/xml';
import type { CommandArguments, Host } from './host';
import { answerText, interpretEntries, type CommandAnswer } from './quirks';

/**
 * Panorama through the generic `pan-os` command of the server's PAN-OS integration, which hands its arguments on as
 * they are.
 *
 * @param instance the integration instance; '' only where there is no other active one, since the command runs on all
 */
export function createPanosPort(host: Pick<Host, 'executeCommand'>, instance: string): PanoramaPort {
  const using: CommandArguments = instance === '' ? {} : { using: instance };

  function execute(given: CommandArguments): CommandAnswer {
    return interpretEntries(host.executeCommand('pan-os', { ...given, ...using }));
  }

  /** `type` is always given: in 1.14.22 its default is the whole list of options. */
  function configure(action: string, xpath: string, more: CommandArguments): CommandAnswer {
    return execute({ type: 'config', action, xpath, ...more });
  }

  return {
    get(xpath) {
      return readAnswer(configure('get', xpath, {}));
    },
    show(xpath) {
      return readAnswer(configure('show', xpath, {}));
    },
    set(xpath, element) {
      return writeAnswer(configure('set', xpath, { element }));
    },
    edit(xpath, element) {
      return writeAnswer(configure('edit', xpath, { element }));
    },
    move(xpath, place) {
      return moveAnswer(configure('move', xpath, placeArguments(place)));
    },
    delete(xpath) {
      const answer = configure('delete', xpath, {});
      return answer.kind === 'absent' ? { kind: 'done' } : writeAnswer(answer);
    },
    multi(operations) {
      const answer = execute({ type: 'config', action: 'multi-config', element: multiElement(operations) });
      return isArgumentRefused(answer) ? NO_MULTI : writeAnswer(answer);
    },
    op(command, place) {
      return operationalAnswer(execute({ type: 'op', cmd: command, ...placeOf(place) }));
    },
    commit(request) {
      if (request.scope === 'full') return commitAnswer(execute({ type: 'commit', cmd: commitCommand(request) }));
      return commitAnswer(
        interpretEntries(host.executeCommand('pan-os-commit', { ...commitArguments(request), ...using })),
      );
    },
    commitGroup(request) {
      const answer = execute({ type: 'commit', action: 'partial', cmd: commitCommand(request) });
      return isArgumentRefused(answer) ? { kind: 'unsupported' } : commitAnswer(answer);
    },
    commitAll(request) {
      const answer = execute({ type: 'commit', action: 'all', cmd: pushCommand(request) });
      if (!isArgumentRefused(answer)) return commitAnswer(answer);
      return commitAnswer(
        interpretEntries(host.executeCommand('pan-os-push-to-device-group', { ...pushArguments(request), ...using })),
      );
    },
  };
}

/**
 * The command's own list of actions lacks the two of the XML API that commit a part and push. A server that takes no
 * other values says so, and nothing was sent; there the named commands must do.
 */
function isArgumentRefused(answer: CommandAnswer): boolean {
  return answer.kind === 'unclear' && /\baction\b/i.test(answer.message);
}

const NO_MULTI: WriteAnswer = {
  kind: 'refused',
  code: 0,
  message:
    'this server takes no "multi-config" of the PAN-OS integration; set "applyMode" to "batch" in the cluster profile',
};

/** `polling` is always given: without it the command fails. Texts are pasted into XML as they are. */
function commitArguments(request: { readonly admin: string; readonly description: string }): CommandArguments {
  return {
    admin_name: request.admin,
    description: escapeXml(descriptionText(request.description)),
    exclude_device_network_configuration: 'true',
    exclude_shared_objects: 'true',
    polling: 'false',
  };
}

function pushArguments(request: PushRequest): CommandArguments {
  return {
    'device-group': request.deviceGroup,
    description: escapeXml(descriptionText(request.description)),
    'include-template': 'false',
    'validate-only': 'false',
    polling: 'false',
  };
}

function placeArguments(place: MovePlace): CommandArguments {
  return place.where === 'before' || place.where === 'after'
    ? { where: place.where, dst: place.rule }
    : { where: place.where };
}

function placeOf(place: OperationalPlace): CommandArguments {
  const given: { [name: string]: string } = {};
  if (place.target !== undefined) given.target = place.target;
  if (place.scope !== undefined) given.vsys = place.scope;
  return given;
}

/**
 * Nothing found is success with code 7, a count of zero, or an error, as version and action have it. A success that says
 * nothing, or counts more than it holds, is none of these.
 */
function readAnswer(answer: CommandAnswer): ReadAnswer {
  switch (answer.kind) {
    case 'response':
      return foundAnswer(answer.response);
    case 'job':
    case 'note':
      return unexpected(answer);
    case 'absent':
    case 'refused':
    case 'unclear':
      return answer;
  }
}

function foundAnswer(response: JsonNode): ReadAnswer {
  const results = childNodes(response, 'result');
  const node = results[0];
  let held = 0;
  for (const tag of childTags(node)) held += childNodes(node, tag).length;
  const counted = attributeOf(node, 'count');
  if (held === 0 && (attributeOf(response, 'code') === '7' || counted === '0')) return { kind: 'absent' };
  if (held === 0) return { kind: 'unclear', message: 'a success that says nothing' };
  if (counted === '' || Number(counted) === held) return { kind: 'found', node };
  const message = 'an answer that counts ' + counted + ' nodes and holds ' + String(held);
  return { kind: 'unclear', message };
}

function writeAnswer(answer: CommandAnswer): WriteAnswer {
  switch (answer.kind) {
    case 'response':
      return { kind: 'done' };
    case 'job':
    case 'note':
      return unexpected(answer);
    case 'absent':
      return { kind: 'refused', code: 7, message: 'it is not there' };
    case 'refused':
    case 'unclear':
      return answer;
  }
}

/** A move to where the rule stands is an error of the device, which the integration turns into a note. */
function moveAnswer(answer: CommandAnswer): WriteAnswer {
  return /already at the/.test(answerText(answer)) ? { kind: 'done' } : writeAnswer(answer);
}

function operationalAnswer(answer: CommandAnswer): OperationalAnswer {
  switch (answer.kind) {
    case 'response': {
      const isResult = childNodes(answer.response, 'result').length > 0;
      return { kind: 'answered', node: childNode(answer.response, isResult ? 'result' : 'msg') };
    }
    case 'note':
      return { kind: 'answered', node: answer.text };
    case 'job':
      return unexpected(answer);
    case 'absent':
      return { kind: 'refused', code: 7, message: 'it is not there' };
    case 'refused':
    case 'unclear':
      return answer;
  }
}

function unexpected(answer: CommandAnswer): UnclearAnswer {
  return { kind: 'unclear', message: 'an unexpected answer: ' + answerText(answer) };
}

/** Three forms (PAN-OS documentation, Netspoc-Approve, code 13), of which one is an error of the integration. */
const NOTHING = /(no changes to (commit|push)|would be the same as the previous commit)/i;

function commitAnswer(answer: CommandAnswer): CommitAnswer {
  const job = answer.kind === 'response' ? jobNumber(childNode(answer.response, 'result')) : '';
  if (job !== '') return { kind: 'enqueued', job };
  if (answer.kind === 'job') return { kind: 'enqueued', job: answer.job };
  const text = answerText(answer);
  if (NOTHING.test(text)) return { kind: 'nothing' };
  switch (answer.kind) {
    case 'response':
    case 'note':
      return { kind: 'refused', code: 0, message: text === '' ? 'no job was made, and no reason given' : text };
    case 'absent':
      return { kind: 'refused', code: 7, message: 'it is not there' };
    case 'refused':
    case 'unclear':
      return answer;
  }
}
