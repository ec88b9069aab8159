import type { ApplyOutcome } from '../../scripts/panorama/apply/types';
import { preparePlan, type Preparation } from '../../scripts/panorama/prepare/prepare';
import type { Diagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import type { Plan } from '../../scripts/policy/plan/types';
import type { IntegrationVersion } from '../lab/panosintegration';
import { translated, type Cluster } from './cluster';
import type { SessionInput } from './input';
import { openInstance, type Instance, type InstanceOptions } from './instance';
import type { LabPanorama } from './remote';
import { askPlainly, readPlainly, withoutMarks } from './requests';
import { applyAtOnce, jobOf } from './runs';
import { groupPath } from './setting';

/** A step that did not come out as it must; the message says how. */
class StepFailed extends Error {}

/**
 * Fails the step unless something holds.
 *
 * @throws StepFailed with `otherwise`
 */
export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new StepFailed(otherwise);
}

/** A plan, and what it was made from. */
export interface Prepared extends Preparation {
  readonly cluster: Cluster;
  readonly diagnostics: readonly Diagnostic[];
}

/** A prepared plan without anything in its way. */
export interface Sound extends Prepared {
  readonly plan: Plan;
  readonly rulebase: Rulebase;
}

/** One cluster, one Panorama, and an instance of the PAN-OS integration between them. */
export class Session {
  readonly instance: Instance;

  constructor(
    readonly panorama: LabPanorama,
    readonly input: SessionInput,
    readonly version: IntegrationVersion,
  ) {
    this.instance = this.openInstance({});
  }

  /** Another instance of the integration, of the same version. */
  openInstance(options: Partial<InstanceOptions>): Instance {
    const { version, deviceGroup } = this;
    return openInstance(this.panorama.handle, { deviceGroup, version, ...options });
  }

  /** The device group that the session's profile names. */
  get deviceGroup(): string {
    return this.input.profile.deviceGroup;
  }

  /** Translates, proves, reads Panorama and plans; `change` is what differs from the session's input. */
  prepare(change: Partial<Cluster> = {}, instance = this.instance): Prepared {
    const { objects, profile, services } = this.input;
    const cluster: Cluster = { objects, profile, services, lastGood: [], ...change };
    const request = translated(cluster);
    return { ...preparePlan(instance.port, request), cluster, diagnostics: request.diagnostics };
  }

  /** Carries a plan out in one slice. */
  apply({ cluster, rulebase, plan }: Sound, instance = this.instance): ApplyOutcome {
    return applyAtOnce(instance.port, jobOf(rulebase, plan, cluster.profile));
  }

  /** What somebody else sees, by plain HTTP, at a path of the candidate configuration. */
  read(xpath: string): string {
    return readPlainly(this.panorama.handle, xpath);
  }

  /** What somebody else's plain request is answered. */
  ask(params: { readonly [name: string]: string }): string {
    return askPlainly(this.panorama.handle, params);
  }

  /** Everything that could have changed: the candidate, the locks, and which changes are uncommitted. */
  everything(): string {
    const commands = ['<show><config-locks></config-locks></show>', '<show><commit-locks></commit-locks></show>'];
    const changes = '<show><config><list><changes></changes></list></config></show>';
    return [
      withoutMarks(this.read('/config')),
      ...[...commands, changes].map((cmd) => this.ask({ type: 'op', cmd })),
    ].join('\n');
  }

  /** The names of the device group's pre rules, in order, by plain HTTP. */
  ruleNames(): readonly string[] {
    const xml = this.read(`${groupPath(this.deviceGroup)}/pre-rulebase/security/rules`);
    return [...xml.matchAll(/<entry name="([^"]*)" uuid/g)].map((match) => match[1]);
  }
}
