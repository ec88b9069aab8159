import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadManifests } from '../../tools/lab/kubernetes';
import { expectDemo } from './support';

const CORPUS = resolve(__dirname, '../../../shared/corpus');

it.each([
  ['online-boutique', `${CORPUS}/GoogleCloudPlatform-microservices-demo/online-boutique/orig`],
  ['argocd-base', `${CORPUS}/argoproj-argo-cd/argocd-base/orig`],
  ['sock-shop', `${CORPUS}/microservices-demo-microservices-demo/sock-shop/orig`],
])('the demo plays to its end on %s', (title, folder) => {
  if (!existsSync(folder)) {
    process.stdout.write(`skipped: ${title}, because the corpus is not there\n`);
    return;
  }
  expectDemo(loadManifests(folder));
});
