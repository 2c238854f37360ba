import type { Measure } from '../measure.js';
import type { RequestTotals } from '../runTotals.js';

const source = 'result document, outcomes of a request';

function counted(
  name: string,
  label: string,
  key: Exclude<keyof RequestTotals, 'coldStarts'>,
  better: Measure['better'],
  definition: string,
): Measure {
  return {
    name,
    label,
    level: 'detail',
    unit: 'count',
    better,
    definition,
    formula: `count of ${key}`,
    source,
    compute: ({ requests }) => requests[key],
  };
}

/** How many requests there were and how each ended. */
export const requestMeasures: readonly Measure[] = [
  counted(
    'requests_offered',
    'requests',
    'offered',
    'none',
    'Requests whose intended arrival lies in the measured span.',
  ),
  counted('requests_completed', 'completed', 'completed', 'higher', 'Requests whose last try was answered well.'),
  counted(
    'requests_good',
    'good',
    'good',
    'higher',
    'Completed within the SLO latency, of model servers within its `ttft` and `itl`, too; without an slo, all completed.',
  ),
  counted('requests_failed', 'failed', 'failed', 'lower', 'Answered badly.'),
  counted('requests_rejected', 'rejected', 'rejected', 'lower', 'Refused at once: queue full, no instance, limit.'),
  counted(
    'requests_shed',
    'shed',
    'shed',
    'lower',
    'Rejected before their turn, by admission or as a sheddable tier; part of requests_rejected.',
  ),
  counted(
    'requests_cached',
    'cached',
    'cached',
    'none',
    'Completed out of the cache of their route; they took no tokens of a server. Part of requests_completed.',
  ),
  counted(
    'answers_wrong_cached',
    'wrong cached',
    'cachedWrong',
    'lower',
    'Those of them whose answer fits another prompt (`wrongHit`).',
  ),
  counted('requests_timed_out', 'timed out', 'timedOut', 'lower', 'The client stopped waiting for the answer.'),
  counted('requests_abandoned', 'abandoned', 'abandoned', 'lower', 'Left a queue: patience or queue timeout.'),
  counted('requests_aborted', 'aborted', 'aborted', 'lower', 'Cut off by a crash or by the end of a drain.'),
  counted(
    'requests_rate_limited',
    'rate-limited',
    'rateLimited',
    'lower',
    'Answered 429 by a rate limit of the gateway.',
  ),
  counted('requests_unfinished', 'unfinished', 'unfinished', 'lower', 'Still inside when the run ended.'),
  counted(
    'attempts',
    'tries',
    'attempts',
    'none',
    'Tries of all requests; more than the requests when some were retried.',
  ),
  counted(
    'dropped_iterations',
    'dropped',
    'droppedIterations',
    'lower',
    'Iterations for which no VU was free; not offered.',
  ),
];
