import { INCIDENT_TYPE_NAME, LAYOUT_NAME, PLAYBOOK_NAME } from './names';

/** The incident type: what the watcher's incidents become, with the playbook that runs at once. */
export interface IncidentType {
  readonly name: string;
  readonly color: string;
  readonly playbook: string;
  readonly layout: string;
}

/** The type of the watcher's incidents; its playbook starts by itself. */
export const INCIDENT_TYPE: IncidentType = {
  name: INCIDENT_TYPE_NAME,
  color: '#2E9E6B',
  playbook: PLAYBOOK_NAME,
  layout: LAYOUT_NAME,
};
