import type { Conjunction, Filter, Operand, Transformer, Value } from './types';
import type { Reader } from './reader';

/** `{}`, `{simple}` or `{complex}` (as exported playbooks have it). */
export function readValue(reader: Reader): Value {
  reader.only(['simple', 'complex', 'iscontext']);
  if (reader.has('simple') && reader.has('complex')) reader.fail('simple and complex exclude each other');
  if (reader.has('simple')) return { kind: 'simple', text: reader.text('simple') };
  if (!reader.has('complex')) return { kind: 'none' };
  const complex = reader.at('complex').only(['root', 'accessor', 'filters', 'transformers']);
  return {
    kind: 'complex',
    root: complex.text('root'),
    accessor: complex.has('accessor') ? complex.text('accessor') : undefined,
    filters: readConjunction(complex, 'filters'),
    transformers: complex.list('transformers').map(readTransformer),
  };
}

/** The values below a key by their names; none where the key is missing. */
export function readValues(reader: Reader, key: string): { readonly [name: string]: Value } {
  return Object.fromEntries(reader.entries(key).map(([name, value]) => [name, readValue(value)]));
}

/** A condition: an outer list joined by AND, of lists joined by OR. */
export function readConjunction(reader: Reader, key: string): Conjunction {
  return reader.list(key).map((alternatives) => alternatives.elements().map(readFilter));
}

function readFilter(reader: Reader): Filter {
  reader.only(['operator', 'left', 'right', 'ignorecase']);
  return {
    operator: reader.text('operator'),
    left: readOperand(reader.at('left')),
    right: reader.has('right') ? readOperand(reader.at('right')) : undefined,
    ignoreCase: reader.flag('ignorecase'),
  };
}

function readTransformer(reader: Reader): Transformer {
  reader.only(['operator', 'args']);
  const args = reader.entries('args').map(([name, value]) => [name, readOperand(value)] as const);
  return { operator: reader.text('operator'), args: Object.fromEntries(args) };
}

function readOperand(reader: Reader): Operand {
  reader.only(['value', 'iscontext']);
  return {
    value: reader.has('value') ? readValue(reader.at('value')) : { kind: 'none' },
    isContext: reader.flag('iscontext'),
  };
}
