import { connectionsBetween } from '../../../scripts/policy/prove/verdict/ask';
import { buildModel } from '../../../scripts/policy/prove/verdict/model';
import type { Port } from '../../../scripts/policy/prove/read/ports';
import { judgePolicies } from '../../../scripts/policy/prove/verdict/reasons';
import { type CorpusCase, clusterObjects, corpusCases } from '../../../tools/session/corpus';
import { profile, rulebase } from './support';

const tabled = corpusCases().filter((one) => one.expected !== undefined);
if (tabled.length === 0) console.log('corpus not found: the truth tables are not checked');

function portOf(text: string): Port {
  const [protocol, number] = text.split('/');
  return { protocol: protocol as 'TCP' | 'UDP' | 'SCTP', port: Number(number) };
}

/** Every line of the truth table that the policy side does not reproduce. */
function wrongVerdicts(one: CorpusCase): string[] {
  const problems: string[] = [];
  const model = buildModel(
    {
      objects: clusterObjects(one.cluster),
      profile: profile({ podCIDRs: one.cluster.podCIDRs, excludedNamespaces: [] }),
      services: [],
      rulebase: rulebase([]),
      leftOut: [],
    },
    problems,
  );
  const wrong: string[] = problems;
  const { ports, allowed } = one.expected ?? { ports: [], allowed: {} };
  for (const [source, row] of Object.entries(allowed)) {
    for (const [destination, digits] of Object.entries(row)) {
      if (source === destination) continue;
      ports.forEach((text, index) => {
        const found = connectionsBetween(model, source, destination, portOf(text)).map((connection) =>
          judgePolicies(model, connection).verdict === 'allow' ? '1' : '0',
        );
        if (found.length !== 1 || found[0] !== digits[index]) wrong.push(`${source} ${destination} ${text}`);
      });
    }
  }
  return wrong;
}

(tabled.length > 0 ? describe : describe.skip)('the policy side on the truth tables of the corpus', () => {
  it('has all 234 tables', () => {
    expect(tabled).toHaveLength(234);
  });
  it.each(tabled.map((one) => [one.name, one] as const))('agrees with %s', (_name, one) => {
    expect(wrongVerdicts(one)).toEqual([]);
  });
});
