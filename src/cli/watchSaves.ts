import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import { statOf } from '../base/userFolder.js';

/** An editor writes, renames and sets times in a few steps; they are one save. */
const quietMs = 100;
/** Some file systems (network, containers) tell of no changes: looked at as often as people would wait. */
const lookMs = 1000;

/**
 * Notices saves of files.
 *
 * Folders are watched, not files: many editors save by renaming, and a file may not be there yet. What counts as a save is
 * told by the file's time and size, never by the event alone.
 */
export class SaveWatch {
  readonly #stamps = new Map<string, string>();
  readonly #folders = new Map<string, FSWatcher>();
  #wake: () => void = () => {};

  /** The files to watch from now on; those that were followed already keep what is known of them. */
  follow(files: readonly string[]): void {
    for (const file of this.#stamps.keys()) if (!files.includes(file)) this.#stamps.delete(file);
    for (const file of files) if (!this.#stamps.has(file)) this.#stamps.set(file, stampOf(file));
    const folders = new Set(files.map((file) => dirname(file)));
    for (const [folder, watcher] of this.#folders) {
      if (folders.has(folder)) continue;
      watcher.close();
      this.#folders.delete(folder);
    }
    for (const folder of folders) if (!this.#folders.has(folder)) this.#watchFolder(folder);
  }

  get fileCount(): number {
    return this.#stamps.size;
  }

  /** Waits for saves, also those since the last call. @returns the files; none when `signal` ended the waiting */
  async next(signal: AbortSignal): Promise<readonly string[]> {
    while (!signal.aborted) {
      if (this.#changed().length > 0) {
        while (await this.#hears(quietMs, signal)) if (signal.aborted) return [];
        return this.#take();
      }
      await this.#hears(lookMs, signal);
    }
    return [];
  }

  close(): void {
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  #watchFolder(folder: string): void {
    try {
      const watcher = watch(folder, () => this.#wake());
      // A folder that is removed, or a system out of watches: looking at the files goes on.
      watcher.on('error', () => watcher.close());
      this.#folders.set(folder, watcher);
    } catch {
      // Not there yet: as above.
    }
  }

  #changed(): string[] {
    return [...this.#stamps].filter(([file, stamp]) => stampOf(file) !== stamp).map(([file]) => file);
  }

  #take(): string[] {
    const files = this.#changed();
    for (const file of files) this.#stamps.set(file, stampOf(file));
    return files;
  }

  /** Whether something was heard within `ms`. */
  #hears(ms: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((done) => {
      const end = (heard: boolean) => (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        this.#wake = () => {};
        done(heard);
      };
      const onAbort = end(true);
      const timer = setTimeout(end(false), ms);
      this.#wake = end(true);
      signal.addEventListener('abort', onAbort);
    });
  }
}

function stampOf(file: string): string {
  const status = statOf(file);
  return status === undefined ? 'missing' : `${status.mtimeMs} ${status.size} ${status.ino}`;
}
