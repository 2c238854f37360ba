import { grown } from '../../kernel/columns.js';
import * as link from './link.js';

/** Words of one row, and those of them that are the request's: `link.ts` says which. */
const rowWords = 16;
const requestWords = 8;
const firstRowCount = 1024;

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

  /** Somebody waits for the call's answer. */
  isAwaited(row: number): boolean {
    const { words } = this;
    const caller = words[(row << 4) | link.caller];
    return caller >= 0 && words[(caller << 4) | link.serial] === words[(row << 4) | link.callerSerial];
  }
}
