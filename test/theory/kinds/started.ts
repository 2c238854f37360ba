import type { DistributionInput } from '../../../src/random/distributions/index.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { checksOf, measure } from '../checks.js';
import { distributionOf, exponential } from '../law.js';
import { type Span, spanOf, steady } from '../queueSetup.js';
import type { Check, TheoryKind } from '../theoryCase.js';

/** Servers that a waiting request starts and that stop when idle: scaling per request over a central queue. */
function startedServers(options: {
  span: Span;
  rate: number;
  service: DistributionInput;
  setup: DistributionInput;
  max: number;
  idleTimeout: DistributionInput;
}): ScenarioInput {
  const { span, rate, service, setup, max, idleTimeout } = options;
  return {
    name: 'started',
    ...span,
    traffic: { load: steady(rate) },
    requests: { job: { route: 'desk', io: service } },
    services: {
      desk: { instance: { concurrency: 1, startup: setup }, scaling: { max, perRequest: { idleTimeout } } },
    },
    gateway: { queue: {} },
    cloud: { billing: { granularity: '1ms' } },
  };
}

const oneServer: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, service, setup } = params;
  const input = startedServers({
    span: spanOf({ rate, load: 0.8, variation: 3 }),
    rate,
    service: distributionOf(service),
    setup: distributionOf(setup),
    max: 1,
    idleTimeout: '0s',
  });
  const busy: Check = {
    name: 'p_server_busy',
    of: measure('instances_busy_mean'),
    reference: expected.p_server_busy,
    bias: 0.003,
    power: 0.01,
  };
  // Nobody finds an idle server that is on, so the reference's wait holds for all of them.
  return [{ input, checks: [...checksOf(expected), busy] }];
};

const manyServers: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, k, setup_rate: setupRate, idle_off_rate: offRate } = params;
  const input = startedServers({
    span: spanOf({ rate, load: 0.9, variation: 0.5 }),
    rate,
    service: exponential(1 / mu),
    setup: exponential(1 / setupRate),
    max: k,
    idleTimeout: offRate === 'immediate' ? '0s' : exponential(1 / offRate),
  });
  return [{ input, checks: checksOf(expected) }];
};

/** Autoscaling in small: setup is startup, idle-off is scale-in. */
export const started: Readonly<Record<string, TheoryKind>> = { mg1_setup: oneServer, mmk_setup: manyServers };
