import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import * as rank from '../../kernel/rank.js';
import * as double from '../../traffic/double.js';
import * as word from '../../traffic/word.js';
import type { Guard } from './guard.js';
import type { GuardContext } from './guardContext.js';
import { InstanceBreakers } from './instanceBreakers.js';
import { RatioBreaker } from './ratioBreaker.js';
import type { BreakerState } from './standingNews.js';
import * as verdict from './verdict.js';

const limit = (description: string) =>
  z
    .int()
    .min(0)
    .optional()
    .meta({ description: `${description}; unlimited when left out` });

const limitsSchema = z.strictObject({
  requests: limit('Tries at the instances of a service'),
  pending: limit('Tries that wait for a slot'),
  retries: limit('Tries under way that are not the first of their request'),
});

const ratioSchema = z.strictObject({
  failureRatio: z.number().gt(0).max(1).default(0.5).meta({ description: 'Opens at this share of failed tries' }),
  window: durationSchema({ sign: 'positive' }).prefault('10s').meta({ description: 'Looked at, in 10 buckets' }),
  minimumRequests: z.int().min(1).default(20).meta({ description: 'Does not open on fewer tries in the window' }),
  openFor: durationSchema({ sign: 'positive' }).prefault('30s'),
  halfOpen: z.int().min(1).default(5).meta({ description: 'Tries let through after that; all good: closed' }),
  per: z
    .enum(['service', 'instance'])
    .default('service')
    .meta({ description: 'One for all instances, which refuses tries; or one each, whose instance is passed over' }),
});

type Breaker = z.output<typeof limitsSchema> | z.output<typeof ratioSchema>;

const limitKeys = Object.keys(limitsSchema.shape);
const oneOf = z.union([limitsSchema, ratioSchema], {
  error: ({ input }) => {
    const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    if (keys.some((key) => limitKeys.includes(key)) && keys.some((key) => key in ratioSchema.shape))
      return 'mixes limits with a ratio\nThey are two breakers.\nwrite a list: [{ requests: 100 }, { failureRatio: 0.5 }].';
    return 'is neither limits nor a ratio\nA breaker limits tries under way, or opens on failures.\nwrite { requests, pending, retries } or { failureRatio, window, minimumRequests, openFor, halfOpen, per }.';
  },
});

/** Limits of concurrency to a service, a breaker that opens on failures, or a list with both. */
export const circuitBreakerSchema = z
  .union([oneOf, z.array(oneOf).min(1)])
  .meta({ description: 'Refuses tries at once (rejected): beyond limits, or while it is open' });

export type CircuitBreakerSettings = z.output<typeof circuitBreakerSchema>;

function breakersOf(settings: CircuitBreakerSettings): readonly Breaker[] {
  return Array.isArray(settings) ? settings : [settings];
}

/** Whether one of the breakers opens on failures, so that there is something to be open. */
export function hasRatioBreaker(settings: CircuitBreakerSettings | undefined): boolean {
  return settings !== undefined && breakersOf(settings).some((one) => 'failureRatio' in one);
}

/** The breakers of one service. */
export function circuitBreakers(settings: CircuitBreakerSettings, context: GuardContext): Guard[] {
  return breakersOf(settings).map((one) =>
    'failureRatio' in one ? ratioGuard(one, context) : limitGuard(one, context),
  );
}

/** Envoy's thresholds: what is beyond them is answered 503 at once. */
function limitGuard(
  { requests = Infinity, pending = Infinity, retries = Infinity }: z.output<typeof limitsSchema>,
  { load, requests: table, centralQueueLength, waitingCount }: GuardContext,
): Guard {
  return {
    check(row) {
      const isRetry = table.words[(row << 5) | word.tries] > 1;
      const isOver = load.count - centralQueueLength() >= requests || (isRetry && load.retryCount >= retries);
      return isOver ? verdict.rejected : verdict.go;
    },
    waits: () => (waitingCount() >= pending ? verdict.rejected : verdict.go),
    // It is counted already, and has left the queue.
    begins: () => (load.count - centralQueueLength() > requests ? verdict.rejected : verdict.go),
  };
}

function ratioGuard(settings: z.output<typeof ratioSchema>, context: GuardContext): Guard {
  const rules = {
    failureRatio: settings.failureRatio,
    windowSeconds: settings.window,
    minimumCount: settings.minimumRequests,
    openSeconds: settings.openFor,
    halfOpenCount: settings.halfOpen,
  };
  const { clock, requests } = context;
  if (settings.per === 'instance') return new InstanceBreakers({ ...context, rules, service: context.index });
  const breaker: RatioBreaker = new RatioBreaker(
    rules,
    serviceNews(context, () => breaker),
  );
  return {
    check: () => (breaker.admits(clock.nowSeconds) ? verdict.go : verdict.rejected),
    entered: () => breaker.entered(),
    ended(row, end) {
      breaker.ended(end, requests.doubles[(row << 4) | double.tried], clock.nowSeconds);
    },
    isOpen: () => breaker.isOpen(clock.nowSeconds),
  };
}

/** Who hears of the breaker of a service. Half-open it is by the next try; whoever listens hears of it when it is due. */
function serviceNews({ clock, calendar, news, opened }: GuardContext, breaker: () => RatioBreaker) {
  return (state: BreakerState): void => {
    if (state === 'open') opened();
    if (news === undefined) return;
    const { openUntilSeconds } = breaker();
    news.breaker(state, openUntilSeconds);
    if (state === 'open') calendar.at(openUntilSeconds, rank.fleet, () => breaker().admits(clock.nowSeconds));
  };
}
