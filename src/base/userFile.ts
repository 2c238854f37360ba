import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, type Stats, statSync } from 'node:fs';
import { confined, givenText, type Refusal, refusalOfText } from './confinement.js';
import { type FaultWords, type FileFault, systemCodeOf, systemWords } from './fileFault.js';
import { ProblemError } from './problem.js';

/**
 * The only way to a file that somebody else named: on the command line, in a scenario, in a folder.
 *
 * Such a path may lead to anything. A FIFO or a terminal never ends, a device has no size, a file may be larger than the memory,
 * grow while it is read, or be replaced between a look at it and its opening. So a file is opened once without waiting, looked
 * at through its descriptor, and read no further than it was long then.
 */
export interface UserFile {
  readonly path: string;
  /** The path as the user wrote it, for messages; `path` when left out. */
  readonly shown?: string;
  /** What people write is far below it; what is larger is another file. */
  readonly limitBytes: number;
  /** What is missing without the file, as a sentence. */
  readonly why: string;
  /**
   * Whether it may be a pipe that came with the command: `-`, /dev/stdin, and /dev/fd/63 as shells write `<(command)`.
   *
   * Not for names inside of files: those are read again and again.
   */
  readonly mayBePipe?: boolean;
  /** The path has been judged with its links followed: what is opened must be what it still leads to without any. */
  readonly hasNoLinks?: boolean;
  /** No text may stand for it: threads read it, which know of none. */
  readonly isOnDisk?: boolean;
  /** Better words of the caller for a fault. */
  readonly words?: (fault: FileFault) => Partial<FaultWords>;
}

/** A file that is open; whoever opened it closes it. */
export interface OpenedFile {
  /** When it was opened; undefined for a pipe. */
  readonly sizeBytes: number | undefined;
  /** Fills the buffer and returns how many bytes it holds; 0 at the end. @throws ProblemError */
  read(buffer: Uint8Array): number;
  close(): void;
}

/** The text of a file, without a byte order mark. @throws ProblemError */
export function readUserText(file: UserFile): string {
  const bytes = readUserBytes(file);
  const [a, b] = bytes;
  const isUtf16 = bytes.length >= 2 && ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0);
  try {
    if (!isUtf16) return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Told below.
  }
  const what = `is not in the encoding UTF-8${isUtf16 ? ' (it looks like UTF-16)' : ''}`;
  const why = 'Some of its characters could not be read.';
  throw fileProblem(file, { code: 'bad-encoding', what, why, fix: 'save the file as UTF-8.' });
}

/** The text of a file that nobody has to have; undefined where it cannot be read. */
export function optionalText(path: string, limitBytes: number): string | undefined {
  try {
    return readUserText({ path, limitBytes, why: '' });
  } catch (thrown) {
    if (thrown instanceof ProblemError) return undefined;
    throw thrown;
  }
}

/** What pipes gave, by path: a pipe is read once, and a command may ask for it again. */
const pipes = new Map<string, Uint8Array>();

/** All bytes of a file. @throws ProblemError */
export function readUserBytes(file: UserFile): Uint8Array {
  const known = pipes.get(file.path);
  if (known !== undefined && file.mayBePipe === true) return known;
  const opened = openUserFile(file);
  try {
    const bytes = readAll(opened, file);
    if (opened.sizeBytes === undefined) pipes.set(file.path, bytes);
    return bytes;
  } finally {
    opened.close();
  }
}

/** One byte more than the limit is asked for, to see that a pipe goes on. */
function readAll(opened: OpenedFile, file: UserFile): Uint8Array {
  const { sizeBytes } = opened;
  if (sizeBytes !== undefined) {
    const buffer = new Uint8Array(sizeBytes);
    return buffer.subarray(0, fill(opened, buffer));
  }
  const parts: Uint8Array[] = [];
  for (let totalBytes = 0; ; ) {
    const part = new Uint8Array(65_536);
    const count = opened.read(part);
    if (count === 0) return Buffer.concat(parts);
    totalBytes += count;
    parts.push(part.subarray(0, count));
    if (totalBytes > file.limitBytes) throw tooLarge(file, `is longer than the size limit of ${file.limitBytes} bytes`);
  }
}

function fill(opened: OpenedFile, buffer: Uint8Array): number {
  let total = 0;
  while (total < buffer.length) {
    const count = opened.read(buffer.subarray(total));
    if (count === 0) break;
    total += count;
  }
  return total;
}

/** Opens a regular file, or a pipe where it may be one, for somebody who reads it in parts. @throws ProblemError */
export function openUserFile(asked: UserFile): OpenedFile {
  const text = asked.isOnDisk === true ? undefined : givenText(asked.path);
  if (text !== undefined) return openedText(asked, text);
  const file = allowed(asked);
  const pipe = file.mayBePipe === true ? pipeOf(file.path) : undefined;
  if (pipe !== undefined) return { sizeBytes: undefined, read: readerOf(file, pipe), close: () => {} };
  let descriptor: number | undefined;
  try {
    // A device may act on being opened, so a look comes first; what counts is the look through the descriptor.
    rejectOthers(file, statSync(file.path));
    const noFollow = file.hasNoLinks === true ? constants.O_NOFOLLOW : 0;
    const { O_RDONLY, O_NONBLOCK = 0, O_NOCTTY = 0 } = constants;
    descriptor = openSync(file.path, O_RDONLY | O_NONBLOCK | O_NOCTTY | (noFollow ?? 0));
    const found = rejectOthers(file, fstatSync(descriptor));
    if (file.hasNoLinks === true) rejectReplaced(file, found);
    return openedFile(file, descriptor, found.size);
  } catch (thrown) {
    if (descriptor !== undefined) closeSync(descriptor);
    throw asProblem(file, thrown);
  }
}

