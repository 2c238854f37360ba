import type { InstanceLife } from '../../record/fleetLog.js';

/** Instances that stopped lately: a stale listing still shows them. */
export class StoppedInstances {
  readonly #keepSeconds: number;
  /** [service] in the order they stopped. */
  readonly #lives: InstanceLife[][];

  constructor(serviceCount: number, keepSeconds: number) {
    this.#keepSeconds = keepSeconds;
    this.#lives = Array.from({ length: serviceCount }, () => []);
  }

  add(service: number, life: InstanceLife): void {
    if (this.#keepSeconds === 0) return;
    const lives = this.#lives[service];
    const old = lives.findIndex(({ stoppedSeconds }) => stoppedSeconds >= life.stoppedSeconds - this.#keepSeconds);
    lives.splice(0, old < 0 ? lives.length : old);
    lives.push(life);
  }

  /** Those that stopped after an instant. */
  after(service: number, seconds: number): InstanceLife[] {
    return this.#lives[service].filter(({ stoppedSeconds }) => stoppedSeconds > seconds);
  }
}
