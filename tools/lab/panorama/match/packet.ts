/** A connection that is looked up. */
export interface Packet {
  readonly source: string;
  readonly destination: string;
  /** `icmp` stands for everything without ports. */
  readonly protocol: 'tcp' | 'udp' | 'sctp' | 'icmp';
  /** @default 0, for protocols without ports */
  readonly port?: number;
  /** An App-ID. @default applications are not looked at */
  readonly application?: string;
  /** A URL category. @default categories are not looked at */
  readonly category?: string;
  /** Whether the port is a default port of the application. @default true */
  readonly onDefaultPort?: boolean;
}

/** What decides a connection. */
export interface Decision {
  /** The rule's name; `intrazone-default` where none matches. */
  readonly rule: string;
  /** The device group that the rule stands in, or `shared`; '' for the predefined default. */
  readonly scope: string;
  /** `allow`, `deny`, `drop`, `reset-client`, `reset-server` or `reset-both`. */
  readonly action: string;
}
