import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_START_SECONDS } from '../../src/base/calendarDates.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { accessLogExporter } from '../../src/exports/events/accessLogExporter.js';
import { kubectlExporter } from '../../src/exports/events/kubectlExporter.js';
import type { Exporter, ExportRequest } from '../../src/exports/exporter.js';
import { combined } from '../../src/imports/log/combined.js';
import { jsonLines } from '../../src/imports/log/jsonLines.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { parseTime } from '../../src/traffic/trace/time.js';
import { anyScenario } from '../support/anyScenario.js';
import { caseCounts } from '../support/sampled.js';

const folder = mkdtempSync(join(tmpdir(), 'dryscale-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'events.ndjson');

type EventLine = { readonly time_s: number; readonly kind: string } & Readonly<Record<string, unknown>>;

function recorded(input: ScenarioInput): EventLine[] {
  const code = 'return { every = "7s", decide = function(o) return 3 + math.floor(o.time / 7) % 6 end }';
  const texts: string[] = [];
  runOnce({
    scenario: parseScenario(input),
    scenarioFolder: '.',
    bindings: { web: { kind: 'lua', fileName: 'p.lua', path: 'p.lua', code, params: {} } },
    replication: 0,
    detail: false,
    onEvent: (event) => texts.push(JSON.stringify(event)),
  });
  writeFileSync(file, `${texts.join('\n')}\n`);
  return texts.map((text) => JSON.parse(text));
}

async function exported(exporter: Exporter, asked: Partial<ExportRequest> = {}): Promise<string> {
  const none = { out: undefined, set: [], policies: [], format: undefined, interval: undefined, start: undefined };
  const { text } = await exporter.write({ file, ...none, ...asked }, () => {});
  return typeof text === 'string' ? text : [...text].join('');
}

const statusOf = {
  completed: 200,
  failed: 500,
  rejected: 503,
  timed_out: 504,
  abandoned: 499,
  aborted: 502,
  rate_limited: 429,
};

describe('an access log made of the events of a run', () => {
  for (const { tags, numRuns } of caseCounts(1, 2))
    it('has a line for every end, in their order, with the times that the events have', { tags }, async () => {
      await fc.assert(
        fc.asyncProperty(anyScenario, async (input) => {
          const events = recorded(input);
          const ends = events.filter(({ kind }) => Object.hasOwn(statusOf, kind));
          const read = async (format: string) => (await exported(accessLogExporter, { format })).trimEnd().split('\n');
          const [plain, json] = [await read('combined'), await read('json')];
          expect([plain.length, json.length]).toEqual([ends.length, ends.length]);
          const upstream = upstreamByRequest(events);
          // An expectation a line would take longer than the lines.
          const wrong: unknown[] = [];
          for (const [index, end] of ends.entries()) {
            const [one, other] = [combined.read(plain[index]), jsonLines.read(json[index])];
            // safe: the filter above leaves these kinds.
            const status = statusOf[end.kind as keyof typeof statusOf];
            const latency = end.time_s - Number(end.arrival_s);
            const arrival = DEFAULT_START_SECONDS + Number(end.arrival_s);
            const seconds = upstream.get(String(end.request));
            const isRight =
              one?.status === status &&
              other?.status === status &&
              Math.abs((one.latencySeconds ?? Number.NaN) - latency) < 0.005 &&
              Math.abs(other.seconds - arrival) < 0.0021 &&
              arrival - one.seconds < 1.001 &&
              Math.abs((other.upstreamSeconds ?? -1) - (seconds ?? -1)) < 0.005;
            if (!isRight) wrong.push({ end, one, other, seconds });
          }
          expect(wrong).toEqual([]);
        }),
        { numRuns },
      );
    });

  it('leaves calls out, and gives a hedged request the time of the try that answered', async () => {
    const events = recorded({
      name: 'inside',
      duration: '30s',
      traffic: { a: { executor: 'constant-arrival-rate', rate: 5, request: 'page' } },
      requests: {
        page: { route: 'web', io: { exponential: { mean: '100ms' } }, calls: [{ request: 'stock' }] },
        stock: { route: 'web', io: '5ms' },
      },
      services: { web: { instance: {}, scaling: { min: 3, max: 9 } } },
      gateway: { hedging: { after: '100ms' } },
    });
    const lines = (await exported(accessLogExporter, { format: 'json' })).trimEnd().split('\n');
    const outer = events.filter(({ kind, request }) => kind === 'completed' && !String(request).includes('/'));
    expect(lines).toHaveLength(outer.length);
    const begins = new Map(
      events.filter(({ kind }) => kind === 'begin').map((event) => [`${event.request} ${event.try}`, event.time_s]),
    );
    let hedgedCount = 0;
    for (const [index, { request, time_s }] of outer.entries()) {
      const winner = events.find(
        (event) => event.kind === 'served' && event.request === request && event.time_s === time_s,
      );
      if (winner?.try === 2) hedgedCount++;
      const seconds = time_s - (begins.get(`${request} ${winner?.try}`) ?? Number.NaN);
      expect(jsonLines.read(lines[index])?.upstreamSeconds).toBeCloseTo(seconds, 2);
    }
    expect(hedgedCount).toBeGreaterThan(5);
  });

  it('gives the size of a good answer, and the classes as paths', async () => {
    const events = recorded({
      name: 'sizes',
      duration: '20s',
      traffic: { a: { executor: 'constant-arrival-rate', rate: 5, request: 'my_page' } },
      requests: { my_page: { route: 'web', io: '10ms', responseBytes: '24kB', errorRate: 0.3 } },
      services: { web: { instance: {}, scaling: { min: 1, max: 9 } } },
    });
    const log = await exported(accessLogExporter, { start: '2026-03-01T08:00:00Z' });
    const [first] = log.split('\n');
    expect(first).toMatch(
      /^192\.0\.2\.1 - - \[01\/Mar\/2026:08:00:0\d \+0000\] "GET \/my_page HTTP\/1\.1" (200 24000|500 0) "-"/,
    );
    expect(log.split('" 200 24000 "').length - 1).toBe(events.filter(({ kind }) => kind === 'completed').length);
  });
});

/** Time with instances by request, the other way round than the exporter: each try's begin and end are looked up among all events. */
function upstreamByRequest(events: readonly EventLine[]): Map<string, number> {
  const sums = new Map<string, number>();
  const byRequest = new Map<string, EventLine[]>();
  for (const event of events) {
    if (event.request === undefined) continue;
    const name = String(event.request);
    byRequest.set(name, [...(byRequest.get(name) ?? []), event]);
  }
  for (const [request, ofRequest] of byRequest) {
    const end = ofRequest.find(({ kind }) => Object.hasOwn(statusOf, kind));
    // Of several open tries one answers, and nobody waits for the others any more.
    const isAnswered = end?.answered_by !== undefined;
    const tries = new Set(ofRequest.flatMap((event) => (typeof event.try === 'number' ? [event.try] : [])));
    for (const number of tries) {
      const ofTry = ofRequest.filter((event) => event.try === number);
      const reached = ofTry.find(({ kind, instance }) => (kind === 'waits' && instance !== null) || kind === 'begin');
      const own = ofTry.find(
        ({ kind, orphan }) => (kind === 'served' && orphan === false) || kind === 'try_failed' || kind === 'retry',
      );
      const left = own ?? (isAnswered ? undefined : end);
      if (reached === undefined || left === undefined || reached.time_s > left.time_s) continue;
      sums.set(request, (sums.get(request) ?? 0) + left.time_s - reached.time_s);
    }
  }
  return sums;
}

interface PodObject {
  readonly metadata: {
    readonly name: string;
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly deletionGracePeriodSeconds?: number;
  };
  readonly status: {
    readonly phase: string;
    readonly conditions: readonly {
      readonly type: string;
      readonly status: string;
      readonly lastTransitionTime?: string;
    }[];
  };
}

describe('pods made of the events of a run', () => {
  for (const { tags, numRuns } of caseCounts(1, 3))
    it('are those that were launched, with their times to the second', { tags }, async () => {
      await fc.assert(
        fc.asyncProperty(anyScenario, async (input) => {
          const events = recorded(input);
          const { items }: { items: PodObject[] } = JSON.parse(await exported(kubectlExporter));
          const launches = events.filter(({ kind }) => kind === 'launched');
          expect(items).toHaveLength(launches.length);
          expect(new Set(items.map(({ metadata }) => metadata.name)).size).toBe(items.length);
          for (const [index, { metadata, status }] of items.entries()) {
            const { instance, startup_s } = launches[index];
            const stopped = events.find((event) => event.kind === 'stopped' && event.instance === instance);
            const lastReady = events.findLast((event) => event.kind === 'ready' && event.instance === instance);
            const created = secondsOf(metadata.creationTimestamp);
            expect(created).toBe(Math.floor(launches[index].time_s));
            const ready = status.conditions.find(({ type }) => type === 'Ready');
            const isLost = ['crash', 'zone-outage', 'startup-failure'].includes(String(stopped?.reason));
            expect(status.phase === 'Failed').toBe(isLost);
            if (startup_s === null && !isLost) expect(ready).toEqual({ type: 'Ready', status: 'True' });
            else if (ready?.status === 'True') {
              expect(secondsOf(ready.lastTransitionTime)).toBe(Math.floor(lastReady?.time_s ?? Number.NaN));
            } else expect(isLost || stopped?.ready_s === null).toBe(true);
            if (typeof stopped?.drained_s !== 'number') continue;
            const told = secondsOf(metadata.deletionTimestamp) - (metadata.deletionGracePeriodSeconds ?? Number.NaN);
            expect(told).toBe(Math.floor(stopped.drained_s));
          }
        }),
        { numRuns },
      );
    });
});

function secondsOf(text: string | undefined): number {
  return (parseTime(text ?? '', 's') ?? Number.NaN) - DEFAULT_START_SECONDS;
}

describe('a file of events', () => {
  const wrong: [name: string, text: string, says: RegExp][] = [
    ['is empty', '', /has no lines/],
    ['is a log', '192.0.2.1 - - [x] "GET / HTTP/1.1" 200 1\n', /^1 .*not JSON/],
    ['is cut within a line', '{"time_s":1,"kind":"scrape","service":"web"\n', /^1 .*not JSON/],
    ['lacks a field', '{"time_s":0,"kind":"launched","service":"web","instance":0,"zone":1}\n', /startup_s/],
    ['goes back', '{"time_s":5,"kind":"scrape"}\n{"time_s":4,"kind":"scrape"}\n', /^2 .*4 s, after a line at 5 s/],
  ];
  it.each(wrong)('that %s is refused with its line', async (_, text, says) => {
    writeFileSync(file, text);
    const failure = await exported(kubectlExporter).then(
      () => undefined,
      (thrown: { problems: { what: string; where: { line?: number } }[] }) => thrown.problems[0],
    );
    expect(`${failure?.where.line ?? ''} ${failure?.what}`).toMatch(says);
  });
});
