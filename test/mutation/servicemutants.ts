import type { Mutant } from './mutants';

/** Mistakes in layer S: what is let through to Service addresses. */
export const SERVICE_MUTANTS: readonly Mutant[] = [
  {
    mistake: 'Services: addresses that no Service has yet are not closed',
    file: 'compile/services/services.ts',
    from: 'const denied = unionAddresses(network.addresses, known);',
    to: 'const denied = known;',
  },
  {
    mistake: 'Services: the layer is left out',
    file: 'compile/services/services.ts',
    from: "if (profile.inspection !== 'both-ends' || !hasIsolated) return NOTHING;",
    to: 'return NOTHING;',
  },
  {
    mistake: 'Services: the target port is taken for the port',
    file: 'compile/services/serviceallows.ts',
    from: 'return ports.map(({ protocol, port }) =>',
    to: `return ports.map(({ protocol, port: own, served }) => {
    const target = served[0].port.targetPort;
    return { protocol, port: typeof target === 'number' ? target : own };
  }).map(({ protocol, port }) =>`,
  },
  {
    mistake: 'Services: policies are asked for the port in place of the target port',
    file: 'compile/services/servicetargets.ts',
    from: 'hosts.concat([{ term, labels: undefined, number: port.targetPort }])',
    to: 'hosts.concat([{ term, labels: undefined, number: port.port }])',
  },
  {
    mistake: 'Services: one pod behind it that may be reached is enough',
    file: 'compile/services/servicecells.ts',
    from: 'else if (intersectTerms(space, region, cutter.term)) cutting.push(cutter);',
    to: 'else if (intersectTerms(space, region, cutter.term)) holding.push(cutter);',
  },
  {
    mistake: 'Services: pods that nobody isolates are not asked for egress',
    file: 'compile/services/servicecells.ts',
    from: 'for (const region of free) if (!addCells(finder, cells, region, egress, false, budget)) return undefined;',
    to: '',
  },
  {
    mistake: 'Services: the first isolation is the only one',
    file: 'compile/services/servicecells.ts',
    from: 'free = subtractFromEach(space, free, isolation.subject);',
    to: 'free = subtractFromEach(space, free, isolation.subject); break;',
  },
  {
    mistake: 'Services: the easiest cells count',
    file: 'compile/services/hardestcells.ts',
    from: 'if (!areAmong(a.egress, b.egress)) return false;',
    to: 'if (!areAmong(b.egress, a.egress)) return false;',
  },
  {
    mistake: 'Services: isolated senders need only the egress side',
    file: 'compile/services/servicestates.ts',
    from: 'const receivers = cell.ingress === undefined ? [undefined]',
    to: 'const receivers = cell.ingress === undefined || isSenderIsolated ? [undefined]',
  },
  {
    mistake: 'Services: what all senders may comes before the deny of isolated ones',
    file: 'compile/services/services.ts',
    from: 'rules.push.apply(rules, allows.early as CompiledRule[]);',
    to: 'rules.push.apply(rules, allows.early.concat(allows.late));',
  },
  {
    mistake: 'Services: isolated senders may go to Service addresses',
    file: 'compile/services/services.ts',
    from: 'if (hasSenders && denied.length > 0) {',
    to: 'if (hasSenders && denied.length === 0) {',
  },
  {
    mistake: 'Services: addresses of isolated pods are open',
    file: 'compile/services/services.ts',
    from: "rules.push(denyRule('services-deny', ANYONE, addressesOfFronts(isolated)));",
    to: '',
  },
  {
    mistake: 'Services: tags close the addresses of open pods',
    file: 'compile/services/services.ts',
    from: "if (open.length > 0) rules.push(openRule('services-open', model, ANYONE, addressesOfFronts(open)));",
    to: '',
  },
  {
    mistake: 'Services: the first pod that has a port by its name speaks for all',
    file: 'compile/services/servicetargets.ts',
    from: 'if (number !== undefined) targets.push({ term: everyPod, labels: podClass.labels, number });',
    to: 'if (number !== undefined && targets.length === 0) targets.push({ term: everyPod, labels: podClass.labels, number });',
  },
  {
    mistake: 'Services: the numbers of listed endpoints are passed over',
    file: 'compile/services/servicetargets.ts',
    from: 'const number = hasKey(endpoint.ports, port.name) ? endpoint.ports[port.name] : given;',
    to: 'const number = given;',
  },
  {
    mistake: 'Services: one endpoint that may be reached is enough',
    file: 'compile/services/servicetargets.ts',
    from: 'if (end && number !== undefined) targets.push({ ...end, number });',
    to: 'if (end && number !== undefined && targets.length === 0) targets.push({ ...end, number });',
  },
  {
    mistake: 'Services: addresses of both families are decided by the first',
    file: 'compile/services/servicefronts.ts',
    from: "const key = behind[text].join(',') + family;",
    to: "const key = behind[text].join(',');",
  },
  {
    mistake: 'Services: the second Service on an address is passed over',
    file: 'compile/services/servicefronts.ts',
    from: 'services: fronts[key].positions.map((position) => services[position]),',
    to: 'services: [services[fronts[key].positions[0]]],',
  },
  {
    mistake: 'Services: one rule for all senders where isolated ones may not send',
    file: 'compile/services/serviceanswers.ts',
    from: 'return !region || isCovered(model.space, region, served);',
    to: 'return true;',
  },
  {
    mistake: 'Services: one rule for all senders with the attributes of one kind',
    file: 'compile/services/serviceanswers.ts',
    from: 'if (state.recordKey !== recordKey) return false;',
    to: '',
  },
  {
    mistake: 'Services: applications of one pod hold for all',
    file: 'compile/services/servicestates.ts',
    from: 'const common = a.filter((name) => b.indexOf(name) >= 0);',
    to: 'const common = a;',
  },
  {
    mistake: 'Services: Nodes reach their addresses by the tags of pods',
    file: 'compile/compile.ts',
    from: `const layers = services.rules.concat(
    nodes.rules,`,
    to: `const layers = nodes.rules.concat(
    services.rules,`,
  },
];
