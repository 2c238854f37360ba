import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Problem, ProblemError } from '../../base/problem.js';
import { packageVersion } from '../version.js';
import { type Blob, decodeBlob } from './blob.js';

/** A blob and the file it was read from. */
export interface ReadBlob {
  readonly file: string;
  readonly blob: Blob;
}

/**
 * The blobs of files, or of folders: there every `blob-i-n.json`.
 *
 * @throws ProblemError with exit code 104 and everything that is wrong
 */
export function readBlobs(operands: readonly string[]): ReadBlob[] {
  const problems: Problem[] = [];
  const blobs: ReadBlob[] = [];
  for (const file of operands.flatMap((operand) => filesOf(operand, problems))) {
    const text = readText(file, problems);
    const blob = text === undefined ? undefined : decodeBlob(text, file, packageVersion());
    if (blob === undefined) continue;
    if ('what' in blob) problems.push(blob);
    else blobs.push({ file, blob });
  }
  if (problems.length > 0) throw new ProblemError(problems);
  return blobs;
}

function filesOf(operand: string, problems: Problem[]): string[] {
  if (statSync(operand, { throwIfNoEntry: false })?.isDirectory() !== true) return [operand];
  const names = readdirSync(operand).filter((name) => /^blob-\d+-\d+\.json$/.test(name));
  if (names.length === 0) {
    problems.push({
      code: 'no-blobs',
      where: { file: operand },
      what: 'the folder has no blob-i-n.json',
      why: 'There is nothing to merge.',
      fix: 'name the folder that --out named when the parts ran.',
    });
  }
  return names.sort().map((name) => join(operand, name));
}

function readText(file: string, problems: Problem[]): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown reason';
    problems.push({
      code: code === 'ENOENT' ? 'not-found' : 'unreadable',
      where: { file },
      what: code === 'ENOENT' ? 'there is no such file or folder' : `cannot be read (${code})`,
      why: 'A merge needs every part.',
      fix: 'check the path.',
    });
    return undefined;
  }
}
