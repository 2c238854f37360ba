import { type RealRun, realRun, type SetUp } from './realRun.js';
import { meanOf, type Simulated, type SimulatedRun, simulatedRuns } from './simulatedRun.js';

/** The same set-up twice: as a configuration of the proxy, and as what a scenario says. */
export interface Case {
  readonly what: string;
  readonly setUp: SetUp;
  readonly simulated: (real: RealRun) => Simulated;
  readonly replicationCount?: number;
  /** Another case shows nearly the same. */
  readonly isLong?: true;
  /** What is compared; latencies only where nothing else uses the machine. */
  readonly figures: readonly ('shares' | 'shares, sorted' | 'lost' | 'latency')[];
}

export interface Played {
  readonly real: RealRun;
  readonly runs: readonly SimulatedRun[];
}

const played = new Map<Case, Promise<Played>>();

/** Plays a case once, whoever asks for it, and simulates what came. */
export function play(one: Case): Promise<Played> {
  const known = played.get(one) ?? playAnew(one);
  played.set(one, known);
  return known;
}

/** Later than this, timers say more of what else runs than of the proxy; a quiet machine is at 1 ms. */
export const busySeconds = { counts: 0.004, latencies: 0.003 };

async function playAnew({ setUp, simulated, replicationCount }: Case): Promise<Played> {
  const first = await realRun(setUp);
  const second = first.lateSeconds > busySeconds.counts ? await realRun(setUp) : first;
  const real = second.lateSeconds < first.lateSeconds ? second : first;
  return { real, runs: await simulatedRuns(real, simulated(real), replicationCount) };
}

/** Enough that a share is known to a fraction of a point, in about 12 s. */
export const traffic = { requestCount: 6200, ratePerSecond: 500 };

export const alike = [{ serviceMs: 30 }, { serviceMs: 30 }, { serviceMs: 30 }];

/** 36 slots, of which 20 are busy on average if none is slow: the balancer decides who waits. */
export const oneSlow = [
  { serviceMs: 40, slots: 12 },
  { serviceMs: 40, slots: 12 },
  { serviceMs: 120, slots: 12 },
];

/** A refused connection takes no time on loopback; so nothing else comes between a try and the next one. */
export const rejectLatency = '0.01ms';

/** What a scenario says of `oneSlow`: as many times as slow as was seen. */
export function slowOne({ serviceSeconds }: RealRun): Pick<Simulated, 'instance' | 'faults'> {
  const means = serviceSeconds.map(meanOf);
  const factor = Math.max(...means) / Math.min(...means);
  return { instance: { concurrency: 12 }, faults: [{ kind: 'slow', at: '0s', for: '1h', count: 1, factor }] };
}
