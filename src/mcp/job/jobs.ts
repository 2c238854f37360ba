import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { untilEnd } from '../../base/untilEnd.js';
import { callsAtOnce, callsWaiting, graceMs } from '../limits.js';
import { type JobAnswer, type JobEnd, type JobRequest, stopMessage } from './jobRequest.js';

/** How a job ended, or why there is no end. */
export type JobOutcome =
  | JobEnd
  | { readonly type: 'cancelled' }
  | { readonly type: 'too-long' }
  | { readonly type: 'busy' }
  | { readonly type: 'lost'; readonly how: string };

export interface Watching {
  readonly maxWallMs: number;
  readonly signal: AbortSignal;
  onProgress(share: number, title: string): void;
}

/** Beside the server, where it is built. */
const jobFile = fileURLToPath(new URL('./mcpJob.js', import.meta.url));

/** The jobs of a server: a few at once, each in a process of its own, of which one is always started before it is needed. */
export class Jobs {
  readonly #root: string;
  #spare: ChildProcess | undefined;
  #working = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(root: string) {
    this.#root = root;
    this.#spare = startProcess(root);
  }

  /** Never rejects. */
  async carryOut(request: JobRequest, watching: Watching): Promise<JobOutcome> {
    if (!(await this.#turn(watching.signal))) return { type: watching.signal.aborted ? 'cancelled' : 'busy' };
    try {
      const child = this.#spare ?? startProcess(this.#root);
      this.#spare = undefined;
      return await askProcess(child, request, watching);
    } finally {
      this.#spare ??= startProcess(this.#root);
      this.#working--;
      this.#waiting.shift()?.();
    }
  }

  close(): void {
    if (this.#spare !== undefined) endProcess(this.#spare);
  }

  /** @returns false where nobody waits any more, or too many do */
  async #turn(signal: AbortSignal): Promise<boolean> {
    while (this.#working >= callsAtOnce) {
      if (signal.aborted || this.#waiting.length >= callsWaiting) return false;
      await new Promise<void>((done) => {
        const go = (): void => {
          signal.removeEventListener('abort', leave);
          done();
        };
        const leave = (): void => {
          this.#waiting.splice(this.#waiting.indexOf(go), 1);
          done();
        };
        this.#waiting.push(go);
        signal.addEventListener('abort', leave, { once: true });
      });
    }
    if (signal.aborted) return false;
    this.#working++;
    return true;
  }
}

function startProcess(root: string): ChildProcess {
  const child = fork(jobFile, [], {
    cwd: root,
    // It leads a group, so that its own processes can be ended with it.
    detached: process.platform !== 'win32',
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const forget = untilEnd(() => endProcess(child));
  child.on('exit', forget);
  child.on('error', () => {
    // Whoever waits for an answer hears of it.
  });
  return child;
}

/** With all that it has started. */
function endProcess(child: ChildProcess): void {
  const { pid } = child;
  try {
    if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended.
  }
}

function askProcess(
  child: ChildProcess,
  request: JobRequest,
  { maxWallMs, signal, onProgress }: Watching,
): Promise<JobOutcome> {
  return new Promise<JobOutcome>((done) => {
    let isStopped = false;
    let grace: NodeJS.Timeout | undefined;
    const end = (outcome: JobOutcome): void => {
      clearTimeout(limit);
      clearTimeout(grace);
      signal.removeEventListener('abort', cancel);
      child.removeAllListeners('message');
      endProcess(child);
      done(outcome);
    };
    const cancel = (): void => end({ type: 'cancelled' });
    const limit = setTimeout(() => {
      isStopped = true;
      child.send(stopMessage, () => {});
      grace = setTimeout(() => end({ type: 'too-long' }), graceMs);
    }, maxWallMs);
    if (signal.aborted) return cancel();
    signal.addEventListener('abort', cancel, { once: true });
    child.on('message', (message) => {
      const answer = message as JobAnswer; // safe: the process sends nothing else
      if (answer.type === 'progress') onProgress(answer.share, answer.title);
      if (answer.type === 'ended') end(answer.end);
    });
    child.on('exit', (code, by) => {
      const how = by === null ? `its process ended with code ${code}` : `its process ended by ${by}`;
      end(isStopped ? { type: 'too-long' } : { type: 'lost', how });
    });
    child.on('error', (error) => end({ type: 'lost', how: error.message }));
    child.send(request, (error) => {
      if (error !== null) end({ type: 'lost', how: error.message });
    });
  });
}
