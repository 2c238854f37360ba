import type { DistributionInput } from '../../../src/random/distributions/index.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { checksOf, measure } from '../checks.js';
import { exponential, seconds } from '../law.js';
import { spanOf, steady } from '../queueSetup.js';
import type { Check, Setup, TheoryKind } from '../theoryCase.js';

/** base + amplitude sin(2 pi t / period + phase), into as many servers as it takes; looked at for a second at each time. */
const swinging =
  (serviceOf: (params: { mu: number; D: number }) => DistributionInput): TheoryKind =>
  ({ params, expected }) => {
    const { base, amplitude, period, phase } = params;
    const peakAt = period / 4 - (phase * period) / (2 * Math.PI);
    return Object.entries<number>(expected.mean_in_system_at).map(([at, reference]): Setup => {
      // The rate is even about its peaks, so the level a half second late is that of the second's middle: 0.5 s of slope.
      const input: ScenarioInput = {
        name: 'swing',
        warmup: seconds(Number(at) - 0.5),
        duration: seconds(Number(at) + 0.5),
        traffic: {
          load: {
            executor: 'diurnal',
            mean: base,
            peakToTrough: (base + amplitude) / (base - amplitude),
            period: seconds(period),
            peakAt: seconds(peakAt),
          },
        },
        requests: { job: { route: 'desk', io: serviceOf(params) } },
        services: { desk: {} },
      };
      const of = measure('in_system_mean');
      return { input, checks: [{ name: `mean_in_system at ${at}`, of, reference, bias: 0.003, power: 0.01 }] };
    });
  };

/** A hundred equal services side by side make one run worth a hundred. */
const transient: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, c } = params;
  const names = Array.from({ length: 100 }, (_, index) => `desk${index}`);
  return Object.entries<{ mean_in_system: number }>(expected.at).map(([at, { mean_in_system: reference }]) => {
    const input: ScenarioInput = {
      name: 'transient',
      warmup: seconds(Number(at) - 0.1),
      duration: seconds(Number(at) + 0.1),
      traffic: { load: steady(rate * names.length) },
      requests: { job: { route: Object.fromEntries(names.map((name) => [name, 1])), io: exponential(1 / mu) } },
      services: Object.fromEntries(names.map((name) => [name, { instance: { concurrency: 1 }, scaling: { min: c } }])),
      gateway: { queue: {} },
    };
    const of = measure('in_system_mean', 1 / names.length);
    return { input, runs: 200, checks: [{ name: `mean_in_system at ${at}`, of, reference, bias: 0.003, power: 0.01 }] };
  });
};

const modulated: TheoryKind = ({ params, expected }) => {
  const { lambda1, lambda2, rate_1_to_2: leave1, rate_2_to_1: leave2, mu, c } = params;
  const rate: number = expected.mean_arrival_rate;
  const input: ScenarioInput = {
    name: 'modulated',
    ...spanOf({ rate, load: expected.utilization, variation: 12 }),
    traffic: {
      load: {
        executor: 'markov-modulated',
        states: [
          { rate: lambda1, stay: seconds(1 / leave1) },
          { rate: lambda2, stay: seconds(1 / leave2) },
        ],
      },
    },
    requests: { job: { route: 'desk', io: exponential(1 / mu) } },
    services: { desk: { instance: { concurrency: 1 }, scaling: { min: c } } },
    gateway: { queue: {} },
  };
  const arrivalWait: Check = {
    name: 'p_wait_arrival',
    of: measure('queue_wait_probability'),
    reference: expected.p_wait_arrival,
    bias: 0.003,
    power: 0.01,
  };
  return [{ input, checks: [...checksOf(expected), arrivalWait] }];
};

/** A jump of the rate, and capacity that comes later: a policy asks for it at the time the reference says. */
const step: TheoryKind = ({ params, expected }) => {
  const { base_rps: base, spike_rps: spike, spike_start: start, spike_end: end } = params;
  const { capacity_before_rps: before, capacity_after_rps: after, capacity_ready_at: readyAt } = params;
  const perInstance = 100;
  const policy = `return { every = "1s", decide = function(o) return o.time >= ${readyAt} and ${after / perInstance} or ${before / perInstance} end }`;
  const scenarioOf = (warmup: number, duration: number): ScenarioInput => ({
    name: 'step',
    warmup: seconds(warmup),
    duration: seconds(duration),
    traffic: {
      load: {
        executor: 'ramping-arrival-rate',
        startRate: base,
        stages: [
          { duration: seconds(start), target: base },
          { duration: '0s', target: spike },
          { duration: seconds(end - start), target: spike },
          { duration: '0s', target: base },
          { duration: seconds(duration), target: base },
        ],
      },
    },
    requests: { job: { route: 'desk', io: exponential(1 / perInstance) } },
    services: {
      desk: {
        instance: { concurrency: 1 },
        scaling: { min: 1, max: after / perInstance, initial: before / perInstance },
      },
    },
    gateway: { queue: {} },
  });
  const { backlog_area: area, peak_backlog: peak, peak_at: peakAt, drained_at: drainedAt } = expected;
  const whole = drainedAt + 300;
  const of = measure('in_queue_mean');
  return [
    {
      input: scenarioOf(0, whole),
      policy,
      runs: 20,
      checks: [{ name: 'backlog_area', of: measure('in_queue_mean', whole), reference: area, bias: 0.02, power: 0.01 }],
    },
    {
      input: scenarioOf(peakAt - 0.5, peakAt + 0.5),
      policy,
      checks: [{ name: 'peak_backlog', of, reference: peak, bias: 0.01, power: 0.01 }],
    },
    {
      // A fiftieth of the way before the end there is still a line of about a fiftieth; after it there is next to none.
      input: scenarioOf(drainedAt + (drainedAt - peakAt) / 20, whole),
      policy,
      checks: [{ name: 'drained_at: line after it', of, reference: peak / 100, bias: 0, power: 1, isBound: true }],
    },
  ];
};

/** Rates and capacities that change. */
export const changing: Readonly<Record<string, TheoryKind>> = {
  mt_m_inf: swinging(({ mu }) => exponential(1 / mu)),
  mt_d_inf: swinging(({ D }) => ({ constant: seconds(D) })),
  transient_mmc: transient,
  mmpp2_mmc: modulated,
  fluid_step: step,
};
