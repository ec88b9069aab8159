import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadManifests } from '../../tools/lab/kubernetes';
import { expectDemo } from './support';

const CORPUS = resolve(__dirname, '../../../shared/corpus');

(existsSync(CORPUS) ? it : it.skip).each([
  ['online-boutique', `${CORPUS}/GoogleCloudPlatform-microservices-demo/online-boutique/orig`],
  ['argocd-base', `${CORPUS}/argoproj-argo-cd/argocd-base/orig`],
  ['sock-shop', `${CORPUS}/microservices-demo-microservices-demo/sock-shop/orig`],
])('the demo plays to its end on %s', (_title, folder) => {
  expectDemo(loadManifests(folder));
});
