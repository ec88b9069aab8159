import { readText } from '../../scripts/yaml/read';
import { yamlText } from '../../tools/cli/yamltext';

it('every character, and every text that YAML 1.1 takes for something else, is read as it was', () => {
  const words = ['y', 'N', 'yes', 'off', 'null', '~', '1e3', '0x10', '010', '1:30', '2026-01-01', '<<', '\n', ''];
  const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const document = { texts: [...words, ...characters, '\u{1f680}'], [words.join(' ')]: { '\u007f\n': '\u007f' } };
  expect(readText(yamlText(document))).toEqual([{ kind: 'value', value: document }]);
});

it('what needs no quotes has none', () => {
  expect(yamlText({ name: 'shop.web', tags: ['cnseries'] })).toBe('name: shop.web\ntags:\n  - cnseries\n');
});
