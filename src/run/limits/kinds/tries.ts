import { countText } from '../../../engine/limits/amounts.js';
import type { GatewaySettings } from '../../../gateway/settings.js';
import { gatewayViews } from '../../../scenario/gatewayOf.js';
import type { Limit } from '../limit.js';

/** Tries allowed for each request allowed: retries of a run that fares badly. */
const triesPerRequest = 10;

/** Tries if every one of them fails: requests that are tried without end never leave. */
export const tries: Limit = {
  code: 'too-many-retries',
  needsTraffic: true,
  parts: ({ scenario, expectedRequestCount }) => {
    const found = gatewayViews(scenario).flatMap(({ gateway, pathOf }) => {
      if (gateway.retries === undefined) return [];
      const amount = expectedRequestCount * mostTries(gateway, gateway.totalTimeout ?? scenario.duration);
      const path = pathOf('retries', 'totalTimeout', 'rejectLatency').join('.');
      return [{ path, amount, text: `${countText(amount)} tries that all fail` }];
    });
    // As if all requests went to the service with most tries.
    return found.sort((a, b) => b.amount - a.amount).slice(0, 1);
  },
  allowed: ({ requestCount }) => requestCount * triesPerRequest,
  show: (amount) => `${countText(amount)} tries`,
  why: 'In an overload every request is tried again, and the work multiplies.',
  advice: 'lower gateway.retries.attempts, add a budget or a longer backoff',
  option: (amount) => `--max-requests ${Math.ceil(amount / triesPerRequest)}`,
};

type Retries = NonNullable<GatewaySettings['retries']>;

/** Tries of one request within a span, each refused as fast as the gateway can and repeated after its mean backoff. */
function mostTries({ retries, timeout = Number.POSITIVE_INFINITY, rejectLatency }: GatewaySettings, span: number) {
  const { attempts, budget, backoff } = retries as Retries; // safe: asked of scenarios with retries alone
  const answerSeconds = Math.min(timeout, rejectLatency);
  const share = { none: 1, full: 0.5, equal: 0.75, exponential: 1 }[backoff.jitter];
  let spentSeconds = 0;
  let count = 1;
  // Beyond so many tries the pause has either grown past any span, or stays what it is.
  for (; count < Math.min(attempts, 1000) && spentSeconds < span; count++) {
    spentSeconds += answerSeconds + share * backoff.base * backoff.factor ** (count - 1);
  }
  const further = backoff.factor > 1 ? attempts - count : (span - spentSeconds) / (spentSeconds / (count - 1));
  const most = count < attempts && spentSeconds < span ? count + Math.min(attempts - count, further) : count;
  return budget === undefined ? most : Math.min(most, 1 + budget);
}
