import type { IntegrationContent, ParameterDefinition } from '../content/types';
import { RunnerError } from '../errors';
import { isAbsent, isObject, valueOf, type Json, type JsonObject } from '../json';
import type { InstanceOptions } from './options';

/** Parameter types that matter here (xsoar.pan.dev, "Parameter Types"). */
const [BOOLEAN, CREDENTIALS] = [8, 9];

/** Parameters that the server itself adds to every instance. */
const SERVER_PARAMETERS = ['incidentFetchInterval'];

/**
 * The parameters of an instance as its code sees them.
 *
 * @throws RunnerError where the server would not save the instance: an unknown or missing parameter, a value of the
 * wrong type
 */
export function parametersOf(content: IntegrationContent, { name, params = {} }: InstanceOptions): JsonObject {
  const known = [...content.parameters.map((parameter) => parameter.name), ...SERVER_PARAMETERS];
  const unknown = Object.keys(params).filter((key) => !known.includes(key));
  if (unknown.length > 0)
    throw new RunnerError(`The instance "${name}": ${content.brand} has no parameter ${unknown.join(', ')}.`);
  return Object.fromEntries(
    content.parameters.map((parameter) => [parameter.name, valueFor(parameter, valueOf(params, parameter.name), name)]),
  );
}

function valueFor(parameter: ParameterDefinition, given: Json | undefined, instance: string): Json {
  const fail = (problem: string): never => {
    throw new RunnerError(`The instance "${instance}": the parameter "${parameter.name}" ${problem}.`);
  };
  if (parameter.required && isAbsent(given ?? parameter.defaultValue)) fail('is missing');
  switch (parameter.type) {
    case BOOLEAN: {
      const value = given ?? parameter.defaultValue === 'true';
      return typeof value === 'boolean' ? value : fail('must be true or false');
    }
    case CREDENTIALS: {
      if (isAbsent(given)) return { identifier: '', password: '', credentials: '' };
      if (!isObject(given)) return fail('must be credentials');
      return { identifier: '', credentials: '', ...given };
    }
    default: {
      const value = given ?? parameter.defaultValue ?? '';
      return typeof value === 'string' ? value : fail('must be a text');
    }
  }
}
