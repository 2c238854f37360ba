import {
  buildDistribution,
  type DistributionInput,
  distributionSettings,
} from '../../../src/random/distributions/index.js';
import { checksOf } from '../checks.js';
import { distributionOf, exponential, type Law } from '../law.js';
import { lineOf, spanOf } from '../queueSetup.js';
import type { TheoryKind } from '../theoryCase.js';

const lawOf = (input: DistributionInput) => buildDistribution(distributionSettings.parse(input));

/** Squared coefficient of variation. */
function scvOf(input: DistributionInput): number {
  const { variance, meanSeconds } = lawOf(input);
  return variance / meanSeconds ** 2;
}

/** Larger where the reference says that it may be: high load, wild service. */
const powerOf = (load: number, scv = 1): number => (load > 0.9 || scv > 4 ? 0.02 : 0.01);

const poissonLine =
  (
    serviceOf: (params: { mu: number; D: number; service: Law }) => DistributionInput,
    except: string[] = [],
  ): TheoryKind =>
  ({ params, expected }) => {
    const { lambda_: rate, c = 1 } = params;
    const service = serviceOf(params);
    const scv = scvOf(service);
    const load = (rate * lawOf(service).meanSeconds) / c;
    // Bounded Pareto and scv >= 9 need five to ten times the arrivals.
    const variation = ((1 + scv) / 2) * (scv >= 9 || params.service?.type === 'bounded_pareto' ? 6 : 1);
    const input = lineOf({ span: spanOf({ rate, load, variation }), rate, service, servers: c });
    return [{ input, checks: checksOf(expected, { power: powerOf(load, scv), except }) }];
  };

const exponentialLine = poissonLine(({ mu }) => exponential(1 / mu));
// Waits of constant service have atoms: sojourns are compared.
const constantLine = poissonLine(({ D }) => ({ constant: `${D}s` }), ['wait']);

const generalArrivals: TheoryKind = ({ params, expected }) => {
  const { interarrival, mu } = params;
  const gaps = distributionOf(interarrival);
  const rate = 1 / lawOf(gaps).meanSeconds;
  const load = rate / mu;
  const span = spanOf({ rate, load, variation: (scvOf(gaps) + 1) / 2 });
  const input = lineOf({ span, rate, service: exponential(1 / mu), arrivals: { renewal: { gaps } } });
  return [{ input, checks: checksOf(expected, { power: powerOf(load) }) }];
};

const kingman: TheoryKind = ({ params, expected }) => {
  const gaps = distributionOf(params.interarrival);
  const service = distributionOf(params.service);
  const rate = 1 / lawOf(gaps).meanSeconds;
  const load = rate * lawOf(service).meanSeconds;
  const span = spanOf({ rate, load, variation: (scvOf(gaps) + scvOf(service)) / 2 });
  const bound = { mean_wait: expected.mean_wait_upper_bound };
  const checks = checksOf(bound, { power: powerOf(load) }).map((check) => ({ ...check, isBound: true }));
  return [{ input: lineOf({ span, rate, service, arrivals: { renewal: { gaps } } }), checks }];
};

const limited: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, c, K } = params;
  const span = spanOf({ rate, load: Math.min(0.8, rate / (mu * c)) });
  return [
    {
      input: lineOf({ span, rate, service: exponential(1 / mu), servers: c, limit: K - c }),
      checks: checksOf(expected, { power: 0.01 }),
    },
  ];
};

/** Erlang B holds for any service: three of them. */
const lossOnly: TheoryKind = ({ params, expected }) => {
  const { offered_load: rate, c } = params;
  const laws: DistributionInput[] = [exponential(1), { constant: '1s' }, { lognormal: { mean: '1s', cv: 2 } }];
  const span = spanOf({ rate, load: 0.8 });
  return laws.map((service) => ({
    input: lineOf({ span, rate, service, servers: c, limit: 0 }),
    checks: checksOf(expected),
  }));
};

const impatient: TheoryKind = ({ params, expected }) => {
  const { lambda_: rate, mu, c, abandon_rate: abandonRate } = params;
  const input = lineOf({
    span: spanOf({ rate, load: 0.8 }),
    rate,
    service: exponential(1 / mu),
    servers: c,
    patience: exponential(1 / abandonRate),
  });
  return [{ input, checks: checksOf(expected) }];
};

/** One first-come line before equal servers. */
export const lines: Readonly<Record<string, TheoryKind>> = {
  mm1: exponentialLine,
  mmc: exponentialLine,
  md1: constantLine,
  mdc: constantLine,
  mg1: poissonLine(({ service }) => distributionOf(service)),
  gm1: generalArrivals,
  kingman_bound: kingman,
  mmcK: limited,
  erlangB: lossOnly,
  erlangA: impatient,
};
