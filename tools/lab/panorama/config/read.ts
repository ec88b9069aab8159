import { result, success, uncodedFailure } from '../reply';
import type { PanoramaState } from '../state';
import { escapeText } from '../tree/escape';
import { type MarkStyle, serialize } from '../tree/serialize';
import type { ApiResponse } from '../types';
import { type Item, select } from '../xpath/evaluate';
import { parseXpath } from '../xpath/parse';
import { invalidXpath } from './target';

/** `action=get`: the candidate, with the marks of uncommitted changes; nothing found is code 7 and no error. */
export function get(state: PanoramaState, xpath: string | undefined): ApiResponse {
  const paths = parseXpath(xpath ?? '');
  if (paths === undefined) return invalidXpath();
  const items = select(state.store.candidate.root, paths);
  if (items.length > 0) {
    const count = `total-count="${items.length}" count="${items.length}"`;
    return success(19, `<result ${count}>${items.map((item) => markup(item, 'with-marks')).join('')}</result>`);
  }
  if (state.settings.emptyGet === 'code-7') return success(7, '<result/>');
  return success(19, '<result total-count="0" count="0"/>');
}

/** `action=show`: the running configuration, without a code; nothing found is an error. */
export function show(state: PanoramaState, xpath: string | undefined): ApiResponse {
  const paths = parseXpath(xpath ?? '');
  if (paths === undefined) return invalidXpath();
  const items = select(state.store.running.root, paths);
  if (items.length === 0) return uncodedFailure('No such node');
  return result(items.map((item) => markup(item, 'without-marks')).join(''));
}

const markup = (item: Item, style: MarkStyle): string =>
  item.kind === 'node' ? serialize(item.node, style) : escapeText(item.value);
