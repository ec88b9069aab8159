/** The value, which the test is sure to have. */
export function defined<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The value is undefined.');
  return value;
}
