import { invariant } from '../../base/invariant.js';
import { EarliestTree } from '../../kernel/earliestTree.js';
import { EventHeap } from '../../kernel/eventHeap.js';
import type { ModelEvents } from './modelEvents.js';
import { ModelReplica } from './modelReplica.js';
import { ModelRequests, stage } from './modelRequests.js';
import { PrefixHolders } from './prefixHolders.js';
import type { ReplicaCounters, ReplicaReading } from './replicaReading.js';
import { RowQueue } from './rowQueue.js';
import type { ModelServerSettings } from './settings.js';

/** What `proceed` tells of a row. */
export const happening = { none: 0, firstToken: 1, preempted: 2, ended: 3 } as const;

/**
 * The model servers of a run: replicas that never wait for one another, on one clock that only the caller moves.
 *
 * The caller enters requests and gives them up at its own instants, and calls `proceed` when its clock has come to
 * `nextMicroseconds`. At one instant: `proceed` until something later is next, then what clients give up, then what enters.
 * Which replica gets a request is the caller's choice.
 */
export class ModelServers implements ModelEvents {
  readonly requests = new ModelRequests();
  /** What `proceed` has just told. */
  happened: number = happening.none;
  readonly #settings: ModelServerSettings[] = [];
  readonly #replicas: ModelReplica[] = [];
  readonly #next = new EarliestTree();
  /** Answers on their way to the client. */
  readonly #answers = new EventHeap();
  /** Row times four, and what happened to it. */
  readonly #told = new RowQueue();
  #nowMicroseconds = 0;
  #holders: PrefixHolders | undefined;

  /** When `proceed` is due; Infinity when nothing is. */
  get nextMicroseconds(): number {
    if (this.#told.count > 0) return this.#nowMicroseconds;
    // Not by a condition, which would make an object of the number.
    return Math.min(this.#next.nextSeconds, this.#answers.nextSeconds);
  }

  /** Keeps, before any replica begins, who may have which prefix. */
  followPrefixes(): void {
    this.#holders ??= new PrefixHolders();
  }

  /** Replicas that may have blocks of a prefix, where that is followed. */
  holdersOf(prefix: number): readonly number[] {
    invariant(this.#holders !== undefined, 'prefixes that are not followed');
    return this.#holders.of(prefix);
  }

  /** A replica begins, with nothing in its memory. @param index as the caller counts; its former holder must be gone */
  add(index: number, settings: ModelServerSettings): void {
    this.#settings[index] = settings;
    const replica = new ModelReplica(settings, this.requests, this);
    this.#replicas[index] = replica;
    const holders = this.#holders;
    if (holders !== undefined)
      replica.pool.listener = {
        begins: (prefix) => holders.add(prefix, index),
        ends: (prefix) => holders.remove(prefix, index),
      };
    this.#next.clear(index);
  }

  /** The replica is gone, and the requests that it had with it; answers on their way arrive. */
  remove(index: number): void {
    this.#replicas[index].clear();
    for (const prefix of this.#replicas[index].pool.prefixes) this.#holders?.remove(prefix, index);
    this.#next.clear(index);
  }

  replica(index: number): ModelReplica {
    return this.#replicas[index];
  }

  /** The request of a row is in at the replica, whose queue it joins after the overhead. */
  enter(row: number, index: number, nowMicroseconds: number): void {
    this.requests.replica[row] = index;
    this.requests.queuedMicroseconds[row] = nowMicroseconds + this.#settings[index].overheads.overheadIn;
    this.#replicas[index].enter(row);
    this.#see(index);
  }

  /** Nobody waits for the request any more, and nothing more is told of it; its row is no longer the caller's. */
  giveUp(row: number, nowMicroseconds: number): void {
    const { isGivenUp, replica, stage: stages } = this.requests;
    if (stages[row] === stage.answering) {
      isGivenUp[row] = 1;
      return;
    }
    this.#replicas[replica[row]].giveUp(row, nowMicroseconds);
    this.#see(replica[row]);
  }

  pause(index: number, nowMicroseconds: number): void {
    this.#replicas[index].pause(nowMicroseconds);
    this.#see(index);
  }

  resume(index: number, nowMicroseconds: number): void {
    this.#replicas[index].resume(nowMicroseconds);
    this.#see(index);
  }

  readAt(index: number, nowMicroseconds: number, reading: ReplicaReading): void {
    this.#replicas[index].readAt(nowMicroseconds, reading);
  }

  countersAt(index: number, nowMicroseconds: number, counters: ReplicaCounters): void {
    this.#replicas[index].countersAt(nowMicroseconds, counters);
  }

  /** Infinity once all tokens are out. */
  lastTokenAt(row: number, nowMicroseconds: number): number {
    const { stage: stages, replica } = this.requests;
    if (stages[row] === stage.answering) return Number.POSITIVE_INFINITY;
    return this.#replicas[replica[row]].lastTokenAt(row, nowMicroseconds);
  }

  storedBlocksAt(index: number, nowMicroseconds: number, prefix: number): number {
    return this.#replicas[index].storedBlocksAt(nowMicroseconds, prefix);
  }

  /** Carries out what is next. @returns the row that something happened to, in `happened`; -1 for none. An ended one is to be dropped */
  proceed(): number {
    if (this.#told.count === 0) {
      this.#nowMicroseconds = this.nextMicroseconds;
      if (this.#answers.nextSeconds <= this.#next.nextSeconds) return this.#deliver();
      const index = this.#next.nextRow;
      this.#replicas[index].proceed();
      this.#see(index);
    }
    if (this.#told.count === 0) {
      this.happened = happening.none;
      return -1;
    }
    const told = this.#told.shift();
    this.happened = told & 3;
    return told >> 2;
  }

  #deliver(): number {
    this.#answers.pop();
    const row = this.#answers.row;
    const isGivenUp = this.requests.isGivenUp[row] === 1;
    if (isGivenUp) this.requests.drop(row);
    this.happened = isGivenUp ? happening.none : happening.ended;
    return isGivenUp ? -1 : row;
  }

  firstToken(row: number): void {
    this.#tell(row, happening.firstToken);
  }

  preempted(row: number): void {
    this.#tell(row, happening.preempted);
  }

  answered(row: number): void {
    this.#answers.push(this.requests.endMicroseconds[row], 0, 0, row, 0);
  }

  #tell(row: number, kind: number): void {
    this.#told.push((row << 2) | kind);
  }

  #see(index: number): void {
    this.#next.due[0] = this.#replicas[index].nextMicroseconds;
    this.#next.set(index);
  }
}
