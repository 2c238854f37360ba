import { GzipReader } from './gzipReader.js';
import { traceProblem } from './traceProblem.js';

/** Bytes of a file, handed out in order. */
export interface ByteSource {
  /** Fills the buffer and returns how many bytes it holds; 0 at the end. */
  read(buffer: Uint8Array): number;
  close(): void;
}

const CHUNK_BYTES = 64 * 1024;

/**
 * The text of a file, chunk by chunk, unpacked when it is gzipped; never the whole file.
 *
 * The file is opened when the first chunk is asked for, and closed at its end or with the generator.
 */
export function* textChunks(open: () => ByteSource, file: string): Generator<string> {
  const bytes = open();
  try {
    yield* file.endsWith('.gz') ? unpackedChunks(bytes, file) : plainChunks(bytes);
  } finally {
    bytes.close();
  }
}

function* plainChunks(bytes: ByteSource): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  const buffer = new Uint8Array(CHUNK_BYTES);
  for (let count = bytes.read(buffer); count > 0; count = bytes.read(buffer)) {
    yield decoder.decode(buffer.subarray(0, count), { stream: true });
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function* unpackedChunks(bytes: ByteSource, file: string): Generator<string> {
  const decoder = new TextDecoder('utf-8');
  const buffer = new Uint8Array(CHUNK_BYTES);
  const reader = new GzipReader();
  let line = 1;
  for (let count = -1; count !== 0; ) {
    count = bytes.read(buffer);
    for (const chunk of unpack(reader, buffer.subarray(0, count), { file, line })) {
      const text = decoder.decode(chunk, { stream: true });
      line += lineEndCount(text);
      yield text;
    }
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

function unpack(reader: GzipReader, chunk: Uint8Array, place: { file: string; line: number }): Uint8Array[] {
  try {
    return reader.push(chunk);
  } catch (error) {
    throw traceProblem({
      ...place,
      code: 'damaged-gzip',
      what: `is not a whole gzip file: ${error instanceof Error ? error.message : 'unreadable'}`,
      why: 'Part of the trace would be lost silently.',
      fix: 'copy or compress the file again.',
    });
  }
}

function lineEndCount(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) count++;
  return count;
}

/** One line of a file; lines are numbered from 1. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

/** Longest line of a table, and longest word, that is read. */
const LINE_LIMIT = 1_000_000;

function tooLong(file: string, line: number): Error {
  return traceProblem({
    file,
    line,
    code: 'line-too-long',
    what: `has a line of more than ${LINE_LIMIT} characters`,
    why: 'No row of a trace is that long.',
    fix: 'check that the file is a table; counts separated by blanks have no `time` column.',
  });
}

/** The lines of a file without their ends; empty ones are left out. */
export function* lines(chunks: Iterable<string>, file: string): Generator<Line> {
  let rest = '';
  let number = 0;
  for (const chunk of chunks) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > LINE_LIMIT) throw tooLong(file, number + 1);
    for (const part of parts) {
      number++;
      const text = part.endsWith('\r') ? part.slice(0, -1) : part;
      if (text.trim() !== '') yield { number, text };
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest };
}

/** Words separated by blanks and line ends, with the line they stand in. */
export function* words(chunks: Iterable<string>, file: string): Generator<Line> {
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
    if (rest.length > LINE_LIMIT) throw tooLong(file, number);
  }
  if (rest.trim() !== '') yield { number, text: rest.trim() };
}
