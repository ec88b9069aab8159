import type { ClusterInput } from './pipeline';

/** The input without every object that it fails without, too; what is left is all needed. */
export function withoutNeedless(input: ClusterInput, fails: (input: ClusterInput) => boolean): ClusterInput {
  let { objects } = input;
  for (const object of input.objects) {
    const rest = objects.filter((other) => other !== object);
    if (fails({ ...input, objects: rest })) objects = rest;
  }
  return { ...input, objects };
}
