import { MANIFESTS } from '../../../scripts/automations/manifests';
import { FIELDS } from '../../../scripts/content/fields';
import { PLAYBOOKS } from '../../../scripts/playbooks/playbooks';
import { playbookViolations } from './playbookcheck';
import { toPng } from '../pictures/png';
import { playbookSvg } from './playbookpicture';
import { playbookReadme } from './playbookreadme';
import { playbookYaml } from './playbookyaml';

/** What the pack's playbooks may refer to. */
export const SURROUNDINGS = {
  playbooks: PLAYBOOKS,
  automations: MANIFESTS,
  fields: FIELDS.map(({ cliName }) => cliName),
};

/**
 * The files of the pack's playbooks: path in the repository to text or bytes.
 *
 * @throws Error with all violations if a playbook is wrong in itself
 */
export async function playbookFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const found = PLAYBOOKS.flatMap((playbook) => playbookViolations(playbook, SURROUNDINGS));
  if (found.length > 0) throw new Error(`Playbooks cannot be shipped:\n  ${found.join('\n  ')}`);
  const files = new Map<string, string | Uint8Array>();
  for (const playbook of PLAYBOOKS) {
    const stem = fileStem(playbook.name);
    files.set(`Packs/CNSeries/Playbooks/${stem}.yml`, playbookYaml(playbook));
    files.set(`Packs/CNSeries/Playbooks/${stem}_README.md`, playbookReadme(playbook, stem));
    files.set(`Packs/CNSeries/doc_files/${stem}.png`, await toPng(playbookSvg(playbook)));
  }
  return files;
}

/** File names of playbooks hold underscores for spaces (demisto-sdk path checker). */
export function fileStem(name: string): string {
  return name.replaceAll(' ', '_');
}
