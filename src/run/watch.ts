/** What a worker is doing, seen by the thread that guards it. */
export interface WatchReading {
  /** Inside a policy, loading or deciding. */
  readonly isInPolicy: boolean;
  /** Grows with each call into a policy: equal readings mean the same call. */
  readonly callCount: number;
  /** Virtual time of the call, or of the last sign of progress, seconds. */
  readonly virtualSeconds: number;
}

const stateIndex = 0;
const callCountIndex = 1;
/** Two 4-byte counters, then virtual time as a double. */
const timeOffsetBytes = 8;
const bufferBytes = 16;

/** A few bytes that a worker and its guard share: an endless loop in a policy cannot send messages. */
export class Watch {
  readonly buffer: SharedArrayBuffer;
  readonly #counters: Int32Array;
  readonly #time: Float64Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(bufferBytes)) {
    this.buffer = buffer;
    this.#counters = new Int32Array(buffer, 0, 2);
    this.#time = new Float64Array(buffer, timeOffsetBytes, 1);
  }

  /** The worker enters or leaves a policy at `virtualSeconds`. */
  note(virtualSeconds: number, isInPolicy: boolean): void {
    this.#time[0] = virtualSeconds;
    if (isInPolicy) Atomics.add(this.#counters, callCountIndex, 1);
    Atomics.store(this.#counters, stateIndex, isInPolicy ? 1 : 0);
  }

  /** The run has reached `virtualSeconds`. */
  progress(virtualSeconds: number): void {
    this.#time[0] = virtualSeconds;
  }

  read(): WatchReading {
    return {
      isInPolicy: Atomics.load(this.#counters, stateIndex) === 1,
      callCount: Atomics.load(this.#counters, callCountIndex),
      virtualSeconds: this.#time[0],
    };
  }
}
