/** Names by which content items refer to each other. On the server, each is also the id. */
export const INCIDENT_TYPE_NAME = 'CN-Series Policy Change';
export const LAYOUT_NAME = 'CN-Series Policy Change Layout';
export const CLASSIFIER_NAME = 'CN-Series - Classifier';
export const MAPPER_NAME = 'CN-Series - Incoming Mapper';
export const PLAYBOOK_NAME = 'CN-Series - Policy Change';
