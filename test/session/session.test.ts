import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { createPanorama, type Handle, type PanoramaOptions } from '../../tools/lab/panorama';
import type { IntegrationVersion } from '../../tools/lab/panosintegration';
import { translated } from '../../tools/session/cluster';
import { sessionInput, type SessionInput } from '../../tools/session/input';
import { playSession } from '../../tools/session/play';
import type { LabPanorama } from '../../tools/session/remote';
import type { Report } from '../../tools/session/report';
import { PERSON_KEY } from '../../tools/session/requests';
import { panoramaSetting } from '../../tools/session/setting';

interface Played {
  readonly isGood: boolean;
  readonly passed: readonly string[];
  readonly failed: readonly string[];
}

interface Change {
  readonly version?: IntegrationVersion;
  readonly input?: Partial<SessionInput>;
  readonly setting?: (options: PanoramaOptions) => PanoramaOptions;
  /** Puts something between the session and Panorama. */
  readonly between?: (handle: Handle) => Handle;
}

function played(
  name: string,
  { version, input: change, setting = (options) => options, between }: Change = {},
): Played {
  const found = sessionInput(name);
  if (found === undefined) throw new Error('The corpus is not there.');
  const input = { ...found, ...change };
  const { rulebase } = translated({ ...input, lastGood: [] }).translation;
  const options = panoramaSetting(input.profile.deviceGroup, rulebase === undefined ? [] : [rulebase]);
  const created = createPanorama(setting(options));
  const panorama: LabPanorama = { ...created, handle: between ? between(created.handle) : created.handle };
  const passed: string[] = [];
  const failed: string[] = [];
  const report: Report = {
    heading: () => undefined,
    passed: (title) => passed.push(title),
    failed: (title, reason) => failed.push(`${title}: ${reason}`),
  };
  const isGood = playSession(panorama, input, report, version);
  return { isGood, passed, failed };
}

it('a session on examples/shop comes out as it must, step by step', () => {
  const { isGood, passed, failed } = played('shop');
  expect(failed).toEqual([]);
  expect(isGood).toBe(true);
  expect(passed.slice(0, 13)).toEqual([
    'plan',
    'apply',
    'apply again',
    'change one policy',
    'delete one policy',
    'put it back',
    'what is foreign',
    'commit',
    'commit again',
    'push, one fails',
    'push again',
    'verify, groups empty',
    'verify, groups filled',
  ]);
  expect(passed.slice(13)).toHaveLength(18);
});

it('the same through the integration 1.14.22', () => {
  expect(played('shop', { version: '1.14.22' }).failed).toEqual([]);
});

const boutique = sessionInput('online-boutique') === undefined ? it.skip : it;

boutique('a session on the online boutique of the corpus, where the corpus is', () => {
  expect(played('online-boutique').failed).toEqual([]);
});

describe('a session stops at what goes wrong:', () => {
  /** A Panorama that does something else with requests that a test picks. */
  const instead =
    (isMet: (params: { readonly [name: string]: string }) => boolean, change: (body: string) => string) =>
    (handle: Handle): Handle =>
    (request) => {
      const answer = handle(request);
      return isMet(request.params) ? { ...answer, body: change(answer.body) } : answer;
    };

  it('a foreign rule that is not as it was', () => {
    let reads = 0;
    const between = instead(
      ({ key, action, xpath = '' }) =>
        key === PERSON_KEY && action === 'get' && xpath.endsWith("entry[@name='corporate-dns']") && ++reads > 1,
      (body) => body.replace('<action>allow</action>', '<action>deny</action>'),
    );
    expect(played('shop', { between }).failed).toEqual(['what is foreign: It changed: rule corporate-dns.']);
  });

  it('a write that is said to be done, and is not', () => {
    const between =
      (handle: Handle): Handle =>
      (request) => {
        const { type, action } = request.params;
        if (type !== 'config' || action !== 'set') return handle(request);
        const element = (request.params.element ?? '').replace(/<entry name="shop\._deny-both".*?<\/entry>/, '');
        return handle({ ...request, params: { ...request.params, element } });
      };
    expect(played('shop', { between }).failed).toEqual([expect.stringMatching(/^apply: It is failed/) as string]);
  });

  it('a firewall that takes what it should refuse', () => {
    const setting = (options: PanoramaOptions): PanoramaOptions => ({
      ...options,
      devices: options.devices?.map(({ serial, hostname, deviceGroup }) => ({ serial, hostname, deviceGroup })),
    });
    expect(played('shop', { setting }).failed).toEqual(['push, one fails: It is pushed, although one firewall fails.']);
  });

  it('a Panorama that keeps something of a run that was refused', () => {
    let locks = 0;
    const between = instead(
      ({ key, cmd = '' }) => key === PERSON_KEY && cmd.includes('<show><config-locks>') && ++locks === 2,
      (body) => body.replace('</config-locks>', '<entry name="svc-k8s"/></config-locks>'),
    );
    expect(played('shop', { between }).failed).toEqual(['wrong key: Something in Panorama changed.']);
  });

  it('a cluster without policies', () => {
    const objects = (sessionInput('shop')?.objects ?? []).filter(({ kind }: RawObject) => kind !== 'NetworkPolicy');
    expect(played('shop', { input: { objects } }).failed).toEqual(['plan: There is nothing to apply.']);
  });
});
