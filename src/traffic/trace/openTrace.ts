import { resolve } from 'node:path';
import { givenText, handedOver } from '../../base/confinement.js';
import { openUserFile } from '../../base/userFile.js';
import type { ByteSource } from './textChunks.js';

/** The file of a trace source, to be read in parts. @throws ProblemError when it is none */
export function openTrace(folder: string, file: string): ByteSource {
  const path = resolve(folder, file);
  if (givenText(path) !== undefined) throw handedOver(file, 'a trace', 'save it below the root.');
  return openUserFile({
    path,
    shown: file,
    limitBytes: Number.POSITIVE_INFINITY,
    why: 'A trace source plays this file.',
    isOnDisk: true,
    words: (fault) => {
      if (fault !== 'not-found') return { code: 'unreadable-trace' };
      const fix = 'check `file`: its path is relative to the scenario.';
      return { code: 'missing-trace', what: 'does not exist', fix };
    },
  });
}
