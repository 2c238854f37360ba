import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One server behind the proxy: so many slots (unlimited when left out), a queue before them, answers after a known time. */
export interface ServerSpec {
  readonly serviceMs: number;
  readonly slots?: number;
}

interface Reply {
  readonly asked: number;
  readonly serviceSeconds?: number[];
  readonly lastCheckSeconds: number;
}

/** A server in a process of its own, which ends with ours. */
export class Backend {
  readonly port: number;
  readonly #child: ChildProcess;
  /** Aborted by its end: who waits for an answer then fails. */
  readonly #ended: AbortSignal;
  #asked = 0;

  private constructor(child: ChildProcess, port: number, ended: AbortSignal) {
    this.#child = child;
    this.port = port;
    this.#ended = ended;
  }

  static async start(spec: ServerSpec, index: number): Promise<Backend> {
    const settings = JSON.stringify({ index, ...spec });
    const child = fork(join(import.meta.dirname, 'backend.mjs'), [settings], { execArgv: [], env: {} });
    const ended = new AbortController();
    child.once('exit', () => ended.abort());
    const [{ port }] = await once(child, 'message', ended);
    return new Backend(child, port, ended.signal);
  }

  /** From now on such a share of the answers, and the checks if so said, are errors. */
  async fail(errors: number, checksFail: boolean): Promise<void> {
    await this.#ask({ errors: { errors, checksFail } });
  }

  /** How long each answer took that was given, and when the last check came, on the clock of `nowSeconds`. */
  async report(): Promise<Reply> {
    return this.#child.connected ? this.#ask({ report: true }) : { asked: 0, lastCheckSeconds: -1 };
  }

  /** Ends it as a crash does: connections break, and new ones are refused. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await gone;
  }

  async #ask(told: object): Promise<Reply> {
    const asked = ++this.#asked;
    this.#child.send({ ...told, asked });
    for (;;) {
      const [reply] = await once(this.#child, 'message', { signal: this.#ended });
      if (reply.asked === asked) return reply;
    }
  }
}

/** Seconds on a clock that all processes share. */
export function nowSeconds(): number {
  return (performance.timeOrigin + performance.now()) / 1000;
}
