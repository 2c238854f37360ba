import type { CacheOptions, CacheRule } from '../gateway/ai/cache/answerCache.js';
import { aiRouteOf } from '../scenario/routeTargets.js';
import type { Scenario } from '../scenario/schema.js';
import type { RunStreams } from './runStreams.js';
import type { Traffic } from './traffic.js';

interface CacheParts {
  readonly scenario: Scenario;
  readonly traffic: Traffic;
  readonly streams: RunStreams;
}

/** The caches of the routes that classes go to; undefined where none has one. */
export function assembleCache({ scenario, traffic, streams }: CacheParts): CacheOptions | undefined {
  const ofProfiles = traffic.classNames.map((name) => ruleOf(scenario, name));
  if (ofProfiles.every((rule) => rule === undefined)) return undefined;
  return { ofProfiles, streams: traffic.sourceNames.map((name) => streams.openIndexed(`source ${name}`, 'cache')) };
}

function ruleOf(scenario: Scenario, className: string): CacheRule | undefined {
  const cache = aiRouteOf(scenario, className)?.cache;
  return (
    cache && {
      hitRate: cache.hitRate,
      wrongHit: cache.wrongHit,
      latencySeconds: cache.latency,
      ttlSeconds: cache.ttl,
    }
  );
}
