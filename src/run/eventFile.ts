import { fileSystem } from '../base/output/fileSystem.js';
import { attempt } from '../base/output/outputProblem.js';
import { writeAll } from '../base/output/replacement.js';
import { visibleJson } from '../base/visible.js';

/** Text collected before it is written: a write per event would cost more than the run. */
const bufferedCharacters = 1 << 16;

const words = { why: 'Every event of the run goes there.', fix: 'name another file with --events FILE.' };

/** Writes events of a run to a temporary file, one JSON a line; whoever made the file puts it on the disk and in place. */
export class EventFile {
  readonly #path: string;
  #descriptor: number | undefined;
  #text = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws ProblemError with exit code 106 */
  write(event: Readonly<Record<string, unknown>>): void {
    this.#text += `${visibleJson(event)}\n`;
    if (this.#text.length >= bufferedCharacters) this.#flush();
  }

  /** @throws ProblemError with exit code 106 */
  close(): void {
    try {
      this.#flush();
    } finally {
      if (this.#descriptor !== undefined) fileSystem.closeSync(this.#descriptor);
    }
  }

  #flush(): void {
    const text = this.#text;
    this.#text = '';
    attempt(
      this.#path,
      () => {
        this.#descriptor ??= fileSystem.openSync(this.#path, 'w');
        writeAll(this.#descriptor, text);
      },
      words,
    );
  }
}
