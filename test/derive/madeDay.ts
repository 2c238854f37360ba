import { openStream } from '../../src/random/keyedStream.js';

/** The truth of a made recording. */
export interface MadeTruth {
  readonly cpuSeconds: number;
  /** vCPUs a pod burns without requests. */
  readonly idleCores: number;
  readonly request: number;
  readonly target: number;
  readonly min: number;
  readonly max: number;
  /** Requests a second. */
  readonly trough: number;
  readonly peak: number;
  readonly hours: number;
  readonly seed: number;
  /** Span of the CPU's rate in the recording. */
  readonly cpuWindowSeconds?: number;
  /** The fleet follows in an instant and in fractions: nothing tells idle burn from work. */
  readonly isFluid?: boolean;
}

export interface MadePoint {
  readonly seconds: number;
  readonly requestsPerSecond: number;
  readonly cores: number;
  readonly pods: number;
}

export const stepSeconds = 60;

/**
 * A day under an HPA as Prometheus shows it, a point a minute: a sine of traffic with slow noise, CPU = cpu x requests + idle x
 * pods with a few per cent of noise, and pods by the HPA's rule (tolerance 10 %, the highest wish of 5 minutes on the way down).
 */
export function madeDay(truth: MadeTruth): MadePoint[] {
  const { cpuSeconds, idleCores, request, target, min, max, trough, peak, hours, seed, cpuWindowSeconds = 60 } = truth;
  const stream = openStream({ seed, replication: 0, owner: 'made', purpose: 'day' });
  const points: MadePoint[] = [];
  const wishes: number[] = [];
  const exact: number[] = [];
  let pods = min;
  let drift = 0;
  for (let at = 0; at < (hours * 3600) / stepSeconds; at++) {
    drift = 0.9 * drift + 0.02 * stream.normal();
    const wave = (1 - Math.cos((2 * Math.PI * at * stepSeconds) / 86_400)) / 2;
    const mean = (trough + (peak - trough) * wave) * (1 + drift);
    const requestsPerSecond = Math.max(0, mean + Math.sqrt(mean / stepSeconds) * stream.normal());
    const load = cpuSeconds * requestsPerSecond;
    if (truth.isFluid === true) pods = Math.max(min, load / (request * target - idleCores));
    exact.push((load + idleCores * pods) * (1 + 0.02 * stream.normal()));
    const window = exact.slice(-Math.max(1, Math.round(cpuWindowSeconds / stepSeconds)));
    const cores = window.reduce((sum, value) => sum + value, 0) / window.length;
    points.push({ seconds: at * stepSeconds, requestsPerSecond, cores, pods });
    if (truth.isFluid === true) continue;
    const ratio = cores / pods / request / target;
    const wish = Math.abs(ratio - 1) <= 0.1 ? pods : Math.ceil(pods * ratio - 1e-9);
    wishes.push(Math.min(max, Math.max(min, wish)));
    pods = Math.max(wishes[wishes.length - 1], Math.min(pods, Math.max(...wishes.slice(-5))));
  }
  return points;
}
