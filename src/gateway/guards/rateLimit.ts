import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import * as word from '../../traffic/word.js';
import type { Guard } from './guard.js';
import type { GuardContext } from './guardContext.js';
import { SparseTokenBuckets } from './sparseTokenBuckets.js';
import { TokenBuckets } from './tokenBucket.js';
import * as verdict from './verdict.js';

/** What has a bucket of its own. */
const sharers = ['all', 'class', 'source', 'client'] as const;

/** Limits on tries over time; each try takes a token of every limit. */
export const rateLimitSchema = z
  .array(
    z.strictObject({
      requests: z.number().positive().meta({ description: 'Tokens that flow in per `per`; a try takes one' }),
      per: durationSchema({ sign: 'positive' }).prefault('1s'),
      burst: z.number().min(1).optional().meta({ description: 'Tokens of a full bucket; = requests when left out' }),
      by: z
        .enum(sharers)
        .default('all')
        .meta({ description: 'Who shares a bucket: all requests, those of a class, of a source, of a client' }),
    }),
  )
  .min(1)
  .meta({ description: 'Token buckets; who finds one empty is answered 429 (rate_limited)' });

export type RateLimitSettings = z.output<typeof rateLimitSchema>;

/** Answers 429 where the bucket of one of the limits is empty. */
export function rateLimit(settings: RateLimitSettings, context: GuardContext): Guard {
  const { clock } = context;
  const limits = settings.map(({ requests, per, burst = Math.max(1, requests), by }) => {
    const rate = { perSecond: requests / per, burst };
    const buckets = by === 'client' ? new SparseTokenBuckets(rate) : new TokenBuckets(rate);
    return { buckets, keyOf: keyOf(by, context) };
  });
  return {
    check(row) {
      for (const { buckets, keyOf } of limits)
        if (!buckets.has(keyOf(row), clock.nowSeconds)) return verdict.rateLimited;
      return verdict.go;
    },
    entered(row) {
      for (const { buckets, keyOf } of limits) buckets.take(keyOf(row));
    },
  };
}

/** The number of a request's bucket. */
function keyOf(by: (typeof sharers)[number], { requests, sourceOf, classOf }: GuardContext): (row: number) => number {
  if (by === 'all') return () => 0;
  if (by === 'client') return (row) => requests.words[(row << 5) | word.user];
  if (by === 'source') return sourceOf;
  return (row) => classOf[requests.words[(row << 5) | word.group]];
}
