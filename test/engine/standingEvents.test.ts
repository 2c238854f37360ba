import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { faultKinds } from '../../src/faults/kinds/index.js';
import { eventSchema } from '../../src/record/runEvents.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import type { EventLine } from '../support/auditEvents.js';

const breaker = { failureRatio: 0.5, window: '10s', minimumRequests: 10, openFor: '20s', halfOpen: 3 } as const;
const breakerKinds = ['breaker_open', 'breaker_half_open', 'breaker_closed'];
const schema = eventSchema(faultKinds.map(({ name }) => name));

/** 50 a second, evenly, for ten instances in turn; one, or all, answer errors from 60 to 180 s. */
function troubled(gateway: ScenarioInput['gateway'], victims: object, parts: Partial<ScenarioInput> = {}) {
  const input = {
    name: 'troubled',
    duration: '240s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 50, arrivals: 'even' } },
    requests: { page: { route: 'web', io: '50ms' } },
    services: { web: { instance: { concurrency: 10 }, scaling: { min: 10, max: 10, policy: 'none' } } },
    faults: [{ kind: 'black-hole', at: '60s', for: '120s', ...victims }],
    gateway: { balancer: 'round-robin', ...gateway },
    ...parts,
  } as unknown as ScenarioInput; // safe: parseScenario checks it
  const lines: EventLine[] = [];
  const run = { scenario: parseScenario(input), scenarioFolder: '.', bindings: {}, replication: 0, detail: false };
  const told = runOnce({ ...run, detail: true, onEvent: (event) => lines.push(event) });
  expect(told.measures).toEqual(runOnce(run).measures);
  expect(told.detail?.timeline[0].kept_out ?? []).toEqual(spellsOf(lines));
  return { lines, measures: told.measures };
}

/** What the picture must show by the events: from each opening or ejection to what ended it. */
function spellsOf(lines: readonly EventLine[]) {
  const stateOf = new Map(Object.entries({ breaker_open: 'open', breaker_half_open: 'half-open', ejected: 'ejected' }));
  const isOfBreaker = ({ kind }: EventLine) => breakerKinds.includes(kind);
  return lines.flatMap((line, index) => {
    const { kind, time_s, instance } = line;
    const state = stateOf.get(kind);
    if (state === undefined) return [];
    const ends = (later: EventLine) =>
      later.instance === instance &&
      (later.kind === 'stopped' || (kind === 'ejected' ? later.kind === 'returned' : isOfBreaker(later)));
    const until_s = lines.slice(index + 1).find(ends)?.time_s ?? 240;
    return [{ state, ...(instance === undefined ? {} : { instance }), from_s: time_s, until_s }];
  });
}

function told(lines: readonly EventLine[], ...kinds: string[]) {
  const found = lines.filter(({ kind }) => kinds.includes(kind));
  for (const line of found) expect(schema.safeParse(line).success, JSON.stringify(line)).toBe(true);
  return found;
}

