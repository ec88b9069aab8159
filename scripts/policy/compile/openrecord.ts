import type { AttributeRecord, EntryAttributes } from '../attributes/types';

/**
 * The record of connections that are let through without any policy's word: not inspected, not cut by App-ID; only the
 * cluster's log settings apply.
 */
export function openRecord(defaults: EntryAttributes): AttributeRecord {
  const log = defaults.log || 'end';
  return {
    applications: [],
    categories: [],
    profileSetting: { type: 'none' },
    logProfile: defaults.logProfile || '',
    logStart: log === 'start' || log === 'both',
    logEnd: log === 'end' || log === 'both',
    applicationDefault: false,
    tickets: [],
  };
}

/** Nobody asks for inspection or logs of what no policy isolates. */
export const UNTOUCHED: AttributeRecord = {
  applications: [],
  categories: [],
  profileSetting: { type: 'none' },
  logProfile: '',
  logStart: false,
  logEnd: false,
  applicationDefault: false,
  tickets: [],
};
