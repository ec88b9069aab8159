import { join } from 'node:path';
import { bundleScript } from '../../../tools/build/bundles/bundle';
import { violations, RESULT_NAME } from '../../../tools/build/bundles/gates';
import { runBundle, type EngineKind } from '../../support/engine';
import { policyWith } from '../attributes/support';
import { FULL_PROFILE, FULL_SERVICES } from './documents';

const ROOT = join(__dirname, '../../..');

const ENTRY = `
  import { resolveAttributes } from './scripts/policy/attributes/resolve';
  import { readProfile } from './scripts/policy/profile/read';
  import { readSecurityServices } from './scripts/policy/profile/services';
  var profile = readProfile(args.profile, args.cluster);
  var services = readSecurityServices(args.services);
  var attributes = profile.profile ? resolveAttributes(args.policy, services.services, profile.profile) : undefined;
  ${RESULT_NAME} = { profile: profile, services: services, attributes: attributes };
`;

const GOOD = policyWith({
  appid: 'web-browsing, ssl',
  'ingress.security-service': 'pci-web',
  'egress.vuln-protection': 'strict',
  ticket: 'CHG-1 & <more>',
});
const BAD = policyWith({
  apid: 'x',
  log: 'yes',
  'ingress.9.appid': 'ssl',
  'profile-group': 'g',
  wildfire: 'w',
  antivirus: 'none',
  'egress.antispyware': 'none',
});

const INPUTS = [
  { profile: FULL_PROFILE, cluster: 'prod', services: FULL_SERVICES, policy: GOOD },
  { profile: FULL_PROFILE, cluster: 'prod', services: FULL_SERVICES, policy: BAD },
  {
    profile: { clusters: { 'a"<b': { deviceGroup: 1, nodes: { toPod: 0 }, x: 1, y: 2 } } },
    services: { services: { a: {}, b: 1 } },
  },
];

let bundle = '';

beforeAll(async () => {
  bundle = await bundleScript(ROOT, ENTRY, 'this test');
});

it('attributes and profile pass the gates of the build', () => {
  expect(violations(bundle)).toEqual([]);
});

it.each<EngineKind>(['es5', 'otto'])('attributes and profile come out the same in %s', (kind) => {
  for (const args of INPUTS) {
    const expected = runBundle(bundle, { args }, 'node');
    for (let run = 0; run < 5; run++) expect(runBundle(bundle, { args }, kind)).toEqual(expected);
  }
});
