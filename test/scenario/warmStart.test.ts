import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import { inspectScenario } from '../../src/scenario/inspect.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { warmStartOf } from '../../src/scenario/warmStart.js';

const folder = mkdtempSync(join(tmpdir(), 'warm-'));

/** 0.1 s of cpu: an instance serves 10 requests a second, 8 at 80 %. */
function scenarioOf(traffic: ScenarioInput['traffic'], scaling: object, more: Partial<ScenarioInput> = {}) {
  return parseScenario({
    name: 'warm',
    duration: '5m',
    traffic,
    requests: { page: { route: 'web', cpu: '100ms' } },
    services: { web: { scaling } },
    ...more,
  });
}

function traceOf(rows: string, settings: object = {}): ScenarioInput['traffic'] {
  writeFileSync(join(folder, 't.csv'), rows);
  return { day: { executor: 'trace', file: 't.csv', time: 't', count: 'n', ...settings } };
}

const steady = (perMinute: number) =>
  `t,n\n${[0, 1, 2, 3, 4].map((minute) => `${minute * 60},${perMinute}`).join('\n')}\n`;

describe('initial: needed', () => {
  it('is the rate of the first minute over 80 % of capacity, within what is allowed', () => {
    const perSecond = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(perSecond, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 60 }), (rate, min, max) => {
        const scenario = scenarioOf(traceOf(steady(rate * 60)), { min, max });
        expect(scenario.services.web.scaling.initial).toBe('needed');
        const needed = Math.ceil(rate / 8 - 1e-9);
        expect(warmStartOf(scenario, 'web', folder).count).toBe(Math.min(max, Math.max(min, needed)));
      }),
      { numRuns: 40 },
    );
  });

  it('reads the window that is played, at its speed', () => {
    const rows = 't,n\n0,60\n60,60\n120,9600\n180,9600\n';
    const scenario = scenarioOf(traceOf(rows, { from: 120 }), { min: 1, max: 60 });
    expect(warmStartOf(scenario, 'web', folder)).toMatchObject({ count: 20, ratePerSecond: 160 });
    const faster = scenarioOf(traceOf(rows, { from: 120, speed: 2 }), { min: 1, max: 60 });
    expect(warmStartOf(faster, 'web', folder).count).toBe(40);
  });

  it('counts the rows of a trace of single requests', () => {
    writeFileSync(join(folder, 'rows.csv'), `t\n${Array.from({ length: 3000 }, (_, row) => row / 20).join('\n')}\n`);
    const traffic: ScenarioInput['traffic'] = { log: { executor: 'trace', file: 'rows.csv', time: 't' } };
    expect(warmStartOf(scenarioOf(traffic, { max: 10 }), 'web', folder)).toEqual({ count: 3, ratePerSecond: 20 });
  });

  it('begins the run, says so, and is printed', () => {
    const scenario = scenarioOf(traceOf(steady(4800)), { min: 2, max: 40 });
    const input = { scenario, scenarioFolder: folder, bindings: {}, replication: 0, detail: true };
    const result = runOnce(input);
    expect(result.detail?.timeline[0].ready[0]).toBe(10);
    expect(result.notes.join('\n')).toContain('web starts warm with 10 instances, needed for the first 60 s');
    const { resolved, estimates } = inspectScenario({ scenario, folder });
    expect(estimates.services.web.startsWith).toBe(10);
    expect(resolved.services.web.scaling?.initial).toBe('needed');
    const own = runOnce({ ...input, bindings: { '*': { kind: 'static', count: 4 } as never } });
    expect(own.notes.join('\n')).not.toContain('starts warm');
  });

  it('is the default of recorded traffic alone, and an own number goes before it', () => {
    const constant: ScenarioInput['traffic'] = { steady: { executor: 'constant-arrival-rate', rate: 100 } };
    expect(scenarioOf(constant, { min: 2, max: 40 }).services.web.scaling.initial).toBe(2);
    expect(scenarioOf(constant, { max: 40, initial: 'needed' }).services.web.scaling.initial).toBe('needed');
    expect(scenarioOf(traceOf(steady(60)), { max: 40, initial: 3 }).services.web.scaling.initial).toBe(3);
    expect(scenarioOf(traceOf(steady(60)), { min: 2 }).services.web.scaling).toMatchObject({ initial: 2, max: 2 });
  });

  it('is refused with virtual users, whose rate is not known in advance', () => {
    const users: ScenarioInput['traffic'] = { users: { executor: 'constant-vus', vus: 5 } };
    expect(() => scenarioOf(users, { max: 40, initial: 'needed' })).toThrow(/users of users call web/);
  });
});
