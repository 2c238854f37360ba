import { closeSync, openSync, writeSync } from 'node:fs';

/** Text collected before it is written: a write per event would cost more than the run. */
const bufferedCharacters = 1 << 16;

/** Writes events of a run to a file, one JSON a line. */
export class EventFile {
  readonly #descriptor: number;
  #text = '';

  /** @throws when the file cannot be opened for writing */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'w');
  }

  write(event: Readonly<Record<string, unknown>>): void {
    this.#text += `${JSON.stringify(event)}\n`;
    if (this.#text.length >= bufferedCharacters) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text);
    this.#text = '';
    // A write may take only a part: on a full disk the rest then fails with its reason.
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(this.#descriptor, bytes, offset);
  }
}
