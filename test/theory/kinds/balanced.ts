import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { checksOf, measure } from '../checks.js';
import { exponential } from '../law.js';
import { type Span, spanOf, steady } from '../queueSetup.js';
import type { TheoryKind } from '../theoryCase.js';

type Balancer = NonNullable<ScenarioInput['gateway']>['balancer'];

/** `servers` single servers with a line each. */
function serversOf(options: {
  span: Span;
  rate: number;
  mu: number;
  servers: number;
  balancer: Balancer;
}): ScenarioInput {
  const { span, rate, mu, servers, balancer } = options;
  return {
    name: 'servers',
    ...span,
    traffic: { load: steady(rate) },
    requests: { job: { route: 'desk', io: exponential(1 / mu) } },
    services: { desk: { instance: { concurrency: 1 }, scaling: { min: servers } } },
    gateway: { balancer },
  };
}

/** The references are those of one server among N. */
const independent =
  (balancer: Balancer): TheoryKind =>
  ({ params, expected }) => {
    const { lambda_: rate, mu, N } = params;
    const load = rate / (N * mu);
    const span = spanOf({ rate, load, copies: N });
    const each = ['mean_in_system', 'mean_in_queue'] as const;
    const totals = Object.fromEntries(
      each.filter((name) => name in expected).map((name) => [name, expected[name] * N]),
    );
    return [
      { input: serversOf({ span, rate, mu, servers: N, balancer }), checks: checksOf({ ...expected, ...totals }) },
    ];
  };

const shortestOfTwo: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, N } = params;
  const span = spanOf({ rate, load: rate / (N * mu) });
  const checks = checksOf(expected);
  return [
    { input: serversOf({ span, rate, mu, servers: N, balancer: 'least-requests' }), checks },
    { input: serversOf({ span, rate, mu, servers: N, balancer: 'power-of-two' }), checks },
  ];
};

const manyServers: TheoryKind = ({ params, expected }) => {
  const { rho, mu, d } = params;
  const servers = 200;
  const rate = rho * mu * servers;
  const span = { warmup: `${Math.ceil(60 / (1 - rho) ** 2)}s`, duration: `${Math.ceil(60 / (1 - rho) ** 2) + 300}s` };
  const input = serversOf({ span, rate, mu, servers, balancer: { 'power-of-k': { k: d } } });
  const perServer = {
    name: 'mean_per_server',
    of: measure('in_system_mean', 1 / servers),
    reference: expected.mean_per_server,
    bias: 0.03,
    power: 0.01,
  };
  return [{ input, checks: [...checksOf(expected, { bias: 0.03 }), perServer] }];
};

/** A line at each server, and someone who chooses. */
export const balanced: Readonly<Record<string, TheoryKind>> = {
  random_routing: independent('random'),
  round_robin: independent('round-robin'),
  jsq2: shortestOfTwo,
  power_of_d: manyServers,
};
