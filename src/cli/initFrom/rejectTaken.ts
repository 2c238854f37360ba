import { existsSync } from 'node:fs';
import { exitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import type { OutputFile } from '../../base/output/writeFiles.js';
import { ProblemError } from '../../base/problem.js';
import { optionalText } from '../../base/userFile.js';

const largestBytes = 1_000_000_000;

/**
 * Refuses to overwrite what somebody wrote; a schema, of whichever version, and a file that already says the same are nobody's loss.
 *
 * @throws ProblemError with exit code 106
 */
export function rejectTaken(places: readonly OutputFile[], force: boolean): void {
  checkOutputs(places);
  const taken = places.filter(
    ({ path, text }) => existsSync(path) && !isNoLoss(optionalText(path, largestBytes) ?? '', text),
  );
  if (taken.length === 0 || force) return;
  const why = 'It would be overwritten.';
  const fix = 'add --force, or name another folder.';
  throw new ProblemError(
    taken.map(({ path: file }) => ({ code: 'file-exists', where: { file }, what: 'is there already', why, fix })),
    exitCode.outputBlocked,
  );
}

function isNoLoss(there: string, text: OutputFile['text']): boolean {
  return there === text || /"title": "dryscale scenario"/.test(there);
}
