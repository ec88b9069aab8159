import { FIELDS } from '../../../scripts/content/fields';
import type { Layout, Section, Tab } from '../../../scripts/content/layout';
import { deterministicUuid } from './deterministicuuid';
import { FROM_VERSION } from './scriptyaml';

type Json = Readonly<Record<string, unknown>>;

/**
 * The layout of incidents as demisto-sdk wants it: `detailsV2` with tabs, whose sections stand in a grid of three
 * columns.
 */
export function layoutJson(layout: Layout): Json {
  return {
    id: layout.name,
    name: layout.name,
    version: -1,
    group: 'incident',
    system: false,
    detailsV2: { tabs: layout.tabs.map((tab) => tabJson(layout, tab)) },
    fromVersion: FROM_VERSION,
  };
}

function tabJson(layout: Layout, tab: Tab): Json {
  switch (tab.kind) {
    case 'custom':
      return {
        id: tab.id,
        name: tab.name,
        type: 'custom',
        sections: tab.sections.map((section) => sectionJson([layout.name, tab.id], section)),
      };
    case 'warRoom':
    case 'workPlan':
      return { id: tab.kind, name: tab.name, type: tab.kind };
  }
}

function sectionJson([layout, tab]: readonly [string, string], section: Section): Json {
  const { name, x, y, w, h, shows } = section;
  const place = { i: `${tab}-${deterministicUuid(layout, tab, name)}`, name, x, y, w, h };
  const fixed = { minW: 1, maxW: 3, minH: 1, moved: false, static: false, hideName: false, isVisible: true };
  switch (shows.kind) {
    case 'fields':
      return {
        ...place,
        ...fixed,
        displayType: 'ROW',
        items: shows.fields.map((field, index) => ({
          sectionItemType: 'field',
          fieldId: machineName(field),
          id: deterministicUuid(layout, tab, name, field),
          index,
          startCol: 0,
          endCol: w * 2,
          height: 26,
        })),
      };
    case 'notes':
    case 'workplan':
      return { ...place, ...fixed, displayType: 'ROW', type: shows.kind };
  }
}

/** Fields of the pack go by their machine names; those that every incident has are given by them already. */
function machineName(field: string): string {
  return FIELDS.find(({ name }) => name === field)?.cliName ?? field;
}
