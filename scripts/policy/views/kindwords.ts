import type { EntryKind } from '../plan/types';

/** What people call the kinds of entries. */
export const KIND_WORDS: { readonly [kind in EntryKind]: string } = {
  tag: 'tag',
  'address-group': 'address group',
  service: 'service',
  rule: 'rule',
};
