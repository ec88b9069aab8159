import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { Port } from '../../../scripts/policy/prove/read/ports';
import { connectionsBetween } from '../../../scripts/policy/prove/verdict/ask';
import { trafficKinds } from '../../../scripts/policy/prove/verdict/judge';
import { buildModel } from '../../../scripts/policy/prove/verdict/model';
import { judgePolicies } from '../../../scripts/policy/prove/verdict/reasons';
import { createPanorama, type Packet } from '../../../tools/lab/panorama';
import { pluginTags } from '../../../tools/lab/plugin/plugin';
import { sessionInput, type SessionInput } from '../../../tools/session/input';
import { Session } from '../../../tools/session/session';
import { panoramaSetting } from '../../../tools/session/setting';
import { sound } from '../../../tools/session/steps';
import { translated } from '../../../tools/session/cluster';

/**
 * Policies and what a firewall would do, with nothing in common but the rules in between: the proof's policy side, and
 * the emulator's matcher on what was applied.
 */

interface Template {
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: { readonly template?: { readonly metadata?: object; readonly spec?: object } };
}

/** Pods with addresses in place of each workload: two of a StatefulSet, one of others. */
function withPods(objects: readonly RawObject[]): RawObject[] {
  let last = 10;
  return objects.flatMap((object) => {
    const { metadata, spec } = object as Template;
    const template = spec?.template;
    if (template === undefined) return [object];
    return (object.kind === 'StatefulSet' ? ['a', 'b'] : ['a']).map((suffix) => {
      last += 1;
      return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { ...template.metadata, name: `${metadata?.name ?? ''}-${suffix}`, namespace: metadata?.namespace },
        spec: template.spec,
        status: { phase: 'Running', podIP: `10.244.1.${last}` },
      };
    });
  });
}

function input(): SessionInput {
  const shop = sessionInput('shop');
  if (shop === undefined) throw new Error('examples/shop is not there.');
  return { ...shop, objects: withPods(shop.objects) };
}

const PORTS: readonly Port[] = [
  ...[53, 80, 443, 5432, 6379, 8080, 8443, 9090].map((port): Port => ({ protocol: 'TCP', port })),
  { protocol: 'UDP', port: 53 },
  { protocol: 'none' },
];

function packet(source: string, destination: string, port: Port): Packet {
  const { protocol } = port;
  if (protocol === 'none') return { source, destination, protocol: 'icmp' };
  return { source, destination, protocol: protocol === 'TCP' ? 'tcp' : 'udp', port: port.port };
}

it('examples/shop, applied: the matcher decides as the policies do, for all pairs of pods, ports and applications', () => {
  const given = input();
  const { translation } = translated({ ...given, lastGood: [] });
  const compiled = translation.rulebase;
  if (compiled === undefined) throw new Error('examples/shop has no rulebase.');
  const { deviceGroup } = given.profile;
  // Without the rules of others, which would decide first.
  const panorama = createPanorama({
    ...panoramaSetting(deviceGroup, [compiled]),
    deviceGroups: [{ name: deviceGroup }],
  });
  const session = new Session(panorama, given, '2.5.1');
  expect(session.apply(sound(session.prepare())).kind).toBe('applied');
  const tags = pluginTags(given.objects, { cluster: given.profile.tags.cluster });
  for (const [address, names] of tags) panorama.setRegistered(address, [...names]);

  const { objects, profile, services } = given;
  const model = buildModel({ objects, profile, services, rulebase: compiled, leftOut: [] }, []);
  const ends = [...tags.keys(), '192.168.50.11', '198.51.100.7'];
  const kinds = trafficKinds(model);
  const wrong: string[] = [];
  const counts = { allow: 0, deny: 0 };
  for (const source of ends) {
    for (const destination of ends) {
      if (source === destination) continue;
      for (const port of PORTS) {
        for (const traffic of kinds) {
          const [connection] = connectionsBetween(model, source, destination, port, traffic);
          const { verdict } = judgePolicies(model, connection);
          const asked = { ...packet(source, destination, port), ...traffic };
          const decision = panorama.decide('candidate', deviceGroup, asked);
          counts[verdict] += 1;
          if ((decision.action === 'allow' ? 'allow' : 'deny') === verdict) continue;
          wrong.push(`${JSON.stringify(asked)}: ${verdict}, ${decision.rule} ${decision.action}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(counts.allow).toBeGreaterThan(100);
  expect(counts.deny).toBeGreaterThan(500);
});
