import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { systemCodeOf } from '../../base/fileFault.js';
import { untilEnd } from '../../base/untilEnd.js';
import { ByteMeter, ServerFault } from './serverFault.js';

/** From the end of its input until a server is ended. */
const graceMs = 500;
/** Lines that are no messages; a server that only logs to the wrong stream writes a few. */
const mostOtherLines = 1000;
/** Of what it writes beside its messages, to be shown where it fails. */
const quotedCharacters = 300;

/**
 * A server that is started, and spoken to over its stdin and stdout.
 *
 * Problem: the transport of the package ends the process that it started and no other, reads as many bytes as come, and passes
 * over lines that are no messages. Idea: the server leads a group, which is ended as one; its bytes are counted; the first line
 * that is no message, and the last that it wrote on stderr, are kept to be shown. The client knows it for such a transport by
 * `pid` and `stderr`.
 */
export class ChildTransport implements Transport {
  readonly stderr = null;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  readonly #command: readonly string[];
  readonly #folder: string;
  readonly #parse: (line: string) => JSONRPCMessage;
  readonly #onFault: (fault: ServerFault) => void;
  readonly #meter = new ByteMeter();
  #child: ChildProcess | undefined;
  #keep = (): void => {};
  /** The line that is not complete yet, in pieces. */
  #pieces: Buffer[] = [];
  #noMessage: string | undefined;
  #otherLines = 0;
  #isCut = false;
  #errors = '';

  constructor(options: {
    readonly command: readonly string[];
    readonly folder: string;
    /** @throws what is no message */
    readonly parse: (line: string) => JSONRPCMessage;
    readonly onFault: (fault: ServerFault) => void;
  }) {
    this.#command = options.command;
    this.#folder = options.folder;
    this.#parse = options.parse;
    this.#onFault = options.onFault;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** What else it wrote, in words; empty where it wrote nothing. */
  get wrote(): string {
    const errors = this.#errors.trim().slice(-quotedCharacters);
    if (errors !== '') return `It wrote on stderr: ${errors}`;
    return this.#noMessage === undefined ? '' : `It wrote on stdout, as no message: ${this.#noMessage}`;
  }

  async start(): Promise<void> {
    const [file = '', ...words] = this.#command;
    const child = spawn(file, words, {
      cwd: this.#folder,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    this.#keep = untilEnd(() => this.#kill());
    child.on('error', (error) => this.#onFault(new ServerFault(`did not start: ${systemCodeOf(error)}`)));
    child.on('exit', (code, signal) => void this.#tellEnd(child, signal ?? `exit code ${code}`));
    child.stdin?.on('error', () => {});
    child.stdout?.on('data', (chunk: Buffer) => this.#take(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.#errors = (this.#errors + chunk.toString()).slice(-2 * quotedCharacters);
    });
    await once(child, 'spawn');
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.#child?.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  /** Ends it and all that it started. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    this.#child = undefined;
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      child.stdin?.end();
      await Promise.race([once(child, 'exit'), wait(graceMs, undefined, { ref: false })]);
    }
    this.#kill(child);
    this.#keep();
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.destroy();
    this.onclose?.();
  }

  /** Once its last words are here, unless others hold its streams. */
  async #tellEnd(child: ChildProcess, how: string): Promise<void> {
    await Promise.race([once(child, 'close'), wait(graceMs, undefined, { ref: false })]);
    this.#onFault(new ServerFault(`ended (${how}) before it had answered`, { hasEnded: true }));
    this.onclose?.();
  }

  #kill(child = this.#child): void {
    if (child?.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // All of the group have ended.
    }
  }

  #take(chunk: Buffer): void {
    if (this.#isCut) return;
    try {
      this.#meter.note(chunk.length);
    } catch (thrown) {
      this.#cut(thrown as ServerFault); // safe: it throws nothing else
      return;
    }
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0 && !this.#isCut; end = chunk.indexOf(10, from)) {
      const line = Buffer.concat([...this.#pieces, chunk.subarray(from, end)]).toString();
      this.#pieces = [];
      from = end + 1;
      if (line.trim() !== '') this.#receive(line);
    }
    if (from < chunk.length) this.#pieces.push(chunk.subarray(from));
  }

  #receive(line: string): void {
    let message: JSONRPCMessage;
    try {
      message = this.#parse(line);
    } catch {
      this.#noMessage ??= line.slice(0, quotedCharacters);
      if (++this.#otherLines > mostOtherLines) this.#cut(new ServerFault('writes no messages on stdout'));
      return;
    }
    this.onmessage?.(message);
  }

  /** Hears no more of it. */
  #cut(fault: ServerFault): void {
    if (this.#isCut) return;
    this.#isCut = true;
    this.#onFault(fault);
    this.#kill();
  }
}
