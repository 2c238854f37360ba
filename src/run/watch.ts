/** What a worker is doing, seen by the thread that guards it. */
export interface WatchReading {
  /** Inside a policy, loading or deciding. */
  readonly isInPolicy: boolean;
  /** Grows with each call into a policy: equal readings mean the same call. */
  readonly callCount: number;
  /** Virtual time of the call, or of the last sign of progress, seconds. */
  readonly virtualSeconds: number;
  /** Grows while a policy in Lua counts its instructions: equal readings mean that it does not come to that. */
  readonly beatCount: number;
  /** Line of its file that such a policy is in; 0 where that is not known. */
  readonly line: number;
}

const stateIndex = 0;
const callCountIndex = 1;
const beatCountIndex = 2;
const lineIndex = 3;
/** Four 4-byte counters, then virtual time as a double. */
const timeOffsetBytes = 16;
const bufferBytes = 24;

/** A few bytes that a worker and its guard share: an endless loop in a policy cannot send messages. */
export class Watch {
  readonly buffer: SharedArrayBuffer;
  readonly #counters: Int32Array;
  readonly #time: Float64Array;

  constructor(buffer: SharedArrayBuffer = new SharedArrayBuffer(bufferBytes)) {
    this.buffer = buffer;
    this.#counters = new Int32Array(buffer, 0, 4);
    this.#time = new Float64Array(buffer, timeOffsetBytes, 1);
  }

  /** The worker enters or leaves a policy at `virtualSeconds`. */
  note(virtualSeconds: number, isInPolicy: boolean): void {
    this.#time[0] = virtualSeconds;
    this.#counters[lineIndex] = 0;
    if (isInPolicy) Atomics.add(this.#counters, callCountIndex, 1);
    Atomics.store(this.#counters, stateIndex, isInPolicy ? 1 : 0);
  }

  /** A policy in Lua goes on, and is in `line`. Plain writes: it is called often, and nothing depends on their order. */
  beat(line: number): void {
    this.#counters[beatCountIndex]++;
    if (line > 0) this.#counters[lineIndex] = line;
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
      beatCount: Atomics.load(this.#counters, beatCountIndex),
      line: Atomics.load(this.#counters, lineIndex),
    };
  }
}