/** The file by its path without links, where only some may be opened. @throws ProblemError */
function allowed(file: UserFile): UserFile {
  const found = confined(file.path);
  if (found === undefined) return file;
  if ('refused' in found) throw refusal(file, found.refused);
  return { ...file, path: found.path, shown: file.shown ?? file.path, mayBePipe: false, hasNoLinks: true };
}

function refusal(file: UserFile, words: Refusal): ProblemError {
  return new ProblemError([{ ...words, where: { file: file.shown ?? file.path } }]);
}

/** @throws ProblemError */
function openedText(file: UserFile, text: string): OpenedFile {
  const refused = refusalOfText(file.path);
  if (refused !== undefined) throw refusal(file, refused);
  const bytes = Buffer.from(text);
  if (bytes.length > file.limitBytes) {
    throw tooLarge(file, `is ${bytes.length} bytes, more than the size limit of ${file.limitBytes}`);
  }
  let from = 0;
  const read = (buffer: Uint8Array): number => {
    const count = bytes.copy(buffer, 0, from);
    from += count;
    return count;
  };
  return { sizeBytes: bytes.length, read, close: () => {} };
}

function openedFile(file: UserFile, descriptor: number, sizeBytes: number): OpenedFile {
  const read = readerOf(file, descriptor);
  let restBytes = sizeBytes;
  return {
    sizeBytes,
    read: (buffer) => {
      // Of a file that grows, only what was there.
      const count = restBytes === 0 ? 0 : read(buffer.subarray(0, restBytes));
      restBytes -= count;
      return count;
    },
    close: () => closeSync(descriptor),
  };
}

/** @returns what was looked at @throws ProblemError unless it is a regular file within the limit */
function rejectOthers(file: UserFile, found: Stats): Stats {
  if (found.isDirectory()) throw systemProblem(file, 'EISDIR');
  if (!found.isFile()) {
    const what = `is ${kindOf(found)}, not a regular file`;
    throw fileProblem(file, { code: 'not-a-file', what, why: file.why, fix: 'name a regular file.' });
  }
  if (found.size > file.limitBytes) {
    throw tooLarge(file, `is ${found.size} bytes, more than the size limit of ${file.limitBytes}`);
  }
  return found;
}

/** A folder of the path may have become a link between the look and the opening. */
function rejectReplaced(file: UserFile, opened: Stats): void {
  const there = statSync(file.path);
  if (realpathSync(file.path) === file.path && there.ino === opened.ino && there.dev === opened.dev) return;
  const what = 'was replaced while it was read';
  throw fileProblem(file, { code: 'unreadable', what, why: file.why, fix: 'run it again.' });
}

function kindOf(found: Stats): string {
  if (found.isFIFO()) return 'a named pipe (FIFO)';
  return found.isSocket() ? 'a socket' : 'a device';
}

/** The descriptor that a path stands for, when a pipe or the like is behind it; standard input may be anything without a size. */
function pipeOf(path: string): number | undefined {
  const number = path === '-' || path === '/dev/stdin' ? '0' : /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(path)?.[1];
  if (number === undefined) return undefined;
  const descriptor = Number(number);
  if (path === '-') return descriptor;
  try {
    const found = fstatSync(descriptor);
    return found.isFIFO() || found.isSocket() ? descriptor : undefined;
  } catch {
    // Not open: there is no such file.
    return undefined;
  }
}

const waitMs = 10;
/** Descriptors beyond the standard ones may be anybody's: one that nobody writes to is given up after 5 s. */
const patienceMs = 5000;

/** Reads from a descriptor; waits where it is one that has nothing yet. */
function readerOf(file: UserFile, descriptor: number): OpenedFile['read'] {
  return (buffer) => {
    for (let waitedMs = 0; ; waitedMs += waitMs) {
      try {
        return readSync(descriptor, buffer, 0, buffer.length, null);
      } catch (thrown) {
        const code = systemCodeOf(thrown);
        if (code === 'EOF') return 0;
        if (code !== 'EAGAIN' || (descriptor > 2 && waitedMs >= patienceMs)) throw asProblem(file, thrown);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
      }
    }
  };
}

function asProblem(file: UserFile, thrown: unknown): ProblemError {
  return thrown instanceof ProblemError ? thrown : systemProblem(file, systemCodeOf(thrown));
}

function systemProblem(file: UserFile, systemCode: string): ProblemError {
  return fileProblem(file, { ...systemWords(systemCode), why: file.why });
}

function tooLarge(file: UserFile, what: string): ProblemError {
  const why = 'It is read whole, and would take too much memory.';
  return fileProblem(file, { code: 'too-large', what, why, fix: 'name a smaller file.' });
}

function fileProblem(file: UserFile, words: FaultWords & { readonly code: FileFault }): ProblemError {
  const shown = file.shown ?? (file.path === '-' ? 'stdin' : file.path);
  return new ProblemError([{ ...words, ...file.words?.(words.code), where: { file: shown } }]);
}
