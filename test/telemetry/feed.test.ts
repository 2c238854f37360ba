import { describe, expect, it } from 'vitest';
import { defaultFeed, type MetricFeed, pathsOf } from '../../src/telemetry/feed.js';
import { feedSentences } from '../../src/telemetry/feedWords.js';
import { metricNames } from '../../src/telemetry/metrics.js';
import { telemetrySchema } from '../../src/telemetry/settings.js';

const server: MetricFeed = {
  name: 'server',
  metrics: ['cpu_utilization', 'memory_utilization'],
  timing: { scrapeSeconds: 15, windowSeconds: 15, delaySeconds: 0, staleAfterSeconds: 0 },
  needsWholeWindow: true,
  from: 'metrics-server',
};

const scrapesOf = (feed: MetricFeed, telemetry: unknown) =>
  pathsOf(feed, telemetrySchema.parse(telemetry)).map(
    ({ metrics, scrapeSeconds, windowSeconds, delaySeconds, staleAfterSeconds }) =>
      `${metrics.length}: ${scrapeSeconds}/${windowSeconds}/${delaySeconds}/${staleAfterSeconds}`,
  );

describe('the timing of a feed', () => {
  it.each([
    ['is the platform’s where the scenario says nothing', server, {}, ['2: 15/15/0/0']],
    ['is the default where there is no platform', defaultFeed, {}, [`${metricNames.length}: 15/60/0/300`]],
    ['is the scenario’s, key by key', server, { window: '1m' }, ['2: 15/60/0/0']],
    [
      'is the scenario’s in all keys',
      server,
      { scrape: '30s', window: '1m', delay: '5s', staleAfter: '10s' },
      ['2: 30/60/5/10'],
    ],
    [
      'is the scenario’s of one metric before that of all',
      server,
      { scrape: '30s', metrics: { memory_utilization: { scrape: '1m' } } },
      ['1: 30/15/0/0', '1: 60/15/0/0'],
    ],
    [
      'takes no notice of metrics it does not have',
      server,
      { metrics: { queue_depth: { scrape: '1m' } } },
      ['2: 15/15/0/0'],
    ],
  ])('%s', (_claim, feed, telemetry, expected) => {
    expect(scrapesOf(feed, telemetry)).toEqual(expected);
  });

  it('says in words whose it is', () => {
    const words = (telemetry: unknown) => feedSentences(server, telemetrySchema.parse(telemetry)).join(' ');
    expect(words({})).toContain('so up to 30s old');
    expect(words({})).toContain('(from metrics-server)');
    expect(words({ window: '1m' })).toContain('so up to 75s old');
    expect(words({ window: '1m' })).toContain('(telemetry.window of the scenario, instead of metrics-server)');
  });
});
