import { readUserText } from '../base/userFile.js';

/** The text of a file that the command line names; standard input for `-`. `why` says what is missing without it. @throws ProblemError */
export function readInputFile(file: string, { why, limitBytes }: { why: string; limitBytes: number }): string {
  return readUserText({ path: file, why, limitBytes, mayBePipe: true });
}
