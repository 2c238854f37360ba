import { grown } from '../../kernel/columns.js';

/**
 * Who called whom: columns beside the table of requests, only where a class makes calls.
 *
 * A callee knows its caller's row and the serial that the caller's try had then, so that a link to a try that is over, or to
 * another request in its row, is noticed. Hot: plain columns.
 */
export class CallLinks {
  /** [row] the caller's row; -1 for a request of a source */
  caller = new Int32Array(1024);
  /** [row] `serial` of the caller when it called */
  callerSerial = new Int32Array(1024);
  /** [row] `PlannedCall.number`; -1 for a request of a source */
  call = new Int32Array(1024);
  /** [row] number of the source at the top */
  root = new Int32Array(1024);
  /** [row] hash of the way from the top: the same in every try; and with the tries on it */
  path = new Int32Array(1024);
  tryPath = new Int32Array(1024);
  /** [row] the edge of the graph that a call is of */
  edge = new Int32Array(1024);
  /** [row] of a try that calls: moves on with every try that begins or is cut off */
  serial = new Int32Array(1024);
  /** [row] the entry that is being made, and calls of it under way */
  entry = new Int32Array(1024);
  pending = new Int32Array(1024);
  /** [row] of an entry that calls one after the other: calls that are made, and how many there will be */
  made = new Int32Array(1024);
  wanted = new Int32Array(1024);
  /** [row] 1: a call has failed that fails its caller */
  hasFailed = new Uint8Array(1024);

  /** Makes room for the row. */
  reserve(row: number): void {
    while (row >= this.caller.length) {
      this.caller = grown(this.caller);
      this.callerSerial = grown(this.callerSerial);
      this.call = grown(this.call);
      this.root = grown(this.root);
      this.path = grown(this.path);
      this.edge = grown(this.edge);
      this.tryPath = grown(this.tryPath);
      this.serial = grown(this.serial);
      this.entry = grown(this.entry);
      this.pending = grown(this.pending);
      this.made = grown(this.made);
      this.wanted = grown(this.wanted);
      this.hasFailed = grown(this.hasFailed);
    }
  }

  /** A request of a source stands in the row. */
  begin(row: number, source: number): void {
    this.reserve(row);
    this.caller[row] = -1;
    this.call[row] = -1;
    this.root[row] = source;
    this.path[row] = 0;
    this.tryPath[row] = 0;
  }

  /** The request goes on in `next`; the calls of its try stay with the try. */
  moveOn(row: number, next: number): void {
    this.reserve(next);
    const { caller, callerSerial, call, root, path, tryPath, edge } = this;
    for (const column of [caller, callerSerial, call, root, path, tryPath, edge]) column[next] = column[row];
  }

  /** Somebody waits for the call's answer. */
  isAwaited(row: number): boolean {
    const caller = this.caller[row];
    return caller >= 0 && this.serial[caller] === this.callerSerial[row];
  }
}
