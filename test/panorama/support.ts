import type { ApplyJob, ApplyOutcome } from '../../scripts/panorama/apply/types';
import type { CommitOutcome } from '../../scripts/panorama/commit/commit';
import type { PanoramaPort } from '../../scripts/panorama/api/port';
import { describeProblem } from '../../scripts/panorama/api/problems';
import type { PushOutcome } from '../../scripts/panorama/commit/push';
import { readState, type StateReading } from '../../scripts/panorama/state/readstate';
import type { AddressGroupEntry, RuleEntry, Rulebase, ServiceEntry } from '../../scripts/policy/panos/entry';
import { clusterTag, clusterTags, tagEntries } from '../../scripts/policy/panos/ownership';
import { planRulebase } from '../../scripts/policy/plan/plan';
import type { Plan } from '../../scripts/policy/plan/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { createPanorama, foreignRule, type Panorama, type PanoramaOptions } from '../../tools/lab/panorama';
import { openInstance, type InstanceOptions } from '../../tools/session/instance';
import { askPlainly, isWrite, PERSON_KEY, readPlainly, withoutMarks } from '../../tools/session/requests';
import * as runs from '../../tools/session/runs';

export { finish, FOREVER, words } from '../../tools/session/runs';
export { applyInSlices, ONE_STEP } from './slices';

/** A Panorama with foreign rules and objects, behind the PAN-OS integration, and runs on it. */

export const GROUP = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']";

const FOREIGN_GROUP =
  '<entry name="web servers"><static><member>web-1</member></static><description>R&amp;D</description></entry>';

export const OPTIONS: PanoramaOptions = {
  admins: [
    { name: 'svc-k8s', password: 's', apiKey: 'key-svc' },
    { name: 'alice', password: 'a', apiKey: 'key-alice' },
  ],
  shared:
    '<tag><entry name="corporate"/></tag>' +
    '<profile-group><entry name="strict"><virus><member>default</member></virus></entry></profile-group>' +
    '<log-settings><profiles><entry name="default"/></profiles></log-settings>',
  deviceGroups: [
    {
      name: 'kubernetes',
      config: `<pre-rulebase><security><rules>${foreignRule('parent rule')}</rules></security></pre-rulebase>`,
    },
    {
      name: 'shop-cluster',
      parent: 'kubernetes',
      config:
        '<address><entry name="web-1"><ip-netmask>192.0.2.1</ip-netmask></entry></address>' +
        `<address-group>${FOREIGN_GROUP}</address-group>` +
        `<pre-rulebase><security><rules>${foreignRule('corporate-dns')}</rules></security></pre-rulebase>`,
    },
    { name: 'other' },
  ],
  devices: [1, 2, 3, 4].map((number) => ({
    serial: `00${number}`,
    hostname: `fw-${number}`,
    deviceGroup: 'shop-cluster',
  })),
};

export const PROFILE: ClusterProfile = {
  ...localProfile('shop', 'shop-cluster'),
  panoramaAdmin: 'svc-k8s',
  enforcement: 'enforce',
};

const TAGS = clusterTags(PROFILE);

export function rule(name: string, more: Partial<RuleEntry> = {}): RuleEntry {
  return {
    kind: 'rule',
    name: `shop.${name}`,
    from: ['any'],
    to: ['any'],
    source: ['shop.web'],
    destination: ['shop.api'],
    application: ['any'],
    service: ['shop.tcp-80'],
    category: ['any'],
    action: 'allow',
    logStart: false,
    logEnd: true,
    logSetting: '',
    profileSetting: { type: 'none' },
    tags: TAGS,
    groupTag: clusterTag(PROFILE),
    description: `Rule ${name}.`,
    ...more,
  };
}

export function group(name: string): AddressGroupEntry {
  const filter = `'k8s.cl_shop.ns_${name}'`;
  return {
    kind: 'address-group',
    name: `shop.${name}`,
    description: '',
    match: { type: 'dynamic', filter },
    tags: TAGS,
  };
}

