/** The formats in which a rulebase is printed; `xml` is that of PAN-OS. */
export const FORMATS = ['table', 'yaml', 'json', 'xml'] as const;
/** One of them. */
export type Format = (typeof FORMATS)[number];
