import { attributeOf, childNodes, childText, descendant } from '../../../scripts/panorama/api/nodes';
import type { JsonNode, OperationalAnswer, PanoramaPort, ReadAnswer } from '../../../scripts/panorama/api/port';
import { readOnlyPort } from './readonly';
import { xmlToJson } from './xmljson';
import { nodesAt } from './xpath';

const LOCALHOST = 'localhost.localdomain';

/**
 * A Panorama as its exported configuration shows it (Panorama > Setup > Operations > "Export named Panorama
 * configuration snapshot", or the candidate by `type=export&category=configuration`). Locks, other administrators'
 * changes and what is predefined are not in it: the first two count as none, and predefined names as there.
 *
 * @throws if the text is no Panorama configuration
 */
export function filePort(xml: string): PanoramaPort {
  const root = xmlToJson(xml);
  const config = childNodes(root, 'config')[0];
  if (descendant(config, ['devices', 'entry']) === undefined) {
    throw new Error('it is no Panorama configuration: there is no <config> with <devices> in it');
  }
  const read = (xpath: string): ReadAnswer => answerOf(root, xpath);
  return readOnlyPort({ get: read, show: read, op: (command) => answered(command, config) });
}

/** `get` and `show` give what the XPath names under its tag, as Panorama's `<result>` holds it. */
function answerOf(root: JsonNode, xpath: string): ReadAnswer {
  const predefined = /^\/config\/predefined\/.*\/?entry\[(.*)\]$/.exec(xpath);
  if (predefined) return { kind: 'found', node: { entry: namesIn(predefined[1]) } };
  const found = nodesAt(root, xpath);
  if (found.length === 0) return { kind: 'absent' };
  const lists: { [tag: string]: JsonNode[] } = {};
  for (const { tag, node } of found) (lists[tag] ??= []).push(node);
  const nodes = Object.fromEntries(
    Object.entries(lists).map(([tag, alike]) => [tag, alike.length === 1 ? alike[0] : alike]),
  );
  return { kind: 'found', node: nodes };
}

/** Every name that was asked for: nobody can tell from an export which are predefined. */
function namesIn(condition: string): readonly JsonNode[] {
  return [...condition.matchAll(/@name='([^']*)'/g)].map((match) => ({ '@name': match[1] }));
}

function answered(command: string, config: JsonNode): OperationalAnswer {
  if (command.includes('<dg-hierarchy>')) return { kind: 'answered', node: { 'dg-hierarchy': hierarchyOf(config) } };
  if (command.includes('<system>')) return { kind: 'answered', node: { system: { 'sw-version': versionOf(config) } } };
  if (command.includes('<high-availability>')) return { kind: 'answered', node: { enabled: 'no' } };
  return { kind: 'answered', node: null };
}

/** `<config version="11.1.0">`: the version that wrote the configuration. */
function versionOf(config: JsonNode): string {
  return attributeOf(config, 'version');
}

/** As `show dg-hierarchy` nests them. Parents stand below `/config/readonly`; without one, the parent is Shared. */
function hierarchyOf(config: JsonNode): JsonNode {
  const parents = new Map(
    groupsOf(descendant(config, ['readonly', 'devices'])).map((group) => [
      attributeOf(group, 'name'),
      childText(group, 'parent-dg'),
    ]),
  );
  const names = groupsOf(descendant(config, ['devices'])).map((group) => attributeOf(group, 'name'));
  const below = (parent: string): JsonNode =>
    names.filter((name) => (parents.get(name) ?? '') === parent).map((name) => ({ '@name': name, dg: below(name) }));
  return { dg: below('') };
}

function groupsOf(devices: JsonNode): readonly JsonNode[] {
  return childNodes(devices, 'entry')
    .filter((entry) => attributeOf(entry, 'name') === LOCALHOST)
    .flatMap((entry) => childNodes(descendant(entry, ['device-group']), 'entry'));
}
