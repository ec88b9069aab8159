import { leaf, leafOrAny, list, listOrAny, profileGroup, target, yesNo } from '../elements';
import { note } from '../entries';
import type { Instance } from '../instance';
import { concatenable, get } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { isTrue, type Dictionary, type Value } from '../python/value';
import type { Command } from '../session';
import type { Arguments } from '../types';
import { moveRule } from './move';
import { chosenRulebase, named, RULE_CONTEXT, rulesPath, TARGET_ON_FIREWALL, withDeviceGroup } from './path';

const NO_RULEBASE = 'Please provide the pre_post argument when configuring a security rule in Panorama instance.';

/** Arguments that are reported, as given; tags, zones, category and profile group are not among them. */
const REPORTED: { readonly [argument: string]: string } = {
  source: 'Source',
  destination: 'Destination',
  negate_source: 'NegateSource',
  negate_destination: 'NegateDestination',
  action: 'Action',
  service: 'Service',
  disable: 'Disabled',
  application: 'Application',
  source_user: 'SourceUser',
  description: 'Description',
  target: 'Target',
  log_forwarding: 'LogForwarding',
};

/**
 * `pan-os-create-rule`: a `set`, which merges into a rule that is there, and then a `move`, whose failure nobody hears of
 * unless the rule "is already at the" place: that ends the command with a note, and without context.
 */
export const createRule: Command = (session, given) => {
  const { instance } = session;
  const args: Arguments = { ...given, rulename: given.rulename ?? session.newRuleName() };
  refuseOnFirewall(instance, args);
  const where = get(args, 'where', 'bottom');
  const dst = get(args, 'dst');
  if (isTrue(dst) && where !== 'before' && where !== 'after') {
    throw new CommandError('Please provide a dst rule only when the where argument is before or after.');
  }
  const result = session.post({
    type: 'config',
    action: 'set',
    where,
    element: ruleElement(instance, args),
    dst: isTrue(dst) ? dst : null,
    xpath: createdPath(instance, args.rulename ?? null),
    ...auditComment(instance, args),
  });
  if (isTrue(where)) tryToMove(() => moveRule(session, args));
  session.emit(note(result, 'Rule configured successfully.', { [RULE_CONTEXT]: report(instance, args) }));
};

function refuseOnFirewall(instance: Instance, args: Arguments): void {
  if (instance.deviceGroup !== undefined) return;
  if (isTrue(args.target)) throw new CommandError(TARGET_ON_FIREWALL);
  if (isTrue(args.log_forwarding)) {
    throw new CommandError('The log_forwarding argument is relevant only for a Palo Alto Panorama instance.');
  }
}

function ruleElement(instance: Instance, args: Arguments): string {
  const applications = argToList(args.application);
  return [
    leafOrAny(args.action, 'action'),
    target(args.target),
    leafOrAny(args.description, 'description'),
    listOrAny(argToList(args.source), 'source'),
    listOrAny(argToList(args.destination), 'destination'),
    listOrAny(applications, 'application'),
    list(argToList(args.category), 'category'),
    sourceUser(instance, args.source_user),
    listOrAny(argToList(args.source_zone), 'from'),
    listOrAny(argToList(args.destination_zone), 'to'),
    listOrAny(argToList(args.service), 'service'),
    yesNo(args.negate_source, 'negate-source'),
    yesNo(args.negate_destination, 'negate-destination'),
    yesNo(args.disable, 'disabled'),
    `<option>${yesNo(undefined, 'disable-server-response-inspection')}</option>`,
    leaf(args.log_forwarding, 'log-setting'),
    list(argToList(args.tags), 'tag'),
    profileGroup(args.profile_setting),
  ].join('');
}

/** A list in 2.x, one user with the default `any` before. */
function sourceUser({ version }: Instance, users: Value | undefined): string {
  if (version === '2.5.1') return list(argToList(users), 'source-user');
  return listOrAny(users !== undefined && isTrue(users) ? concatenable(users) : undefined, 'source-user');
}

/** In 2.x the way leads through `localhost.localdomain`, and on a firewall to the rulebase from there. */
function createdPath(instance: Instance, name: Value): string {
  if (instance.version === '1.14.22') return named(rulesPath(instance, NO_RULEBASE), name);
  const rulebase = instance.deviceGroup === undefined ? 'rulebase' : chosenRulebase(instance, NO_RULEBASE);
  return named(`${instance.rulebase}${rulebase}/security/rules/entry`, name);
}

const auditComment = ({ version }: Instance, args: Arguments): Dictionary =>
  version === '2.5.1' && isTrue(args.audit_comment) ? { 'audit-comment': args.audit_comment ?? null } : {};

/** A failed move is only logged. */
function tryToMove(move: () => unknown): void {
  try {
    move();
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
  }
}

function report(instance: Instance, args: Arguments): Dictionary {
  const output: Dictionary = {};
  for (const [argument, key] of Object.entries(REPORTED)) {
    const value = args[argument];
    if (value !== undefined) output[key] = value;
  }
  return withDeviceGroup(instance, { ...output, Name: args.rulename ?? null });
}
