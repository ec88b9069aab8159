/** A classic mistake, as a change of one place in the compiler's source. */
export interface Mutant {
  readonly mistake: string;
  /** Below scripts/policy. */
  readonly file: string;
  /** Must stand there exactly once. */
  readonly from: string;
  readonly to: string;
}

export const MUTANTS: readonly Mutant[] = [
  // Reading policies.
  {
    mistake: 'policyTypes: egress entries do not imply Egress',
    file: 'kubernetes/policy.ts',
    from: 'egress: egress.length > 0 }',
    to: 'egress: false }',
  },
  {
    mistake: 'policyTypes: egress is isolated without any egress entry',
    file: 'kubernetes/policy.ts',
    from: 'egress: egress.length > 0 }',
    to: 'egress: true }',
  },
  {
    mistake: 'policyTypes: egress entries replace Ingress',
    file: 'kubernetes/policy.ts',
    from: 'return { ingress: true, egress: egress.length > 0 }',
    to: 'return { ingress: egress.length === 0, egress: egress.length > 0 }',
  },
  {
    mistake: 'an empty list of peers means nobody',
    file: 'kubernetes/peers.ts',
    from: "return list.length === 0 ? { kind: 'anyone' }",
    to: "return isAbsent(value) ? { kind: 'anyone' }",
  },
  {
    mistake: 'endPort is ignored',
    file: 'kubernetes/ports.ts',
    from: 'const to = endPort === undefined ? from : endPort;',
    to: 'const to = from;',
  },
  {
    mistake: 'UDP is read as TCP',
    file: 'kubernetes/ports.ts',
    from: "if (text === 'TCP' || text === 'UDP' || text === 'SCTP') return text;",
    to: "if (text === 'UDP') return 'TCP'; if (text === 'TCP' || text === 'SCTP') return text;",
  },
  {
    mistake: 'In takes its first value only',
    file: 'kubernetes/readselector.ts',
    from: 'values: sortedUnique(values) }',
    to: 'values: sortedUnique(values).slice(0, 1) }',
  },
  {
    mistake: 'NotIn needs the label',
    file: 'kubernetes/selector.ts',
    from: 'return !present || term.values.indexOf(labels[term.key]) < 0;',
    to: 'return present && term.values.indexOf(labels[term.key]) < 0;',
  },
  {
    mistake: 'namespaceSelector: one label of several is enough',
    file: 'kubernetes/selector.ts',
    from: `    if (!matchesTerm(term, labels)) return false;
  }
  return true;`,
    to: `    if (matchesTerm(term, labels)) return true;
  }
  return selector.length === 0;`,
  },
  {
    mistake: 'probes with the name of a port are forgotten',
    file: 'kubernetes/pods/kubeletports.ts',
    from: 'if (port.name === handler.port) return',
    to: "if (port.name === '') return",
  },
  {
    mistake: 'pods that have ended still count',
    file: 'kubernetes/pods/pods.ts',
    from: "return status.phase === 'Succeeded' || status.phase === 'Failed';",
    to: 'return false && status.phase;',
  },
  {
    mistake: 'labels whose tags read as others are cut off',
    file: 'kubernetes/pods/podlabels.ts',
    from: 'if (!hasKey(cut, key) && mayBeTaken(',
    to: 'if (hasKey(cut, key) && mayBeTaken(',
  },

  // From policies to boxes.
  {
    mistake: 'Exists matches nothing',
    file: 'compile/boxes.ts',
    from: 'return { key, negated: false, values: context.labelValues.of(key, namespace) };',
    to: 'return { key, negated: false, values: [] };',
  },
  {
    mistake: 'Exists takes only the first known value',
    file: 'compile/boxes.ts',
    from: 'return { key, negated: false, values: context.labelValues.of(key, namespace) };',
    to: 'return { key, negated: false, values: context.labelValues.of(key, namespace).slice(0, 1) };',
  },
  {
    mistake: 'except is ignored',
    file: 'compile/ipblocks.ts',
    from: 'networksOf(peer.except)',
    to: '[]',
  },
  {
    mistake: 'except is the block',
    file: 'compile/ipblocks.ts',
    from: 'return subtractAddresses(networksOf([peer.cidr]), networksOf(peer.except));',
    to: 'return networksOf(peer.except.length > 0 ? peer.except : [peer.cidr]);',
  },
  {
    mistake: 'a namespaceSelector means the own namespace only',
    file: 'compile/boxes.ts',
    from: 'context.namespaces.find(selector), peer.pods',
    to: '[policy.id.namespace], peer.pods',
  },
  {
    mistake: 'a podSelector without namespaceSelector means all namespaces',
    file: 'compile/boxes.ts',
    from: "if (peer.namespaces.kind === 'own') return podsTerms(context, [policy.id.namespace], peer.pods, place);",
    to: "if (peer.namespaces.kind === 'own') return podsTerms(context, context.namespaces.find([]), peer.pods, place);",
  },
  {
    mistake: 'all pods of all namespaces are any address',
    file: 'compile/boxes.ts',
    from: 'return [addressesTerm(context.space.podAddresses)];',
    to: 'return [ANY];',
  },
  {
    mistake: 'a protocol without port means its low ports',
    file: 'compile/boxes.ts',
    from: 'push({ from: 1, to: LAST_PORT })',
    to: 'push({ from: 1, to: 1023 })',
  },
  {
    mistake: 'an entry for everyone is forgotten',
    file: 'compile/boxes.ts',
    from: "if (entry.peers.kind === 'anyone') return [ANY];",
    to: "if (entry.peers.kind === 'anyone') return [];",
  },
  {
    mistake: 'ports absent means TCP',
    file: 'compile/boxes.ts',
    from: "if (entry.ports.kind === 'anything') return { numbers: EVERYTHING, names: [] };",
    to: "if (entry.ports.kind === 'anything') return { numbers: { kind: 'ports', tcp: [{ from: 1, to: LAST_PORT }], udp: [], sctp: [] }, names: [] };",
  },
  {
    mistake: 'the last policy of a namespace replaces the others',
    file: 'compile/sides.ts',
    from: 'widest(space, isolations[namespace])',
    to: 'widest(space, isolations[namespace].slice(-1))',
  },
  {
    mistake: 'an isolation inside a wider one hides it',
    file: 'compile/sides.ts',
    from: 'isTermSubset(space, one.subject, other.subject)',
    to: 'isTermSubset(space, other.subject, one.subject)',
  },

  // The order of decision and attributes.
  {
    mistake: 'entries with profiles do not come first',
    file: 'compile/order.ts',
    from: '(restricted ? 0 : 2) + (isInspected(box) ? 0 : 1)',
    to: '(restricted ? 0 : 2) + (isInspected(box) ? 1 : 0)',
  },
  {
    mistake: 'entries with App-IDs come last',
    file: 'compile/order.ts',
    from: '(restricted ? 0 : 2)',
    to: '(restricted ? 2 : 0)',
  },
  {
    mistake: 'wider entries come first',
    file: 'compile/order.ts',
    from: 'other !== box && isStrictlyInside(space, other, box)',
    to: 'other !== box && isStrictlyInside(space, box, other)',
  },
  {
    mistake: "the sender's profiles beat the receiver's",
    file: 'attributes/combine.ts',
    from: 'combinedInspection(sender.inspection, receiver.inspection)',
    to: 'combinedInspection(receiver.inspection, sender.inspection)',
  },
  {
    mistake: 'App-IDs of two sides add up',
    file: 'attributes/combine.ts',
    from: 'const applications = intersection(sender.applications, receiver.applications);',
    to: 'const applications = (sender.applications || []).concat(receiver.applications || []);',
  },

  // Pairs, whole entries, layers.
  {
    mistake: "a pair forgets the receiver's end",
    file: 'compile/pairs.ts',
    from: 'const destinations = meetingTerms(space, egress.peers, ingress.subject);',
    to: 'const destinations = egress.peers.slice();',
  },
  {
    mistake: "a pair forgets the sender's end",
    file: 'compile/pairs.ts',
    from: 'const sources = meetingTerms(space, ingress.peers, egress.subject);',
    to: 'const sources = ingress.peers.slice();',
  },
  {
    mistake: "a pair has the sender's ports",
    file: 'compile/pairs.ts',
    from: 'ports: intersectPorts(egress.ports, ingress.ports) }',
    to: 'ports: egress.ports }',
  },
  {
    mistake: 'pairs with entries from anywhere are not found',
    file: 'compile/pairs.ts',
    from: 'const near = found || sources.concat(index.fromAnywhere);',
    to: 'const near = found || sources.slice();',
  },
  {
    mistake: 'pairs of contested entries are joined like others',
    file: 'compile/merge.ts',
    from: "if (isContested(pair)) return '#' + String(index);",
    to: '',
  },
  {
    mistake: 'joined pairs keep the first partner only',
    file: 'compile/merge.ts',
    from: `    sources.push.apply(sources, pair.sources as Term[]);
    destinations.push.apply(destinations, pair.destinations as Term[]);`,
    to: `    if (sources.length === 0) sources.push.apply(sources, pair.sources as Term[]);
    if (destinations.length === 0) destinations.push.apply(destinations, pair.destinations as Term[]);`,
  },
  {
    mistake: 'entries are emitted whole unchecked',
    file: 'compile/whole.ts',
    from: 'wantedThroughout(model, combiner, boxOf(entry))',
    to: "(entry.direction === 'egress' ? combiner.combine(entry, undefined) : combiner.combine(undefined, entry)).record",
  },
  {
    mistake: 'an entry is whole where the other side allows some of it',
    file: 'compile/safe.ts',
    from: 'return open.length === 0 ? covering : undefined;',
    to: 'return covering.length > 0 ? covering : undefined;',
  },
  {
    mistake: 'a port range partly covered counts as covered',
    file: 'compile/safe.ts',
    from: '!isPortSubset(box.ports, entry.ports) || ',
    to: '',
  },
  {
    mistake: 'peers partly covered count as covered',
    file: 'compile/safe.ts',
    from: ' || !areCovered(model, other, entry.peers)) continue;',
    to: ') continue;',
  },
  {
    mistake: 'no entry reaches beyond isolated pods',
    file: 'compile/whole.ts',
    from: 'if (doesReachBeyond(model, entry)) beyond',
    to: 'if (false && doesReachBeyond(model, entry)) beyond',
  },
  {
    mistake: 'one isolation of a namespace counts as all its pods',
    file: 'compile/whole.ts',
    from: 'return isCovered(model.space, part, subjects);',
    to: 'return subjects.length > 0;',
  },
  {
    mistake: 'deny-both is left out',
    file: 'compile/compile.ts',
    from: 'denyBothLayer(model),',
    to: '',
  },
  {
    mistake: 'the layers of pairs and entries change places',
    file: 'compile/compile.ts',
    from: `    pairLayer(model, choice),
    denyBothLayer(model),
    entryLayer(choice, combiner, entries),`,
    to: `    entryLayer(choice, combiner, entries),
    denyBothLayer(model),
    pairLayer(model, choice),`,
  },
  {
    mistake: 'what nobody allows is denied from senders only',
    file: 'compile/layers.ts',
    from: "rules.push(denyRule('deny-one', 'deny-ingress', anyone, isolated(model.ingress)));",
    to: '',
  },
  {
    mistake: 'deny-egress spares isolated receivers',
    file: 'compile/layers.ts',
    from: "denyRule('deny-one', 'deny-egress', isolated(model.egress), anyone)",
    to: "denyRule('deny-one', 'deny-egress', isolated(model.egress), isolated(model.ingress))",
  },

  // Nodes and networks.
  {
    mistake: 'probe ports are forgotten',
    file: 'compile/nodes.ts',
    from: 'numbers.push.apply(numbers, pods.probePorts as number[]);',
    to: 'continue;',
  },
  {
    mistake: 'probe ports of all pods count',
    file: 'compile/nodes.ts',
    from: 'if (!pods.hostNetwork && isIsolated(model, pods)) numbers',
    to: 'if (!pods.hostNetwork) numbers',
  },
  {
    mistake: 'nodes reach isolated pods on every port',
    file: 'compile/nodes.ts',
    from: "if (profile.nodes.toPods === 'all') return EVERYTHING;",
    to: 'return EVERYTHING;',
  },
  {
    mistake: 'pods cut by addresses keep all their addresses',
    file: 'values/term.ts',
    from: 'addresses: isAddressSubset(space.podAddresses, meant) ? undefined : meant,',
    to: 'addresses: undefined,',
  },
  {
    mistake: 'node-side addresses count as pod addresses',
    file: 'compile/space.ts',
    from: 'podAddresses: subtractAddresses(podAddresses, nodeAddresses),',
    to: 'podAddresses: podAddresses,',
  },

  // Sets.
  {
    mistake: 'host bits are kept',
    file: 'values/addresses.ts',
    from: 'from.push(address[i] & ~hostMask & 0xffff);',
    to: 'from.push(address[i]);',
  },
  {
    mistake: 'IPv4 and all IPv6 addresses together are taken for IPv4 alone',
    file: 'values/addresses.ts',
    from: 'export const EVERY_ADDRESS: AddressSet = [EVERY_IPV4[0], EVERY_IPV6[0]];',
    to: 'export const EVERY_ADDRESS: AddressSet = [EVERY_IPV4[0]];',
  },
  {
    mistake: 'an exception takes the address after it along',
    file: 'values/addresses.ts',
    from: 'const after = nextAddress(hole.to);',
    to: 'const next = nextAddress(hole.to); const after = next && nextAddress(next);',
  },
  {
    mistake: 'a port range loses its end',
    file: 'values/ports.ts',
    from: "String(range.from) + '-' + String(range.to)",
    to: "String(range.from) + '-' + String(range.to - 1)",
  },
  {
    mistake: 'adjacent port ranges lose the gap between them',
    file: 'values/ports.ts',
    from: 'range.from <= last.to + 1',
    to: 'range.from <= last.to + 2',
  },
  {
    mistake: 'the protocol does not count where ports meet',
    file: 'values/ports.ts',
    from: 'udp: intersectRanges(a.udp, b.udp),',
    to: 'udp: intersectRanges(a.udp, b.tcp),',
  },
  {
    mistake: 'two conditions on labels: one of them is enough',
    file: 'values/requirements.ts',
    from: 'both.push(next);',
    to: 'if (both.length === 0) both.push(next);',
  },
  {
    mistake: 'namespaces of two terms add up',
    file: 'values/term.ts',
    from: 'const namespaces = space.namespaces.intersect(a.namespaces, b.namespaces);\n  if (namespaces.names.length === 0) return undefined;',
    to: 'const namespaces = space.namespaces.of(a.namespaces.names.concat(b.namespaces.names));',
  },

  // Rendering.
  {
    mistake: 'labels are joined by or',
    file: 'panos/filter.ts',
    from: ".join(' and ')",
    to: ".join(' or ')",
  },
  {
    mistake: 'namespaces are joined by and',
    file: 'panos/filter.ts',
    from: "const OR = ' or ';",
    to: "const OR = ' and ';",
  },
  {
    mistake: 'alternatives stand without parentheses',
    file: 'panos/filter.ts',
    from: "isAlternative(text) ? '(' + text + ')' : text",
    to: 'text',
  },
  {
    mistake: 'of a split expression only the first part is used',
    file: 'panos/ends.ts',
    from: 'const groups = split.filters.map(',
    to: 'const groups = split.filters.slice(0, 1).map(',
  },
  {
    mistake: 'what is left of ::/0 is written as ::/0',
    file: 'values/addresstext.ts',
    from: "else members.push(addressText(range.from) + '-' + addressText(range.to));",
    to: "else members.push(range.from.length === 8 ? '::/0' : addressText(range.from) + '-' + addressText(range.to));",
  },
  {
    mistake: 'UDP services are made for TCP',
    file: 'panos/objects.ts',
    from: 'found.push(addService(protocol, list));',
    to: "found.push(addService(protocol === 'udp' ? 'tcp' : protocol, list));",
  },
  {
    mistake: 'isolated groups forget all but one group',
    file: 'panos/render.ts',
    from: "if (rendered.kind === 'members') groups.push.apply(groups, rendered.members as string[]);",
    to: "if (rendered.kind === 'members') groups.splice(0, 1, rendered.members[0]);",
  },
  {
    mistake: 'tags that ignore case are taken for different ones',
    file: 'panos/plugintags.ts',
    from: 'const text = labelText(tags, key, value).toLowerCase();\n      byLabel',
    to: 'const text = labelText(tags, key, value);\n      byLabel',
  },
  {
    mistake: 'labels of other namespaces alone make a tag ambiguous',
    file: 'panos/plugintags.ts',
    from: 'namespaces.indexOf(namespace) >= 0);',
    to: 'namespaces.indexOf(namespace) < 0);',
  },
  {
    mistake: 'labels that only policies name are no labels',
    file: 'compile/labeluses.ts',
    from: 'addSelector(own, [own], subject, id);',
    to: '',
  },

  // Node addresses in groups.
  {
    mistake: 'host-network pods are let into groups, and nothing is done about it',
    file: 'compile/compile.ts',
    from: 'hosts.rules,',
    to: '',
  },
  {
    mistake: 'nodes are not let through to each other first',
    file: 'compile/hosts.ts',
    from: "if (from && to) rules.push(allowRule('hosts-both', addresses, addresses));",
    to: '',
  },
  {
    mistake: 'what entries allow from nodes is denied',
    file: 'compile/hosts.ts',
    from: "if (from) rules = rules.concat(entryRules(input, nodes, 'ingress'));",
    to: '',
  },
  {
    mistake: 'what entries allow to nodes is denied',
    file: 'compile/hosts.ts',
    from: "if (to) rules = rules.concat(entryRules(input, nodes, 'egress'));",
    to: '',
  },
  {
    mistake: 'nodes get in wherever pods of their labels do',
    file: 'compile/hosts.ts',
    from: 'if (from && model.ingress.namespaces.length > 0) {',
    to: 'if (!from) {',
  },
  {
    mistake: 'isolated pods get to nodes wherever they get to pods of the same labels',
    file: 'compile/hosts.ts',
    from: 'if (to && model.egress.namespaces.length > 0) {',
    to: 'if (!to) {',
  },
  {
    mistake: 'nodes in the group of isolated senders are isolated',
    file: 'compile/hosts.ts',
    from: "if (asSource) rules.push(allowRule('hosts-from', addresses, anyone));",
    to: '',
  },
  {
    mistake: 'nodes in the group of isolated receivers are isolated',
    file: 'compile/hosts.ts',
    from: "if (asDestination) rules.push(allowRule('hosts-to', anyone, addresses));",
    to: '',
  },
  {
    mistake: 'what is left of nodes is let through before the denials',
    file: 'compile/hosts.ts',
    from: 'let rules: CompiledRule[] = [];',
    to: "let rules: CompiledRule[] = asSource ? [allowRule('hosts-from', addresses, anyone)] : [];",
  },
  {
    mistake: 'nodes are let in on every port',
    file: 'compile/hosts.ts',
    from: 'return { peers: normal, ports: entry.ports,',
    to: 'return { peers: normal, ports: EVERYTHING,',
  },
  {
    mistake: 'a block that holds one node holds all',
    file: 'compile/hosts.ts',
    from: 'if (met) peers.push(met);',
    to: 'if (met) peers.push(nodes);',
  },
  {
    mistake: 'entries that contend about nodes are joined like others',
    file: 'compile/hosts.ts',
    from: "const key = entry.contested ? '#' + entry.id : meeting.key;",
    to: 'const key = meeting.key;',
  },
  {
    mistake: 'the labels of one host-network pod alone are on its node',
    file: 'compile/hostpods.ts',
    from: 'return term.requirements.every((requirement) =>\n    byNamespace[namespace].some(\n      (pods) =>',
    to: 'return byNamespace[namespace].some((pods) =>\n    term.requirements.every(\n      (requirement) =>',
  },
  {
    mistake: 'nodes that only host-network pods tell of are not known',
    file: 'compile/space.ts',
    from: 'texts.push.apply(texts, pods.nodeAddresses as string[]);',
    to: '',
  },

  // Named ports.
  {
    mistake: 'named ports: the protocol does not matter',
    file: 'compile/namedports.ts',
    from: 'port.name === name && port.protocol === protocol)',
    to: 'port.name === name)',
  },
  {
    mistake: 'named ports: all destinations have the number of one',
    file: 'compile/namedports.ts',
    from: 'met.filter((one) => has.indexOf(one) < 0)',
    to: '[]',
  },
  {
    mistake: 'named ports: host-network pods give numbers',
    file: 'compile/namedports.ts',
    from: 'if (pods.hostNetwork) continue;',
    to: '',
  },
  {
    mistake: 'named ports: a block holds all pods',
    file: 'compile/namedports.ts',
    from: "const met = term.kind === 'pods' ? part : intersectTerms(space, part, term);",
    to: 'const met: Term | undefined = part;',
  },
  {
    mistake: 'named ports: anyone is the pods of the first namespace',
    file: 'compile/entryparts.ts',
    from: 'context.namespaces.find([])',
    to: 'context.namespaces.find([]).slice(0, 1)',
  },
  {
    mistake: 'named ports: looked up on the other end',
    file: 'compile/entryparts.ts',
    from: "const all: readonly Term[] = entry.direction === 'ingress'",
    to: "const all: readonly Term[] = entry.direction !== 'ingress'",
  },
  {
    mistake: 'named ports: numbers of some destinations are allowed on all',
    file: 'compile/entryparts.ts',
    from: 'if (keyOf(group.terms) === allKey)',
    to: 'if (group.terms.length > 0)',
  },
  {
    mistake: 'named ports: one label is enough to tell pods apart',
    file: 'compile/tellapart.ts',
    from: 'const left = others.filter((other) => !differ(pods, other, key));',
    to: 'const left: PodClass[] = [];',
  },
  {
    mistake: 'named ports: of several labels the last one is asked for',
    file: 'compile/tellapart.ts',
    from: 'sortedKeys(one).map((key) => ({ key, negated',
    to: 'sortedKeys(one).slice(-1).map((key) => ({ key, negated',
  },
  {
    mistake: 'named ports: conditions that differ in two labels are one',
    file: 'compile/tellapart.ts',
    from: 'condition.slice(0, place), condition.slice(place + 1)]',
    to: 'condition.slice(place + 1)]',
  },
  {
    mistake: 'named ports: labels of pods without named ports are forgotten',
    file: 'kubernetes/pods/podlabels.ts',
    from: 'mayLookUp(choice.users, pod.labels);',
    to: 'mayLookUp(choice.users, pod.labels) && pod.namedPorts.length > 0;',
  },
  {
    mistake: 'named ports: sidecars come first',
    file: 'kubernetes/pods/pods.ts',
    from: 'return objectsOf(spec.containers).concat(sidecars);',
    to: 'return sidecars.concat(objectsOf(spec.containers));',
  },
  {
    mistake: 'named ports: every init container serves',
    file: 'kubernetes/pods/pods.ts',
    from: ".filter((container) => container.restartPolicy === 'Always')",
    to: '',
  },
  {
    mistake: 'named ports: destinations of one number are one box',
    file: 'compile/sides.ts',
    from: 'termKey(a.subject) === termKey(b.subject) &&',
    to: '',
  },
  {
    mistake: 'named ports: a name lies inside every number',
    file: 'compile/order.ts',
    from: 'isNamed(b.names, name) || hasAllPorts(b.ports, name)',
    to: 'isNamed(b.names, name) || b.ports !== undefined',
  },
];
