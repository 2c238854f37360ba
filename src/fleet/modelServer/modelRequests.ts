import { type Column, grown } from '../../kernel/columns.js';

/** Where a request is. */
export const stage = { free: 0, incoming: 1, waiting: 2, prefill: 3, decode: 4, answering: 5 } as const;

/**
 * The requests that are inside of model servers, in columns.
 *
 * Hot. A row is its own, apart from the gateway's: a server holds a request that was given up until its next boundary.
 * Whoever enters a request takes a row, writes the columns of the first part, and reads those of the second.
 */
export class ModelRequests {
  promptTokens = new Int32Array(64);
  /** Known to the simulator alone, never to a policy. */
  outputTokens = new Int32Array(64);
  /** Higher first; only where the policy is `priority`. */
  priority = new Int32Array(64);
  /** Which prefix the prompt begins with; -1 for none. */
  prefix = new Float64Array(64);
  prefixTokens = new Int32Array(64);
  /** 1: the whole context stays findable under the prefix, as that of a chat. */
  keepsContext = new Uint8Array(64);
  /** Of the caller's own. */
  caller = new Int32Array(64);

  preemptions = new Int32Array(64);
  /** Tokens found in the prefix cache at the first admission. */
  hitTokens = new Int32Array(64);
  /** First admission and first token, microseconds; NaN until then. */
  admittedMicroseconds = new Float64Array(64);
  firstTokenMicroseconds = new Float64Array(64);
  /** Of a request that was preempted after its first token: its last one before. */
  lastTokenMicroseconds = new Float64Array(64);
  /** The answer is with the client, overheads included. */
  endMicroseconds = new Float64Array(64);

  /** The server's own. */
  stage = new Uint8Array(64);
  replica = new Int32Array(64);
  isGivenUp = new Uint8Array(64);
  queuedMicroseconds = new Float64Array(64);
  /** Order of entering, and of the present admission. */
  entered = new Float64Array(64);
  admission = new Float64Array(64);
  /** Tokens answered; of context stored, and wanted, while in prefill. */
  generated = new Int32Array(64);
  context = new Int32Array(64);
  target = new Int32Array(64);
  /** Of a decoding request: its context less the iterations of its replica, and the one after which it ends. */
  base = new Float64Array(64);
  endsAfter = new Float64Array(64);
  /** Row of the prefix cache that it uses, -1 for none; blocks of it that it uses, and that it found there. */
  entry = new Int32Array(64);
  shareBlocks = new Int32Array(64);
  foundBlocks = new Int32Array(64);
  /** Neighbours in the running list. */
  before = new Int32Array(64);
  after = new Int32Array(64);
  /** Pass in which it was given a block. */
  grantedIn = new Float64Array(64);

  /** Of all replicas: a row that goes from one to another is never taken for what it was there. */
  admissions = 0;

  #freeRows: number[] = [];
  #count = 0;
  #entered = 0;

  /** A row with defaults: no prefix, priority 0. */
  take(): number {
    const row = this.#freeRows.pop() ?? this.#count++;
    if (row >= this.stage.length) this.#grow();
    this.priority[row] = 0;
    this.prefix[row] = -1;
    this.prefixTokens[row] = 0;
    this.keepsContext[row] = 0;
    this.preemptions[row] = 0;
    this.hitTokens[row] = 0;
    this.admittedMicroseconds[row] = Number.NaN;
    this.firstTokenMicroseconds[row] = Number.NaN;
    this.endMicroseconds[row] = Number.NaN;
    this.isGivenUp[row] = 0;
    this.generated[row] = 0;
    this.entry[row] = -1;
    this.shareBlocks[row] = 0;
    this.foundBlocks[row] = 0;
    this.grantedIn[row] = -1;
    this.entered[row] = this.#entered++;
    this.stage[row] = stage.incoming;
    return row;
  }

  /** The row may be taken anew. */
  drop(row: number): void {
    this.stage[row] = stage.free;
    this.#freeRows.push(row);
  }

  #grow(): void {
    const columns = this as unknown as Record<string, Column>; // safe: every enumerable field that is a typed array is a column
    for (const name of Object.keys(this)) if (ArrayBuffer.isView(columns[name])) columns[name] = grown(columns[name]);
  }
}
