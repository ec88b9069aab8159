import { attributeOf, childNode, childNodes, childTags, linesOf } from '../../../scripts/panorama/api/nodes';
import type { JsonNode, PanoramaPort, RefusedAnswer, UnclearAnswer } from '../../../scripts/panorama/api/port';
import type { SynchronousHttp } from './http';
import { readOnlyPort } from './readonly';
import { xmlToJson } from './xmljson';

/** "Object not present" (PAN-OS XML API Error Codes). */
const NOT_PRESENT = '7';

type Response = { readonly kind: 'response'; readonly node: JsonNode } | RefusedAnswer | UnclearAnswer;

/** A Panorama over its XML API; only reads. */
export function urlPort(http: Pick<SynchronousHttp, 'post'>): PanoramaPort {
  const read = (action: 'get' | 'show', xpath: string) => {
    const response = responseOf(http, { type: 'config', action, xpath });
    if (response.kind !== 'response') {
      // `show` says that nothing is there by an error without a code.
      return response.kind === 'refused' && /no such node/i.test(response.message)
        ? ({ kind: 'absent' } as const)
        : response;
    }
    const result = childNode(response.node, 'result');
    const isAbsent = attributeOf(response.node, 'code') === NOT_PRESENT || childTags(result).length === 0;
    return isAbsent ? ({ kind: 'absent' } as const) : ({ kind: 'found', node: result } as const);
  };
  return readOnlyPort({
    get: (xpath) => read('get', xpath),
    show: (xpath) => read('show', xpath),
    op: (command, place) => {
      const response = responseOf(http, {
        type: 'op',
        cmd: command,
        ...(place.target === undefined ? {} : { target: place.target }),
        ...(place.scope === undefined ? {} : { vsys: place.scope }),
      });
      if (response.kind !== 'response') return response;
      const hasResult = childNodes(response.node, 'result').length > 0;
      return { kind: 'answered', node: childNode(response.node, hasResult ? 'result' : 'msg') };
    },
  });
}

function responseOf(http: Pick<SynchronousHttp, 'post'>, form: { readonly [name: string]: string }): Response {
  const answer = http.post(form);
  if (answer.kind === 'failed') return { kind: 'unclear', message: answer.message };
  const read = parsed(answer.body);
  const node = childNode(read, 'response');
  if (node === undefined) {
    const message = `HTTP ${answer.status} ${answer.reason}`.trim();
    const isRefused = answer.status >= 400 && answer.status < 500;
    return isRefused ? { kind: 'refused', code: answer.status, message } : { kind: 'unclear', message };
  }
  if (attributeOf(node, 'status') === 'success') return { kind: 'response', node };
  const lines = [...linesOf(childNode(node, 'msg')), ...linesOf(childNode(childNode(node, 'result'), 'msg'))];
  return { kind: 'refused', code: Number(attributeOf(node, 'code')) || 0, message: lines.join(' ') };
}

/** What is no XML is a page of something in between. */
function parsed(body: string): JsonNode {
  try {
    return xmlToJson(body);
  } catch {
    return undefined;
  }
}
