import { closeSync, fstatSync, ftruncateSync, openSync, statfsSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { headerLine, type JournalHeader, journalLimitBytes, longestLineBytes, runLine } from './journalFormat.js';

/** Left free for the reports, which matter more. */
const leftFreeBytes = 64 << 20;

/**
 * Appends finished runs to a file of its own, made with the first of them.
 *
 * Nothing waits for the disk: what the process has written outlives the process. A machine that loses its power loses the last
 * runs, and the checksums tell which.
 */
export class JournalWriter {
  readonly #path: string;
  readonly #header: JournalHeader;
  readonly #limitBytes: number;
  #descriptor: number | undefined;
  #byteCount = 0;
  #obstacle: string | undefined;

  constructor(path: string, header: JournalHeader, limitBytes: number) {
    this.#path = path;
    this.#header = header;
    this.#limitBytes = limitBytes;
  }

  /** Why nothing is written any more. */
  get obstacle(): string | undefined {
    return this.#obstacle;
  }

  /** Never throws: a run that is not kept is done again. @returns whether the run is kept */
  append(key: string, json: string): boolean {
    if (this.#obstacle !== undefined) return false;
    const text = `${this.#descriptor === undefined ? headerLine(this.#header) : ''}${runLine(key, json)}`;
    const bytes = Buffer.from(text);
    if (bytes.length > longestLineBytes) return false;
    try {
      this.#obstacle = this.#obstacleTo(bytes.length);
      if (this.#obstacle === undefined) this.#write(bytes);
    } catch (thrown) {
      this.#obstacle = thrown instanceof Error ? thrown.message : String(thrown);
      this.#cutOff();
    }
    return this.#obstacle === undefined;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
    this.#obstacle = 'closed';
  }

  #obstacleTo(addedBytes: number): string | undefined {
    const megabytes = (bytes: number) => `${Math.round(bytes / (1 << 20))} MB`;
    if (this.#byteCount + addedBytes > this.#limitBytes)
      return `their journals would take more than ${megabytes(journalLimitBytes)}`;
    const { bsize, bavail, blocks } = statfsSync(dirname(this.#path));
    // Some file systems do not tell.
    const isTold = blocks > 0;
    return isTold && bavail * bsize < leftFreeBytes + addedBytes
      ? `less than ${megabytes(leftFreeBytes)} are free`
      : undefined;
  }

  #write(bytes: Buffer): void {
    this.#descriptor ??= openSync(this.#path, 'ax');
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(this.#descriptor, bytes, offset);
    this.#byteCount += bytes.length;
  }

  /** Gives back what half a line took. */
  #cutOff(): void {
    if (this.#descriptor === undefined) return;
    try {
      if (fstatSync(this.#descriptor).size > this.#byteCount) ftruncateSync(this.#descriptor, this.#byteCount);
    } catch {
      // Its reader leaves half a line out.
    }
  }
}
