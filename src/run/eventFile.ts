import { closeSync, openSync, writeSync } from 'node:fs';
import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { visibleJson } from '../base/visible.js';

/** Text collected before it is written: a write per event would cost more than the run. */
const bufferedCharacters = 1 << 16;

/** Writes events of a run to a file, one JSON a line. */
export class EventFile {
  readonly #path: string;
  readonly #descriptor: number;
  #text = '';

  /** @throws when the file cannot be opened for writing */
  constructor(path: string) {
    this.#path = path;
    this.#descriptor = openSync(path, 'w');
  }

  write(event: Readonly<Record<string, unknown>>): void {
    this.#text += `${visibleJson(event)}\n`;
    if (this.#text.length >= bufferedCharacters) this.#flush();
  }

  close(): void {
    try {
      this.#flush();
    } finally {
      closeSync(this.#descriptor);
    }
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    try {
      // A write may take only a part: on a full disk the rest then fails with its reason.
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(this.#descriptor, bytes, offset);
    } catch (thrown) {
      throw blocked(this.#path, thrown);
    }
  }
}

function blocked(path: string, thrown: unknown): ProblemError {
  const what = `cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  const why = 'Every event of the run goes there.';
  const fix = 'name another file with --events FILE.';
  return new ProblemError([{ code: 'output-blocked', where: { file: path }, what, why, fix }], exitCode.outputBlocked);
}
