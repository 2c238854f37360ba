import type { Speed } from './speed.js';

/** How one service's instances share their processors. */
export interface Processors {
  readonly vcpus: number;
  /** Total speed by running requests; undefined: min(running, vcpus). */
  readonly speed: Speed | undefined;
  /** What burns beside requests all the time; below `vcpus`. */
  readonly baseVcpus: number;
  /** What a start burns from its launch on, for a while. */
  readonly burst: { readonly vcpus: number; readonly seconds: number } | undefined;
  /** Multiplies cpu demands that begin just after an instance became ready. */
  readonly slowStart: { readonly forSeconds: number; readonly factor: number } | undefined;
}

/**
 * Processors that each of `running` requests has: min(1, (vcpus - background) / running).
 *
 * The base takes what it needs before requests do: agents and the kernel sleep most of the time, and the scheduler lets
 * those go first who slept. A burst is busy threads, as many as its vCPUs, and gets no more than its fair share of the
 * rest: max-min fairness, which is what CFS comes to for threads that are always runnable.
 */
export function processorsEach({ vcpus, baseVcpus }: Processors, running: number, burstVcpus: number): number {
  const room = vcpus - baseVcpus;
  const fair = room / (running + Math.ceil(burstVcpus));
  return Math.min(1, Math.max((room - burstVcpus) / running, fair));
}

/** Speed of each of `running` requests: its processors, slowed as `speed` slows whole ones. */
export function speedEach(processors: Processors, running: number, burstVcpus: number): number {
  const { vcpus, speed, baseVcpus } = processors;
  const whole = Math.min(running, vcpus) / running;
  const each = baseVcpus + burstVcpus > 0 ? processorsEach(processors, running, burstVcpus) : whole;
  return speed === undefined ? each : (speed.at(running) / running) * (each / whole);
}

/** Processors that burn beside `running` requests; what they leave at least. */
export function backgroundVcpus(processors: Processors, running: number, burstVcpus: number): number {
  const { vcpus, baseVcpus } = processors;
  const taken = running === 0 ? 0 : running * processorsEach(processors, running, burstVcpus);
  return Math.min(baseVcpus + burstVcpus, Math.max(0, vcpus - taken));
}
