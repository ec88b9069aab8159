/** An entry of the war room: text (1) or an error (4). */
interface ListEntry {
  readonly Type: 1 | 4;
  readonly Contents: string;
}

/**
 * What a server answers to the commands for lists (`xsoar/server/builtins.ts` has it for the whole runner); undefined for
 * any other command.
 */
export function answerListCommand(
  lists: Map<string, string>,
  name: string,
  { listName, listData }: { readonly [argument: string]: unknown },
): readonly ListEntry[] | undefined {
  const list = String(listName);
  switch (name) {
    case 'getList': {
      const content = lists.get(list);
      return content === undefined ? NOT_FOUND : [{ Type: 1, Contents: content }];
    }
    case 'setList':
      if (!lists.has(list)) return NOT_FOUND;
      break;
    case 'createList':
      break;
    default:
      return undefined;
  }
  lists.set(list, String(listData));
  return [{ Type: 1, Contents: 'Done' }];
}

const NOT_FOUND: readonly ListEntry[] = [{ Type: 4, Contents: 'Item not found (8)' }];
