import { InstanceTable } from '../../../src/fleet/instanceTable.js';
import * as phase from '../../../src/fleet/phase.js';
import * as work from '../../../src/fleet/work.js';
import { Histogram } from '../../../src/stats/histogram.js';
import { takeSnapshot } from '../../../src/telemetry/counterSnapshot.js';
import { addLatencies, noLatencies } from '../../../src/telemetry/latencyTotals.js';
import type { Readings } from '../../../src/telemetry/metrics.js';
import { answerQuery } from '../../../src/telemetry/promql/answerQuery.js';
import type { PatternOf } from '../../../src/telemetry/promql/labelMatching.js';
import type { ScrapedSample, SeriesSource } from '../../../src/telemetry/promql/seriesSource.js';

/** What a fake world shows at one scrape, service by service. */
export interface FakeScrape {
  readonly seconds: number;
  readonly answers?: readonly number[];
  readonly errors?: readonly number[];
  /** [service] latencies of all answers so far. */
  readonly latencies?: readonly (readonly number[])[];
  /** [service] busy vCPU seconds of each of its instances; undefined: it is gone. */
  readonly busy?: readonly (readonly (number | undefined)[])[];
  readonly readings?: readonly Readings[];
}

interface FakeWorld {
  readonly services?: readonly string[];
  readonly scrapes: readonly FakeScrape[];
  readonly now: number;
  readonly hasFailed?: boolean;
}

export const startSeconds = 1_767_571_200;

/** A metrics server made by hand. */
export function sourceOf({ services = ['web'], scrapes, now, hasFailed = false }: FakeWorld): SeriesSource {
  const metered = { isModel: false, vcpus: 2, cpuRequest: 0.5, memoryBytes: 1000, baseMemoryBytes: 100 };
  const samples = scrapes.map((scrape) => sampleOf(scrape, services.length));
  return {
    services: services.map((name, index) => ({ name, index, metered })),
    startSeconds,
    nowSeconds: () => now,
    hasFailed,
    lookbackSeconds: () => 300,
    track: (_, since) => ({
      samples: samples.filter(({ scrapedSeconds }) => scrapedSeconds >= since),
      shownSeconds: 300,
    }),
  };
}

function sampleOf(scrape: FakeScrape, serviceCount: number): ScrapedSample {
  const each = <Value>(list: readonly Value[] | undefined, none: Value) =>
    Array.from({ length: serviceCount }, (_, index) => list?.[index] ?? none);
  const table = new InstanceTable();
  for (const [service, list] of each(scrape.busy, []).entries()) {
    for (const [launch, busy] of list.entries()) {
      const slot = table.allocate(service, 0);
      table.phase[slot] = busy === undefined ? phase.free : phase.ready;
      table.launchNumber[slot] = launch;
      table.work[(slot << 3) | work.busyVcpuSeconds] = busy ?? 0;
    }
  }
  const latencies = each(scrape.latencies, []).map((values) => {
    const histogram = new Histogram();
    for (const value of values) histogram.record(value);
    return histogram.toSparse();
  });
  const snapshot = takeSnapshot(scrape.seconds, table, {
    answers: Float64Array.from(each(scrape.answers, 0)),
    errors: Float64Array.from(each(scrape.errors, 0)),
    limited: Float64Array.from(each<number>(undefined, 0)),
    latencies,
    latencyTotals: latencies.map((recent) => addLatencies(noLatencies, recent)),
    desired: each<number>(undefined, 3),
  });
  return { scrapedSeconds: scrape.seconds, readings: each(scrape.readings, {}), snapshot };
}

/** As JavaScript has them: only the policy layer bounds their cost. */
export const patternOf: PatternOf = (expression) => {
  const pattern = new RegExp(`^(?:${expression})$`, 's');
  return (text) => pattern.test(text);
};

/** The data of an answer in short: scalar text, or [labels, value text] of each series. */
export function ask(source: SeriesSource, query: string, fields: Readonly<Record<string, string>> = {}) {
  const answer = answerQuery('query', new Map(Object.entries({ query, ...fields })), {
    source,
    service: undefined,
    patternOf,
    charge: () => {},
  });
  const { data, errorType, error } = answer.body as {
    data?: { resultType: string; result: never };
    errorType?: string;
    error?: string;
  };
  if (data === undefined) return { error: `${answer.code} ${errorType}: ${error}`, findings: answer.findings };
  if (data.resultType === 'scalar') return { scalar: (data.result as [number, string])[1], findings: answer.findings };
  const series = data.result as { metric: Record<string, string>; value: [number, string] }[];
  return { vector: series.map(({ metric, value }) => [metric, value[1]]), findings: answer.findings };
}
