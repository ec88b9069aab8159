/** What stands beside the managed block and must stay as it is. */
export interface OutsideEntry {
  /** For people: `rule corporate-dns`, `address-group web`. */
  readonly label: string;
  readonly text: string;
}
