import { constants } from 'node:fs';
import { fileSystem } from './fileSystem.js';
import { attempt } from './outputProblem.js';
import { writeAll } from './replacement.js';

/** Without waiting for somebody to read a pipe. */
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NONBLOCK;

/** Adds to a file that is not ours, all of the text or nothing. @throws ProblemError with exit code 106 */
export function appendText(path: string, text: string): void {
  attempt(path, () => {
    const descriptor = fileSystem.openSync(path, flags);
    try {
      const before = fileSystem.fstatSync(descriptor);
      try {
        writeAll(descriptor, text);
      } catch (thrown) {
        if (before.isFile()) fileSystem.ftruncateSync(descriptor, before.size);
        throw thrown;
      }
    } finally {
      fileSystem.closeSync(descriptor);
    }
  });
}
