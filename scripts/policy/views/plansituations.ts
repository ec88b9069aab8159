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
    case 'by-hand':
      return byHandText(situation);
    case 'foreign-rule-inside':
      return 'The rule ' + situation.name + ', which is not managed, stands between managed rules.';
    case 'foreign-name':
      return (
        'The ' +
        KIND_WORDS[situation.entryKind] +
        ' ' +
        situation.name +
        (situation.location === '' ? ' is there already' : ' is there already in ' + situation.location) +
        (situation.missingTags === undefined
          ? ' and is not managed.'
          : ', but not managed any more: somebody took ' + tagWords(situation.missingTags) + ' off.')
      );
    case 'hand-edits':
      return (
        'Since a run of this pack wrote them, somebody ' +
        situation.what +
        ' these rules by hand: ' +
        namedRules(situation).join(', ') +
        '.'
      );
    case 'tagged-elsewhere':
      return (
        'In ' +
        situation.location +
        ', outside of the rulebase of the managed rules, both tags of the cluster are on: ' +
        namedRules(situation).join(', ') +
        '.'
      );
    case 'tag-missing':
      return (
        'The ' +
        KIND_WORDS[situation.entryKind] +
        ' ' +
        situation.name +
        ', which no policy needs, is not managed any more: somebody took ' +
        tagWords(situation.missingTags) +
        ' off.'
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
    case 'by-hand':
      return byHandAnswer(situation);
    case 'foreign-rule-inside':
      return 'It stays where it is; the managed rules are gathered where most of them stand.';
    case 'foreign-name':
      return situation.missingTags === undefined
        ? 'Nothing is written. Rename or remove it.'
        : 'Nothing is written. Put ' + tagWords(situation.missingTags) + ' back in Panorama, and commit that there.';
    case 'hand-edits':
      return situation.what === 'changed' ? 'They are set back to what the policies say.' : 'They are made again.';
    case 'tagged-elsewhere':
      return 'They stay: nothing is ever changed there. Take both tags off them, or remove them.';
    case 'tag-missing':
      return (
        'It stays. Put ' +
        tagWords(situation.missingTags) +
        ' back, and the next plan deletes it; or remove it yourself.'
      );
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

type ByHand = Extract<Situation, { readonly kind: 'by-hand' }>;

function byHandText({ entryKind, name, how, of }: ByHand): string {
  const subject = 'The ' + KIND_WORDS[entryKind] + ' ' + name;
  switch (how) {
    case 'renamed':
      return subject + ' is ' + of + ', renamed by hand.';
    case 'copied':
      return subject + ' is a copy of ' + of + ', made by hand.';
    case 'named':
      return subject + ' carries both tags of the cluster, and a name that somebody gave it by hand.';
  }
}

function byHandAnswer({ becomes, of }: ByHand): string {
  switch (becomes) {
    case 'renamed-back':
      return 'It is replaced by ' + of + ', once somebody approves that. ' + KEEP_IT;
    case 'deleted':
      return 'It is deleted, once somebody approves that. ' + KEEP_IT;
    case 'kept':
      return 'It keeps that name as long as it is closed.';
  }
}

const KEEP_IT = 'To keep it as a rule or object of your own, take both tags off.';

/**
 * Tags by their names, with the noun.
 *
 * @example tagWords(['a', 'b']) //=> 'the tags a and b'
 */
export function tagWords(tags: readonly string[]): string {
  return (tags.length === 1 ? 'the tag ' : 'the tags ') + tags.join(' and ');
}
