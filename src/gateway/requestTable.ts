import { grown } from '../kernel/columns.js';

/**
 * Where a request is. Held: its io phase ended while the instance is paused; backoff: between two tries, in no list.
 */
export const place = { free: 0, centralQueue: 1, instanceQueue: 2, cpu: 3, io: 4, held: 5, backoff: 6 } as const;

/**
 * The requests inside the system, one column per attribute, addressed by request slot.
 *
 * Grows with the requests alive at once, never with their total. `generation` counts the tries a slot has held and
 * `life` the requests, so that an event planned for an earlier try or request of the slot is known to be stale.
 * Lists: a request that waits or is served is linked into one list (a central line, an instance's queue, an instance's
 * inside), so that leaving from the middle is O(1) and an instance that goes can find what it holds.
 * Orphans: a try whose client has stopped waiting stays at its instance, which does not notice; its request has moved on.
 */
export class RequestTable {
  #count = 0;
  #free = -1;

  generation = new Int32Array(1024);
  life = new Int32Array(1024);
  place = new Uint8Array(1024);
  /** 1 for a try that its request has left behind. */
  isOrphan = new Uint8Array(1024);
  /** 1 once the request waited at or was served by a service, not only refused. */
  hasReached = new Uint8Array(1024);
  /** Number of the present try, from 1. */
  tries = new Int32Array(1024);
  /** Number of the request within its source; keys the draws of its retries. */
  arrivalNumber = new Float64Array(1024);
  /** Index of the (source, service) pair in the request log. */
  group = new Int32Array(1024);
  source = new Int32Array(1024);
  service = new Int32Array(1024);
  /** Instance slot; -1 before it is bound. */
  instance = new Int32Array(1024);
  /** User index of a closed loop; -1 for open sources. */
  user = new Int32Array(1024);
  /** The instant the request was meant to arrive. */
  arrivalSeconds = new Float64Array(1024);
  cpuSeconds = new Float64Array(1024);
  ioSeconds = new Float64Array(1024);
  /** Absolute; Infinity without patience. */
  patienceEndsSeconds = new Float64Array(1024);
  /** Uniform draw that decides whether the answer is an error. */
  errorUniform = new Float64Array(1024);
  /** The instance's pause clock when the io phase began; of a held request the io time that is left. */
  pauseSeconds = new Float64Array(1024);
  /** When the present try arrived, and with it its wait. */
  waitingSinceSeconds = new Float64Array(1024);
  /** When the present try left the central queue, or arrived where there is none: its instance has it since then. */
  sentSeconds = new Float64Array(1024);
  /** Waiting before the present wait. */
  waitedSeconds = new Float64Array(1024);
  #next = new Int32Array(1024);
  #previous = new Int32Array(1024);

  /** One more than the highest slot ever used. */
  get slotCount(): number {
    return this.#count;
  }

  allocate(): number {
    let slot = this.#free;
    if (slot >= 0) this.#free = this.#next[slot];
    else {
      slot = this.#count++;
      if (slot === this.generation.length) this.#grow();
    }
    return slot;
  }

  release(slot: number): void {
    this.generation[slot]++;
    this.life[slot]++;
    this.place[slot] = place.free;
    this.#next[slot] = this.#free;
    this.#free = slot;
  }

  /** A new slot with the same request in it; the try it is in stays behind in `slot`. */
  moveOn(slot: number): number {
    const next = this.allocate();
    this.group[next] = this.group[slot];
    this.source[next] = this.source[slot];
    this.service[next] = this.service[slot];
    this.user[next] = this.user[slot];
    this.hasReached[next] = this.hasReached[slot];
    this.tries[next] = this.tries[slot];
    this.arrivalNumber[next] = this.arrivalNumber[slot];
    this.arrivalSeconds[next] = this.arrivalSeconds[slot];
    this.cpuSeconds[next] = this.cpuSeconds[slot];
    this.ioSeconds[next] = this.ioSeconds[slot];
    this.patienceEndsSeconds[next] = this.patienceEndsSeconds[slot];
    this.waitedSeconds[next] = this.waitedSeconds[slot];
    this.isOrphan[next] = 0;
    return next;
  }

  /** The request of this slot is over or has moved on; the try stays where it is. */
  orphan(slot: number): void {
    this.isOrphan[slot] = 1;
    this.life[slot]++;
  }

  /** Appends the request to a list. */
  append(list: RequestList, slot: number): void {
    this.#next[slot] = -1;
    this.#previous[slot] = list.tail;
    if (list.tail >= 0) this.#next[list.tail] = slot;
    else list.head = slot;
    list.tail = slot;
    list.count++;
  }

  /** The request behind this one in its list; -1 at the end. */
  after(slot: number): number {
    return this.#next[slot];
  }

  /** Takes the request out of the list that it is in. */
  unlink(list: RequestList, slot: number): void {
    const next = this.#next[slot];
    const previous = this.#previous[slot];
    if (previous >= 0) this.#next[previous] = next;
    else list.head = next;
    if (next >= 0) this.#previous[next] = previous;
    else list.tail = previous;
    list.count--;
  }

  #grow(): void {
    this.generation = grown(this.generation);
    this.life = grown(this.life);
    this.place = grown(this.place);
    this.isOrphan = grown(this.isOrphan);
    this.hasReached = grown(this.hasReached);
    this.tries = grown(this.tries);
    this.arrivalNumber = grown(this.arrivalNumber);
    this.pauseSeconds = grown(this.pauseSeconds);
    this.group = grown(this.group);
    this.source = grown(this.source);
    this.service = grown(this.service);
    this.instance = grown(this.instance);
    this.user = grown(this.user);
    this.arrivalSeconds = grown(this.arrivalSeconds);
    this.cpuSeconds = grown(this.cpuSeconds);
    this.ioSeconds = grown(this.ioSeconds);
    this.patienceEndsSeconds = grown(this.patienceEndsSeconds);
    this.errorUniform = grown(this.errorUniform);
    this.waitingSinceSeconds = grown(this.waitingSinceSeconds);
    this.sentSeconds = grown(this.sentSeconds);
    this.waitedSeconds = grown(this.waitedSeconds);
    this.#next = grown(this.#next);
    this.#previous = grown(this.#previous);
  }
}

/** A doubly linked list of request slots through the table's own columns. */
export class RequestList {
  /** First request slot; -1 when empty. */
  head = -1;
  tail = -1;
  count = 0;
}
