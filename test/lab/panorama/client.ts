import { createPanorama, type Panorama, type PanoramaOptions } from '../../../tools/lab/panorama';
import { parseElement, type XmlElement } from '../../../tools/lab/panorama/tree/parse';

export const DG = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop']";
export const RULES = `${DG}/pre-rulebase/security/rules`;
export const SHARED = '/config/shared';

export const ruleAt = (name: string): string => `${RULES}/entry[@name='${name}']`;
export const objectAt = (kind: string, name: string, scope = DG): string => `${scope}/${kind}/entry[@name='${name}']`;

const list = (tag: string, members: readonly string[]): string =>
  `<${tag}>${members.map((member) => `<member>${member}</member>`).join('')}</${tag}>`;

/** The content of a complete rule; fields given as lists replace `any`, texts are markup that is added. */
export function rule(fields: { readonly [tag: string]: readonly string[] } = {}, more = ''): string {
  const lists = ['from', 'to', 'source', 'destination', 'application', 'service'].map((tag) =>
    list(tag, fields[tag] ?? ['any']),
  );
  const others = Object.entries(fields).filter(([tag]) => ['category', 'tag'].includes(tag));
  return `${lists.join('')}${others.map(([tag, members]) => list(tag, members)).join('')}<action>allow</action>${more}`;
}

export const entry = (name: string, content: string): string => `<entry name="${name}">${content}</entry>`;

/** An answer in the parts that tests look at. */
export interface Answer {
  readonly http: number;
  readonly status: string | undefined;
  readonly code: string | undefined;
  readonly lines: readonly string[];
  readonly body: string;
  readonly xml: XmlElement | undefined;
}

export const OPTIONS: PanoramaOptions = {
  admins: [
    { name: 'alice', password: 'a', apiKey: 'key-alice' },
    { name: 'bob', password: 'b', apiKey: 'key-bob' },
  ],
  deviceGroups: [{ name: 'parent' }, { name: 'shop', parent: 'parent' }, { name: 'other' }],
  devices: [1, 2, 3, 4].map((number) => ({ serial: `00${number}`, hostname: `fw-${number}`, deviceGroup: 'shop' })),
};

/** An emulator and short forms of the requests, sent as one administrator. */
export class Client {
  readonly panorama: Panorama;

  constructor(
    options: PanoramaOptions | Panorama = {},
    readonly key = 'key-alice',
  ) {
    this.panorama = 'handle' in options ? options : createPanorama({ ...OPTIONS, ...options });
  }

  as(key: string): Client {
    return new Client(this.panorama, key);
  }

  send(params: { readonly [name: string]: string }): Answer {
    const { status: http, body } = this.panorama.handle({
      method: 'POST',
      path: '/api/',
      params: { key: this.key, ...params },
    });
    const parsed = parseElement(body);
    const xml = parsed.ok ? parsed.element : undefined;
    return { http, status: xml?.attributes.status, code: xml?.attributes.code, lines: textsOf(xml, 'line'), body, xml };
  }

  config(action: string, xpath: string, more: { readonly [name: string]: string } = {}): Answer {
    return this.send({ type: 'config', action, xpath, ...more });
  }

  get = (xpath: string): Answer => this.config('get', xpath);
  show = (xpath: string): Answer => this.config('show', xpath);
  set = (xpath: string, element: string): Answer => this.config('set', xpath, { element });
  edit = (xpath: string, element: string): Answer => this.config('edit', xpath, { element });
  delete = (xpath: string): Answer => this.config('delete', xpath);
  move = (xpath: string, where: string, dst?: string): Answer =>
    this.config('move', xpath, dst === undefined ? { where } : { where, dst });
  op = (cmd: string, more: { readonly [name: string]: string } = {}): Answer => this.send({ type: 'op', cmd, ...more });

  /** Commits and returns the finished job. */
  commit(inner = '', more: { readonly [name: string]: string } = {}): Answer {
    return this.finish(this.send({ type: 'commit', cmd: `<commit>${inner}</commit>`, ...more }));
  }

  commitOwn(admin: string, group = 'shop'): Answer {
    const scope = '<shared-object>excluded</shared-object><device-and-network>excluded</device-and-network>';
    const partial = `<admin><member>${admin}</member></admin><device-group><member>${group}</member></device-group>${scope}`;
    return this.commit(`<partial>${partial}</partial>`, { action: 'partial' });
  }

  push(group = 'shop', inner = ''): Answer {
    const policy = `<shared-policy><device-group><entry name="${group}"/></device-group>${inner}</shared-policy>`;
    return this.finish(this.send({ type: 'commit', action: 'all', cmd: `<commit-all>${policy}</commit-all>` }));
  }

  /** Waits in virtual time for the job of an answer; an answer without a job is given back as it is. */
  finish(answer: Answer): Answer {
    const [job] = textsOf(answer.xml, 'job');
    if (job === undefined) return answer;
    this.panorama.advance(3600);
    return this.op(`<show><jobs><id>${job}</id></jobs></show>`);
  }

  /** The names of the candidate's rules, in order. */
  ruleNames(xpath = RULES): readonly string[] {
    return namesIn(this.get(`${xpath}/entry`).xml);
  }

  runningRuleNames(xpath = RULES): readonly string[] {
    return namesIn(this.show(`${xpath}/entry`).xml);
  }
}

const namesIn = (xml: XmlElement | undefined): readonly string[] =>
  (xml?.children[0]?.children ?? []).map((child) => child.attributes.name ?? '');

/** The texts of all elements of a tag that have no children, in document order. */
export function textsOf(element: XmlElement | undefined, tag: string): readonly string[] {
  if (element === undefined) return [];
  const own = element.tag === tag && element.children.length === 0 ? [element.text] : [];
  return [...own, ...element.children.flatMap((child) => textsOf(child, tag))];
}
