import { manifest as approveManifest, run as approve } from '../../scripts/automations/CNSeriesApprove';
import { manifest as planManifest, run as plan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as reportManifest, run as report } from '../../scripts/automations/CNSeriesReport';
import { manifest as validateManifest, run as validate } from '../../scripts/automations/CNSeriesValidatePolicy';
import { escapeXml } from '../../scripts/policy/panos/xml';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import { server, snapshotOf, type Server } from '../automations/panorama';
import { OPTIONS } from '../panorama/support';
import { expectHarmlessMarkdown, expectOneLine } from '../support/harmless';
import { fc } from '../support/seed';
import { hostileCluster } from './hostilecluster';
import { hostileText } from './hostiletexts';

/**
 * The automations with hostile texts in cluster, Panorama and answers: what people are shown is rendered as nothing but
 * headings, paragraphs and tables. A case takes longer than those of the
 * single functions (`hostile.test.ts`), so there are fewer.
 */
const CASES = Math.ceil(Number(process.env.CNSERIES_CASES ?? 2000) / 20);

const INCIDENT = { id: '7', type: 'CN-Series Policy Change', rawJSON: '{}' };

it(`${CASES} runs show hostile texts of clusters, Panorama and people as texts`, () => {
  const seen = { entries: 0, plans: 0, fields: 0 };
  fc.assert(
    fc.property(hostileCluster, hostileText, hostileText, (objects, text, name) => {
      const at = hostileServer(text, { ...snapshotOf('s1'), Objects: objects });
      const planned = runAutomation(planManifest, plan, { ...at.host, args: { cluster: 'shop' } });
      const data = planned[0].Contents as { readonly Hash?: string; readonly Policies?: unknown };
      const decide = { cluster: 'shop', plan_hash: data.Hash, approver: name, reason: text };
      const entries = [
        ...planned,
        ...runAutomation(approveManifest, approve, { ...at.host, args: { ...decide, decision: 'reject' } }),
        ...runAutomation(approveManifest, approve, { ...at.host, args: { ...decide, plan_hash: text } }),
        ...runAutomation(reportManifest, report, {
          ...at.host,
          args: { cluster: 'shop', stage: 'rejected', reason: text, policies: data.Policies },
        }),
        ...objects.map(
          (policy) =>
            runAutomation(validateManifest, validate, { ...at.host, args: { policy: JSON.stringify(policy) } })[0],
        ),
      ];
      entries.forEach(expectHarmlessEntry);
      const written = at.executed.filter((one) => one.name === 'setIncident');
      for (const { args } of written) {
        for (const [field, value] of Object.entries(args)) {
          if (field === 'cnseriesplan') expectHarmlessMarkdown(String(value));
          else expectOneLine(String(value));
        }
      }
      seen.entries += entries.length;
      seen.fields += written.length;
      if (planned[0].HumanReadable !== undefined) seen.plans++;
    }),
    { numRuns: CASES },
  );
  console.log(JSON.stringify(seen));
  expect(seen.plans).toBe(CASES);
  expect(seen.fields).toBeGreaterThanOrEqual(CASES);
});

/** A Panorama in which somebody else wrote hostile texts, and a person who answers with them. */
function hostileServer(text: string, snapshot: object): Server {
  const rule =
    `<entry name="www.evil.com _a_ -- 1. b"><from><member>any</member></from><to><member>any</member></to>` +
    '<source><member>any</member></source><destination><member>any</member></destination>' +
    '<application><member>any</member></application><service><member>any</member></service>' +
    `<action>allow</action><description>${escapeXml(text.slice(0, 500))}</description></entry>`;
  const at = server({
    snapshot: () => snapshot,
    incident: INCIDENT,
    panorama: {
      deviceGroups: [
        { name: 'kubernetes' },
        {
          name: 'shop-cluster',
          parent: 'kubernetes',
          config: `<pre-rulebase><security><rules>${rule}</rules></security></pre-rulebase>`,
        },
        ...(OPTIONS.deviceGroups ?? []).slice(2),
      ],
    },
    commands: {
      setIncident: () => [{ Type: 1, Contents: 'done' }],
      'cnseries-report-outcome': () => [{ Type: 4, Contents: text }],
    },
  });
  at.panorama.handle({
    method: 'POST',
    path: '/api/',
    params: {
      key: 'key-alice',
      type: 'op',
      vsys: 'shop-cluster',
      cmd: `<request><config-lock><add><comment>${escapeXml(text)}</comment></add></config-lock></request>`,
    },
  });
  return at;
}

function expectHarmlessEntry(entry: WarRoomEntry): void {
  if (entry.HumanReadable !== undefined) expectHarmlessMarkdown(entry.HumanReadable);
  else expectOneLine(String(entry.Contents));
  for (const [key, value] of Object.entries(Object.values(entry.EntryContext ?? {})[0] ?? {})) {
    if (key.endsWith('Markdown')) expectHarmlessMarkdown(String(value));
  }
}
