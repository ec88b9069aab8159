import { parse, stringify } from 'yaml';
import { packMetadata, type PackItem } from './packmetadata';

/** Path to bytes. */
export type PackFiles = ReadonlyMap<string, Uint8Array>;

type Document = Readonly<Record<string, unknown>>;

/**
 * The files of an uploadable pack, from those of its folder: each item in one file with the prefix of its kind, code
 * and picture inside of it, beside `metadata.json`. It is what `demisto-sdk prepare-content` makes (`npm run
 * check:pack` compares), but that the description of an integration gets no banner and no link to a page that only
 * listed packs have.
 */
export function packedPack(files: PackFiles): PackFiles {
  const metadata = parse(text(files, 'pack_metadata.json')) as Document;
  const version = String(metadata.currentVersion);
  const packed = new Map<string, Uint8Array>();
  const items: PackItem[] = [];
  for (const path of files.keys()) {
    const item = packedItem(files, path, version);
    if (item === undefined) continue;
    packed.set(item.path, Buffer.from(item.content));
    items.push({ kind: item.kind, document: item.document });
  }
  for (const path of files.keys()) {
    if (/^(README\.md|pack_metadata\.json|Author_image\.png|doc_files\/.*)$/.test(path))
      packed.set(path, bytes(files, path));
  }
  packed.set('metadata.json', Buffer.from(JSON.stringify(packMetadata(metadata, items), undefined, 2) + '\n'));
  return packed;
}

interface PackedItem extends PackItem {
  readonly path: string;
  readonly content: string;
}

/** `undefined`: the file is no item by itself. */
function packedItem(files: PackFiles, path: string, version: string): PackedItem | undefined {
  const [kind, ...rest] = path.split('/');
  const name = rest[rest.length - 1];
  switch (kind) {
    case 'Scripts':
      return name.endsWith('.yml') ? yamlItem(kind, `script-${name}`, withScript(files, path, version)) : undefined;
    case 'Integrations':
      return name.endsWith('.yml')
        ? yamlItem(kind, `integration-${name}`, withEverything(files, path, version))
        : undefined;
    case 'Playbooks':
      return name.endsWith('.yml')
        ? { kind, document: document(files, path), path: `${kind}/playbook-${name}`, content: text(files, path) }
        : undefined;
    case 'Classifiers':
    case 'IncidentFields':
    case 'IncidentTypes':
    case 'Lists':
      return { kind, document: document(files, path), path, content: text(files, path) };
    case 'Layouts':
      return { kind, document: document(files, path), path, content: layoutOf(document(files, path)) };
    default:
      return undefined;
  }
}

function yamlItem(kind: PackItem['kind'], name: string, item: Document): PackedItem {
  const content = stringify(item, { singleQuote: true, lineWidth: 0, indentSeq: false, compat: 'yaml-1.1' });
  return { kind, document: item, path: `${kind}/${name}`, content };
}

/**
 * Servers read the versions of a layout under other names too; demisto-sdk adds them when it packs (its `layout.py`).
 */
function layoutOf(layout: Document): string {
  const versions = { fromServerVersion: layout.fromVersion, toServerVersion: '99.99.99' };
  return `${JSON.stringify({ ...layout, ...versions }, undefined, 2)}\n`;
}

function withScript(files: PackFiles, path: string, version: string): Document {
  return { ...document(files, path), script: codeOf(files, path, version) };
}

/** The code, the picture and the description of an integration go into its YAML. */
function withEverything(files: PackFiles, path: string, version: string): Document {
  const integration = document(files, path);
  const stem = path.slice(0, -'.yml'.length);
  const picture = Buffer.from(bytes(files, `${stem}_image.png`)).toString('base64');
  return {
    ...integration,
    display: `${String(integration.display)} (Community Contribution)`,
    script: { ...(integration.script as Document), script: codeOf(files, path, version) },
    image: `data:image/png;base64,${picture}`,
    detaileddescription: text(files, `${stem}_description.md`),
  };
}

function codeOf(files: PackFiles, path: string, version: string): string {
  return `// pack version: ${version}\n${text(files, path.replace(/\.yml$/, '.js'))}`;
}

/** JSON is YAML. */
function document(files: PackFiles, path: string): Document {
  return parse(text(files, path)) as Document;
}

function text(files: PackFiles, path: string): string {
  return Buffer.from(bytes(files, path)).toString('utf8');
}

function bytes(files: PackFiles, path: string): Uint8Array {
  const found = files.get(path);
  if (found === undefined) throw new Error(`The pack lacks ${path}.`);
  return found;
}
