import type { Mutant } from './mutants';

/** Mistakes about negations, and the guards that stand for them. */
export const GUARD_MUTANTS: readonly Mutant[] = [
  {
    mistake: 'negations are left out, without guards',
    file: 'compile/guards/guards.ts',
    from: '    addGuards(making, rule, position, (at, region) => finder.after(at, region), EVERYWHERE);\n',
    to: '',
  },
  {
    mistake: 'guards: what a rule takes in too much is denied, whoever else allows it',
    file: 'compile/guards/guards.ts',
    from: 'for (const one of [rule].concat(later)) {',
    to: "for (const one of [rule].concat(later.filter(({ verdict }) => verdict.kind === 'deny'))) {",
  },
  {
    mistake: 'guards: what nobody isolates is not let through',
    file: 'compile/guards/guards.ts',
    from: 'if (!isDecided) inside.push({ ...openRule(rule), guard });',
    to: 'if (!isDecided && inside.length === 0) return [];',
  },
  {
    mistake: 'guards are not guarded themselves',
    file: 'compile/guards/guards.ts',
    from: '      addGuards(making, one, at, (from) => inside.slice(from + 1), region);\n',
    to: '',
  },
  {
    mistake: 'guards: only the first end is guarded',
    file: 'compile/guards/guards.ts',
    from: 'if (to.length > 0) {',
    to: 'if (to.length > 0 && from.length === 0) {',
  },
  {
    mistake: 'guards: an App-ID decides all applications',
    file: 'compile/guards/decidedboxes.ts',
    from: 'return applications.length === 0 && categories.length === 0 && !applicationDefault;',
    to: 'return categories.length === 0 && !applicationDefault && applications.length < 9;',
  },
  {
    mistake: 'guards: a box of some ports decides all of them',
    file: 'compile/guards/decidedboxes.ts',
    from: '    isPortSubset(region.ports, rule.ports) &&\n',
    to: '',
  },
  {
    mistake: 'guards: of several values that are not to be, the first is taken out',
    file: 'compile/guards/ruleends.ts',
    from: 'excess = excess.concat(left.map(positiveTerm));',
    to: 'excess = excess.concat(left.slice(0, 1).map(positiveTerm));',
  },
  {
    mistake: 'DoesNotExist takes nobody out',
    file: 'compile/boxes.ts',
    from: 'return { key, negated: true, values: context.labelValues.of(key, namespace) };',
    to: 'return { key, negated: true, values: [] };',
  },
];
