import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { type Problem, ProblemError } from '../base/problem.js';
import { textChunks } from '../traffic/trace/textChunks.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'is not found',
  EACCES: 'cannot be read: no permission',
  EPERM: 'cannot be read: no permission',
  ENOTDIR: 'is not found: a part of the path is a file',
  ELOOP: 'cannot be read: its links form a loop',
};

/** A mistake in an input file that a reader must mend. */
export function inputProblem(file: string, words: Omit<Problem, 'where'>, line?: number): ProblemError {
  return new ProblemError([{ ...words, where: line === undefined ? { file } : { file, line } }]);
}

/** Bytes of a plain file. @throws ProblemError when it is missing, no plain file, or larger than the limit */
export function checkInput(file: string, limitBytes = Number.POSITIVE_INFINITY): number {
  const size = sizeOf(file);
  if (size <= limitBytes) return size;
  throw inputProblem(file, {
    code: 'too-large',
    what: `is ${size} bytes, more than the size limit of ${limitBytes}`,
    why: 'It is read whole, and would take too much memory.',
    fix: 'export a shorter span, or a part of the file.',
  });
}

function sizeOf(file: string): number {
  try {
    const found = statSync(file);
    if (found.isFile()) return found.size;
  } catch (thrown) {
    throw unreadable(file, thrown);
  }
  throw inputProblem(file, {
    code: 'not-a-file',
    what: 'is not a plain file',
    why: 'An import reads one file.',
    fix: 'name a file in it.',
  });
}

function unreadable(file: string, thrown: unknown): ProblemError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown error';
  return inputProblem(file, {
    code: code === 'ENOENT' ? 'not-found' : 'unreadable',
    what: reasons[code] ?? `cannot be read (${code})`,
    why: 'There is nothing to import.',
    fix: 'check the path.',
  });
}

/** The text of a file in chunks, unpacked when it is gzipped. @throws ProblemError */
export function inputChunks(file: string): Generator<string> {
  checkInput(file);
  const open = () => {
    const descriptor = openSync(file, 'r');
    return {
      read: (buffer: Uint8Array) => readSync(descriptor, buffer, 0, buffer.length, null),
      close: () => closeSync(descriptor),
    };
  };
  return textChunks(open, file);
}

/** The bytes of a small file. @throws ProblemError */
export function readInput(file: string, limitBytes: number): Buffer {
  checkInput(file, limitBytes);
  try {
    return readFileSync(file);
  } catch (thrown) {
    throw unreadable(file, thrown);
  }
}
