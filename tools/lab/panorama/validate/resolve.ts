import { type Hierarchy, type Scope, SHARED } from '../hierarchy';
import type { Predefined } from '../predefined';
import type { Space } from '../schema/shape';
import type { ConfigNode } from '../tree/node';
import type { Problem } from './problem';
import type { Reference } from './shapecheck';

/** Where the names of a space stand below a scope. Profiles stand in `profiles/<kind>`. */
const CONTAINERS: { readonly [space: string]: readonly (readonly string[])[] } = {
  address: [['address'], ['address-group'], ['external-list']],
  service: [['service'], ['service-group']],
  tag: [['tag']],
  application: [['application'], ['application-group'], ['application-filter']],
  'url-category': [['profiles', 'custom-url-category']],
  'profile-group': [['profile-group']],
  'log-setting': [['log-settings', 'profiles']],
  schedule: [['schedule']],
};

/** Looks names up as PAN-OS does: device group, its ancestors, Shared, predefined. */
export class Resolver {
  constructor(
    private readonly hierarchy: Hierarchy,
    private readonly root: ConfigNode,
    private readonly predefined: Predefined,
  ) {}

  /** The object of this name in exactly this scope. */
  inScope(scope: Scope, space: Space, name: string): ConfigNode | undefined {
    const node = this.hierarchy.nodeOf(scope, this.root);
    if (node === undefined) return undefined;
    for (const path of CONTAINERS[space] ?? [['profiles', space]]) {
      const found = node.descend(...path)?.child('entry', name);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** The scope that a name resolves to, `predefined`, or undefined when it does not exist. */
  scopeOf(scope: Scope, space: Space, name: string): Scope | undefined {
    const found = this.hierarchy.chain(scope).find((one) => this.inScope(one, space, name) !== undefined);
    return found ?? (this.predefined.has(space, name) ? 'predefined' : undefined);
  }

  /**
   * The problem of a name that does not exist, in the words of pan-os-python issue 110 and pan-os-ansible issue 491.
   */
  problemOf(scope: Scope, reference: Reference): Problem | undefined {
    const { node, space, name, field } = reference;
    if (this.scopeOf(scope, space, name) !== undefined) return undefined;
    const texts =
      field === 'address'
        ? [
            `'${name}' is not an allowed keyword`,
            `${name} is an invalid ipv4/v6 address`,
            `'${name}' is not a valid reference`,
            `${name} range separator('-') not found`,
            'is invalid',
          ]
        : [`'${name}' is not a valid reference`, 'is invalid'];
    return { node, texts };
  }

  /** A static group that holds itself, directly or through others. */
  holdsItself(group: ConfigNode, scope: Scope): boolean {
    const visited = new Set<ConfigNode>();
    const reaches = (current: ConfigNode): boolean =>
      [...current.members('static'), ...current.members('members')].some((name) => {
        const found = this.hierarchy
          .chain(scope)
          .map((one) => this.inScope(one, current.parent?.tag === 'service-group' ? 'service' : 'address', name))
          .find((node) => node !== undefined);
        if (found === group) return true;
        if (found === undefined || visited.has(found)) return false;
        visited.add(found);
        return reaches(found);
      });
    return reaches(group);
  }

  /**
   * Where else in the hierarchy a rule of this name stands: rules are unique over pre, post, ancestors, descendants.
   */
  ruleInOtherScope(rule: ConfigNode, scope: Scope): Scope | undefined {
    const scopes = scope === SHARED ? [] : this.hierarchy.chain(scope);
    return [...new Set([...scopes, scope, ...this.hierarchy.descendants(scope)])].find((one) => {
      const node = this.hierarchy.nodeOf(one, this.root);
      return ['pre-rulebase', 'post-rulebase'].some((rulebase) => {
        const found = node?.descend(rulebase, 'security', 'rules')?.child('entry', rule.label);
        return found !== undefined && found !== rule;
      });
    });
  }
}
