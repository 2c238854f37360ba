import { createHash } from 'node:crypto';
import { ProblemError } from '../../base/problem.js';
import { type OpenedFile, openUserFile } from '../../base/userFile.js';
import type { ProgramIdentity } from './programIdentity.js';

/** Who wrote a journal. */
export interface JournalHeader extends ProgramIdentity {
  readonly host: string;
  readonly pid: number;
}

/** What a journal holds, as far as it is whole. */
export interface JournalContent {
  /** As far as it can be read. Where its checksum is wrong nothing of the file counts. */
  readonly header: JournalHeader | undefined;
  /** The results as JSON, by the key of the run. */
  readonly runs: ReadonlyMap<string, Buffer>;
  /** Lines that are not what was written. A last line that was cut off is none: that is how a journal ends when its process dies. */
  readonly damagedCount: number;
}

const format = 'dryscale-runs/1';
const keyLength = 64;
/** Beyond it there is no line of ours: a run takes 25 kB, its pictures 100 kB and what its policy printed. */
export const longestLineBytes = 64 << 20;
/** All journals of one folder together: they are read into memory, where the results of all runs are anyway. */
export const journalLimitBytes = 512 << 20;
const chunkBytes = 1 << 20;
const lineFeed = 10;

/** The first line of a journal. */
export function headerLine(header: JournalHeader): string {
  return line(format, JSON.stringify(header));
}

/** A finished run: its key, a checksum of the line, its result as JSON, which has no line feed. */
export function runLine(key: string, json: string): string {
  return line(key, json);
}

function line(name: string, json: string): string {
  return `${name} ${checksum(name, json)} ${json}\n`;
}

function checksum(name: string, json: string | Buffer): string {
  return createHash('sha256').update(`${name} `).update(json).digest('hex');
}

/** The header of a journal, even of another version, whatever comes behind it; undefined where it is none. */
export function readHeader(path: string): JournalHeader | undefined {
  for (const first of journalLines(path)) return parseHeader(first);
  return undefined;
}

/** Reads a journal whose process may have died at any moment, or may still write: what is not whole is not there. */
export function readJournal(path: string): JournalContent {
  const runs = new Map<string, Buffer>();
  let header: JournalHeader | undefined;
  let damagedCount = 0;
  let isFirst = true;
  for (const bytes of journalLines(path)) {
    const parts = split(bytes);
    if (isFirst) {
      header = parseHeader(bytes);
      if (header === undefined || parts?.name !== format) return { header, runs, damagedCount: 1 };
    } else if (parts === undefined) damagedCount++;
    else runs.set(parts.name, parts.json);
    isFirst = false;
  }
  return { header, runs, damagedCount };
}

/** The parts of a line whose checksum is right. */
function split(bytes: Buffer): { readonly name: string; readonly json: Buffer } | undefined {
  const nameEnd = bytes.indexOf(' ');
  const sumEnd = nameEnd + 1 + keyLength;
  if (nameEnd < 0 || bytes[sumEnd] !== ' '.charCodeAt(0)) return undefined;
  const name = bytes.toString('latin1', 0, nameEnd);
  const json = bytes.subarray(sumEnd + 1);
  return checksum(name, json) === bytes.toString('latin1', nameEnd + 1, sumEnd) ? { name, json } : undefined;
}

/** Whatever its checksum says: to name another version it must be readable, no more. */
function parseHeader(bytes: Buffer): JournalHeader | undefined {
  const [, json] = /^dryscale-runs\/\d+ [0-9a-f]{64} (\{.*\})$/.exec(bytes.toString()) ?? [];
  if (json === undefined) return undefined;
  try {
    const header: unknown = JSON.parse(json);
    const isOurs =
      typeof header === 'object' &&
      header !== null &&
      'version' in header &&
      typeof header.version === 'string' &&
      'pid' in header &&
      typeof header.pid === 'number';
    // safe: a header of ours; one that is damaged is found by its checksum before anything but the version is used.
    return isOurs ? (header as JournalHeader) : undefined;
  } catch {
    return undefined;
  }
}

/** Every line that ends in a line feed, up to one that is too long to be ours; none of a file that cannot be read. */
function* journalLines(path: string): Generator<Buffer> {
  let file: OpenedFile | undefined;
  try {
    file = openUserFile({ path, limitBytes: journalLimitBytes, why: 'Finished runs are kept there.' });
    yield* linesOf(file);
  } catch (thrown) {
    // Another process may have taken it away.
    if (!(thrown instanceof ProblemError)) throw thrown;
  } finally {
    file?.close();
  }
}

function* linesOf(file: OpenedFile): Generator<Buffer> {
  const chunk = Buffer.allocUnsafe(chunkBytes);
  let parts: Buffer[] = [];
  let pendingBytes = 0;
  for (let count = file.read(chunk); count > 0 && pendingBytes <= longestLineBytes; count = file.read(chunk)) {
    let begin = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0 && end < count; end = chunk.indexOf(lineFeed, begin)) {
      yield Buffer.concat([...parts, chunk.subarray(begin, end)]);
      begin = end + 1;
      parts = [];
      pendingBytes = 0;
    }
    parts.push(Buffer.from(chunk.subarray(begin, count)));
    pendingBytes += count - begin;
  }
}