export function service(port: string): ServiceEntry {
  return { kind: 'service', name: `shop.tcp-${port}`, protocol: 'tcp', port, tags: TAGS };
}

export function rulebase(rules: readonly RuleEntry[], more: Partial<Rulebase> = {}): Rulebase {
  return {
    cluster: 'shop',
    deviceGroup: 'shop-cluster',
    rulebase: 'pre',
    tags: tagEntries(PROFILE),
    addressGroups: [group('api'), group('web')],
    services: [service('80')],
    rules,
    ...more,
  };
}

export interface LabOptions extends Pick<InstanceOptions, 'version' | 'faults' | 'predefinedValues'> {
  readonly panorama?: PanoramaOptions;
}

/** One request to Panorama, as the emulator got it. */
export interface Sent {
  readonly type: string;
  readonly action: string;
  readonly xpath: string;
  readonly bytes: number;
}

export class Lab {
  readonly panorama: Panorama;
  readonly port: PanoramaPort;
  private readonly instance: ReturnType<typeof openInstance>;

  constructor(options: LabOptions = {}, panorama = createPanorama({ ...OPTIONS, ...options.panorama })) {
    this.panorama = panorama;
    this.instance = openInstance(panorama.handle, { ...options, deviceGroup: 'shop-cluster' });
    this.port = this.instance.port;
  }

  /** The requests so far. */
  get sent(): readonly Sent[] {
    return this.instance.requests.map(sentOf);
  }

  /** The write requests so far. */
  get writes(): readonly Sent[] {
    return this.instance.requests.filter(isWrite).map(sentOf);
  }

  /** A plain request of somebody else, or of a test: not through the code that is tested. */
  ask(params: { readonly [name: string]: string }, key = PERSON_KEY): string {
    return askPlainly(this.panorama.handle, params, key);
  }

  /** The candidate as plain XML, without the marks of uncommitted changes. */
  candidate(xpath = GROUP): string {
    return withoutMarks(readPlainly(this.panorama.handle, xpath));
  }

  /** The candidate without what only the device gives: uuids. */
  content(xpath = GROUP): string {
    return this.candidate(xpath).replace(/ uuid="[^"]*"/g, '');
  }

  /** The names of the rules, in order. */
  ruleNames(): readonly string[] {
    const body = this.candidate(`${GROUP}/pre-rulebase/security/rules`);
    return [...body.matchAll(/<entry name="([^"]*)" uuid/g)].map((match) => match[1] ?? '');
  }

  read(profile = PROFILE): StateReading {
    const answer = readState(this.port, profile);
    if (answer.kind === 'failed') throw new Error(describeProblem(answer.problem).message);
    return answer.reading;
  }

  plan(desired: Rulebase, profile = PROFILE): Plan {
    return planRulebase(desired, this.read(profile).state, profile);
  }

  job(desired: Rulebase, profile = PROFILE): ApplyJob {
    return jobOf(desired, this.plan(desired, profile), profile);
  }

  /** Plans and applies in one slice. */
  apply(desired: Rulebase, profile = PROFILE): ApplyOutcome {
    return runs.applyAtOnce(this.port, this.job(desired, profile));
  }

  commit(profile = PROFILE, description = 'CN-Series shop: test'): CommitOutcome {
    return runs.commitAtOnce(this.port, profile, description);
  }

  push(profile = PROFILE): PushOutcome {
    return runs.pushAtOnce(this.port, profile, 'CN-Series shop: test');
  }
}

function sentOf({ params }: ReturnType<typeof openInstance>['requests'][number]): Sent {
  const { type = '', action = '', xpath = '', element = '' } = params;
  return { type, action, xpath, bytes: element.length };
}

export function jobOf(desired: Rulebase, plan: Plan, profile = PROFILE): ApplyJob {
  return runs.jobOf(desired, plan, profile);
}
