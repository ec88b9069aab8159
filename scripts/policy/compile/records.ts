import { combineAttributes, recordKey, type Combined } from '../attributes/combine';
import type { EntryAttributes } from '../attributes/types';
import { hasKey } from '../text/canonical';

/** What a sender's and a receiver's entry ask for together; worked out once for each two attribute records. */
export type CombinedRecord = Combined & {
  /** Equal for equal records; '' where the two allow nothing together. */
  readonly key: string;
};

/** The attributes of one side with their key; undefined where that side is not isolated. */
export interface SideAttributes {
  readonly attributes: EntryAttributes;
  readonly attributesKey: string;
}

/** Combines the attributes of both ends of a connection; undefined: that end has no say. */
export interface RecordCombiner {
  combine(sender: SideAttributes | undefined, receiver: SideAttributes | undefined): CombinedRecord;
}

/**
 * A combiner that works each combination out once: clusters have many entries and few attributes.
 *
 * @param defaults of the cluster profile
 */
export function createRecordCombiner(defaults: EntryAttributes): RecordCombiner {
  const known: { [key: string]: CombinedRecord } = {};
  return {
    combine(sender, receiver) {
      const key = (sender ? sender.attributesKey : '') + '>' + (receiver ? receiver.attributesKey : '');
      if (!hasKey(known, key)) {
        const combined = combineAttributes(
          {
            sender: sender ? sender.attributes : undefined,
            receiver: receiver ? receiver.attributes : undefined,
          },
          defaults,
        );
        known[key] =
          combined.kind === 'record'
            ? {
                kind: 'record',
                record: combined.record,
                inspectionDiffers: combined.inspectionDiffers,
                key: recordKey(combined.record),
              }
            : { kind: 'nothing', why: combined.why, key: '' };
      }
      return known[key];
    },
  };
}
