import { Gunzip } from 'fflate';
import { traceProblem } from './traceProblem.js';

/** Bytes of a file, handed out in order. */
export interface ByteSource {
  /** Fills the buffer and returns how many bytes it holds; 0 at the end. */
  read(buffer: Uint8Array): number;
  close(): void;
}

const CHUNK_BYTES = 64 * 1024;

/** The text of a file, chunk by chunk, unpacked when it is gzipped; never the whole file. */
export function* textChunks(bytes: ByteSource, file: string): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  const buffer = new Uint8Array(CHUNK_BYTES);
  const unpacked: Uint8Array[] = [];
  const gunzip = file.endsWith('.gz') ? new Gunzip((chunk) => unpacked.push(chunk)) : undefined;
  try {
    for (;;) {
      const count = bytes.read(buffer);
      if (gunzip === undefined) {
        if (count === 0) break;
        yield decoder.decode(buffer.subarray(0, count), { stream: true });
        continue;
      }
      pushGzip(gunzip, buffer.slice(0, count), count === 0, file);
      for (const chunk of unpacked.splice(0)) yield decoder.decode(chunk, { stream: true });
      if (count === 0) break;
    }
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } finally {
    bytes.close();
  }
}

function pushGzip(gunzip: Gunzip, chunk: Uint8Array, isLast: boolean, file: string): void {
  try {
    gunzip.push(chunk, isLast);
  } catch (error) {
    throw traceProblem({
      file,
      code: 'damaged-gzip',
      what: `is not a whole gzip file (${error instanceof Error ? error.message : 'unreadable'})`,
      why: 'Part of the trace would be missing without notice.',
      fix: 'copy or compress the file again.',
    });
  }
}

/** One line of a file; lines are numbered from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Longest line of a table that is read. */
const LINE_LIMIT = 1_000_000;

/** The lines of a file without their ends; empty ones are left out. */
export function* lines(chunks: Iterable<string>, file: string): Generator<Line> {
  let rest = '';
  let number = 0;
  for (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LINE_LIMIT) {
      throw traceProblem({
        file,
        line: number + 1,
        code: 'line-too-long',
        what: `has a line of more than ${LINE_LIMIT} characters`,
        why: 'No row of a trace is that long.',
        fix: 'check that the file is a table; counts separated by blanks have no `time` column.',
      });
    }
    for (const part of parts) {
      number++;
      const text = part.endsWith('\r') ? part.slice(0, -1) : part;
      if (text.trim() !== '') yield { number, text };
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

/** Words separated by blanks and line ends, with the line they stand in. */
export function* words(chunks: Iterable<string>): Generator<Line> {
  let rest = '';
  let number = 1;
  for (const chunk of chunks) {
    const text = rest + chunk;
    const pattern = /(\S+)(\s)|\n/g;
    let end = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[1] !== undefined) yield { number, text: match[1] };
      if (match[0].endsWith('\n')) number++;
      end = pattern.lastIndex;
    }
    rest = text.slice(end);
  }
  if (rest.trim() !== '') yield { number, text: rest.trim() };
}
