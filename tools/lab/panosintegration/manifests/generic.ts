import { DEVICE_GROUP, optional, TRUE_FALSE, type ArgumentManifest, type CommandManifest } from './manifest';

const ACTIONS = [
  'set',
  'edit',
  'delete',
  'rename',
  'clone',
  'move',
  'override',
  'muti-move',
  'multi-clone',
  'complete',
  'show',
  'get',
];
const TYPES = ['keygen', 'config', 'commit', 'op', 'report', 'log', 'import', 'export', 'user-id', 'version'];

const generic = (type: ArgumentManifest, isXml: ArgumentManifest): CommandManifest => ({
  name: 'pan-os',
  context: 'Panorama.Command',
  arguments: [
    type,
    { name: 'action', values: ACTIONS },
    ...optional('xpath', 'element', 'cmd', 'command', 'dst', 'where', 'from', 'to', 'key', 'target', 'vsys', 'job-id'),
    ...optional('category', 'query', 'log-type', 'period', 'pcap-id', 'serialno', 'reporttype', 'reportname'),
    ...optional('search-time'),
    DEVICE_GROUP,
    isXml,
  ],
});

/** `pan-os`, which passes its arguments on to the XML API, as versions 2.x declare it. */
export const GENERIC = generic(
  { name: 'type', default: 'config', values: TYPES },
  { name: 'is_xml', default: 'false', values: TRUE_FALSE },
);

/** Its default type is the whole list of types. */
export const GENERIC_1: CommandManifest = {
  ...generic(
    { name: 'type', default: 'keygen,config,commit,op,report,log,import,export,user-id,version' },
    { name: 'is_xml' },
  ),
};
