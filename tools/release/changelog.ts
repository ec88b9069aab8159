/** What CHANGELOG.md says about one version. */
export interface VersionNotes {
  /** `undefined`: the version is not released yet. */
  readonly date: string | undefined;
  /** Markdown, without the heading of the version. */
  readonly text: string;
}

/**
 * The section of one version: its heading is `## VERSION - DATE`, or `## VERSION - unreleased`.
 *
 * @throws Error where there is none, or nothing in it
 */
export function notesOf(changelog: string, version: string): VersionNotes {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((one) => one.startsWith(`${version} - `));
  if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version} - DATE".`);
  const [heading, ...lines] = section.split('\n');
  const said = heading.slice(`${version} - `.length).trim();
  if (said !== 'unreleased' && !/^\d{4}-\d{2}-\d{2}$/.test(said)) {
    throw new Error(`"${said}" in CHANGELOG.md is neither "unreleased" nor a date such as 2026-12-31.`);
  }
  const text = lines.join('\n').trim();
  if (text === '') throw new Error(`The section of ${version} in CHANGELOG.md is empty.`);
  return { date: said === 'unreleased' ? undefined : said, text: `${text}\n` };
}
