import type { DistributionInput } from '../../src/random/distributions/index.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { seconds } from './law.js';

export interface Span {
  readonly duration: string;
  readonly warmup: string;
}

/** 0.4 % over 20 runs in the long run of the tests, 0.8 % elsewhere, and more runs where that was too few; 1 % is asked. */
const lengthShare = process.env.DRYSCALE_TESTS === 'long' ? 1 : 0.25;

/**
 * How long a run must be for that standard error, and what to leave out at its begin: Whitt (1989), heavy traffic.
 *
 * `variation` is the mean of the squared cvs of gaps and services; `copies` independent queues share the work.
 */
export function spanOf(options: {
  readonly rate: number;
  readonly load: number;
  readonly variation?: number;
  readonly copies?: number;
}): Span {
  const { rate, load, variation = 1, copies = 1 } = options;
  const arrivals = lengthShare * ((258 ** 2 * 2) / 20) * (Math.max(0.25, variation) / (1 - load) ** 2);
  const warmup = (Math.max(100, 20 / (1 - Math.sqrt(load)) ** 2) * copies) / rate;
  return { warmup: seconds(Math.ceil(warmup)), duration: seconds(Math.ceil(warmup + arrivals / rate)) };
}

type OpenArrivals = Extract<ScenarioInput['traffic'][string], { executor: 'constant-arrival-rate' }>['arrivals'];

/** Open traffic at any rate: k6's rate is whole, its time unit is not. */
export function steady(rate: number, arrivals?: OpenArrivals): ScenarioInput['traffic'][string] {
  const whole = Math.max(1, Math.round(rate * 1000));
  return {
    executor: 'constant-arrival-rate',
    rate: whole,
    timeUnit: seconds(whole / rate),
    ...(arrivals === undefined ? {} : { arrivals }),
  };
}

/** `servers` slots that hold a request each, behind one first-come line. */
export function lineOf(options: {
  readonly span: Span;
  readonly rate: number;
  readonly service: DistributionInput;
  readonly servers?: number;
  readonly arrivals?: OpenArrivals;
  /** Waiting requests at most. */
  readonly limit?: number;
  readonly patience?: DistributionInput;
}): ScenarioInput {
  const { span, rate, service, servers = 1, arrivals, limit, patience } = options;
  return {
    name: 'line',
    ...span,
    traffic: { load: steady(rate, arrivals) },
    requests: { job: { route: 'desk', io: service, ...(patience === undefined ? {} : { patience }) } },
    services: { desk: { instance: { concurrency: 1 }, scaling: { min: servers } } },
    gateway: { queue: limit === undefined ? {} : { limit } },
  };
}
