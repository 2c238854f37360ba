import { resolve } from 'node:path';
import { codeEndings, dataEndings, endsIn } from '../../base/fileEndings.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import { shippedLabel } from '../../base/shippedFiles.js';
import { readUserText } from '../../base/userFile.js';
import { statOf } from '../../base/userFolder.js';
import { manifestLimitBytes } from '../../platforms/manifestLimit.js';
import { parsePolicySpec } from '../../policy/parsePolicySpec.js';
import type { Params } from '../../policy/policy.js';
import { policyPlace } from '../../policy/policyFiles.js';
import { usageError } from '../usageError.js';
import { walkFolder } from './walkFolder.js';

/** A text that may hold manifests. */
export interface TextInput {
  /** As the user would type it; `stdin` for `-`. */
  readonly file: string;
  readonly text: string;
  readonly params: Params;
  /** The folder that it was found in; undefined for a file that was named. */
  readonly folder: string | undefined;
}

/** A folder, with its files that may hold manifests. */
export interface FolderInput {
  readonly folder: string;
  readonly files: readonly string[];
}

/** A file of a folder that is not read. */
interface InFolder {
  readonly file: string;
  readonly folder: string;
}

/** Everything that the operands of `explain` lead to. */
export interface Inputs {
  readonly texts: readonly TextInput[];
  /** Policies that were named: `doctor` examines them. */
  readonly policies: readonly string[];
  readonly folders: readonly FolderInput[];
  /** Policies in folders: only named, for `doctor` runs what it examines. */
  readonly policiesInFolders: readonly InFolder[];
  readonly tooLargeInFolders: readonly InFolder[];
  readonly problems: readonly Problem[];
}

/**
 * Files, folders (with all that lies below them) and `-`, read; each file once, however often it is reached.
 *
 * What cannot be read is a problem, and hides nothing else.
 */
export function gatherInputs(operands: readonly string[]): Inputs {
  const gathering = new Gathering();
  for (const operand of operands) {
    try {
      gathering.add(operand);
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      // A wrong command line has no results at all.
      if (thrown.problems.some(({ where }) => where.file === undefined)) throw thrown;
      gathering.problems.push(...thrown.problems);
    }
  }
  return gathering;
}

class Gathering implements Inputs {
  readonly texts: TextInput[] = [];
  readonly policies: string[] = [];
  readonly folders: FolderInput[] = [];
  readonly policiesInFolders: InFolder[] = [];
  readonly tooLargeInFolders: InFolder[] = [];
  readonly problems: Problem[] = [];
  readonly #seen = new Set<string>();
  readonly #params = new Map<string, string>();

  add(operand: string): void {
    if (operand === '-') {
      if (this.#isNew(operand)) this.texts.push({ file: 'stdin', text: readText('-'), params: {}, folder: undefined });
      return;
    }
    const status = statOf(operand);
    if (status?.isDirectory()) {
      this.#addFolder(operand);
      return;
    }
    const { path, params } = status === undefined ? withParams(operand) : { path: operand, params: {} };
    const { path: real, isShipped } = policyPlace(path, process.cwd());
    if (endsIn(real, ['lua', ...codeEndings])) {
      if (this.#isNew(operand)) this.policies.push(operand);
      return;
    }
    this.#rejectOtherParams(real, params);
    const file = isShipped ? shippedLabel('policies', real) : path;
    this.#addFile(file, { params, folder: undefined }, isShipped ? real : path);
  }

  /** One file with two sets of parameters would be two objects of one name. */
  #rejectOtherParams(path: string, params: Params): void {
    const text = JSON.stringify(params);
    const before = this.#params.get(path) ?? text;
    this.#params.set(path, text);
    if (before !== text) throw severalManifests(path);
  }

  #addFolder(folder: string): void {
    // TypeScript is left out: in a folder it is mostly something else.
    const files = walkFolder(folder, [...dataEndings, 'lua']);
    this.folders.push({ folder, files: files.filter((file) => endsIn(file, dataEndings)) });
    for (const file of files) {
      if (endsIn(file, dataEndings)) this.#addFile(file, { params: {}, folder });
      else this.policiesInFolders.push({ file, folder });
    }
  }

  #addFile(file: string, rest: Pick<TextInput, 'params' | 'folder'>, path = file): void {
    if (!this.#isNew(path)) return;
    const { folder } = rest;
    // In a folder, of a file that is too large it is only told: mostly it is something else.
    const isNote = folder !== undefined && (statOf(path)?.size ?? 0) > manifestLimitBytes;
    if (isNote) this.tooLargeInFolders.push({ file, folder });
    else this.texts.push({ file, text: readText(path), ...rest });
  }

  #isNew(file: string): boolean {
    const path = file === '-' ? file : resolve(file);
    const isNew = !this.#seen.has(path);
    this.#seen.add(path);
    return isNew;
  }
}

function readText(file: string): string {
  return readUserText({
    path: file,
    why: 'There is nothing to explain.',
    limitBytes: manifestLimitBytes,
    mayBePipe: true,
  });
}

/** `hpa.yaml?maxReplicas=9`: a manifest with fields replaced. */
function withParams(operand: string): { readonly path: string; readonly params: Params } {
  if (!operand.includes('?')) return { path: operand, params: {} };
  const [candidate, second] = parsePolicySpec(operand);
  const [reference, other] = candidate.references;
  if (second === undefined && other === undefined && reference.also === undefined)
    return { path: reference.target, params: reference.params };
  throw severalManifests(operand);
}

function severalManifests(operand: string): ProblemError {
  return usageError({
    code: 'several-manifests',
    what: `"${operand}" is more than one manifest`,
    why: 'Each is explained by itself.',
    fix: 'give one value to each parameter, and each file once.',
  });
}
