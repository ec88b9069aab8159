import type { Plan, RuleList, Situation } from '../plan/types';
import { KIND_WORDS } from './kindwords';
import { tableOf, type Column, type Table } from './table';

const SITUATION_COLUMNS: readonly Column<Situation>[] = [
  { heading: 'Situation', cell: situationText },
  { heading: 'Answer', cell: answerText },
];

/** What was found in Panorama that is not as the last run left it. */
export function planSituationsTable(plan: Plan): Table {
  return tableOf('Situations', SITUATION_COLUMNS, plan.situations);
}

/** The rules of a situation, the rest of a long list as a count. */
export function namedRules(list: RuleList): readonly string[] {
  const more = list.count - list.rules.length;
  return more === 0 ? list.rules : list.rules.concat(['and ' + String(more) + ' more']);
}

function situationText(situation: Situation): string {
  switch (situation.kind) {
    case 'drift': {
      const what =
        situation.what === 'changed'
          ? ' was changed by hand.'
          : ' has settings that this pack never makes: somebody changed it by hand.';
      return 'The ' + KIND_WORDS[situation.entryKind] + ' ' + situation.name + what;
    }
    case 'closed-by-hand':
      return 'The rule ' + situation.name + ' was ' + situation.how + ' by hand: what it allows is closed.';
    case 'foreign-rule-inside':
      return 'The rule ' + situation.name + ', which is not managed, stands between managed rules.';
    case 'foreign-name':
      return (
        'The ' +
        KIND_WORDS[situation.entryKind] +
        ' ' +
        situation.name +
        (situation.location === '' ? ' is there already' : ' is there already in ' + situation.location) +
        ' and is not managed.'
      );
    case 'block-moved':
      return situation.above === ''
        ? 'The managed rules stand at the top, not where the cluster profile creates them.'
        : 'The managed rules stand below ' + situation.above + ', not where the cluster profile creates them.';
    case 'object-in-use':
      return (
        'The ' +
        KIND_WORDS[situation.entryKind] +
        ' ' +
        situation.name +
        ' is no longer needed, but something that is not managed names it.'
      );
    case 'anchor-missing':
      return 'The rule ' + situation.rule + ', which the cluster profile names as position, is not there.';
    case 'group-overfull':
      return (
        'The address group ' +
        situation.name +
        ' would have ' +
        String(situation.members) +
        ' members while it changes, old and new ones; at most ' +
        String(situation.limit) +
        ' are allowed.'
      );
    case 'preceded':
      return 'These rules decide before the managed ones: ' + namedRules(situation).join(', ') + '.';
    case 'audit-opens':
      return 'Under audit, these deny nothing that the managed rules match: ' + namedRules(situation).join(', ') + '.';
    case 'unmatched':
      return (
        'What no rule matches: within a zone ' +
        situation.intrazone +
        ', between zones ' +
        situation.interzone +
        ' (intrazone-default, interzone-default).'
      );
  }
}

function answerText(situation: Situation): string {
  switch (situation.kind) {
    case 'drift':
      return 'It is set back to what the policies say.';
    case 'closed-by-hand':
      return 'It stays as it is, whatever the policies say, until somebody lifts that: CNSeriesRelease.';
    case 'foreign-rule-inside':
      return 'It stays where it is; the managed rules are gathered where most of them stand.';
    case 'foreign-name':
      return 'Nothing is written. Rename or remove it.';
    case 'block-moved':
      return 'They stay where they are.';
    case 'object-in-use':
      return 'It stays.';
    case 'anchor-missing':
      return 'Nothing is written. Create the rule, or change "position" in the cluster profile.';
    case 'group-overfull':
      return 'Nothing is written. Change fewer policies at a time, or raise "capacity" in the cluster profile.';
    case 'preceded':
      return 'They stay. What they match is decided by them, whatever the policies say.';
    case 'audit-opens':
      return 'They stay. What they deny is open until "enforcement" is "enforce".';
    case 'unmatched':
      return 'It stays so. Pods that no policy isolates meet it, although Kubernetes would let everything through.';
  }
}
