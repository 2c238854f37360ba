import { checkFault, door, type InstanceTable } from '../../fleet/instanceTable.js';
import * as rank from '../../kernel/rank.js';
import * as double from '../../traffic/double.js';
import * as place from '../../traffic/place.js';
import { isCheck, isOrphan } from '../../traffic/requestFlag.js';
import { RequestList, type RequestTable } from '../../traffic/requestTable.js';
import * as word from '../../traffic/word.js';
import * as eventKind from '../eventKind.js';
import type { GatewayOptions } from '../gatewayOptions.js';

/** Who checks instances again and again, and hears how it went. Times in seconds. */
export interface Prober {
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  /** Of each check; it runs beside the requests. */
  readonly cpuSeconds: number;
  /** What it takes to see that nothing answers; 0: at once. */
  readonly connectSeconds: number;
  /** Told of each check that begins. */
  began(): void;
  checked(instance: number, isOk: boolean): void;
}

interface Watch {
  readonly prober: Prober;
  readonly instance: number;
  readonly firstSeconds: number;
  /** Checks that have begun. */
  count: number;
  isOver: boolean;
}

/**
 * Checks of instances, whoever makes them: past gateway, queues and limits straight to the instance.
 *
 * One that finds no slot waits in a line of its own and takes the next that frees, before waiting requests; its cpu runs in
 * the processor sharing of the instance. One that has no answer in time has failed, and what is left of it runs on. Checks
 * are in no load that a balancer sees and in no measure of requests. A check that waits or works is a row of the request
 * table; one without cpu that finds a free slot is answered at once and touches nothing.
 */
export class Checks {
  readonly #options: GatewayOptions;
  readonly #requests: RequestTable;
  readonly #instances: InstanceTable;
  /** A check has given its slot back, and no other check wants it. */
  readonly #slotFreed: (instance: number) => void;
  /** [number in the events of its checks] */
  readonly #watches: Watch[] = [];
  readonly #freeNumbers: number[] = [];
  /** [row] whose check it is */
  readonly #watchOf: Watch[] = [];
  /** [instance] checks that wait for a slot */
  readonly #lines: RequestList[] = [];

  constructor(options: GatewayOptions, slotFreed: (instance: number) => void) {
    this.#options = options;
    this.#requests = options.requests;
    this.#instances = options.instances;
    this.#slotFreed = slotFreed;
  }

  /** Checks the instance every interval from `firstSeconds` on, which is not past. @returns what ends it */
  watch(prober: Prober, instance: number, firstSeconds: number): () => void {
    const number = this.#freeNumbers.pop() ?? this.#watches.length;
    const watch = { prober, instance, firstSeconds, count: 0, isOver: false };
    this.#watches[number] = watch;
    this.#plan(number, watch);
    return () => {
      watch.isOver = true;
    };
  }

  /** The next check of a watch begins. Its number is free only at the event after its end, so no event is another's. */
  due(number: number): void {
    const watch = this.#watches[number];
    if (watch.isOver) {
      this.#freeNumbers.push(number);
      return;
    }
    watch.count++;
    this.#plan(number, watch);
    watch.prober.began();
    this.#begin(watch);
  }

