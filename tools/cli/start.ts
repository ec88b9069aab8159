import { setFlagsFromString } from 'node:v8';

/**
 * Where the program begins. The build makes each `import()` a file of its own, which is loaded when it is needed
 * (tools/build/program.ts).
 */

/**
 * By version of Node: lets V8 wait longer until it optimises a function, four times as long as usual. A run is over in
 * a few seconds, and thousands of policies take a quarter less of CPU so; runs that are longer take no more.
 */
const PATIENCE: { readonly [major: string]: string | undefined } = {
  '20': '--interrupt-budget=500000',
  '22': '--invocation-count-for-turbofan=12000',
  '24': '--invocation-count-for-turbofan=12000',
};

const flag = PATIENCE[process.versions.node.split('.')[0]];
if (flag !== undefined) setFlagsFromString(flag);

void import('./main');
