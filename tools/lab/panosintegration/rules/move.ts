import { note } from '../entries';
import { item } from '../python/access';
import { str } from '../python/text';
import type { Dictionary } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { named, RULE_CONTEXT, rulesPath, withDeviceGroup } from './path';

const NO_RULEBASE = 'Please provide the pre_post argument when moving a rule in Panorama instance.';

/** `pan-os-move-rule`: before and after without `dst` are left to the device. */
export const moveRuleCommand: Command = (session, args) => {
  const result = moveRule(session, args);
  const name = item(args, 'rulename');
  const output = withDeviceGroup(session.instance, { Name: name });
  session.emit(note(result, `Rule ${str(name)} moved successfully.`, { [RULE_CONTEXT]: output }));
};

/**
 * Moves a rule, for `pan-os-move-rule` and for a place given to `pan-os-create-rule`.
 *
 * @throws CommandError with the text of a KeyError without the argument `where`
 */
export function moveRule(session: Session, args: Arguments): Dictionary {
  const name = item(args, 'rulename');
  const where = item(args, 'where');
  const xpath = named(rulesPath(session.instance, NO_RULEBASE), name);
  return session.post({ type: 'config', action: 'move', where, xpath, dst: args.dst ?? null });
}

/** `pan-os-delete-rule`: reports no context. Its error speaks of moving. */
export const deleteRule: Command = (session, args) => {
  const xpath = named(rulesPath(session.instance, NO_RULEBASE), item(args, 'rulename'));
  session.emit(note(session.change('delete', xpath), 'Rule deleted successfully.'));
};
