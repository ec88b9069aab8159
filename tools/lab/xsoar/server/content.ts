import type {
  ClassifierContent,
  CommandDefinition,
  IncidentFieldContent,
  IncidentTypeContent,
  IntegrationContent,
  MapperContent,
  Pack,
  PlaybookContent,
  ScriptContent,
} from '../content/types';
import { RunnerError } from '../errors';
import type { ExternalIntegration } from './options';

/** An integration as commands find it. */
export type Integration =
  | {
      readonly kind: 'bundle';
      readonly brand: string;
      readonly commands: Commands;
      readonly content: IntegrationContent;
    }
  | {
      readonly kind: 'external';
      readonly brand: string;
      readonly commands: Commands;
      readonly external: ExternalIntegration;
    };

type Commands = ReadonlyMap<string, CommandDefinition>;

/** Everything that is installed, by name. */
export class Content {
  readonly scripts: ReadonlyMap<string, ScriptContent>;
  readonly playbooks: ReadonlyMap<string, PlaybookContent>;
  readonly integrations: ReadonlyMap<string, Integration>;
  readonly incidentTypes: ReadonlyMap<string, IncidentTypeContent>;
  readonly fields: readonly IncidentFieldContent[];
  readonly classifiers: ReadonlyMap<string, ClassifierContent>;
  readonly mappers: ReadonlyMap<string, MapperContent>;

  constructor(packs: readonly Pack[], external: readonly ExternalIntegration[]) {
    this.scripts = byName(
      packs.flatMap((pack) => pack.scripts),
      (script) => script.name,
    );
    this.playbooks = byName(
      packs.flatMap((pack) => pack.playbooks),
      (playbook) => playbook.name,
    );
    const bundles = packs
      .flatMap((pack) => pack.integrations)
      .map((content): Integration => ({
        kind: 'bundle',
        brand: content.brand,
        commands: commandsOf(content),
        content,
      }));
    const others = external.map((one): Integration => ({
      kind: 'external',
      brand: one.brand,
      commands: commandsOf(one),
      external: one,
    }));
    this.integrations = byName([...bundles, ...others], (integration) => integration.brand);
    this.incidentTypes = byName(
      packs.flatMap((pack) => pack.incidentTypes),
      (type) => type.name,
    );
    this.fields = packs.flatMap((pack) => pack.incidentFields);
    this.classifiers = byName(
      packs.flatMap((pack) => pack.classifiers),
      (classifier) => classifier.id,
    );
    this.mappers = byName(
      packs.flatMap((pack) => pack.mappers),
      (mapper) => mapper.id,
    );
  }

  /**
   * A playbook by its name.
   *
   * @param where who wants it, for the error
   * @throws RunnerError if it is not installed
   */
  playbook(name: string, where: string): PlaybookContent {
    const found = this.playbooks.get(name);
    if (found === undefined) throw new RunnerError(`${where}: there is no playbook "${name}".`);
    return found;
  }

  /** A custom field by its cliName or its display name, on incidents of this type. */
  field(type: string, name: string): IncidentFieldContent | undefined {
    return this.fields.find(
      (field) =>
        (field.cliName === name || field.name === name) &&
        (field.associatedToAll || field.associatedTypes.includes(type)),
    );
  }
}

function byName<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item);
    if (map.has(name)) throw new RunnerError(`"${name}" is there twice.`);
    map.set(name, item);
  }
  return map;
}

function commandsOf({ commands }: { readonly commands: readonly CommandDefinition[] }): Commands {
  return byName(commands, (command) => command.name);
}
