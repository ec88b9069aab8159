import type { Mutant } from './mutants';

/** Mistakes in the style `compact`. */
export const COMPACT_MUTANTS: readonly Mutant[] = [
  {
    mistake: 'compact: rules of different records are joined',
    file: 'compile/compact/compact.ts',
    from: "const key = verdict.kind === 'allow' ? recordKey(verdict.record) : '';",
    to: "const key = verdict.kind === 'allow' ? '' : recordKey(rules[0].rule.verdict);",
  },
  {
    mistake: 'compact: rules for other applications are joined',
    file: 'compile/compact/compact.ts',
    from: 'recordKey(verdict.record)',
    to: 'recordKey({ ...verdict.record, applications: [] })',
  },
  {
    mistake: 'compact: entries that contend are joined like others',
    file: 'compile/compact/movable.ts',
    from: 'return !entriesOf(rule).some((entry) => entry.contested);',
    to: 'return true;',
  },
  {
    mistake: 'compact: of several rules for a port of a Service the first does not decide',
    file: 'compile/compact/movable.ts',
    from: 'return forPort[targetKey(rule)] === 1;',
    to: 'return true;',
  },
  {
    mistake: 'compact: rules with other destinations are joined by their senders',
    file: 'compile/compact/join.ts',
    from: "'sources|' + to + '|' + on",
    to: "'sources|' + on",
  },
  {
    mistake: 'compact: rules with other ports are joined by their receivers',
    file: 'compile/compact/join.ts',
    from: "'destinations|' + from + '|' + on",
    to: "'destinations|' + from",
  },
  {
    mistake: 'compact: a joined rule has the ports of the first',
    file: 'compile/compact/joined.ts',
    from: 'ports: rules.map((rule) => rule.ports).reduce(joinPorts, NO_PORTS),',
    to: 'ports: first.ports,',
  },
  {
    mistake: 'compact: a rule of which others say some is left out',
    file: 'compile/compact/needless.ts',
    from: 'if (!isPortSubset(ports, open)) return undefined;',
    to: 'if (found.length === 0) return undefined;',
  },
  {
    mistake: 'compact: a rule is left out where others have its first senders',
    file: 'compile/compact/needless.ts',
    from: 'of pieces(model, sources)) {',
    to: 'of pieces(model, sources).slice(0, 1)) {',
  },
  {
    mistake: 'compact: rules that make each other needless both go',
    file: 'compile/compact/needless.ts',
    from: '(other) => other !== i && !isGone[other]',
    to: '(other) => other !== i',
  },
  {
    mistake: 'compact: isolated pods are not kept apart, whomever entries reach',
    file: 'compile/compact/denials.ts',
    from: 'directionOf(rule) !== direction || !reachesIsolated(model, rule, direction)',
    to: 'directionOf(rule) !== direction || direction.length > 0',
  },
  {
    mistake: 'compact: the end that reaches isolated pods comes first',
    file: 'compile/compact/denials.ts',
    from: 'behind.filter((rule) => directionOf(rule) === first),',
    to: 'behind.filter((rule) => directionOf(rule) !== first).filter((rule) => isEntryRule(rule)),\n    behind.filter((rule) => directionOf(rule) === first),',
  },
];
