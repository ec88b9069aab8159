type Document = Readonly<Record<string, unknown>>;

/** An item of the pack, by the folder of its kind. */
export interface PackItem {
  readonly kind:
    'Classifiers' | 'IncidentFields' | 'IncidentTypes' | 'Integrations' | 'Layouts' | 'Lists' | 'Playbooks' | 'Scripts';
  readonly document: Document;
}

/** What `metadata.json` calls a kind, and what the marketplace shows for one of them. */
const KINDS: Readonly<Record<PackItem['kind'], { readonly key: string; readonly display: string }>> = {
  Classifiers: { key: 'classifier', display: 'Classifier' },
  IncidentFields: { key: 'incidentfield', display: 'Incident Field' },
  IncidentTypes: { key: 'incidenttype', display: 'Incident Type' },
  Integrations: { key: 'integration', display: 'Integration' },
  Layouts: { key: 'layoutscontainer', display: 'Layouts Container' },
  Lists: { key: 'list', display: 'List' },
  Playbooks: { key: 'playbook', display: 'Playbook' },
  Scripts: { key: 'automation', display: 'Automation' },
};

/** What an author writes into `pack_metadata.json`, and packaging does not take over. */
const SOURCE_ONLY = ['created', 'displayedImages', 'githubUser', 'itemPrefix'];

/**
 * What `metadata.json` of an uploadable pack says, which the server shows of an installed pack: keys and values as
 * `demisto-sdk prepare-content` writes them (`npm run check:pack` compares, and names the exceptions). Nothing in it
 * depends on when or where it was made.
 */
export function packMetadata(pack: Document, items: readonly PackItem[]): Document {
  const kinds = [...new Set(items.map(({ kind }) => kind))].sort();
  const ofKind = (kind: PackItem['kind']): Document[] =>
    items.filter((item) => item.kind === kind).map((item) => ({ ...head(item.document), ...summary(item) }));
  return {
    ...Object.fromEntries(Object.entries(pack).filter(([key, value]) => !SOURCE_ONLY.includes(key) && value !== '')),
    // Packs for XSOAR are for its hosted form too (demisto-sdk, `base_content.py`).
    marketplaces: [...(pack.marketplaces as readonly string[]), 'xsoar_saas'],
    id: 'CNSeries',
    display_name: pack.name,
    updated: pack.created,
    firstCreated: pack.created,
    legacy: true,
    supportDetails: {},
    authorImage: '',
    certification: '',
    price: 0,
    hidden: false,
    deprecated: false,
    hybrid: false,
    internal: false,
    managed: false,
    excludedDependencies: [],
    integrations: [],
    modules: [],
    videos: [],
    serverMinVersion: '6.10.0',
    versionInfo: '',
    commit: '',
    downloads: 0,
    searchRank: 0,
    contentItems: Object.fromEntries(kinds.map((kind) => [KINDS[kind].key, ofKind(kind)])),
    contentDisplays: Object.fromEntries(kinds.map((kind) => [KINDS[kind].key, display(kind, ofKind(kind).length)])),
  };
}

function display(kind: PackItem['kind'], count: number): string {
  return count === 1 ? KINDS[kind].display : `${KINDS[kind].display}s`;
}

function head(document: Document): Document {
  const common = document.commonfields as Document | undefined;
  return {
    id: document.id ?? common?.id,
    name: document.name,
    fromversion: document.fromversion ?? document.fromVersion,
    toversion: '',
    deprecated: false,
    description: document.description ?? document.comment ?? '',
  };
}

/** What the marketplace shows beside the name. */
function summary({ kind, document }: PackItem): Document {
  switch (kind) {
    case 'Classifiers':
    case 'IncidentFields':
      return { type: document.type };
    case 'IncidentTypes': {
      const { hours, days, weeks, playbookId } = document;
      return { playbook: playbookId, closureScript: '', hours, days, weeks };
    }
    case 'Integrations':
      return integrationSummary(document);
    case 'Layouts':
      return { group: document.group };
    case 'Lists':
      return {};
    case 'Playbooks':
    case 'Scripts':
      return { tags: document.tags ?? [], internal: false };
  }
}

function integrationSummary({ display: name, category, script }: Document): Document {
  const { commands, isfetch } = script as { readonly commands?: readonly Document[]; readonly isfetch?: boolean };
  return {
    name,
    category,
    isfetch: isfetch === true,
    isfetchassets: false,
    isfetchcredentials: false,
    isfetchevents: false,
    is_beta: false,
    internal: false,
    tags: isfetch === true ? ['fetch-incidents'] : [],
    commands: (commands ?? []).map(({ name: command, description }) => ({
      name: command,
      description,
      deprecated: false,
      hidden: false,
      quickaction: false,
      compliantpolicies: [],
    })),
  };
}
