import { fc } from '../../support/seed';
import { combineAttributes } from '../../../scripts/policy/attributes/combine';
import { defaultAttributes } from '../../../scripts/policy/attributes/defaults';
import { resolveAttributes } from '../../../scripts/policy/attributes/resolve';
import { isError } from '../../../scripts/policy/diagnostics/diagnostic';
import type { Policy } from '../../../scripts/policy/kubernetes/types';
import { localProfile } from '../../../scripts/policy/profile/defaults';
import type { AttributeValues, SecurityService } from '../../../scripts/policy/profile/types';
import * as proof from '../../../scripts/policy/prove/read/attributes';
import { combineSides, type Side } from '../../../scripts/policy/prove/rules/combine';
import { policyWith, service } from './support';

const VALUES: Record<string, readonly string[]> = {
  appid: ['ssl', 'ssl,redis', ' redis , dns'],
  'url-category': ['news', 'news,sports'],
  antivirus: ['a', 'b', 'none'],
  wildfire: ['w', 'none'],
  'profile-group': ['g', 'h'],
  logprofile: ['l', 'm'],
  log: ['end', 'start', 'both', 'none'],
  service: ['ports', 'application-default'],
};
const OWN: Record<string, readonly string[]> = { ...VALUES, 'security-service': ['s', 't'], ticket: ['T'] };

function keyed(
  values: Record<string, readonly string[]>,
  scopes: readonly string[],
): fc.Arbitrary<Record<string, string>> {
  const one = fc
    .tuple(fc.constantFrom(...scopes), fc.constantFrom(...Object.keys(values)), fc.nat())
    .map(([scope, key, at]): [string, string] => [scope + key, values[key][at % values[key].length]]);
  return fc.array(one, { maxLength: 6 }).map((pairs) => Object.fromEntries(pairs));
}

const ANNOTATIONS = keyed(OWN, ['', '', 'ingress.', 'egress.', 'ingress.0.', 'ingress.1.', 'egress.0.']);
const DOCUMENT = keyed(VALUES, ['']);

/** The two ingress entries and the egress entry as the proof reads them. */
function proofSides(policy: Policy, services: readonly SecurityService[], defaults: AttributeValues): Side[] {
  return policy.entries.map(({ direction, index, ports }) => {
    const facts = { ...policy, isolatesIngress: true, isolatesEgress: true };
    const entry = { direction, position: index, ports: ports.kind === 'ports' ? [] : undefined };
    const attributes = proof.entryAttributes(
      facts as unknown as Parameters<typeof proof.entryAttributes>[0],
      entry as Parameters<typeof proof.entryAttributes>[1],
      services,
      defaults,
    );
    return { attributes, everyPort: ports.kind === 'anything' };
  });
}

it('levels and sides come out as the proof has them', () => {
  let compared = 0;
  fc.assert(
    fc.property(ANNOTATIONS, ANNOTATIONS, DOCUMENT, DOCUMENT, DOCUMENT, (one, other, s, t, defaults) => {
      const services = [service('s', s), service('t', t)];
      const profile = { ...localProfile(), defaults };
      const fallback = defaultAttributes(profile);
      const [senders, receivers] = [policyWith(one), policyWith(other)].map((policy) => ({
        policy,
        ...resolveAttributes(policy, services, profile),
      }));
      if ([...senders.diagnostics, ...receivers.diagnostics].some(isError)) return;
      const theirFallback = proof.defaultAttributes(defaults, services);
      const theirs = [senders, receivers].map(({ policy }) => proofSides(policy, services, defaults));
      const egress = [undefined, 2] as const;
      const ingress = [undefined, 0, 1] as const;
      for (const from of egress) {
        for (const to of ingress) {
          const sender = from === undefined ? undefined : senders.entries[from];
          const receiver = to === undefined ? undefined : receivers.entries[to];
          const mine = combineAttributes({ sender, receiver }, fallback);
          const expected = combineSides(
            from === undefined ? undefined : theirs[0][from],
            to === undefined ? undefined : theirs[1][to],
            theirFallback,
          );
          compared++;
          const nothing = expected.applications?.length === 0 || expected.categories?.length === 0;
          expect(mine.kind === 'nothing').toBe(nothing);
          if (mine.kind === 'nothing') continue;
          const { record } = mine;
          expect(record.applications).toEqual(expected.applications ?? []);
          expect(record.categories).toEqual(expected.categories ?? []);
          expect(record.applicationDefault).toBe(expected.applicationDefault);
          expect({
            profileSetting: record.profileSetting,
            logSetting: record.logProfile,
            logStart: record.logStart,
            logEnd: record.logEnd,
          }).toEqual(expected.record);
        }
      }
    }),
    { numRuns: 1000, seed: 7 },
  );
  expect(compared).toBeGreaterThan(1000);
});
