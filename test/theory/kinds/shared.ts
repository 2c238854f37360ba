import type { RunResult } from '../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { checksOf } from '../checks.js';
import { distributionOf, exponential, seconds } from '../law.js';
import { spanOf, steady } from '../queueSetup.js';
import type { Check, TheoryKind } from '../theoryCase.js';

const sharedProcessor: TheoryKind = ({ params, expected }) => {
  const rate: number = params.lambda_;
  const input: ScenarioInput = {
    name: 'shared',
    ...spanOf({ rate, load: expected.utilization }),
    traffic: { load: steady(rate) },
    requests: { job: { route: 'desk', cpu: distributionOf(params.service) } },
    services: { desk: { instance: { vcpus: 1 } } },
  };
  return [{ input, checks: checksOf(expected, { power: (params.service.scv ?? 1) > 4 ? 0.02 : 0.01 }) }];
};

const unlimited: TheoryKind = ({ params, expected }) => {
  const rate: number = params.lambda_;
  const input: ScenarioInput = {
    name: 'unlimited',
    ...spanOf({ rate, load: 0.5, variation: 2 }),
    traffic: { load: steady(rate) },
    requests: { job: { route: 'desk', io: distributionOf(params.service) } },
    services: { desk: {} },
  };
  return [{ input, checks: checksOf(expected) }];
};

const closedLoop: TheoryKind = ({ params, expected }) => {
  const { users, think_mean: think, mu, c } = params;
  const input: ScenarioInput = {
    name: 'closed',
    warmup: seconds(20 * think + 50),
    duration: seconds(20 * think + 50 + 60_000 / expected.throughput),
    traffic: { people: { executor: 'constant-vus', vus: users, think: exponential(think) } },
    requests: { job: { route: 'desk', io: exponential(1 / mu) } },
    services: { desk: { instance: { concurrency: 1 }, scaling: { min: c } } },
    gateway: { queue: {} },
  };
  return [{ input, checks: checksOf(expected) }];
};

/** Mean wait of one class, seconds. */
const waitOf =
  (requestClass: string) =>
  ({ groups }: RunResult): number => {
    const mine = groups.filter((group) => group.requestClass === requestClass);
    const count = mine.reduce((sum, { queueWait }) => sum + queueWait.counts.reduce((a, b) => a + b, 0), 0);
    return mine.reduce((sum, { queueWait }) => sum + queueWait.sumSeconds, 0) / count;
  };

const priorities: TheoryKind = ({ params, expected }) => {
  const { lambdas, mus, mode } = params as { lambdas: number[]; mus: number[]; mode: string };
  if (mode !== 'nonpreemptive') return { because: 'instances do not interrupt a request for another one' };
  const rate = lambdas.reduce((a, b) => a + b, 0);
  const names = lambdas.map((_, index) => `class${index}`);
  const input: ScenarioInput = {
    name: 'priorities',
    ...spanOf({ rate, load: expected.utilization }),
    traffic: Object.fromEntries(names.map((name, index) => [name, { ...steady(lambdas[index]), request: name }])),
    requests: Object.fromEntries(
      names.map((name, index) => [
        name,
        { route: 'desk', io: exponential(1 / mus[index]), priority: names.length - index },
      ]),
    ),
    services: { desk: { instance: { concurrency: 1 } } },
    gateway: { queue: { discipline: 'priority' } },
  };
  const waits = names.map(
    (name, index): Check => ({
      name: `mean_wait ${name}`,
      of: waitOf(name),
      reference: expected.classes[index].mean_wait,
      bias: 0.003,
      power: 0.01,
    }),
  );
  return [{ input, checks: [...checksOf(expected), ...waits] }];
};

/** Requests that share a processor, people who wait for their answer, and classes that go first. */
export const shared: Readonly<Record<string, TheoryKind>> = {
  mg1ps: sharedProcessor,
  mginf: unlimited,
  closed_loop: closedLoop,
  priority_mm1: priorities,
};