  /** The check has no answer in time. */
  timedOut(row: number): void {
    const requests = this.#requests;
    tell(this.#watchOf[row], false);
    if (requests.placeOf(row) === place.connecting) requests.release(row);
    else requests.words[(row << 5) | word.flags] |= isOrphan;
  }

  /** The cpu of a check is done. */
  done(row: number): void {
    const instance = this.#requests.words[(row << 5) | word.instance];
    const isAwaited = !this.#requests.isOrphan(row);
    this.#leaveSlot(instance);
    this.#requests.release(row);
    const isTaken = this.takeSlot(instance);
    if (isAwaited) tell(this.#watchOf[row], true);
    if (!isTaken) this.#slotFreed(instance);
  }

  /** A slot of the instance may be free. @returns whether a check takes it */
  takeSlot(instance: number): boolean {
    const line = this.#lines[instance];
    if (line === undefined || this.#isPaused(instance)) return false;
    // An answer may make the instance ready, and then who waits there takes the slot.
    while (line.head >= 0 && this.#hasSlot(instance)) {
      const row = line.head;
      this.#requests.unlink(line, row);
      if (this.#requests.doubles[(row << 4) | double.cpu] > 0) {
        this.#run(row, instance);
        return true;
      }
      this.#answer(row);
    }
    return false;
  }

  /** A paused instance goes on; the checks that wait take its free slots. */
  resumed(instance: number): void {
    for (let goesOn = this.#hasSlot(instance); goesOn; goesOn = this.#hasSlot(instance)) {
      if (!this.takeSlot(instance)) return;
    }
  }

  /** The process is gone: its checks have failed. */
  abort(instance: number): void {
    const requests = this.#requests;
    for (let row = 0; row < requests.rowCount; row++) {
      if (requests.words[(row << 5) | word.instance] !== instance || !requests.isCheck(row)) continue;
      const where = requests.placeOf(row);
      if (where === place.cpu) {
        this.#options.serving.cancel(row);
        this.#leaveSlot(instance);
      } else if (where === place.checkLine) requests.unlink(this.#lines[instance], row);
      else continue;
      if (!requests.isOrphan(row)) tell(this.#watchOf[row], false);
      requests.release(row);
    }
  }

  #plan(number: number, { firstSeconds, count, prober }: Watch): void {
    const dueSeconds = firstSeconds + count * prober.intervalSeconds;
    this.#options.heap.push(dueSeconds, rank.timeout, eventKind.checkDue, number, 0);
  }

  #begin(watch: Watch): void {
    const { prober, instance } = watch;
    const { door: doors, checkFault: faults } = this.#instances;
    if (doors[instance] === door.silent) this.#connect(watch);
    else if (doors[instance] === door.closed) tell(watch, false);
    else if (faults[instance] === checkFault.pass) tell(watch, true);
    else if (this.#isPaused(instance)) this.#wait(watch);
    else if (faults[instance] === checkFault.fail) tell(watch, false);
    else if (!this.#hasSlot(instance)) this.#wait(watch);
    else if (prober.cpuSeconds === 0) tell(watch, true);
    else this.#run(this.#enter(watch, prober.timeoutSeconds), instance);
  }

  /** Nothing answers. */
  #connect(watch: Watch): void {
    const { connectSeconds, timeoutSeconds } = watch.prober;
    const seconds = Math.min(connectSeconds, timeoutSeconds);
    if (seconds === 0) tell(watch, false);
    else this.#requests.words[(this.#enter(watch, seconds) << 5) | word.place] = place.connecting;
  }

  #wait(watch: Watch): void {
    const row = this.#enter(watch, watch.prober.timeoutSeconds);
    this.#requests.words[(row << 5) | word.place] = place.checkLine;
    this.#lines[watch.instance] ??= new RequestList();
    this.#requests.append(this.#lines[watch.instance], row);
  }

  /** A row for a check that has failed unless it is answered within so many seconds. */
  #enter(watch: Watch, seconds: number): number {
    const { clock, heap } = this.#options;
    const { instance, prober } = watch;
    const row = this.#requests.allocate();
    const { doubles, words } = this.#requests;
    const at = row << 5;
    doubles[(row << 4) | double.cpu] = prober.cpuSeconds;
    doubles[(row << 4) | double.io] = 0;
    words[at | word.flags] = isCheck;
    words[at | word.service] = this.#instances.service[instance];
    words[at | word.instance] = instance;
    this.#watchOf[row] = watch;
    heap.push(clock.nowSeconds + seconds, rank.timeout, eventKind.checkTimedOut, row, words[at | word.generation]);
    return row;
  }

  #run(row: number, instance: number): void {
    this.#instances.checking[instance]++;
    this.#options.serving.beginCheck(instance, row);
    this.#slotsChanged(instance);
  }

  #leaveSlot(instance: number): void {
    this.#instances.checking[instance]--;
    this.#slotsChanged(instance);
  }

  #slotsChanged(instance: number): void {
    this.#options.runtimes[this.#instances.service[instance]].rotation.slotsChanged(instance);
  }

  #answer(row: number): void {
    const isAwaited = !this.#requests.isOrphan(row);
    this.#requests.release(row);
    if (isAwaited) tell(this.#watchOf[row], true);
  }

  #hasSlot(instance: number): boolean {
    const { inside, checking, service } = this.#instances;
    return inside[instance] + checking[instance] < this.#options.runtimes[service[instance]].concurrency;
  }

  #isPaused(instance: number): boolean {
    return !Number.isNaN(this.#instances.pausedSinceSeconds[instance]);
  }
}

/** Nobody hears of a check whose watch is over. */
function tell({ prober, instance, isOver }: Watch, isOk: boolean): void {
  if (!isOver) prober.checked(instance, isOk);
}
