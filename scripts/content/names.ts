/** Names by which content items refer to each other. On the server, each is also the id. */
export const INCIDENT_TYPE_NAME = 'CN-Series Policy Change';
/** What the incident type calls its layout. */
export const LAYOUT_NAME = 'CN-Series Policy Change Layout';
/** What an instance of the watcher calls its classifier. */
export const CLASSIFIER_NAME = 'CN-Series - Classifier';
/** What an instance of the watcher calls its incoming mapper. */
export const MAPPER_NAME = 'CN-Series - Incoming Mapper';
/** The playbook that an incident starts with. */
export const PLAYBOOK_NAME = 'CN-Series - Policy Change';
