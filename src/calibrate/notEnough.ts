import type { Problem } from '../base/problem.js';
import type { ModelServerSettings } from '../fleet/modelServer/settings.js';
import type { ReplicaNumbers } from '../fleet/models/datasheet.js';
import { loadLabel, type MeasuredLoad } from './measuredLoad.js';
import { capacityPerSecond, insideMean } from './saturation.js';

interface Measured {
  readonly loads: readonly MeasuredLoad[];
  readonly saturated: readonly MeasuredLoad[];
  readonly server: ModelServerSettings;
  readonly numbers: ReplicaNumbers;
}

/** Loads that tell nothing, and the measurement that would. */
export function notEnough({ loads, saturated, server, numbers }: Measured): Problem {
  const kept = loads.filter((one) => !saturated.includes(one)).toSorted((a, b) => insideMean(a) - insideMean(b));
  const lowest = loads.toSorted((a, b) => insideMean(a) - insideMean(b))[0];
  const where = lowest?.place ?? {};
  if (lowest === undefined) {
    return {
      code: 'no-loads',
      where,
      what: 'no load was given',
      why: "A server's /metrics count from its start and say no rate: two loads tell how it slows down.",
      fix: 'add results of vllm bench serve at two rates, or a table of loads.',
    };
  }
  const capacity = capacityPerSecond(lowest.load, server, numbers);
  const [one] = kept;
  if (one === undefined) {
    return {
      code: 'all-saturated',
      where,
      what: `the server was saturated at every load, from ${loadLabel(lowest)} on`,
      why: 'Latencies of a queue tell how long the benchmark took, not how fast the server is.',
      fix: `measure ${rates(capacity, [0.15, 0.5])}.`,
    };
  }
  const most = kept[kept.length - 1];
  const isLow = insideMean(most) < (capacity * (most.e2eMeanMs ?? 0)) / 2000;
  return {
    code: 'loads-alike',
    where,
    what:
      kept.length === 1
        ? `only one load tells something: ${loadLabel(one)}`
        : `${kept.length} loads have ${inside(one)} to ${inside(most)} requests inside, which is too alike`,
    why: 'base and perSequence cannot be told apart: each pair of the same sum fits.',
    fix: `add a load of the same lengths ${rates(capacity, [isLow ? 0.6 : 0.15])}.`,
  };
}

const inside = (one: MeasuredLoad) => insideMean(one).toPrecision(2);

function rates(capacity: number, shares: readonly number[]): string {
  const shown = shares.map((share) => String(Number((capacity * share).toPrecision(2))));
  return `at about ${shown.join(' and at about ')} requests a second`;
}
