import { Worker } from 'node:worker_threads';

/**
 * Ends this process when one input takes too long or too much memory, after printing what it was.
 *
 * A loop without end cannot be left from within: a thread of its own holds the clock.
 */
const code = `
const { parentPort } = require('node:worker_threads');
const { writeSync } = require('node:fs');
let current;
parentPort.on('message', (message) => { current = message && { ...message, since: Date.now() }; });
setInterval(() => {
  if (current === undefined) return;
  const tookSeconds = (Date.now() - current.since) / 1000;
  const tookBytes = process.memoryUsage.rss();
  const why = tookSeconds > current.limitSeconds ? 'has run for ' + tookSeconds.toFixed(0) + ' s'
    : tookBytes > current.limitBytes ? 'takes ' + (tookBytes / 1e6).toFixed(0) + ' MB' : undefined;
  if (why === undefined) return;
  writeSync(2, '\\nfuzz: an input ' + why + ' and is ended\\n' + current.text + '\\n');
  process.kill(process.pid, 'SIGKILL');
}, 250);
`;

interface Limits {
  readonly limitSeconds: number;
  readonly limitBytes: number;
}

export class Watchdog {
  readonly #worker = new Worker(code, { eval: true });
  readonly #limits: Limits;

  constructor(limits: Limits) {
    this.#limits = limits;
    this.#worker.unref();
  }

  /** @param text what to print if it does not end */
  begin(text: string): void {
    this.#worker.postMessage({ text, ...this.#limits });
  }

  end(): void {
    this.#worker.postMessage(undefined);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
