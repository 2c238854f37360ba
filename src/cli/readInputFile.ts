import { readFileSync } from 'node:fs';
import { ProblemError } from '../base/problem.js';

/** A file that the user named; standard input for `-`. `why` says what is missing without it. @throws ProblemError */
export function readInputFile(file: string, why: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    const what = isMissing ? 'is not found' : 'cannot be read';
    throw new ProblemError([{ code: 'not-found', where: { file }, what, why, fix: 'check the path.' }]);
  }
}
