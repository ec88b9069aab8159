import { unzipSync } from 'fflate';
import { RunnerError } from '../errors';
import { readList } from './incidents';
import { packOf, parsedText } from './pack';
import type { Reader } from './reader';
import type { Pack } from './types';

/** What the files of a zip are called that hold an item each; the code of scripts and integrations is inside. */
const ITEMS = {
  scripts: /^Scripts\/script-[^/]+\.yml$/,
  integrations: /^Integrations\/integration-[^/]+\.yml$/,
  playbooks: /^Playbooks\/playbook-[^/]+\.yml$/,
  incidentTypes: /^IncidentTypes\/incidenttype-[^/]+\.json$/,
  incidentFields: /^IncidentFields\/incidentfield-[^/]+\.json$/,
  classifiers: /^Classifiers\/classifier-[^/]+\.json$/,
  lists: /^Lists\/list-[^/]+\.json$/,
  layouts: /^Layouts\/layoutscontainer-[^/]+\.json$/,
} as const;

const BESIDE = /^(metadata\.json|pack_metadata\.json|README\.md|Author_image\.png|doc_files\/[^/]+)$/;

/** Names of kinds in `metadata.json`, and here. */
const LISTED: { readonly [kind: string]: keyof typeof ITEMS } = {
  automation: 'scripts',
  integration: 'integrations',
  playbook: 'playbooks',
  incidenttype: 'incidentTypes',
  incidentfield: 'incidentFields',
  classifier: 'classifiers',
  list: 'lists',
  layoutscontainer: 'layouts',
};

/**
 * Loads a content pack from the zip that a person uploads: each item in one file, which carries its code.
 *
 * @throws RunnerError for a file that means nothing to a server, for an item without code, for items that
 * `metadata.json` does
 *   not count, and for all that `loadPack` refuses
 */
export function loadUpload(zip: Uint8Array): Pack {
  const files = new Map(Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/')));
  const known = [...Object.values(ITEMS), BESIDE];
  for (const path of files.keys()) {
    if (!known.some((pattern) => pattern.test(path))) throw new RunnerError(`${path} means nothing in an upload.`);
  }
  const document = (path: string): Reader => parsedText(textOf(files, path), path);
  const of = (kind: keyof typeof ITEMS): readonly Reader[] =>
    [...files.keys()]
      .filter((path) => ITEMS[kind].test(path))
      .sort()
      .map(document);
  const metadata = document('metadata.json');
  checkCounts(metadata.at('contentItems'), (kind) => of(kind).length);
  return packOf({
    metadata,
    scripts: of('scripts').map((yaml) => [yaml, codeIn(yaml)]),
    integrations: of('integrations').map((yaml) => [yaml, codeIn(yaml.at('script'))]),
    playbooks: of('playbooks'),
    incidentTypes: of('incidentTypes'),
    incidentFields: of('incidentFields'),
    classifiers: of('classifiers'),
    lists: of('lists').map((reader) => readList(reader, undefined)),
    layouts: of('layouts'),
  });
}

function textOf(files: ReadonlyMap<string, Uint8Array>, path: string): string {
  const bytes = files.get(path);
  if (bytes === undefined) throw new RunnerError(`The upload lacks ${path}.`);
  return Buffer.from(bytes).toString('utf8');
}

/** In the repository the code stands beside the YAML, whose own is '-' then. */
function codeIn(holder: Reader): string {
  const code = holder.text('script');
  if (code === '-' || code === '') holder.at('script').fail('the code is missing');
  return code;
}

function checkCounts(items: Reader, found: (kind: keyof typeof ITEMS) => number): void {
  items.only(Object.keys(LISTED));
  for (const [name, kind] of Object.entries(LISTED)) {
    const listed = items.list(name).length;
    if (listed !== found(kind)) items.at(name).fail(`${listed} are listed, but the upload has ${found(kind)}`);
  }
}
