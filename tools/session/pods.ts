import type { ExpectedGroups } from '../../scripts/panorama/commit/verify';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import type { LabPanorama } from './remote';

/** Pods for a rulebase, as the Kubernetes plugin would report them: in the end no group that rules use is empty. */
export interface Pods {
  /** The tags of each address. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  /** What each group must hold then. */
  readonly groups: ExpectedGroups;
}

/** The most tags of an address on a firewall (vendor, "Use Dynamic Address Groups in Policy"). */
const MOST_TAGS = 32;

/** One pod for each dynamic group in use, with the tags that its filter names. */
export function podsFor(rulebase: Rulebase): Pods {
  const used = new Set(rulebase.rules.flatMap((rule) => [...rule.source, ...rule.destination]));
  const members = new Set(
    rulebase.addressGroups.flatMap(({ match }) => (match.type === 'static' ? match.members : [])),
  );
  const dynamic = rulebase.addressGroups.flatMap(({ name, match }) =>
    match.type === 'dynamic' && (used.has(name) || members.has(name)) ? [{ name, filter: match.filter }] : [],
  );
  const pods = dynamic.map(({ filter }, index) => ({
    address: `10.244.${Math.floor(index / 250)}.${(index % 250) + 1}`,
    tags: [...new Set([...filter.matchAll(/'([^']*)'/g)].map((match) => match[1]))].slice(0, MOST_TAGS),
  }));
  return {
    tags: new Map(pods.map(({ address, tags }) => [address, tags])),
    groups: Object.fromEntries(
      dynamic.map(({ name, filter }) => [
        name,
        pods.filter(({ tags }) => matches(filter, tags)).map(({ address }) => address),
      ]),
    ),
  };
}

/** Lets the plugin report the pods. */
export function registerPods(panorama: LabPanorama, pods: Pods): void {
  for (const [address, tags] of pods.tags) panorama.setRegistered(address, tags);
}

/** Evaluates a filter by turning it into JavaScript; its own tiny reading of the grammar. */
function matches(filter: string, tags: readonly string[]): boolean {
  const source = filter
    .replace(/'([^']*)'/g, (_whole, tag: string) => String(tags.includes(tag)))
    .replace(/ and /g, ' && ')
    .replace(/ or /g, ' || ');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a judge that shares no parser with what it judges
  return (new Function(`return ${source};`) as () => boolean)();
}
