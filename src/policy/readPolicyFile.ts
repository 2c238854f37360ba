import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { shippedHint } from '../base/shippedFiles.js';
import { policyEndingsText, policyFile } from './policyFiles.js';

interface FileRequest {
  readonly path: string;
  /** The path as the user wrote it, for messages. */
  readonly shown: string;
  readonly forbidOutsideOf?: string;
}

/** 1 MB: a policy is a page of text; anything larger is some other file. */
const sizeLimitBytes = 1_000_000;

/**
 * A policy's file.
 *
 * @throws ProblemError with exit code 104 when it is missing, unreadable, a folder, too large, of an unknown kind, or outside
 */
export function readPolicyFile({ path, shown, forbidOutsideOf }: FileRequest): {
  readonly fileName: string;
  readonly text: string;
} {
  const fail = (code: string, what: string, why: string, fix: string): ProblemError =>
    new ProblemError([{ code, where: { file: shown }, what, why, fix } satisfies Problem]);
  const real = realPath(path);
  if (forbidOutsideOf !== undefined && !isInside(real ?? path, forbidOutsideOf)) {
    const why = 'A scenario reads policies only from there, whoever wrote it.';
    throw fail(
      'policy-path-outside',
      'the policy path leads outside of the allowed folder',
      why,
      'Copy the policy into the folder.',
    );
  }
  const status = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false });
  if (real === undefined || status === undefined) {
    throw fail(
      'policy-not-found',
      'there is no such policy file',
      'A policy is a file, none, or static:N.',
      findNearest(path, shown),
    );
  }
  if (status.isDirectory()) {
    const fix = `Name a file in it. ${listFolder(path)}`.trim();
    throw fail('policy-is-folder', 'the policy path is a folder', 'A policy is one file.', fix);
  }
  if (!policyFile.test(path)) {
    throw fail(
      'policy-kind',
      'the file has no ending of a policy',
      `Policies and manifests end in ${policyEndingsText}.`,
      'Rename it, or name another file.',
    );
  }
  if (!status.isFile() || status.size > sizeLimitBytes) {
    const what = status.isFile() ? `the policy file has ${status.size} bytes` : 'the policy path is not a regular file';
    throw fail('policy-too-large', what, 'A policy is a text of at most 1 MB.', 'Name the policy itself.');
  }
  try {
    return { fileName: basename(path), text: readFileSync(real, 'utf8') };
  } catch (thrown) {
    const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown reason';
    throw fail(
      'policy-unreadable',
      'the policy file cannot be read',
      `The system says ${reason}.`,
      'Check its permissions.',
    );
  }
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    // Missing, or a folder on the way is: told apart nowhere, since the fix is the same.
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  const root = realPath(folder) ?? folder;
  return path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function policyFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => policyFile.test(name))
      .sort();
  } catch {
    // No folder, no suggestions.
    return [];
  }
}

function findNearest(path: string, shown: string): string {
  const names = policyFiles(dirname(path)).slice(0, 50);
  const own = names.length === 0 ? 'Check the path.' : suggestion(basename(path), [...names, 'none']);
  // A path means a file of the user's; a bare name may be one that comes with dryscale.
  return /[\\/]/.test(shown) ? own : `${own} ${shippedHint('policies', shown)}`;
}

function listFolder(path: string): string {
  const names = policyFiles(path).slice(0, 50);
  return names.length === 0 ? '' : `There are: ${names.join(', ')}.`;
}
