import { LAYOUTS, list, record, valuesOf } from './pack';

describe.each(LAYOUTS.map((item) => ({ name: String(item.data.name), item })))('the layout $name', ({ item }) => {
  const tabs = list(record(item.data.detailsV2).tabs);

  it('has tabs and sections with ids of their own', () => {
    const sections = tabs.flatMap((tab) => list(tab.sections));
    for (const ids of [tabs.map((tab) => tab.id), sections.map((section) => section.i), valuesOf(item.data, 'id')]) {
      expect(new Set(ids).size).toBe(ids.length);
    }
    for (const tab of tabs) {
      for (const section of list(tab.sections)) expect(String(section.i).startsWith(`${String(tab.id)}-`)).toBe(true);
    }
  });

  it('puts sections into three columns, none over another', () => {
    for (const tab of tabs) {
      const cells = list(tab.sections).flatMap(({ x, y, w, h }) =>
        Array.from({ length: Number(w) * Number(h) }, (_, index) => ({
          column: Number(x) + (index % Number(w)),
          row: Number(y) + Math.floor(index / Number(w)),
        })),
      );
      expect(cells.filter(({ column }) => column < 0 || column > 2)).toEqual([]);
      expect(new Set(cells.map(({ column, row }) => `${column} ${row}`)).size).toBe(cells.length);
    }
  });
});