describe('the events of a run tell of', () => {
  it('the breaker of a service: half-open when it is due, whoever comes when', () => {
    // One request in 7 s: half-open comes 20 s after the opening, between two requests.
    const rare = { load: { executor: 'constant-arrival-rate', rate: 1 / 7, arrivals: 'even' } };
    const slow = { circuitBreaker: { ...breaker, window: '60s', minimumRequests: 3, halfOpen: 2 } };
    const { lines } = troubled(slow, { fraction: 1, for: '50s' }, { traffic: rare } as Partial<ScenarioInput>);
    const found = told(lines, ...breakerKinds);
    const [opened, ...later] = found;
    expect(opened).toMatchObject({ kind: 'breaker_open', service: 'web' });
    expect(opened.until_s).toBe(opened.time_s + 20);
    expect(later.map(({ kind }) => kind).slice(0, 2)).toEqual(['breaker_half_open', 'breaker_open']);
    expect(later[0].time_s).toBe(opened.until_s);
    expect(found.at(-1)?.kind).toBe('breaker_closed');
    expect(found.every((line) => !('instance' in line))).toBe(true);
  });

  it('the breaker of each instance, by its launch number', () => {
    const { lines, measures } = troubled({ circuitBreaker: { ...breaker, per: 'instance' } }, { count: 1 });
    const found = told(lines, ...breakerKinds);
    const ofOne = new Set(found.map(({ instance }) => instance));
    expect(ofOne.size).toBe(1);
    // It opens at 65 s and again every 20 s, till it is well at 185 s.
    const opened = found.filter(({ kind }) => kind === 'breaker_open');
    expect(opened.length).toBe(measures.breaker_openings);
    expect(opened.length).toBe(6);
    const kinds = found.map(({ kind }) => kind);
    expect(kinds).toEqual([...opened.flatMap(() => ['breaker_open', 'breaker_half_open']), 'breaker_closed']);
    for (const [index, { kind, time_s, until_s }] of found.entries())
      if (kind === 'breaker_open') expect(found[index + 1].time_s).toBe(Math.min(Number(until_s), time_s + 20));
  });

  it('an instance whose open breaker is closed by a start in place', () => {
    const { lines } = troubled(
      { circuitBreaker: { ...breaker, per: 'instance', openFor: '100s' } },
      { count: 1 },
      {
        services: {
          web: {
            instance: {
              concurrency: 10,
              startup: '5s',
              probes: { liveness: { period: '10s', timeout: '1s', failure: 2 } },
            },
            scaling: { min: 10, max: 10, policy: 'none' },
          },
        },
        faults: [{ kind: 'black-hole', at: '60s', for: '120s', count: 1, checks: 'fail' }],
      } as unknown as Partial<ScenarioInput>, // safe: parseScenario checks it
    );
    const [opened] = told(lines, 'breaker_open');
    const [restarted] = told(lines, 'restarting');
    const [closed] = told(lines, 'breaker_closed');
    expect(restarted.instance).toBe(opened.instance);
    expect(closed.instance).toBe(opened.instance);
    expect(closed.time_s).toBe(restarted.time_s + 5);
    expect(closed.time_s).toBeLessThan(Number(opened.until_s));
  });

  it('ejections and returns, as many as the measure counts', () => {
    const ejection = { consecutiveErrors: 5, interval: '10s', baseTime: '30s', maxPercent: 50, successRate: 'none' };
    const { lines, measures } = troubled({ ejection } as ScenarioInput['gateway'], { count: 1 });
    const found = told(lines, 'ejected', 'returned');
    expect(found.filter(({ kind }) => kind === 'ejected').length).toBe(measures.ejections);
    // Five errors, one each 0.2 s; out for 30 s, then for 60 and 90 s; each return is at the next sweep.
    expect(found.map(({ kind }) => kind)).toEqual(['ejected', 'returned', 'ejected', 'returned', 'ejected']);
    expect(found.map(({ time_s }) => Math.floor(time_s / 10) * 10)).toEqual([60, 100, 100, 170, 170]);
    expect(new Set(found.map(({ instance }) => instance)).size).toBe(1);
  });

  it('an ejection that ends with its instance', () => {
    const ejection = { consecutiveErrors: 5, interval: '10s', baseTime: '300s', maxPercent: 50, successRate: 'none' };
    const faults = [
      { kind: 'black-hole', at: '60s', for: '120s', count: 1 },
      { kind: 'rolling-update', at: '100s' },
    ];
    const { lines } = troubled({ ejection } as ScenarioInput['gateway'], {}, { faults } as Partial<ScenarioInput>);
    const [{ instance, time_s }] = told(lines, 'ejected');
    expect(told(lines, 'returned')).toEqual([]);
    const [spell] = spellsOf(lines);
    expect(spell.until_s).toBe(lines.find((line) => line.kind === 'stopped' && line.instance === instance)?.time_s);
    expect(spell.until_s).toBeGreaterThan(time_s);
    expect(spell.until_s).toBeLessThan(240);
  });
});
