import { createHash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { exactText } from '../../base/exactText.js';
import { ProblemError } from '../../base/problem.js';
import { type OpenedFile, openUserFile } from '../../base/userFile.js';
import type { RunTask } from '../../run/keptRuns.js';
import type { Scenario } from '../../scenario/schema.js';
import { traceFiles } from '../../scenario/traceFiles.js';
import type { ProgramIdentity } from './programIdentity.js';

/** What of a scenario no run reads; it only decides which runs there are and how they are judged. */
export const unreadParts = ['$schema', 'description', 'policies', 'assumptions', 'thresholds'] as const;

const chunkBytes = 1 << 20;

/**
 * Names runs by everything that their results depend on: two runs with one key have one result.
 *
 * That is whatever a worker is handed, the content of the files it will read in place of their folder, and the program. Not how
 * much it may take: a run that finished stayed within that.
 */
export class RunKeys {
  readonly #program: string;
  readonly #digests = new WeakMap<object, string>();
  readonly #files = new Map<string, HashedFile | undefined>();

  constructor(program: ProgramIdentity) {
    this.#program = exactText(program);
  }

  /** @returns 64 hexadecimal digits; undefined where a file cannot be read, or has changed since this first read it */
  keyOf({ scenario, scenarioFolder, eventsPath: _, allowance: __, ...task }: RunTask): string | undefined {
    const files = traceFiles(scenario, scenarioFolder).map((path) => this.#hashOf(path));
    if (files.includes(undefined)) return undefined;
    const { bindings, ...rest } = task;
    const scenarioHash = this.#digestOf(scenario, () => withoutUnread(scenario));
    const bindingsHash = this.#digestOf(bindings, () => bindings);
    return sha256(exactText([this.#program, scenarioHash, files, bindingsHash, rest]));
  }

  /** Hundreds of runs share a scenario and a policy. */
  #digestOf(owner: object, value: () => unknown): string {
    const digest = this.#digests.get(owner) ?? sha256(exactText(value()));
    this.#digests.set(owner, digest);
    return digest;
  }

  #hashOf(path: string): string | undefined {
    const known = this.#files.has(path) ? this.#files.get(path) : hashedFile(path);
    this.#files.set(path, known);
    return known !== undefined && markOf(path) === known.mark ? known.hash : undefined;
  }
}

interface HashedFile {
  readonly hash: string;
  /** Tells of every later change of the file. */
  readonly mark: string;
}

function withoutUnread(scenario: Scenario): object {
  return Object.fromEntries(Object.entries(scenario).filter(([key]) => !unreadParts.some((part) => part === key)));
}

/** Undefined where it cannot be read; the run says so. */
function hashedFile(path: string): HashedFile | undefined {
  const mark = markOf(path);
  if (mark === undefined) return undefined;
  let file: OpenedFile | undefined;
  try {
    file = openUserFile({ path, limitBytes: Number.POSITIVE_INFINITY, why: 'A run reads it.' });
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (let count = file.read(buffer); count > 0; count = file.read(buffer)) hash.update(buffer.subarray(0, count));
    return { hash: hash.digest('hex'), mark };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  } finally {
    file?.close();
  }
}

/** Undefined for what is no plain file: only that can be read twice. */
function markOf(path: string): string | undefined {
  const stats: Stats | undefined = statSync(path, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return undefined;
  const { dev, ino, size, mtimeMs, ctimeMs } = stats;
  return exactText([dev, ino, size, mtimeMs, ctimeMs]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
