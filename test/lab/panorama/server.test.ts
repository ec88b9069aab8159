import { createPanorama, serve, withFaults, type FaultRule } from '../../../tools/lab/panorama';
import { entry, OPTIONS, rule, RULES, textsOf } from './client';
import { parseElement } from '../../../tools/lab/panorama/tree/parse';

async function withServer(faults: readonly FaultRule[], work: (url: string) => Promise<void>): Promise<void> {
  const { server, started } = serve(withFaults(createPanorama(OPTIONS).handle, faults), 0);
  try {
    await work(`http://127.0.0.1:${await started}/api/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const post = (url: string, params: { readonly [name: string]: string }): Promise<Response> =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ key: 'key-alice', ...params }) });
const setRule = (name: string): { readonly [name: string]: string } => ({
  type: 'config',
  action: 'set',
  xpath: RULES,
  element: entry(name, rule({}, '<description>&lt;&amp;\u00e4 +%</description>')),
});
const getRules = { type: 'config', action: 'get', xpath: RULES };

describe('the HTTP shell', () => {
  it('takes queries, forms, both, and the key as a header', async () => {
    await withServer([], async (url) => {
      expect(await (await post(url, setRule('r'))).text()).toContain('command succeeded');
      const query = new URLSearchParams({ type: 'config', action: 'get', xpath: RULES });
      const read = await fetch(`${url}?${query.toString()}`, { headers: { 'X-PAN-KEY': 'key-alice' } });
      const parsed = parseElement(await read.text());
      expect(textsOf(parsed.ok ? parsed.element : undefined, 'description')).toEqual(['<&\u00e4 +%']);
      const mixed = await fetch(`${url}?type=op`, {
        method: 'POST',
        body: new URLSearchParams({ key: 'key-alice', cmd: '<show><system><info/></system></show>' }),
      });
      expect(await mixed.text()).toContain('<model>Panorama</model>');
    });
  });

  it('answers a wrong key with 403 and the reason "Invalid Credential"', async () => {
    await withServer([], async (url) => {
      const answer = await post(url, { ...getRules, key: 'wrong' });
      expect([answer.status, answer.statusText]).toEqual([403, 'Invalid Credential']);
    });
  });

  it('refuses more than 5 MB, other paths and unknown types', async () => {
    await withServer([], async (url) => {
      expect((await post(url, { ...getRules, element: 'x'.repeat(5 * 1024 * 1024) })).status).toBe(413);
      expect((await post(url.replace('/api/', '/other'), getRules)).status).toBe(404);
      expect(await (await post(url, { type: 'report' })).text()).toContain('code="17"');
    });
  });

  it('exports the running configuration with its versions', async () => {
    await withServer([], async (url) => {
      await post(url, setRule('r'));
      const document = await (await post(url, { type: 'export', category: 'configuration' })).text();
      const root = '<config version="11.1.0" urldb="paloaltonetworks" detail-version="11.1.4">';
      expect(document.startsWith(`<?xml version="1.0"?>\n${root}<shared/>`)).toBe(true);
      expect(document.includes('<entry name="r"')).toBe(false);
      expect(await (await post(url, { ...getRules, xpath: '/config' })).text()).toContain(root);
    });
  });
});

describe('faults', () => {
  it('meet the requests that they are meant for, as often as they say', async () => {
    const faults: readonly FaultRule[] = [
      { fault: { kind: 'status', status: 503, reason: 'Service Unavailable' }, action: 'get', from: 2, times: 2 },
      { fault: { kind: 'html' }, type: 'op' },
      { fault: { kind: 'device-error', code: 13, lines: ['odd ]] text'] }, xpath: 'address' },
      { fault: { kind: 'slow', milliseconds: 5 }, type: 'version' },
    ];
    await withServer(faults, async (url) => {
      const statuses = [];
      for (let count = 0; count < 4; count += 1) statuses.push((await post(url, getRules)).status);
      expect(statuses).toEqual([200, 503, 503, 200]);
      expect(await (await post(url, { type: 'op', cmd: '<show/>' })).text()).toContain('<html>');
      expect(
        await (await post(url, { type: 'config', action: 'show', xpath: '/config/shared/address' })).text(),
      ).toContain('code="13"');
      expect(await (await post(url, { type: 'version' })).text()).toContain('sw-version');
    });
  });

  it('can lose a request before it is carried out, or its answer afterwards', async () => {
    const faults: readonly FaultRule[] = [
      { fault: { kind: 'lost-request' }, action: 'set' },
      { fault: { kind: 'lost-answer' }, action: 'set', from: 1 },
    ];
    await withServer(faults, async (url) => {
      await expect(post(url, setRule('first'))).rejects.toThrow();
      await expect(post(url, setRule('second'))).rejects.toThrow();
      const text = await (await post(url, getRules)).text();
      expect([text.includes('first'), text.includes('second')]).toEqual([false, true]);
    });
  });

  it('cut answers short, or leave nothing of them, although the request was carried out', async () => {
    const faults: readonly FaultRule[] = [
      { fault: { kind: 'cut', share: 0.5 }, action: 'set' },
      { fault: { kind: 'cut', share: 0 }, action: 'set' },
    ];
    await withServer(faults, async (url) => {
      const half = await (await post(url, setRule('first'))).text();
      expect(half).toMatch(/^<response/);
      expect(half).not.toContain('</response>');
      expect(await (await post(url, setRule('second'))).text()).toBe('');
      const text = await (await post(url, getRules)).text();
      expect([text.includes('first'), text.includes('second')]).toEqual([true, true]);
    });
  });
});
