import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const json = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

interface Lock {
  readonly packages: { readonly [path: string]: { readonly engines?: { readonly node?: string } } };
}

/** The oldest release of each line that the range takes, as `20.19.0`. */
function oldest(range: string): readonly string[] {
  return range.split('||').map((part) => {
    const [, major, minor = '0', patch = '0'] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(part) ?? [];
    return [major, minor, patch].join('.');
  });
}

/** Whether a range of the forms that the lockfile has (`>=1.2`, `^1.2 || >=3`, `>= 1.2.3 <2 || *`) takes a version. */
function takes(range: string, version: string): boolean {
  const number = (text: string): number => {
    const [major, minor = 0, patch = 0] = text.split('.').map(Number);
    return major * 1e6 + minor * 1e3 + patch;
  };
  return range.split('||').some((part) =>
    [...part.matchAll(/(>=|<=|\^|~|<|>|)\s*v?(\d[\d.]*|\*)/g)].every(([, sign, text]) => {
      if (text === '*') return true;
      const given = number(text.replace(/\.[xX*].*/, ''));
      const asked = number(version);
      const major = Math.floor(given / 1e6);
      switch (sign) {
        case '>=':
          return asked >= given;
        case '<':
          return asked < given;
        case '>':
          return asked > given;
        case '<=':
          return asked <= given;
        default:
          return asked >= given && Math.floor(asked / 1e6) === major;
      }
    }),
  );
}

it('package.json asks for a Node that every package of the lockfile takes', () => {
  const { engines } = json('package.json') as { readonly engines: { readonly node: string } };
  const lock = json('package-lock.json') as Lock;
  expect(lock.packages[''].engines).toEqual(engines);
  const refusing = Object.entries(lock.packages).flatMap(([path, { engines: wants }]) =>
    oldest(engines.node)
      .filter((version) => !takes(wants?.node ?? '*', version))
      .map((version) => `${path} (${wants?.node ?? ''}) refuses ${version}`),
  );
  expect(oldest(engines.node)).toEqual(['20.19.0', '22.13.0', '24.0.0']);
  expect(refusing).toEqual([]);
  expect(takes('^20.19.0 || ^22.13.0 || >=24', '20.18.0')).toBe(false);
});

it.each(['README.md', 'CONTRIBUTING.md'])('%s names the same versions', (page) => {
  expect(readFileSync(join(ROOT, page), 'utf8')).toContain('Node 20.19, 22.13, or 24 and newer');
});
