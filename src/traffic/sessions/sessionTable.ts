import { type Column, grown } from '../../kernel/columns.js';

/** The sessions under way, one row each: memory follows those alive, never their total. */
export class SessionTable {
  sources = new Int32Array(64);
  /** Number of the arrival that began it, within its source. */
  numbers = new Float64Array(64);
  begunSeconds = new Float64Array(64);
  /** Its present turn, from 0, and how many it has. */
  turns = new Int32Array(64);
  turnCounts = new Int32Array(64);
  /** As in `ArrivalBlock`: who sends it. */
  users = new Int32Array(64);
  consumers = new Float64Array(64);
  /** As `SessionPlan` has them. */
  baseTokens = new Float64Array(64);
  /** Of the task of an agent: the service of its last turn; tools to begin with, begun ones, those under way; when the last of these answers. */
  services = new Int32Array(64);
  toolsLeft = new Int32Array(64);
  toolsBegun = new Int32Array(64);
  toolsUnderWay = new Int32Array(64);
  toolsEndSeconds = new Float64Array(64);
  carriedTokens = new Float64Array(64);
  #free: number[] = [];
  #count = 0;

  get liveCount(): number {
    return this.#count - this.#free.length;
  }

  take(): number {
    const row = this.#free.pop() ?? this.#count++;
    if (row >= this.turns.length) this.#grow();
    return row;
  }

  drop(row: number): void {
    this.#free.push(row);
  }

  #grow(): void {
    const columns = this as unknown as Record<string, Column>; // safe: every enumerable field that is a typed array is a column
    for (const name of Object.keys(this)) if (ArrayBuffer.isView(columns[name])) columns[name] = grown(columns[name]);
  }
}
