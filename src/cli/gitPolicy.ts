import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { resolveCandidates } from '../policy/candidates.js';
import { policyFile } from '../policy/policyFiles.js';
import type { Candidate, PolicySpec } from '../policy/policySpec.js';
import { usageError } from './usageError.js';

/** `git:main:policies/target-cpu.lua?target=0.7` taken apart. */
export interface GitReference {
  readonly text: string;
  readonly revision: string;
  readonly path: string;
  /** With its `?`; empty without parameters. */
  readonly params: string;
}

/** Larger than any policy that is read (1 MB). */
const mostBytes = 4_000_000;

/** @returns undefined for a text that names no revision @throws ProblemError with exit code 2 for one that does so badly */
export function parseGitReference(text: string | undefined): GitReference | undefined {
  if (text?.startsWith('git:') !== true) return undefined;
  const [, revision, path, params] = /^git:([^:]+):([^?]+)(\?.*)?$/s.exec(text) ?? [];
  // A revision that begins with a dash would be an option of git.
  if (revision !== undefined && !revision.startsWith('-') && !path.includes(';')) {
    return { text, revision, path, params: params ?? '' };
  }
  throw usageError({
    code: 'git-reference',
    what: `--against "${text}" names no policy of a revision`,
    why: 'It is git:REV:PATH, one policy file as it is in that revision.',
    fix: 'write for example --against git:main:policies/target-cpu.lua.',
  });
}

/**
 * The policy as it is in the revision, as a candidate named `target-cpu@main`.
 *
 * @throws ProblemError with exit code 104 outside a repository, for an unknown revision, or a path it does not have
 */
export async function readGitCandidate(reference: GitReference): Promise<Candidate> {
  const code = readFromGit(reference);
  rejectLocalImports(reference, code);
  const candidate = await candidateOf(reference, code);
  const [head, ...rest] = candidate.name.split('?');
  const name = [`${head}@${reference.revision}`, ...rest].join('?');
  const bindings = Object.entries(candidate.bindings).map(([service, spec]): [string, PolicySpec] => [
    service,
    'path' in spec ? { ...spec, path: reference.text } : spec,
  ]);
  return { ...candidate, name, bindings: Object.fromEntries(bindings) };
}

/** Reads it like any policy file, so that every kind of policy is understood; the copy is gone afterwards. */
async function candidateOf({ text, path, params }: GitReference, code: string): Promise<Candidate> {
  const folder = mkdtempSync(join(tmpdir(), 'dryscale-git-'));
  try {
    writeFileSync(join(folder, basename(path)), code);
    const candidates = await resolveCandidates({ texts: [`${basename(path)}${params}`], baseFolder: folder });
    if (candidates.length === 1) return candidates[0];
    const why = 'There is one reference.';
    const what = `--against "${text}" names ${candidates.length} policies`;
    throw usageError({ code: 'too-many-policies', what, why, fix: 'give each parameter one value.' });
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    const problems = thrown.problems.map((problem) =>
      problem.where.file === undefined ? problem : { ...problem, where: { ...problem.where, file: text } },
    );
    throw new ProblemError(problems, thrown.exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFromGit({ text, revision, path }: GitReference): string {
  if (git(['rev-parse', '--is-inside-work-tree']) === undefined) {
    const why = 'git: reads a policy from the repository of the working folder.';
    throw problem(
      text,
      'not-a-repository',
      'is not in a git repository, or git is not installed',
      why,
      'change into the repository.',
    );
  }
  const commit = git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])?.trim();
  if (commit === undefined) {
    const known = (git(['for-each-ref', '--format=%(refname:short)', '--count=50']) ?? '').split('\n').filter(Boolean);
    const fix = `${suggestion(revision, known)} In CI fetch it first: a shallow clone has one commit.`.trim();
    throw problem(
      text,
      'unknown-revision',
      `"${revision}" is not a revision of this repository`,
      'git knows no such branch, tag or commit.',
      fix,
    );
  }
  // As git itself reads it, from the root of the repository; people type what lies before them, so the working folder is next.
  const found = git(['cat-file', 'blob', `${commit}:${path}`]) ?? git(['cat-file', 'blob', `${commit}:./${path}`]);
  if (found !== undefined) return found;
  const files = (git(['ls-tree', '-r', '--name-only', '--full-tree', commit]) ?? '').split('\n');
  const policies = files.filter((name) => policyFile.test(name));
  const sameName = policies.filter((name) => basename(name) === basename(path));
  const known = sameName.length > 0 ? sameName : policies.filter((name) => !/\.(ya?ml|json)$/i.test(name));
  const fix = suggestion(path, known.slice(0, 20)) || 'check the path.';
  throw problem(
    text,
    'no-such-path',
    `"${path}" is not in the revision ${revision}`,
    'The path is that of the repository, or of the working folder.',
    fix,
  );
}

/** The output of a git command; undefined when it fails. */
function git(args: readonly string[]): string | undefined {
  try {
    return execFileSync('git', args, { encoding: 'utf8', maxBuffer: mostBytes, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return undefined;
  }
}

/** Files beside it would come from the working folder: a policy of two revisions, which nobody ever ran. */
function rejectLocalImports({ text, path }: GitReference, code: string): void {
  if (!/\.[cm]?[tj]s$/i.test(path)) return;
  const found = /(?:\bfrom|\bimport|\brequire\s*\(|\bimport\s*\()\s*['"]([./][^'"]*)['"]/.exec(code)?.[1];
  if (found === undefined) return;
  const why = 'Only the one file is read from the revision.';
  const fix = 'put the policy into one file, or compare with a checkout of the revision: git worktree add.';
  throw problem(text, 'local-import', `imports "${found}"`, why, fix);
}

function problem(file: string, code: string, what: string, why: string, fix: string): ProblemError {
  return new ProblemError([{ code, where: { file }, what, why, fix } satisfies Problem], exitCode.invalidInput);
}
