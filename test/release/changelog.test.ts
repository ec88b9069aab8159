import { notesOf } from '../../tools/release/changelog';

const CHANGELOG = `# Changelog

## 1.1.0 - unreleased

### Added

- New.

## 1.0.0 - 2026-12-01

- Old.

## 0.9.0 - 2026-11-01

## 0.8.0 - soon

- Older.
`;

it('a version has its own section, without the heading', () => {
  expect(notesOf(CHANGELOG, '1.1.0')).toEqual({ date: undefined, text: '### Added\n\n- New.\n' });
  expect(notesOf(CHANGELOG, '1.0.0')).toEqual({ date: '2026-12-01', text: '- Old.\n' });
});

it.each([
  ['1.0', 'no section'],
  ['2.0.0', 'no section'],
  ['0.9.0', 'is empty'],
  ['0.8.0', 'neither "unreleased" nor a date'],
])('%s: %s', (version, problem) => {
  expect(() => notesOf(CHANGELOG, version)).toThrow(problem);
});
