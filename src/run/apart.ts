import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { untilEnd } from '../base/untilEnd.js';
import type { CellLabel, CellTask, DecideTask, Ended } from './cellTask.js';
import { inliningFlags } from './inlineMore.js';

/** What a process of its own gets to do. */
export type ProcessTask = {
  readonly label: CellLabel;
  readonly memoryBytes: number | undefined;
  /** The worker that its thread runs. */
  readonly workerFile: string;
} & (
  | { readonly type: 'runCell'; readonly task: Omit<CellTask, 'watch'> }
  | { readonly type: 'decide'; readonly task: Omit<DecideTask, 'watch'> }
);

/** What it answers: how far it is, and how it ended. */
export type ProcessAnswer =
  | { readonly type: 'progress'; readonly virtualSeconds: number }
  | { readonly type: 'ended'; readonly outcome: Ended<unknown> };

/** A process that ended without an answer. */
export class LostProcess extends Error {
  override readonly name = 'LostProcess';
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;

  constructor(code: number | null, signal: NodeJS.Signals | null) {
    super(`the process ended ${signal === null ? `with code ${code}` : `by ${signal}`}`);
    this.code = code;
    this.signal = signal;
  }
}

/** Processes that wait for a run, by worker file. */
const idle = new Map<string, ChildProcess[]>();

/**
 * Does a run of a policy's own JavaScript in a process that is kept for such runs, one at a time in each.
 *
 * A thread would not do: V8 ends the whole process where an array outgrows the heap, and there are calls that end no sooner
 * than the memory is full. After any failure the process is ended and the next run gets a new one.
 * @throws LostProcess; rejects when `signal` cancels it
 */
export function runApart<Result>(
  task: ProcessTask,
  { signal, onProgress }: { readonly signal: AbortSignal; onProgress(virtualSeconds: number): void },
): Promise<Ended<Result>> {
  const { workerFile } = task;
  return new Promise((done, fail) => {
    const child = idle.get(workerFile)?.pop() ?? startProcess(workerFile);
    const over = (): void => {
      signal.removeEventListener('abort', cancel);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
    };
    const end = (): void => {
      over();
      child.kill('SIGKILL');
    };
    const cancel = (): void => {
      end();
      fail(new Error('cancelled'));
    };
    const onExit = (code: number | null, by: NodeJS.Signals | null): void => {
      over();
      fail(new LostProcess(code, by));
    };
    const onError = (error: Error): void => {
      end();
      fail(error);
    };
    const onMessage = (message: unknown): void => {
      const answer = message as ProcessAnswer; // safe: the process sends nothing else
      if (answer.type === 'progress') {
        onProgress(answer.virtualSeconds);
        return;
      }
      if (answer.outcome.type === 'done') {
        over();
        keep(workerFile, child);
      } else end();
      done(answer.outcome as Ended<Result>); // safe: what its task gives
    };
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel);
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
    child.send(task);
  });
}

function startProcess(workerFile: string): ChildProcess {
  const child = fork(join(dirname(workerFile), 'cellProcess.js'), [], {
    execArgv: [...inliningFlags()],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const forget = untilEnd(() => child.kill('SIGKILL'));
  child.on('exit', () => {
    forget();
    idle.set(workerFile, othersOf(workerFile, child));
  });
  child.on('error', () => {
    // Whoever waits for an answer hears of it, and of the end.
  });
  // Idle it does not hold the program, and during a run the pool does.
  child.unref();
  child.channel?.unref();
  return child;
}

function keep(workerFile: string, child: ChildProcess): void {
  idle.set(workerFile, [...othersOf(workerFile, child), child]);
}

function othersOf(workerFile: string, child: ChildProcess): ChildProcess[] {
  return (idle.get(workerFile) ?? []).filter((other) => other !== child);
}
