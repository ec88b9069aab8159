/** What people see of the pack's Markdown: its characters without the escapes, headings and tables as they are written. */
export function shownMarkdown(markdown: string | undefined): string {
  return (markdown ?? '').replace(/&#([0-9]+);/g, (_reference, code: string) => String.fromCodePoint(Number(code)));
}
