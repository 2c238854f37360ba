import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';

/**
 * Finds out, before anything runs, whether files can be written to a folder; makes the folder.
 *
 * @throws ProblemError with exit code 106
 */
export function checkOutputFolder(folder: string, fileNames: readonly string[]): void {
  attempt(folder, () => makeFolder(folder));
  for (const name of fileNames) {
    const path = join(folder, name);
    if (isFolder(path)) throw blocked(path, 'is a folder', 'EISDIR');
  }
  const probe = temporaryPath(join(folder, 'probe'));
  attempt(folder, () => {
    closeSync(openSync(probe, 'wx'));
    rmSync(probe);
  });
}

/** Makes a folder with those above it. Node's own recursive mkdir never returns where a system answers ENOENT for a new folder. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = dirname(resolve(folder));
  if (parent !== resolve(folder)) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (thrown) {
    // Two runs may make the same folder at the same time.
    if (!isFolder(folder)) throw thrown;
  }
}

/**
 * Writes a whole file or none: a temporary file beside it, on the disk, then renamed.
 *
 * @throws ProblemError with exit code 106
 */
export function writeFileAtomically(path: string, text: string): void {
  const temporary = temporaryPath(path);
  attempt(path, () => {
    try {
      const bytes = Buffer.from(text);
      const descriptor = openSync(temporary, 'wx');
      try {
        for (let offset = 0; offset < bytes.length; ) offset += writeSync(descriptor, bytes, offset);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      moveIntoPlace(temporary, path);
    } catch (thrown) {
      rmSync(temporary, { force: true });
      throw thrown;
    }
  });
}

/** Renames a finished temporary file and puts the folder's entry on the disk. */
export function moveIntoPlace(temporary: string, path: string): void {
  renameSync(temporary, path);
  try {
    const folder = openSync(dirname(path), 'r');
    fsyncSync(folder);
    closeSync(folder);
  } catch {
    // Some systems cannot sync a folder; the file itself is whole either way.
  }
}

/** A name beside `path` that nobody else uses. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`);
}

/** Carries out something with the file system; its errors become problems of the output. */
export function attempt<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
    throw blocked(path, reasons[code] ?? (thrown instanceof Error ? thrown.message : String(thrown)), code);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'no space is left in the quota',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file is in the way',
  ENOENT: 'the folder does not exist',
  EISDIR: 'a folder is in the way',
};

function blocked(path: string, reason: string, code: string): ProblemError {
  const what = `cannot be written: ${reason}${code === '' ? '' : ` (${code})`}`;
  const why = 'The reports need a place.';
  return new ProblemError(
    [
      {
        code: 'output-blocked',
        where: { file: path },
        what,
        why,
        fix: 'name another place with --out DIR, or free this one.',
      },
    ],
    exitCode.outputBlocked,
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
