import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonEnvironment, type Environment } from '../../../tools/checks/support/python';

/** A machine whose `python3` is a shell script. */
let machine = '';
const path = process.env.PATH;
const requirements = (): string => join(machine, 'requirements.txt');
const log = (): string => (existsSync(join(machine, 'log')) ? readFileSync(join(machine, 'log'), 'utf8') : '');

beforeEach(() => {
  machine = mkdtempSync(join(tmpdir(), 'cnseries-python-'));
  process.env.PATH = machine;
  writeFileSync(requirements(), 'a==1 --hash=sha256:00\n');
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});

afterEach(() => {
  process.env.PATH = path;
  rmSync(machine, { recursive: true });
  jest.restoreAllMocks();
});

function install(script: string): void {
  writeFileSync(join(machine, 'python3'), `#!/bin/sh\nPATH=/bin:/usr/bin\n${script}\n`);
  chmodSync(join(machine, 'python3'), 0o755);
}

/** A Python that makes environments whose own Python writes down what it is asked, and then does `more`. */
const working = (more = ''): string =>
  [
    'if [ "$1" = -c ]; then echo 3.10.2; exit; fi',
    'mkdir -p "$3/bin"; cat > "$3/bin/python" <<END',
    '#!/bin/sh',
    `echo "\\$@" >> "${join(machine, 'log')}"`,
    more,
    'END',
    '/bin/chmod +x "$3/bin/python"',
  ].join('\n');

const environment = (): Environment =>
  pythonEnvironment({ folder: join(machine, 'environment'), requirements: requirements(), minimum: [3, 10] });

describe('pythonEnvironment', () => {
  it('skips by name where there is no Python, one that is too old, or one without venv', () => {
    expect(environment()).toEqual({ kind: 'skipped', reason: 'python3 is not installed' });
    install('echo 3.9.18');
    expect(environment()).toEqual({ kind: 'skipped', reason: 'python3 is 3.9.18, 3.10 is needed' });
    install('[ "$1" = -c ] && echo 3.12.1');
    expect(environment()).toEqual({
      kind: 'skipped',
      reason: 'python3 has no venv with pip (on Debian: python3-venv)',
    });
  });

  it('installs once, with hashes alone, and again when the requirements or the interpreter change', () => {
    install(working());
    expect(environment()).toEqual({ kind: 'ready', bin: join(machine, 'environment', 'bin') });
    expect(log()).toMatch(/^-m pip install .*--require-hashes -r .*requirements\.txt\n$/);
    environment();
    expect(log().split('\n')).toHaveLength(2);
    writeFileSync(requirements(), 'a==2 --hash=sha256:00\n');
    environment();
    expect(log().split('\n')).toHaveLength(3);
    install(working().replace('3.10.2', '3.11.0'));
    environment();
    expect(log().split('\n')).toHaveLength(4);
  });

  it('throws what pip says when it cannot install, and does not take the folder for ready afterwards', () => {
    install(working('echo THESE PACKAGES DO NOT MATCH THE HASHES >&2; exit 1'));
    for (let time = 0; time < 2; time += 1) {
      expect(environment).toThrow(/requirements\.txt were not installed\.\nTHESE PACKAGES DO NOT MATCH/);
    }
  });
});
