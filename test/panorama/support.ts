import type { ApplyJob, ApplyOutcome, ApplyStep, Slice } from '../../scripts/panorama/applytypes';
import { beginCommit, continueCommit, type CommitOutcome } from '../../scripts/panorama/commit';
import type { PanoramaPort } from '../../scripts/panorama/port';
import { describeProblem, type Problem } from '../../scripts/panorama/problems';
import { beginPush, continuePush, type PushOutcome } from '../../scripts/panorama/push';
import { readState, type StateReading } from '../../scripts/panorama/readstate';
import { beginApply, continueApply } from '../../scripts/panorama/run';
import type { AddressGroupEntry, RuleEntry, Rulebase, ServiceEntry } from '../../scripts/policy/panos/entry';
import { clusterTag, clusterTags, tagEntries } from '../../scripts/policy/panos/ownership';
import { planRulebase } from '../../scripts/policy/plan/plan';
import type { Plan } from '../../scripts/policy/plan/types';
import { localProfile } from '../../scripts/policy/profile/defaults';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { createPanosPort } from '../../scripts/xsoar/panosport';
import {
  createPanorama,
  foreignRule,
  withFaults,
  type FaultRule,
  type Panorama,
  type PanoramaOptions,
} from '../../tools/lab/panorama';
import {
  createPanosIntegration,
  throughFaults,
  type IntegrationVersion,
  type PredefinedValues,
} from '../../tools/lab/panosintegration';

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

export interface LabOptions {
  readonly panorama?: PanoramaOptions;
  readonly version?: IntegrationVersion;
  readonly faults?: readonly FaultRule[];
  /** Whether the server takes values that the command does not list. @default 'listed', the harder one */
  readonly predefinedValues?: PredefinedValues;
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
  readonly sent: Sent[] = [];

  constructor(options: LabOptions = {}, panorama = createPanorama({ ...OPTIONS, ...options.panorama })) {
    this.panorama = panorama;
    const deliver = withFaults((request) => {
      const { type = '', action = '', xpath = '', element = '' } = request.params;
      this.sent.push({ type, action, xpath, bytes: element.length });
      return panorama.handle(request);
    }, options.faults ?? []);
    const integration = createPanosIntegration({
      version: options.version ?? '2.5.1',
      handle: throughFaults(deliver),
      params: {
        server: 'http://127.0.0.1',
        port: '8443',
        key: '',
        credentials: { password: 'key-svc' },
        device_group: 'shop-cluster',
      },
      predefinedValues: options.predefinedValues ?? 'listed',
    });
    this.port = createPanosPort(
      {
        executeCommand: (name, args) => {
          const { using, ...given } = args;
          if (using !== 'panorama') throw new Error('The command must name its instance.');
          // Entries come from the server as plain data.
          return JSON.parse(JSON.stringify(integration.execute(name, given))) as ReturnType<typeof integration.execute>;
        },
      },
      'panorama',
    );
  }

  /** The write requests so far. */
  get writes(): readonly Sent[] {
    return this.sent.filter(({ type, action }) => type === 'config' && action !== 'get' && action !== 'show');
  }

  /** A plain request of somebody else, or of a test: not through the code that is tested. */
  ask(params: { readonly [name: string]: string }, key = 'key-alice'): string {
    return this.panorama.handle({ method: 'POST', path: '/api/', params: { key, ...params } }).body;
  }

  /** The candidate as plain XML, without the marks of uncommitted changes. */
  candidate(xpath = GROUP): string {
    const body = this.ask({ type: 'config', action: 'get', xpath });
    return body.replace(/ (admin|dirtyId|time)="[^"]*"/g, '');
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
    return finish(beginApply(this.port, this.job(desired, profile), FOREVER));
  }

  commit(profile = PROFILE, description = 'CN-Series shop: test'): CommitOutcome {
    let step = beginCommit(this.port, profile, description);
    for (let round = 0; !step.done && round < 50; round++) step = continueCommit(this.port, profile, step.progress);
    if (!step.done) throw new Error('The commit does not end.');
    return step.outcome;
  }

  push(profile = PROFILE): PushOutcome {
    let step = beginPush(this.port, profile, 'CN-Series shop: test');
    for (let round = 0; !step.done && round < 50; round++) step = continuePush(this.port, profile, step.progress);
    if (!step.done) throw new Error('The push does not end.');
    return step.outcome;
  }
}

export const FOREVER: Slice = { goesOn: () => true };
export const ONE_STEP: Slice = { goesOn: () => false };

export function jobOf(desired: Rulebase, plan: Plan, profile = PROFILE): ApplyJob {
  return {
    profile,
    rulebase: desired,
    plan,
    planFor: (state) => planRulebase(desired, state, profile),
    ignoredAdmins: [],
  };
}

export function finish(step: ApplyStep): ApplyOutcome {
  if (!step.done) throw new Error('The run is not done.');
  return step.outcome;
}

/** Carries a job out one request at a time, its progress as JSON in between. */
export function applyInSlices(
  port: PanoramaPort,
  job: ApplyJob,
): { readonly outcome: ApplyOutcome; readonly slices: number } {
  let step = beginApply(port, job, ONE_STEP);
  let slices = 1;
  for (; !step.done; slices++) {
    if (slices > 5000) throw new Error('The run does not end.');
    step = continueApply(port, job, JSON.parse(JSON.stringify(step.progress)) as typeof step.progress, ONE_STEP);
  }
  return { outcome: step.outcome, slices };
}

export const words = (problems: readonly Problem[]): readonly string[] =>
  problems.map((problem) => describeProblem(problem).message);
