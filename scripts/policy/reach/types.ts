/**
 * What becomes of connections between today's ends when one rulebase takes the place of another: what people mean by a
 * change, beside the entries that change. Only the managed rules are looked at.
 */
export interface Reachability {
  /** Connections that were denied and are allowed now. */
  readonly gains: Flows;
  /** Connections that were allowed, by a rule or because no managed rule matched them, and are denied now. */
  readonly loses: Flows;
  /** Connections that are allowed before and after, and inspected, logged or decided otherwise. */
  readonly otherwise: Flows;
  /** Whether any pod or workload is known: without, there is nothing to compare. */
  readonly hasPods: boolean;
  /** Pairs of kinds of ends that were compared. */
  readonly compared: number;
  /** Differing rules of which not all ends were compared, because there are too many. */
  readonly skipped: number;
  /** Rules that Panorama holds and nobody can read as one of ours; what they did before is not in the comparison. */
  readonly unreadable: readonly string[];
}

/** The first flows of a kind, and how many there are. */
export interface Flows {
  readonly flows: readonly Flow[];
  readonly count: number;
}

/** Connections from each of some ends to each of others (but from no pod to itself), to which the same happens. */
export interface Flow {
  /** `shop/web`, `node n1`, `Service shop/web`, `203.0.113.0/24`. */
  readonly sources: readonly string[];
  readonly destinations: readonly string[];
  /** `tcp/443`, `any`. */
  readonly ports: string;
  /** App-IDs, URL categories and default ports, where the flow is about some alone; '' for all traffic. */
  readonly traffic: string;
  /** How it was decided, and is: `no managed rule`, `denied`, `pci-strict, log end to soc`. */
  readonly before: string;
  readonly after: string;
}
