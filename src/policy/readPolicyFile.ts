import { readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, sep } from 'node:path';
import { givenText } from '../base/confinement.js';
import type { FaultWords, FileFault } from '../base/fileFault.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { shippedHint } from '../base/shippedFiles.js';
import { readUserText } from '../base/userFile.js';
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
  const real = givenText(path) === undefined ? realPath(path) : path;
  if (forbidOutsideOf !== undefined && !isInside(real ?? path, forbidOutsideOf)) {
    const why = 'A scenario reads policies only from there, whoever wrote it.';
    throw fail(
      'policy-path-outside',
      'the policy path leads outside of the allowed folder',
      why,
      'Copy the policy into the folder.',
    );
  }
  const text = readUserText({
    path: real ?? path,
    shown,
    limitBytes: sizeLimitBytes,
    why: 'A policy is a file, none, or static:N.',
    words: (fault) => ({ code: `policy-${fault}`, ...faultWords(fault, path, shown) }),
  });
  if (policyFile.test(path)) return { fileName: basename(path), text };
  throw fail(
    'policy-kind',
    'the file has no ending of a policy',
    `Policies and manifests end in ${policyEndingsText}.`,
    'Rename it, or name another file.',
  );
}

function faultWords(fault: FileFault, path: string, shown: string): Partial<FaultWords> {
  if (fault === 'not-found') return { what: 'there is no such policy file', fix: findNearest(path, shown) };
  if (fault === 'is-a-folder') {
    const fix = `Name a file in it. ${listFolder(path)}`.trim();
    return { what: 'the policy path is a folder', why: 'A policy is one file.', fix };
  }
  if (fault !== 'too-large') return {};
  return { why: 'A policy is a text of at most 1 MB.', fix: 'Name the policy itself.' };
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
