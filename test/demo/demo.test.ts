import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { play } from '../../tools/demo/scenario';
import { loadManifests } from '../../tools/lab/kubernetes';
import { openPath, policy, SHOP } from './support';

const CORPUS = resolve(__dirname, '../../../shared/corpus');

it.each([
  ['examples/shop', resolve(__dirname, '../../examples/shop')],
  ['online-boutique', `${CORPUS}/GoogleCloudPlatform-microservices-demo/online-boutique/orig`],
  ['argocd-base', `${CORPUS}/argoproj-argo-cd/argocd-base/orig`],
  ['sock-shop', `${CORPUS}/microservices-demo-microservices-demo/sock-shop/orig`],
])('the demo plays to its end on %s', (title, folder) => {
  if (!existsSync(folder)) {
    process.stdout.write(`skipped: ${title}, because the corpus is not there\n`);
    return;
  }
  const path = openPath(loadManifests(folder));
  play(path);
  const states = path.server.incidents().map(({ status, fields }) => [status, fields.cnseriesstate]);
  expect(states).toEqual([
    ['closed', 'effective'],
    ['closed', 'effective'],
    ['closed', 'effective'],
    ['closed', 'policy-refused'],
    ['closed', 'effective'],
    ['closed', 'rejected'],
  ]);
  const printed = path.printed();
  for (const part of ['Security rules that are live', 'Verdict  equal', 'PolicyRefused', 'byte for byte']) {
    expect(printed).toContain(part);
  }
});

it('what goes wrong ends the demo with the reason', () => {
  const broken = policy('web', 80, { annotations: { 'np.panw.com/profile-group': 'nowhere' } });
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  expect(() => {
    play(openPath([namespace, broken]));
  }).toThrow(/stops at "Resolve What Stands in the Way"[^]*The security profile group "nowhere" does not exist/);
});

it('manifests that the API server refuses are named, and the rest is played', () => {
  const [first] = SHOP.filter(({ kind }) => kind === 'Deployment');
  const path = openPath([...SHOP, { ...first, spec: {} }]);
  play(path);
  expect(path.printed()).toContain('The API server refuses: Deployment.apps');
});
