import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { exactText } from '../../../src/base/exactText.js';
import { programIdentity } from '../../../src/cli/resume/programIdentity.js';
import { RunKeys, unreadParts } from '../../../src/cli/resume/runKeys.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { RunTask } from '../../../src/run/keptRuns.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { Scenario } from '../../../src/scenario/schema.js';
import { anyScenario } from '../../support/anyScenario.js';
import { temporaryFolder } from '../../support/runCli.js';

const folder = temporaryFolder({ 'rates.csv': 'time,rate\n0,10\n60,20\n120,5\n' });
afterAll(folder.remove);

const program = { version: '1.0.0', build: 'a', node: 'v20.1.0 linux x64' };
const scenario = parseScenario({
  name: 'keyed',
  description: 'a description',
  duration: '2m',
  policies: ['none'],
  assumptions: [{ path: 'duration', basis: 'guess' }],
  policyEnv: { A: 'b' },
  traffic: { users: { executor: 'trace', file: 'rates.csv', time: 'time', rate: 'rate' } },
  requests: { page: { route: 'web', io: { exponential: { mean: '100ms' } } } },
  services: {
    web: { instance: { concurrency: 4, price: 0.1 }, scaling: { min: 1, max: 5 } },
    side: { instance: { concurrency: 4, price: 0.1 }, scaling: { min: 1, max: 5 } },
  },
  faults: [{ kind: 'crash', at: '1m', service: 'web', fraction: 0.5 }],
  slo: { latency: '1s', objective: 0.9 },
  thresholds: { http_req_failed: ['rate<0.5'] },
} as never); // safe: parseScenario checks it
const task: RunTask = {
  scenario,
  scenarioFolder: folder.path,
  bindings: {
    '*': { kind: 'lua', fileName: 'a.lua', path: 'p/a.lua', code: 'return {}', params: { target: 0.5, on: true } },
    side: { kind: 'manifest', fileName: 'h.yaml', path: 'h.yaml', code: 'x: 1', params: {}, metricNames: { a: 'b' } },
  },
  replication: 3,
  detail: false,
  environment: undefined,
  eventsPath: undefined,
};
const keyOf = (changed: RunTask) => new RunKeys(program).keyOf(changed);
const key = keyOf(task);

/** Every way to change one thing in a value: each of its leaves, a key more, a key less, two keys in another order. */
function* changesOf(value: unknown): Generator<unknown> {
  if (typeof value === 'number') yield* [value + 1, -value - 0.5, Number.NaN, Number.POSITIVE_INFINITY];
  else if (typeof value === 'string')
    yield* [`${value} `, '', value.toUpperCase() === value ? `${value}x` : value.toUpperCase()];
  else if (typeof value === 'boolean') yield* [!value, undefined];
  else if (value === null || value === undefined) yield* [0, ''];
  else if (Array.isArray(value)) {
    yield [...value, 1];
    for (const [index, item] of value.entries()) for (const other of changesOf(item)) yield value.with(index, other);
  } else if (typeof value === 'object') {
    const entries = Object.entries(value);
    yield { ...value, another: 1 };
    if (entries.length > 1) yield Object.fromEntries([...entries.slice(1), entries[0]]);
    for (const [name, item] of entries) {
      yield Object.fromEntries(entries.filter(([other]) => other !== name));
      for (const other of changesOf(item)) yield { ...value, [name]: other };
    }
  }
}

