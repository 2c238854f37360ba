import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { codeEndings, endsIn } from './fileEndings.js';
import type { FaultWords } from './fileFault.js';
import { ProblemError } from './problem.js';

/** What a process may read of files that others name, where that is not all that its user may. */
export interface Confinement {
  /** Absolute, without links: what lies in or below them. */
  readonly folders: readonly string[];
  /** TypeScript and JavaScript may be read, which is run. */
  readonly mayRunCode: boolean;
  /** Texts that stand for files, by absolute path, whether there is such a file or not. */
  readonly texts: Readonly<Record<string, string>>;
}

let confinement: Confinement | undefined;
const opened = new Set<string>();

/** For the rest of the process's life. */
export function confine(rules: Confinement): void {
  confinement = rules;
}

/** Whether only some files may be read here: whoever asks is not whom this machine belongs to. */
export function isConfined(): boolean {
  return confinement !== undefined;
}

/** The text that stands for a file; undefined where there is none. */
export function givenText(path: string): string | undefined {
  if (confinement === undefined) return undefined;
  const place = resolve(path);
  return Object.hasOwn(confinement.texts, place) ? confinement.texts[place] : undefined;
}

/** Whether there is a file, or a text that stands for one. */
export function isThere(path: string): boolean {
  return givenText(path) !== undefined || existsSync(path);
}

/** Why the text that stands for a file may not be read; undefined where it may. */
export function refusalOfText(path: string): Refusal | undefined {
  return confinement?.mayRunCode === false && endsIn(path, codeEndings) ? code : undefined;
}

/** The path without links of what may be opened, or why not; undefined where everything may. */
export function confined(path: string): { readonly path: string } | { readonly refused: Refusal } | undefined {
  if (confinement === undefined) return undefined;
  const real = withoutLinks(resolve(path));
  // Whether anything is there is not told either.
  if (!confinement.folders.some((folder) => isBelow(real, folder))) return { refused: outside };
  if (!confinement.mayRunCode && endsIn(real, codeEndings)) return { refused: code };
  opened.add(real);
  return { path: real };
}

/** Where a folder that may be listed, or a file that may be looked at, really lies; undefined where it may not be. */
export function visiblePlace(path: string): string | undefined {
  if (confinement === undefined) return path;
  // A system would follow a link before it goes up from there, so it never gets the path as it was written.
  const real = withoutLinks(resolve(path));
  return confinement.folders.some((folder) => isBelow(real, folder)) ? real : undefined;
}

/** The files that were opened so far under confinement, or asked for and not found, sorted. */
export function openedFiles(): string[] {
  return [...opened].sort((a, b) => (a < b ? -1 : 1));
}

export type Refusal = FaultWords & { readonly code: 'outside-root' | 'needs-allow-code' };

export const outside: Refusal = {
  code: 'outside-root',
  what: 'lies outside of the root',
  why: 'Only files in the folder that --root names are read, with links followed, and those that come with dryscale.',
  fix: 'name a file below the root, or hand its text over.',
};

const code: Refusal = {
  code: 'needs-allow-code',
  what: 'is TypeScript or JavaScript, which is not run here',
  why: 'It would run with the rights of this program.',
  fix: 'use a manifest or a Lua policy and a scenario in YAML, or let whoever starts the server add --allow-code.',
};

/** Of a file whose text was handed over, where only one on disk will do: what stands there may be another. */
export function handedOver(file: string, what: string, fix: string): ProblemError {
  const why = 'It is read from disk alone, and what is there may be another.';
  return new ProblemError([
    { code: 'handed-over', where: { file }, what: `is ${what}, which cannot be handed over as text`, why, fix },
  ]);
}

export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** Of a path whose end is missing, that of what is there of it. */
function withoutLinks(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const above = dirname(path);
    return above === path ? path : join(withoutLinks(above), basename(path));
  }
}
