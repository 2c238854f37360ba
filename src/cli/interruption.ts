import { exitCode } from '../base/exitCode.js';

/** Ctrl-C: the first one asks the work to end and keeps what is finished, the second ends the program at once. */
export class Interruption {
  readonly #controller = new AbortController();
  readonly #listener = (): void => {
    if (this.#controller.signal.aborted) process.exit(exitCode.interrupted);
    this.#controller.abort();
  };

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get hasHappened(): boolean {
    return this.#controller.signal.aborted;
  }

  listen(): void {
    process.on('SIGINT', this.#listener);
    process.on('SIGTERM', this.#listener);
  }

  close(): void {
    process.off('SIGINT', this.#listener);
    process.off('SIGTERM', this.#listener);
  }
}
