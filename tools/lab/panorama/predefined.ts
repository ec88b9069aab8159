import type { Space } from './schema/shape';
import { ConfigNode } from './tree/node';
import type { PanoramaOptions } from './types';

/** Applications of content 517-2824 (July 2015) that are known to exist; later names are given as an option. */
const APPLICATIONS = [
  ...['amqp', 'apache-zookeeper', 'cassandra', 'dns', 'elastic-search', 'ftp', 'icmp', 'ipv6-icmp', 'jenkins'],
  ...['kerberos', 'ldap', 'memcached', 'mongodb', 'mqtt', 'mssql-db', 'mysql', 'ntp', 'oracle', 'ping', 'postgres'],
  ...['rabbitmq', 'redis', 'sctp', 'sip', 'smtp', 'soap', 'splunk', 'ssh', 'ssl', 'syslog', 'traceroute'],
  ...['unknown-tcp', 'unknown-udp', 'web-browsing', 'websocket'],
];

/** Profiles that every Panorama has (names as in the vendor's rule examples). */
const PROFILES: { readonly [kind: string]: readonly string[] } = {
  virus: ['default'],
  spyware: ['default', 'strict'],
  vulnerability: ['default', 'strict'],
  'url-filtering': ['default'],
  'file-blocking': ['basic file blocking', 'strict file blocking'],
  'wildfire-analysis': ['default'],
};

/** What exists without having been configured, by name space. */
export class Predefined {
  private readonly names: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(options: PanoramaOptions) {
    const names = new Map<string, ReadonlySet<string>>(
      Object.entries(PROFILES).map(([kind, profiles]) => [kind, new Set(profiles)]),
    );
    names.set('application', new Set([...APPLICATIONS, ...(options.applications ?? [])]));
    names.set('url-category', new Set(options.urlCategories));
    names.set('service', new Set(options.services));
    this.names = names;
  }

  /** Whether PAN-OS brings this name along, so that rules may use it without an object. */
  has(space: Space, name: string): boolean {
    return this.names.get(space)?.has(name) ?? false;
  }

  /** `/config/predefined`, which can be read like the rest. */
  tree(): ConfigNode {
    const root = plain('predefined');
    const list = (container: ConfigNode, space: string): void => {
      for (const name of [...(this.names.get(space) ?? [])].sort())
        container.insert(entry(name), container.children.length);
    };
    for (const space of ['application', 'service']) {
      const container = plain(space);
      list(container, space);
      root.insert(container, root.children.length);
    }
    const profiles = plain('profiles');
    for (const kind of Object.keys(PROFILES)) {
      const container = plain(kind);
      list(container, kind);
      profiles.insert(container, profiles.children.length);
    }
    root.insert(profiles, root.children.length);
    return root;
  }
}

const plain = (tag: string): ConfigNode => new ConfigNode(tag, undefined, undefined, '');
const entry = (name: string): ConfigNode => new ConfigNode('entry', name, undefined, '');
