import type { Mutant } from './mutants';

/** Mistakes about pods that are meant by labels and addresses at one end. */
export const PLACE_MUTANTS: readonly Mutant[] = [
  {
    mistake: 'pods named by address are all of their namespace',
    file: 'compile/presentpods.ts',
    from: 'if (!meetsRequirements(podClass.labels, requirements)) continue;',
    to: '',
  },
  {
    mistake: 'pods are named by all their addresses, those outside the block too',
    file: 'compile/presentpods.ts',
    from: 'return addresses ? intersectAddresses(present, addresses) : present;',
    to: 'return present;',
  },
  {
    mistake: 'of the pods in a block one is named',
    file: 'compile/presentpods.ts',
    from: 'const present = addressesOf(texts);',
    to: 'const present = addressesOf(texts.slice(0, 1));',
  },
  {
    mistake: 'what is left of a group beside a block is named by address',
    file: 'compile/guards/ruleends.ts',
    from: 'isByAddress(term) || !left.some(isByAddress) ? left : [term]',
    to: 'left',
  },
  {
    mistake: 'rules behind a guarded block are cut to it',
    file: 'compile/guards/guards.ts',
    from: 'isBehindHosts(rule) && isPartOfPods(model, positive) ? bounds[which] : positive',
    to: 'positive',
  },
  {
    mistake: 'pods limited to one family are rendered with both',
    file: 'panos/families.ts',
    from: 'if (!areAddresses(ends.sources) && !areAddresses(ends.destinations)) return [ends];',
    to: '',
  },
  {
    mistake: 'where the pod network is not known, pods are where one of them is',
    file: 'compile/podregion.ts',
    from: 'for (const text of sortedUnique(present)) {',
    to: 'for (const text of sortedUnique(present).slice(0, 1)) {',
  },
  {
    mistake: 'where the pod network is not known, exceptions of blocks tell nothing apart',
    file: 'compile/ipblocks.ts',
    from: "byText[[peer.cidr].concat(peer.except).join(' ')] = blockAddresses(peer);",
    to: 'byText[peer.cidr] = blockAddresses({ ...peer, except: [] });',
  },
];
