import { readFileSync } from 'node:fs';
import type { PanoramaPort } from '../../../scripts/panorama/api/port';
import { filePort } from './file';
import { synchronousHttp } from './http';
import { urlPort } from './url';

/** The environment variable that holds an API key: on a command line, other users of the machine could read it. */
const KEY_VARIABLE = 'PANORAMA_API_KEY';

/** A Panorama to read from; `close` must be called. */
export interface OpenPanorama {
  readonly port: PanoramaPort;
  /** What was taken for granted, in words. */
  readonly notes: readonly string[];
  close(): void;
}

/**
 * Opens what `--panorama` names: the URL of a Panorama, or a file with its exported configuration.
 *
 * @throws where nothing can run: a file that is no configuration, or a URL without a key
 */
export function openPanorama(place: string): OpenPanorama {
  return /^https?:\/\//i.test(place) ? openUrl(place) : openFile(place);
}

function openUrl(place: string): OpenPanorama {
  const key = process.env[KEY_VARIABLE] ?? '';
  if (key === '') throw new Error(`Put an API key of Panorama into the environment variable ${KEY_VARIABLE}.`);
  if (!URL.canParse(place)) throw new Error(`${place} is not a URL.`);
  const http = synchronousHttp(new URL('/api/', place).href, key);
  return {
    port: urlPort(http),
    notes: [],
    close: () => {
      http.close();
    },
  };
}

function openFile(place: string): OpenPanorama {
  try {
    return { port: filePort(readFileSync(place, 'utf8')), notes: [FILE_NOTE], close: () => undefined };
  } catch (error) {
    throw new Error(`${place} cannot be used: ${error instanceof Error ? error.message : String(error)}.`, {
      cause: error,
    });
  }
}

const FILE_NOTE =
  'A configuration file tells nothing of locks, of uncommitted changes and of predefined applications and profiles: no problem is expected there.';
