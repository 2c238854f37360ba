import { grown } from '../kernel/columns.js';
import * as place from './place.js';
import { isCheck, isOrphan } from './requestFlag.js';
import * as word from './word.js';

/** Whether a request that is there waits, and has no instance yet. */
export function waitsForInstance(where: number): boolean {
  return where === place.centralQueue || where === place.pool;
}

/** Whether a request that is there waits, with an instance or without. */
export function waitsThere(where: number): boolean {
  return waitsForInstance(where) || where === place.instanceQueue;
}

/** Where a try holds a slot. */
export const slotPlaces: readonly number[] = [place.cpu, place.io, place.held, place.calling];

/** Doubles of one row; twice as many words. */
const rowDoubles = 16;
const firstRowCount = 1024;

/**
 * The requests under way, one row each.
 *
 * Hot: a row is a record of 128 bytes, what every event needs in its first cache line; doubles and words (whole numbers)
 * are two views of one memory. Grows with the requests alive at once, never with their total; whoever holds a view takes
 * it anew after `allocate`. `generation` and `life` tell events that were planned for an earlier try or request of the row.
 * A request that waits is linked into one list (a central queue or that of an instance), so leaving from the middle is O(1).
 * Orphans: a try whose client has stopped waiting stays at its instance, which does not notice; its request has moved on.
 */
export class RequestTable {
  #count = 0;
  #free = -1;
  doubles = new Float64Array(firstRowCount * rowDoubles);
  words = new Int32Array(this.doubles.buffer);
  /** [row] number of the prefix that its prompt begins with; only of classes that have some */
  prefixes = new Float64Array(0);
  /** [row] who asks, by its place in `ai.consumers`, -1: nobody of them; only where there are consumers */
  consumers = new Int32Array(0);
  /** [row] row of the session that it is a turn of, and tokens of its prompt that are carried from the turn before; only where sources have sessions */
  sessions = new Int32Array(0);
  carriedTokens = new Float64Array(0);
  /** [row] bits of the services that it has been to; only where routes have fallbacks */
  visited = new Int32Array(0);

  /** One more than the highest row ever used. */
  get rowCount(): number {
    return this.#count;
  }

  allocate(): number {
    const row = this.#free;
    if (row >= 0) {
      this.#free = this.words[(row << 5) | word.next];
      return row;
    }
    if (this.#count * rowDoubles === this.doubles.length) {
      this.doubles = grown(this.doubles);
      this.words = new Int32Array(this.doubles.buffer);
    }
    return this.#count++;
  }

  release(row: number): void {
    const { words } = this;
    const at = row << 5;
    words[at | word.generation]++;
    words[at | word.life]++;
    words[at | word.place] = place.free;
    words[at | word.next] = this.#free;
    this.#free = row;
  }

  /** A new row with the same request in it; the try it is in stays behind in `row`. */
  moveOn(row: number): number {
    const next = this.allocate();
    const { doubles, words } = this;
    const { generation, life } = word;
    const [ownGeneration, ownLife] = [words[(next << 5) | generation], words[(next << 5) | life]];
    doubles.copyWithin(next * rowDoubles, row * rowDoubles, (row + 1) * rowDoubles);
    if (row < this.prefixes.length) this.beginWith(next, this.prefixes[row]);
    if (row < this.consumers.length) this.askedBy(next, this.consumers[row]);
    if (row < this.sessions.length) this.isTurnOf(next, this.sessions[row], this.carriedTokens[row]);
    if (row < this.visited.length) this.visit(next, this.visited[row]);
    words[(next << 5) | generation] = ownGeneration;
    words[(next << 5) | life] = ownLife;
    return next;
  }

  /** The prompt of the row begins with this prefix. */
  beginWith(row: number, prefix: number): void {
    if (row >= this.prefixes.length) this.#growPrefixes();
    this.prefixes[row] = prefix;
  }

  /** The request of the row has been to these services of its route, and to no others. */
  visit(row: number, bits: number): void {
    if (row >= this.visited.length) this.#growVisited();
    this.visited[row] = bits;
  }

  /** The request of the row is a turn of this session, and its prompt begins with so many tokens of the turns before. */
  isTurnOf(row: number, session: number, carriedTokens: number): void {
    if (row >= this.sessions.length) this.#growSessions();
    this.sessions[row] = session;
    this.carriedTokens[row] = carriedTokens;
  }

  #growSessions(): void {
    const length = this.doubles.length / rowDoubles;
    const [sessions, carriedTokens] = [new Int32Array(length), new Float64Array(length)];
    sessions.set(this.sessions);
    carriedTokens.set(this.carriedTokens);
    this.sessions = sessions;
    this.carriedTokens = carriedTokens;
  }

  #growVisited(): void {
    const longer = new Int32Array(this.doubles.length / rowDoubles);
    longer.set(this.visited);
    this.visited = longer;
  }

  #growPrefixes(): void {
    const longer = new Float64Array(this.doubles.length / rowDoubles);
    longer.set(this.prefixes);
    this.prefixes = longer;
  }

  /** This consumer asks with the request of the row. */
  askedBy(row: number, consumer: number): void {
    if (row >= this.consumers.length) {
      const longer = new Int32Array(this.doubles.length / rowDoubles);
      longer.set(this.consumers);
      this.consumers = longer;
    }
    this.consumers[row] = consumer;
  }

  /** The request of this row is over or has moved on; the try stays where it is. */
  orphan(row: number): void {
    this.words[(row << 5) | word.flags] |= isOrphan;
    this.words[(row << 5) | word.life]++;
  }

  isOrphan(row: number): boolean {
    return (this.words[(row << 5) | word.flags] & isOrphan) !== 0;
  }

  isCheck(row: number): boolean {
    return (this.words[(row << 5) | word.flags] & isCheck) !== 0;
  }

  placeOf(row: number): number {
    return this.words[(row << 5) | word.place];
  }

  /** Appends the request to a list. */
  append(list: RequestList, row: number): void {
    const { words } = this;
    words[(row << 5) | word.next] = -1;
    words[(row << 5) | word.previous] = list.tail;
    if (list.tail >= 0) words[(list.tail << 5) | word.next] = row;
    else list.head = row;
    list.tail = row;
    list.count++;
  }

  /** Takes the request out of the list that it is in. */
  unlink(list: RequestList, row: number): void {
    const { words } = this;
    const next = words[(row << 5) | word.next];
    const previous = words[(row << 5) | word.previous];
    if (previous >= 0) words[(previous << 5) | word.next] = next;
    else list.head = next;
    if (next >= 0) words[(next << 5) | word.previous] = previous;
    else list.tail = previous;
    list.count--;
  }
}

/** A doubly linked list of rows through the table's own words. */
export class RequestList {
  /** First row; -1 when empty. */
  head = -1;
  tail = -1;
  count = 0;
}
