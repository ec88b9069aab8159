import { trafficText, type Kind } from '../../../scripts/policy/reach/traffictext';

function kinds(applications: readonly string[], categories: readonly string[], ports: Kind['onDefaultPort'][]): Kind[] {
  return applications.flatMap((application) =>
    categories.flatMap((category) => ports.map((onDefaultPort) => ({ application, category, onDefaultPort }))),
  );
}

const ALL = kinds(['', 'dns', 'ssl'], ['', 'games'], [true, false]);

it.each<[string, (kind: Kind) => boolean]>([
  ['', () => true],
  ['ssl', ({ application }) => application === 'ssl'],
  ['dns, ssl', ({ application }) => application !== ''],
  ['all but dns, ssl', ({ application }) => application === ''],
  ['in games', ({ category }) => category === 'games'],
  ['ssl outside games', ({ application, category }) => application === 'ssl' && category === ''],
  ['on default ports', ({ onDefaultPort }) => onDefaultPort === true],
  [
    'all but ssl; or ssl beside default ports',
    ({ application, onDefaultPort }) => application !== 'ssl' || onDefaultPort === false,
  ],
  [
    'dns in games on default ports',
    ({ application, category, onDefaultPort }) =>
      application === 'dns' && category === 'games' && onDefaultPort === true,
  ],
])('says %j', (text, isOf) => {
  expect(trafficText(ALL.filter(isOf), ALL)).toBe(text);
});

it('says nothing of ports that rules do not tell apart', () => {
  const all = kinds(['', 'ssl'], [''], [undefined]);
  expect(trafficText(all.slice(1), all)).toBe('ssl');
});
