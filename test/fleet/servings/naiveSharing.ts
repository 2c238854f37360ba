import { backgroundVcpus, type Processors, processorsEach, speedEach } from '../../../src/fleet/processors.js';

interface Inside {
  readonly row: number;
  readonly isCheck: boolean;
  readonly ioSeconds: number;
  /** What is left of its cpu phase, then of its io phase, at full speed. */
  left: number;
  isInIo: boolean;
}

/** Processor sharing of one instance as one would write it down: everybody's rest goes down by what he gets until the next end. */
export class NaiveSharing {
  readonly #processors: Processors;
  readonly #isStarting: boolean;
  inside: Inside[] = [];
  /** [row] when it was done */
  readonly ends = new Map<number, number>();
  nowSeconds = 0;
  isPaused = false;
  slowFactor = 1;
  burstVcpus = 0;
  busyVcpuSeconds = 0;
  slotSeconds = 0;
  servingSeconds = 0;
  backgroundVcpuSeconds = 0;
  startupVcpuSeconds = 0;

  constructor(processors: Processors, isStarting: boolean) {
    this.#processors = processors;
    this.#isStarting = isStarting;
  }

  /** @param cpuFactor of a slow start */
  begin(
    row: number,
    { cpu, io, cpuFactor, isCheck }: { cpu: number; io: number; cpuFactor: number; isCheck: boolean },
  ) {
    const left = isCheck ? cpu : cpu * cpuFactor * this.slowFactor;
    const one = { row, isCheck, ioSeconds: io, left, isInIo: false };
    this.inside.push(one);
    if (left === 0) this.#goOn(one);
  }

  runTo(seconds: number): void {
    for (;;) {
      const running = this.#running();
      const speed = this.isPaused || running === 0 ? 0 : speedEach(this.#processors, running, this.burstVcpus);
      const paceOf = ({ isInIo }: Inside) => (isInIo ? Number(!this.isPaused) : speed);
      // A paused instance answers nothing, not even what takes no time.
      const timeOf = (one: Inside) => (this.isPaused ? Number.POSITIVE_INFINITY : Math.max(0, one.left) / paceOf(one));
      const first = Math.min(...this.inside.map(timeOf));
      if (this.nowSeconds >= seconds && first > 0) return;
      const step = Math.min(seconds - this.nowSeconds, first);
      this.#count(step);
      const done = this.inside.filter((one) => timeOf(one) <= step * (1 + 1e-12));
      for (const one of this.inside) one.left -= step * paceOf(one);
      this.nowSeconds = step === seconds - this.nowSeconds ? seconds : this.nowSeconds + step;
      for (const one of done) {
        if (one.isInIo) this.#end(one);
        else this.#goOn(one);
      }
    }
  }

  cancel(row: number): void {
    this.inside = this.inside.filter((one) => one.row !== row);
  }

  #running(): number {
    return this.inside.filter(({ isInIo }) => !isInIo).length;
  }

  #goOn(one: Inside): void {
    one.left = one.isCheck ? 0 : one.ioSeconds * this.slowFactor;
    one.isInIo = true;
    if (one.left === 0 && !this.isPaused) this.#end(one);
  }

  #end({ row }: Inside): void {
    this.ends.set(row, this.nowSeconds);
    this.cancel(row);
  }

  #count(seconds: number): void {
    const held = this.inside.filter(({ isCheck }) => !isCheck).length;
    this.slotSeconds += seconds * held;
    if (held > 0) this.servingSeconds += seconds;
    if (this.isPaused) return;
    const running = this.#running();
    if (running > 0)
      this.busyVcpuSeconds += seconds * running * processorsEach(this.#processors, running, this.burstVcpus);
    const background = seconds * backgroundVcpus(this.#processors, running, this.burstVcpus);
    this.backgroundVcpuSeconds += background;
    if (this.#isStarting) this.startupVcpuSeconds += background;
  }
}
