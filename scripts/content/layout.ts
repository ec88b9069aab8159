import type { FieldName } from './fields';
import { LAYOUT_NAME } from './names';

/** A part of a tab: place and size in a grid of three columns, and what it shows. */
export interface Section {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly shows:
    | { readonly kind: 'fields'; readonly fields: readonly (FieldName | SystemField)[] }
    | { readonly kind: 'notes' | 'workplan' };
}

/** Fields that every incident has, by their machine names. */
export type SystemField = 'occurred' | 'severity' | 'owner' | 'sourceinstance' | 'closereason' | 'closenotes';

/** A tab of an incident: one of sections, or one that the server draws. */
export type Tab =
  | { readonly kind: 'custom'; readonly id: string; readonly name: string; readonly sections: readonly Section[] }
  | { readonly kind: 'warRoom' | 'workPlan'; readonly name: string };

/** How an incident is shown. */
export interface Layout {
  readonly name: string;
  readonly tabs: readonly Tab[];
}

/** The change and its plan on one page: who approves sees both. */
export const LAYOUT: Layout = {
  name: LAYOUT_NAME,
  tabs: [
    {
      kind: 'custom',
      id: 'caseinfoid',
      name: 'Change',
      sections: [
        {
          name: 'State',
          x: 0,
          y: 0,
          w: 1,
          h: 3,
          shows: {
            kind: 'fields',
            fields: [
              'CN-Series Cluster',
              'CN-Series State',
              'CN-Series Verdict',
              'CN-Series Plan Hash',
              'occurred',
              'owner',
            ],
          },
        },
        {
          name: 'Decision',
          x: 1,
          y: 0,
          w: 1,
          h: 3,
          shows: {
            kind: 'fields',
            fields: [
              'CN-Series Approved By',
              'CN-Series Rejection Reason',
              'CN-Series Lock',
              'severity',
              'closereason',
              'closenotes',
            ],
          },
        },
        { name: 'Work Plan', x: 2, y: 0, w: 1, h: 3, shows: { kind: 'workplan' } },
        { name: 'What Changed', x: 0, y: 3, w: 3, h: 3, shows: { kind: 'fields', fields: ['CN-Series Changes'] } },
        { name: 'Plan', x: 0, y: 6, w: 3, h: 6, shows: { kind: 'fields', fields: ['CN-Series Plan'] } },
        { name: 'Notes', x: 0, y: 12, w: 3, h: 2, shows: { kind: 'notes' } },
      ],
    },
    { kind: 'warRoom', name: 'War Room' },
    { kind: 'workPlan', name: 'Work Plan' },
  ],
};
