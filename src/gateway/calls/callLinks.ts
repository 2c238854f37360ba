import { grown } from '../../kernel/columns.js';

/** Words of one row; the first eight are the request's and move on with it, the others its try's. */
const rowWords = 16;
const requestWords = 8;
const firstRowCount = 1024;

/** `words[(row << 4) | link.x]` */
export const link = {
  /** The caller's row; -1 for a request of a source. */
  caller: 0,
  /** `serial` of the caller when it called. */
  callerSerial: 1,
  /** `PlannedCall.number`; -1 for a request of a source. */
  call: 2,
  /** Number of the source at the top. */
  root: 3,
  /** Hash of the way from the top: the same in every try; and with the tries on it. */
  path: 4,
  tryPath: 5,
  /** The edge of the graph that a call is of. */
  edge: 6,
  /** Of a tool, whose caller is -1: the session that waits for it. */
  session: 7,
  /** Of a try that calls: moves on with every try that begins or is cut off. */
  serial: 8,
  /** The entry that is being made, and calls of it under way. */
  entry: 9,
  pending: 10,
  /** Of an entry that calls one after the other: calls that are made, and how many there will be. */
  made: 11,
  wanted: 12,
  /** 1: a call has failed that fails its caller. */
  hasFailed: 13,
  /** 1: the client of the try has given it up. */
  isGivenUp: 14,
} as const;

/**
 * Who called whom, beside the table of requests, only where a class makes calls.
 *
 * A callee knows its caller's row and the serial that the caller's try had then, so that a link to a try that is over, or to
 * another request in its row, is noticed. Hot: a row is a record of 64 bytes, one line of the cache.
 */
export class CallLinks {
  words = new Int32Array(firstRowCount * rowWords);

  /** Makes room for the row. */
  reserve(row: number): void {
    while (row * rowWords >= this.words.length) this.words = grown(this.words);
  }

  /** A request of a source stands in the row. */
  begin(row: number, source: number): void {
    this.reserve(row);
    const { words } = this;
    const at = row << 4;
    words[at | link.caller] = -1;
    words[at | link.call] = -1;
    words[at | link.root] = source;
    words[at | link.path] = 0;
    words[at | link.tryPath] = 0;
    words[at | link.isGivenUp] = 0;
  }

  /** The request goes on in `next`; the calls of its try stay with the try. */
  moveOn(row: number, next: number): void {
    this.reserve(next);
    this.words.copyWithin(next * rowWords, row * rowWords, row * rowWords + requestWords);
    this.words[(next << 4) | link.isGivenUp] = 0;
  }

  /** The word of a row: `link`. */
  of(row: number, name: keyof typeof link): number {
    return this.words[(row << 4) | link[name]];
  }

  /** Somebody waits for the call's answer. */
  isAwaited(row: number): boolean {
    const { words } = this;
    const caller = words[(row << 4) | link.caller];
    return caller >= 0 && words[(caller << 4) | link.serial] === words[(row << 4) | link.callerSerial];
  }
}
