import { play } from '../../tools/demo/scenario';
import { clustersList } from '../../tools/demo/setting';
import { expectDemo, openPath, policy, SHOP } from './support';

it('the demo plays to its end on examples/shop', () => {
  expectDemo(SHOP);
});

it('what goes wrong ends the demo with the reason', () => {
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
  const path = openPath([namespace, policy('web', 80)]);
  const { clusters } = JSON.parse(clustersList('automatic')) as { clusters: Record<string, object> };
  const shop = { ...clusters.shop, defaults: { 'profile-group': 'nowhere' } };
  path.server.setList('CNSeries Clusters', JSON.stringify({ clusters: { shop } }));
  expect(() => {
    play(path);
  }).toThrow(/stops at "Resolve What Stands in the Way"[^]*The security profile group "nowhere" does not exist/);
});

it('manifests that the API server refuses are named, and the rest is played', () => {
  const [first] = SHOP.filter(({ kind }) => kind === 'Deployment');
  const path = openPath([...SHOP, { ...first, spec: {} }]);
  play(path);
  expect(path.printed()).toContain('The API server refuses: Deployment.apps');
});
