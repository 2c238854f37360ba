import type { Problem } from '../../base/problem.js';

/** What a process of its own gets to do: one command, or the page of a result. */
export type JobRequest = {
  /** It is the working folder of the process, too. */
  readonly root: string;
  readonly mayRunCode: boolean;
  /** Texts that stand for files, by their names below the root. */
  readonly texts: Readonly<Record<string, string>>;
} & (
  | {
      readonly type: 'command';
      /** As after `dryscale`. */
      readonly words: readonly string[];
      /** That change what a call may take, and no figure. */
      readonly limits: readonly string[];
    }
  | { readonly type: 'page'; readonly json: string }
);

/** How a command ended, with all that it said. */
export interface CommandEnd {
  readonly exitCode: number;
  /** What it printed for people. */
  readonly text: string;
  /** What it said beside: notes, failures. */
  readonly said: readonly string[];
  readonly warnings: readonly Problem[];
  /** What `--json` would have printed; undefined where it came to nothing. */
  readonly document: unknown;
  /** Of all that its figures depend on: the words, the files and texts that it read, the version. */
  readonly id: string;
}

export type JobEnd =
  | { readonly type: 'done'; readonly end: CommandEnd }
  | { readonly type: 'page'; readonly html: string }
  | { readonly type: 'problems'; readonly problems: readonly Problem[] }
  | { readonly type: 'bug'; readonly message: string };

/** What it answers: how far it is, and how it ended. */
export type JobAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly share: number; readonly title: string }
  | { readonly type: 'ended'; readonly end: JobEnd };

/** What it is told besides its request: to end soon, with what it has. */
export const stopMessage = 'stop';
