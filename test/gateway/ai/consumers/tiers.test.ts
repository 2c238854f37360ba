import { describe, expect, it } from 'vitest';
import { PoolSaturation } from '../../../../src/fleet/poolSaturation.js';
import type { ModelMeter } from '../../../../src/fleet/serving.js';
import type { RunResult } from '../../../../src/results/runResult.js';
import type { ScenarioInput } from '../../../../src/scenario/schema.js';
import { Priorities } from '../../../../src/traffic/priorities.js';
import { RequestTable } from '../../../../src/traffic/requestTable.js';
import * as word from '../../../../src/traffic/word.js';
import { smallModel } from '../../../support/anyModelScenario.js';
import { runWithLua } from '../../../support/runWithLua.js';

interface Parts {
  readonly people?: object;
  readonly batch?: object;
  readonly ai?: object;
  readonly rate?: number;
  readonly instance?: object;
}

/** People and a batch at one small server, which is too little for both. */
const shared = ({ people = {}, batch = {}, ai = {}, rate = 4, instance = { discipline: 'priority' } }: Parts) =>
  ({
    name: 'shared',
    duration: '10m',
    traffic: {
      people: { executor: 'constant-arrival-rate', rate: 2, request: 'people' },
      batch: { executor: 'constant-arrival-rate', rate, request: 'batch' },
    },
    requests: {
      people: { route: 'web', promptTokens: 100, outputTokens: 40, consumer: 'desk', ...people },
      batch: { route: 'web', promptTokens: 200, outputTokens: 60, consumer: 'night', ...batch },
    },
    models: { small: smallModel },
    services: { web: { instance: { model: 'small', ...instance }, scaling: { min: 1, max: 1 } } },
    ai: { consumers: { desk: {}, night: {} }, ...ai },
    slo: { latency: '5s', objective: 0.9 },
  }) as unknown as ScenarioInput;

const of = ({ measures }: RunResult, name: string) => measures[name] ?? Number.NaN;

describe('the priority of a request', () => {
  it('is that of its class, else of its tier, else of its consumer, else 0', () => {
    const requests = new RequestTable();
    const priorities = new Priorities({
      requests,
      targetCount: 2,
      ofClasses: [7, undefined, 0],
      ofConsumers: [3, -2],
      all: [7, 0],
    });
    const rowOf = (sender: number, consumer: number) => {
      const row = requests.allocate();
      requests.words[(row << 5) | word.group] = sender * 2 + 1;
      requests.askedBy(row, consumer);
      return row;
    };
    const senders = [0, 1, 2].map((sender) => [-1, 0, 1].map((consumer) => rowOf(sender, consumer)));
    expect(senders.map((rows) => rows.map((row) => priorities.of(row)))).toEqual([
      [7, 7, 7],
      [0, 3, -2],
      [0, 0, 0],
    ]);
    expect(senders.map((rows) => rows.map((row) => priorities.levelOf(row)))).toEqual([
      [0, 0, 0],
      [2, 1, 3],
      [2, 2, 2],
    ]);
    expect(priorities.levelCount).toBe(4);
  });

  it('is worth the same wherever it stands, and a nearer one goes before', () => {
    const tiers = { high: { priority: 2 }, low: { priority: -1 } };
    const opposite = { consumers: { desk: { priority: -5 }, night: { priority: 5 } } };
    const ways: Parts[] = [
      { people: { priority: 2 }, batch: { priority: -1 } },
      { people: { tier: 'high' }, batch: { tier: 'low' }, ai: { tiers } },
      { ai: { consumers: { desk: { priority: 2 }, night: { priority: -1 } } } },
      { people: { tier: 'high' }, batch: { tier: 'low' }, ai: { tiers, ...opposite } },
      { people: { tier: 'low', priority: 2 }, batch: { priority: -1 }, ai: { tiers, ...opposite } },
    ];
    const runs = ways.map((way) => runWithLua(shared(way)));
    for (const run of runs) expect(run.measures).toEqual(runs[0].measures);
    const without = runWithLua(shared({ instance: {} }));
    expect(of(runs[0], 'consumers.desk.ttft_p95_ms')).toBeLessThan(0.05 * of(without, 'consumers.desk.ttft_p95_ms'));
  });

  it('may differ between the consumers of one class, in servers and in a central queue', () => {
    const consumers = { desk: { priority: 1 }, night: {} };
    const mixed = { consumer: { desk: 1, night: 1 } };
    const servers = runWithLua(shared({ people: mixed, batch: mixed, ai: { consumers } }));
    expect(of(servers, 'consumers.desk.ttft_p95_ms')).toBeLessThan(0.1 * of(servers, 'consumers.night.ttft_p95_ms'));
    const queued = runWithLua({
      name: 'queued',
      duration: '10m',
      traffic: { load: { executor: 'constant-arrival-rate', rate: 12 } },
      requests: { page: { route: 'web', io: '100ms', consumer: { desk: 1, night: 2 } } },
      services: { web: { instance: { concurrency: 1 }, scaling: { min: 1, max: 1 } } },
      gateway: { queue: { discipline: 'priority' } },
      ai: { consumers },
    });
    // 4 of 10 places a second are asked for by those who go first; the others wait ever longer.
    expect(of(queued, 'consumers.desk.latency_p95_ms')).toBeLessThan(500);
    expect(of(queued, 'consumers.night.latency_p95_ms')).toBeGreaterThan(20_000);
  });
});

describe('saturation', () => {
  it('is the mean over replicas of the fuller of queue and memory; with none there is no room', () => {
    const replicas = [
      { waiting: 5, kvUsedBlocks: 0 },
      { waiting: 0, kvUsedBlocks: 80 },
      { waiting: 10, kvUsedBlocks: 40 },
    ];
    const meter: Pick<ModelMeter, 'read'> = {
      read: (instance, reading) => {
        Object.assign(reading, replicas[instance], { kvBlocks: 100 });
      },
    };
    const pool = new PoolSaturation({ queue: 5, kv: 0.8 });
    const saturation = (instances: readonly number[]) => pool.of(instances, meter);
    expect([[0], [1], [2], [0, 1, 2], []].map(saturation)).toEqual([1, 1, 2, 4 / 3, Number.POSITIVE_INFINITY]);
    expect(new PoolSaturation({ queue: 10, kv: 0.4 }).of([0, 1], meter)).toBe((0.5 + 2) / 2);
  });

  it('has sheddable tiers refused, and nobody else', () => {
    const tiers = { night: { sheddable: true } };
    const [all, shed] = [{}, { batch: { tier: 'night' }, ai: { tiers } }].map((part) =>
      runWithLua(shared({ instance: {}, ...part })),
    );
    expect(of(shed, 'consumers.desk.requests_shed')).toBe(0);
    expect(of(shed, 'consumers.night.requests_shed')).toBe(of(shed, 'requests_shed'));
    expect(of(shed, 'requests_shed')).toBeGreaterThan(300);
    expect(of(shed, 'requests_rejected')).toBe(of(shed, 'requests_shed'));
    expect(of(shed, 'consumers.desk.ttft_p95_ms')).toBeLessThan(0.1 * of(all, 'consumers.desk.ttft_p95_ms'));
    expect(all.measures.requests_shed).toBeUndefined();
  });

  it('below 1 refuses nobody', () => {
    const calm = runWithLua(
      shared({
        rate: 0.1,
        batch: { tier: 'night' },
        ai: { tiers: { night: { sheddable: true } }, saturation: { queue: 50, kv: 1 } },
      }),
    );
    expect(of(calm, 'requests_shed')).toBe(0);
  });
});
