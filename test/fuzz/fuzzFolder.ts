import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the files of one kind of input; made when first asked for. */
export class FuzzFolder {
  #path: string | undefined;

  get path(): string {
    this.#path ??= mkdtempSync(join(tmpdir(), 'dryscale-fuzz-'));
    return this.#path;
  }

  /** @returns the path of the file */
  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, content);
    return path;
  }

  remove(): void {
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
    this.#path = undefined;
  }
}
