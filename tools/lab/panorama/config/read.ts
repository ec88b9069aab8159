import { document, result, success, uncodedFailure } from '../reply';
import type { PanoramaState } from '../state';
import { escapeAttribute, escapeText } from '../tree/escape';
import type { ConfigNode } from '../tree/node';
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
    const found = items.map((item) => markup(state, item, 'with-marks')).join('');
    return success(19, `<result ${count}>${found}</result>`);
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
  return result(items.map((item) => markup(state, item, 'without-marks')).join(''));
}

function markup(state: PanoramaState, item: Item, style: MarkStyle): string {
  switch (item.kind) {
    case 'node':
      return item.node.parent === undefined ? wholeConfig(state, item.node, style) : serialize(item.node, style);
    case 'text':
      return escapeText(item.value);
    case 'attribute':
      // `…/entry/@name` gives entries with nothing but their names (pan-os-python `refreshall(name_only=True)`, pango).
      return `<${item.tag} ${item.name}="${escapeAttribute(item.value)}"/>`;
  }
}

/** `type=export`: the running configuration, as a document. */
export const exportConfig = (state: PanoramaState): ApiResponse =>
  document(wholeConfig(state, state.store.running.root, 'without-marks'));

/** The root carries the versions of the configuration; pan-python takes an export for an answer by its attributes. */
function wholeConfig(state: PanoramaState, root: ConfigNode, style: MarkStyle): string {
  const { version } = state.settings;
  const [major = '', minor = ''] = version.split('.');
  const versions = `version="${major}.${minor}.0" urldb="paloaltonetworks" detail-version="${version}"`;
  return serialize(root, style).replace('<config', `<config ${versions}`);
}
