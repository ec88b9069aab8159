import { describeDiagnostic, type DiagnosticCode } from '../../../scripts/policy/diagnostics/diagnostic';
import { TABLE } from '../../../scripts/policy/diagnostics/table';
import { INEXPRESSIBLE } from './inexpressible';
import { INVALID } from './invalid';
import { SETTINGS } from './settings';
import type { Row } from './support';
import { WARNINGS } from './warnings';

/** Every code of the table comes about, at the place that it is about, in words without blanks. */

const AREAS = [INVALID, SETTINGS, INEXPRESSIBLE, WARNINGS];
const ROWS = AREAS.flatMap((area) => Object.entries(area)) as [DiagnosticCode, Row][];

it('each code of the table has one row here, and each row a code', () => {
  expect(ROWS.map(([code]) => code).sort()).toEqual(Object.keys(TABLE).sort());
});

it.each(ROWS)('%s is reported where it is', (code, { found, places }) => {
  const described = found().map(describeDiagnostic);
  expect(described.map((one) => `${one.code} ${one.severity} ${one.policy} ${one.path}`)).toEqual(
    places.map((place) => `${code} ${place}`),
  );
  for (const { message, remedy } of described) {
    expect(`${message} ${remedy}`).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object/);
    expect(message).toMatch(/\.$|\?$/);
  }
});
