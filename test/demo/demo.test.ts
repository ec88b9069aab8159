import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { play } from '../../tools/demo/scenario';
import { loadManifests } from '../../tools/lab/kubernetes';
import { openPath } from './support';

const CORPUS = resolve(__dirname, '../../../shared/corpus');

test.each([
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
