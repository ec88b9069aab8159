import { hasKey, sortedKeys } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { nameOf, namespaceOf } from './identity';
import { isNetworkPolicy, misspeltKind } from './policykinds';
import { copyWithout, describeValue, isAbsent, isObject, shown } from './read';
import type { RawObject, StringMap } from './types';

/**
 * From documents (parsed YAML or JSON) to single objects: lists of every kind and plain arrays are flattened, empty
 * documents passed over.
 */

/** One parsed document of a file. */
export interface SourceDocument {
  readonly value: unknown;
  /** The file it was read from; '' where there is none. */
  readonly file: string;
}

/** One object and the file that it was found in. */
export interface SourceObject {
  readonly object: RawObject;
  readonly file: string;
}

/** What `collectObjects` found, in the order of the input. */
export interface CollectedObjects {
  readonly objects: readonly RawObject[];
  /** The same objects, each with its file. */
  readonly sources: readonly SourceObject[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Lists in lists are followed this far. */
const DEEPEST = 16;

/** What the items of a typed list (`PodList`) leave out because the list says it. */
interface ItemDefaults {
  readonly apiVersion: unknown;
  readonly kind: unknown;
}

const NO_DEFAULTS: ItemDefaults = { apiVersion: undefined, kind: undefined };

interface Collection {
  readonly sources: SourceObject[];
  readonly diagnostics: Diagnostic[];
  /** By kind of list: whether its last page is still to come. */
  readonly unfinished: { [kind: string]: { readonly file: string; readonly path: string } | undefined };
}

/** Flattens documents; what is no Kubernetes object becomes an `object-unreadable` diagnostic. */
export function collectObjects(documents: readonly SourceDocument[]): CollectedObjects {
  const collection: Collection = { sources: [], diagnostics: [], unfinished: {} };
  for (const document of documents) collect(collection, document.value, document.file, '', NO_DEFAULTS);
  for (const kind of sortedKeys(collection.unfinished)) {
    const place = collection.unfinished[kind];
    if (place) collection.diagnostics.push(diagnose('list-incomplete', { list: kind }, place));
  }
  return {
    objects: collection.sources.map((source) => source.object),
    sources: collection.sources,
    diagnostics: collection.diagnostics,
  };
}

function collect(into: Collection, value: unknown, file: string, path: string, defaults: ItemDefaults): void {
  if (isAbsent(value)) return;
  if (path.split('[').length > DEEPEST) {
    reportUnreadable(into, 'its lists are nested too deeply', file, shown(path));
  } else if (Array.isArray(value)) {
    collectItems(into, value, file, path, defaults);
  } else if (!isObject(value)) {
    reportUnreadable(into, 'it is ' + describeValue(value) + ', not an object', file, path);
  } else if (isList(value)) {
    noteContinue(into, value, file, path);
    const itemsPath = path === '' ? 'items' : path + '.items';
    if (Array.isArray(value.items)) collectItems(into, value.items, file, itemsPath, itemDefaults(value));
    else if (!isAbsent(value.items)) reportUnreadable(into, 'its items are not a list', file, itemsPath);
  } else {
    collectObject(into, value, file, path, defaults);
  }
}

function collectItems(into: Collection, items: unknown[], file: string, path: string, defaults: ItemDefaults): void {
  for (let i = 0; i < items.length; i++) collect(into, items[i], file, path + '[' + String(i) + ']', defaults);
}

function collectObject(into: Collection, value: RawObject, file: string, path: string, defaults: ItemDefaults): void {
  const object = withDefaults(value, defaults);
  const spelling = misspeltKind(object);
  if (typeof object.kind !== 'string' || object.kind === '') {
    reportUnreadable(into, 'it has no kind', file, path);
  } else if (spelling !== undefined) {
    reportUnreadable(into, 'there is no kind "' + object.kind + '"; it is spelled "' + spelling + '"', file, path);
  } else {
    into.sources.push({ object, file });
  }
}

/** `List`, and the lists of single kinds; a kind that ends so but has no items is an object like others. */
function isList(object: RawObject): boolean {
  return typeof object.kind === 'string' && /List$/.test(object.kind) && object.items !== undefined;
}

function itemDefaults(list: RawObject): ItemDefaults {
  if (list.kind === 'List' || typeof list.kind !== 'string') return NO_DEFAULTS;
  return { apiVersion: list.apiVersion, kind: list.kind.replace(/List$/, '') };
}

/** The object with `apiVersion` and `kind`, which the items of typed lists often leave out. */
function withDefaults(object: RawObject, defaults: ItemDefaults): RawObject {
  const kind = isAbsent(object.kind) ? defaults.kind : object.kind;
  const apiVersion = isAbsent(object.apiVersion) ? defaults.apiVersion : object.apiVersion;
  if (kind === object.kind && apiVersion === object.apiVersion) return object;
  const copy = copyWithout(object, {});
  if (kind !== undefined) copy.kind = kind;
  if (apiVersion !== undefined) copy.apiVersion = apiVersion;
  return copy;
}

/** A list with `metadata.continue` is one page; without its last page it must not look whole. */
function noteContinue(into: Collection, list: RawObject, file: string, path: string): void {
  const kind = String(list.kind);
  const metadata = list.metadata;
  const goesOn = isObject(metadata) && typeof metadata.continue === 'string' && metadata.continue !== '';
  into.unfinished[kind] = goesOn ? { file, path: path === '' ? 'metadata.continue' : path } : undefined;
}

function reportUnreadable(into: Collection, reason: string, file: string, path: string): void {
  into.diagnostics.push(diagnose('object-unreadable', { reason }, { file, path }));
}

/** By `namespace/name`: the file of each NetworkPolicy, for the places of diagnostics; the first one of several. */
export function policyFiles(sources: readonly SourceObject[]): StringMap {
  const files: { [id: string]: string } = {};
  for (const source of sources) {
    const id = namespaceOf(source.object) + '/' + nameOf(source.object);
    if (isNetworkPolicy(source.object) && !hasKey(files, id)) files[id] = source.file;
  }
  return files;
}
