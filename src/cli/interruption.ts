import { constants } from 'node:os';
import { exitCode } from '../base/exitCode.js';
import { takeAllAway } from '../base/untilEnd.js';

/** What asks a program to end: Ctrl-C, `kill` and CI systems, a terminal that was closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Being asked to end.
 *
 * The first signal ends the command with 105; work that keeps what it has finished is told of it instead. The second one ends
 * the program at once, and by that signal: shells see 130 after Ctrl-C, 143 after `kill`.
 */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #say: (text: string) => void;
  #keepers = 0;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get hasHappened(): boolean {
    return this.#controller.signal.aborted;
  }

  /** For the rest of the program's life. */
  listen(): void {
    for (const name of signals) process.on(name, () => this.#onSignal(name));
  }

  /** As a signal does, for a program that started this one and has asked it to end. */
  begin(): void {
    this.#controller.abort();
  }

  /** Carries out work that looks at `signal` and ends soon after it, with what is finished. */
  async keeping<T>(work: () => Promise<T>): Promise<T> {
    this.#keepers++;
    try {
      return await work();
    } finally {
      this.#keepers--;
    }
  }

  #onSignal(name: (typeof signals)[number]): void {
    if (this.hasHappened) endBy(name);
    this.#controller.abort();
    if (this.#keepers > 0) return;
    this.#say('interrupted');
    process.exit(exitCode.interrupted);
  }
}

/** Ends as if nobody had listened, but leaves nothing behind. */
function endBy(name: (typeof signals)[number]): never {
  takeAllAway();
  process.removeAllListeners(name);
  process.kill(process.pid, name);
  process.exit(128 + constants.signals[name]);
}
