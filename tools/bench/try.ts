import { benchCluster, translateCluster } from './compile';
import { medianTime } from './measure';
for (const n of (process.argv[2] ?? '100,1000,10000').split(',').map(Number)) {
  const c = benchCluster(n);
  const m = medianTime(Number(process.argv[3] ?? 7), () => translateCluster(c.snapshot));
  const t = m.result;
  const r = t.rulebase;
  console.log(n, 'policies', c.snapshot.policies.length, 'entries', c.entries, 'rules', r?.rules.length, (r?.rules.length ?? 0) / c.entries, 'groups', r?.addressGroups.length, 'ms', m.milliseconds, 'int', t.intersections, 'diag', t.diagnostics.length, JSON.stringify(t.diagnostics[0]));
}