describe('the key of a run', () => {
  it('changes with everything that a worker is handed', () => {
    const { scenario: _, scenarioFolder, eventsPath, ...rest } = task;
    const isUnread = ([name]: [string, unknown]) => unreadParts.some((part) => part === name);
    const [unread, read] = [true, false].map((wanted) =>
      Object.fromEntries(Object.entries(scenario).filter((entry) => isUnread(entry) === wanted)),
    );
    const { file: __, ...source } = scenario.traffic.users as { file: string }; // safe: a trace
    const withScenario = (parts: unknown) => ({ ...task, scenario: { ...unread, ...(parts as Scenario) } }) as RunTask; // safe: for keys it need not be right
    const { traffic, ...others } = read;
    const changed = [
      ...[...changesOf(rest)].map((other) => ({ ...(other as RunTask), scenario, scenarioFolder, eventsPath })),
      ...[...changesOf(others)].map((other) => withScenario({ traffic, ...(other as object) })),
      ...[...changesOf(source)].map((other) =>
        withScenario({ ...read, traffic: { users: { file: 'rates.csv', ...(other as object) } } }),
      ),
    ].filter((one) => one.bindings !== undefined && exactText(one) !== exactText(task));
    expect(changed.length).toBeGreaterThan(300);
    for (const one of changed) {
      const other = keyOf(one);
      expect(other).toMatch(/^[0-9a-f]{64}$/);
      if (other === key) expect(one).toStrictEqual(task);
    }
  });

  it('does not change with what only decides which runs there are and how they are judged', () => {
    const other = { description: 'x', policies: ['a', 'b'], assumptions: [], thresholds: { http_reqs: ['count>1'] } };
    expect(keyOf({ ...task, scenario: { ...scenario, ...other } })).toBe(key);
  });

  it.each([['version'], ['build'], ['node']])('changes with the %s of the program', (part) => {
    expect(new RunKeys({ ...program, [part]: 'another' }).keyOf(task)).not.toBe(key);
  });

  it('follows the content of a trace, not the folder it lies in', () => {
    const elsewhere = temporaryFolder({ 'rates.csv': 'time,rate\n0,10\n60,20\n120,5\n' });
    const moved = { ...task, scenarioFolder: elsewhere.path };
    expect(keyOf(moved)).toBe(key);
    writeFileSync(join(elsewhere.path, 'rates.csv'), 'time,rate\n0,10\n60,20\n120,6\n');
    expect(keyOf(moved)).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(moved)).not.toBe(key);
    elsewhere.remove();
    expect(keyOf(moved)).toBeUndefined();
  });

  it('is none for a trace that changed while the runs went on', () => {
    const elsewhere = temporaryFolder({ 'rates.csv': 'time,rate\n0,10\n60,20\n' });
    const keys = new RunKeys(program);
    const moved = { ...task, scenarioFolder: elsewhere.path };
    expect(keys.keyOf(moved)).toMatch(/^[0-9a-f]{64}$/);
    utimesSync(join(elsewhere.path, 'rates.csv'), 1, 1);
    expect(keys.keyOf(moved)).toBeUndefined();
    elsewhere.remove();
  });

  it('does not change with the file of --events', () => {
    expect(keyOf({ ...task, eventsPath: '/somewhere' })).toBe(key);
  });

  it('is that of this build in this process', () => {
    expect(programIdentity()).toEqual(programIdentity());
    expect(programIdentity()).toMatchObject({
      version: expect.stringMatching(/^\d/),
      build: expect.stringMatching(/^\w{64}$/),
    });
  });
});

describe('the parts of a scenario that the key leaves out', () => {
  it('are read by no run', () => {
    fc.assert(
      fc.property(anyScenario, fc.boolean(), (input, detail) => {
        const guarded = Object.defineProperties(
          { ...parseScenario(input) },
          Object.fromEntries(
            unreadParts.map((part) => [
              part,
              {
                get: () => {
                  throw new Error(`${part} was read`);
                },
              },
            ]),
          ),
        );
        const code = 'return { decide = function(o) return 2 + math.random(0, 1) end }';
        const policy = { kind: 'lua' as const, fileName: 'a.lua', path: 'a.lua', code, params: {} };
        runOnce({ scenario: guarded, scenarioFolder: '', bindings: { '*': policy }, replication: 0, detail });
      }),
      { numRuns: 10 },
    );
  });
});

describe('exact text', () => {
  it('is the same for equal values only', () => {
    const values = fc.anything({ withNullPrototype: false, maxDepth: 3 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        if (exactText(a) === exactText(b)) expect(a).toStrictEqual(b);
      }),
    );
    expect(
      new Set([0, -0, Number.NaN, null, undefined, '0', false, [], {}, [null], ['null'], 0n].map(exactText)).size,
    ).toBe(12);
    expect(exactText({ a: 1, b: 2 })).not.toBe(exactText({ b: 2, a: 1 }));
    expect(() => exactText(() => 1)).toThrow();
  });
});
