export { createServer, type Server } from './server/server';
export type { WaitingQuestion, WaitingTask } from './server/waitingtask';
export { loadPack, parsePlaybook } from './content/pack';
export { loadUpload } from './content/upload';
export type { ArgumentDefinition, CommandDefinition, Pack, PlaybookContent } from './content/types';
export type {
  ExternalIntegration,
  InstanceOptions,
  IntegrationHost,
  ServerOptions,
  Unsure,
  User,
} from './server/options';
export type { HttpFunction, HttpRequest, HttpResponse } from './server/http';
export { ENTRY_TYPE, entryText, type Entry, type EntryContent } from './server/entries';
export type { Incident, NewIncident, Status } from './server/state';
export type { ContextChange } from './context/tree';
export type { AnswerEvent, CommandEvent, IncidentEvent, Outcome, TaskEvent, TimeEvent, TraceEvent } from './trace';
export { CommandFailure, RunnerError } from './errors';
export { runScript, type HostFunction, type ScriptRun } from './engine/run';
export { asList, textOf, type Json, type JsonObject } from './json';
export { LOCK } from './lock';
export { panoramaIntegration } from './panorama';
export { synchronousHttp, type SynchronousHttp } from './http';
export { missingReferences } from './server/references';
