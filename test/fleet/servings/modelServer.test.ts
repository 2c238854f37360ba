import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { happening, ModelServers } from '../../../src/fleet/modelServer/modelServers.js';
import type { PolicySpec } from '../../../src/policy/policySpec.js';
import type { RunResult } from '../../../src/results/runResult.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { modelServerIn } from '../../../src/scenario/modelServerIn.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyModelScenario, smallModel } from '../../support/anyModelScenario.js';
import { auditEvents, type EventLine } from '../../support/auditEvents.js';

const restless: PolicySpec = {
  kind: 'lua',
  fileName: 'restless.lua',
  path: 'restless.lua',
  code: `return { every = "7s", decide = function(o) return 2 + math.floor(o.time / 7) % 5 end }`,
  params: {},
};

interface Played {
  readonly scenario: ReturnType<typeof parseScenario>;
  readonly lines: EventLine[];
  readonly result: RunResult;
}

function played(input: ScenarioInput, policy?: PolicySpec): Played {
  const scenario = parseScenario(input);
  const lines: EventLine[] = [];
  const result = runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: policy === undefined ? {} : { web: policy },
    replication: 1,
    detail: false,
    onEvent: (event) => lines.push(event as EventLine),
  });
  return { scenario, lines, result };
}

const chat = (part: object = {}): ScenarioInput =>
  ({
    name: 'chat',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 5 } },
    requests: {
      chat: {
        route: 'web',
        promptTokens: { lognormal: { mean: 120, cv: 0.6 } },
        outputTokens: { lognormal: { mean: 40, cv: 0.8 } },
      },
    },
    models: { small: smallModel },
    services: { web: { instance: { model: 'small' }, scaling: { min: 2, max: 2 } } },
    ...part,
  }) as unknown as ScenarioInput;

interface Arrived {
  readonly atSeconds: number;
  readonly prompt: number;
  readonly output: number;
  readonly instance: number;
  readonly latencyMs: number | undefined;
}

/** What a run asked of its servers, and when it was answered. */
function arrivedOf(lines: readonly EventLine[]): Arrived[] {
  const ends = new Map(lines.filter(({ kind }) => kind === 'completed').map((line) => [line.request, line.latency_ms]));
  return lines
    .filter(({ kind }) => kind === 'begin')
    .map(({ time_s, prompt_tokens, output_tokens, instance, request }) => ({
      atSeconds: time_s,
      prompt: Number(prompt_tokens),
      output: Number(output_tokens),
      instance: Number(instance),
      latencyMs: ends.get(request) as number | undefined,
    }));
}

/** The same requests at servers alone, on their own clock; milliseconds. */
function alone(arrived: readonly Arrived[], input: ScenarioInput, endSeconds: number): (number | undefined)[] {
  const settings = modelServerIn(parseScenario(input), 'web');
  if (settings === undefined) return [];
  const servers = new ModelServers();
  for (const instance of new Set(arrived.map((one) => one.instance))) servers.add(instance, settings);
  const latencies: (number | undefined)[] = arrived.map(() => undefined);
  const proceedUntil = (micros: number) => {
    while (servers.nextMicroseconds <= micros) {
      const row = servers.proceed();
      if (row < 0 || servers.happened !== happening.ended) continue;
      const request = servers.requests.caller[row];
      latencies[request] = servers.requests.endMicroseconds[row] / 1e3 - arrived[request].atSeconds * 1e3;
      servers.requests.drop(row);
    }
  };
  for (const [index, { atSeconds, prompt, output, instance }] of arrived.entries()) {
    proceedUntil(atSeconds * 1e6);
    const row = servers.requests.take();
    servers.requests.promptTokens[row] = prompt;
    servers.requests.outputTokens[row] = output;
    servers.requests.caller[row] = index;
    servers.enter(row, instance, atSeconds * 1e6);
  }
  proceedUntil(endSeconds * 1e6);
  return latencies;
}

describe('a service of model servers', () => {
  it.each([
    ['as it is', {}],
    ['with a lookahead', { models: { small: { ...smallModel, step: { ...smallModel.step, lookahead: 1 } } } }],
    [
      'with even arrivals that fall on boundaries',
      {
        traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even' } },
        requests: { chat: { route: 'web', promptTokens: 16, outputTokens: 4 } },
        models: { small: { step: { base: '20ms' }, kvTokens: 1_200 } },
      },
    ],
    ['by a preset', { models: { small: { preset: 'llama-2-7b-h100' } } }],
  ])('answers as the servers alone do: %s', (_name, part) => {
    const input = chat(part);
    const { lines } = played(input);
    const arrived = arrivedOf(lines);
    const expected = alone(arrived, input, 300);
    expect(arrived.length).toBeGreaterThan(1_400);
    expect(arrived.filter(({ latencyMs }) => latencyMs !== undefined).length).toBeGreaterThan(0.98 * arrived.length);
    for (const [index, { latencyMs }] of arrived.entries()) {
      const wanted = expected[index];
      if (wanted === undefined) expect(latencyMs).toBeUndefined();
      else expect(Math.abs((latencyMs ?? Number.NaN) / wanted - 1)).toBeLessThan(1e-9);
    }
  });

  it('takes for one request alone what its iterations take', () => {
    const { result } = played(
      chat({
        traffic: { load: { executor: 'constant-arrival-rate', rate: 0.1, arrivals: 'even' } },
        requests: { chat: { route: 'web', promptTokens: 100, outputTokens: 11 } },
        models: { small: { step: { base: '20ms', perPrefillToken: '40us', overheadIn: '5ms' }, kvTokens: 1_200 } },
      }),
    );
    // 5 ms in, an iteration of 20 + 100 x 0.04 ms with the prompt, and ten of 20 ms.
    expect(result.measures.latency_mean_ms).toBeCloseTo(5 + 24 + 200, 6);
  });

  it('has a batch: five times as many requests take longer, and not twice as long', () => {
    const at = (rate: number) => {
      const { measures } = played(
        chat({
          traffic: { load: { executor: 'constant-arrival-rate', rate } },
          requests: { chat: { route: 'web', promptTokens: 120, outputTokens: 40 } },
          models: { small: { ...smallModel, kvTokens: 64_000 } },
        }),
      ).result;
      return Number(measures.latency_mean_ms);
    };
    const [few, many] = [at(4), at(20)];
    expect(many).toBeGreaterThan(1.1 * few);
    expect(many).toBeLessThan(2 * few);
  });

  it('rejects what can never fit, counts it, and says so', () => {
    const { result } = played(
      chat({
        requests: { chat: { route: 'web', promptTokens: { uniform: { min: 100, max: 2_100 } }, outputTokens: 20 } },
      }),
    );
    const { requests_rejected: rejected, requests_offered: offered, requests_too_long: tooLong } = result.measures;
    // 1200 tokens are 75 blocks: prompts of more than 1181 tokens never fit, 0.46 of them.
    expect(Number(tooLong) / Number(offered)).toBeCloseTo(0.46, 1);
    expect(rejected).toBe(tooLong);
    expect(result.findings).toContainEqual(expect.stringMatching(/^rejected what is longer than the KV memory/));
  });

  it('never tries again what can never fit', () => {
    const { result } = played(
      chat({
        requests: { chat: { route: 'web', promptTokens: { uniform: { min: 100, max: 2_100 } }, outputTokens: 20 } },
        gateway: { retries: { attempts: 4 } },
      }),
    );
    expect(result.measures.attempts).toBe(result.measures.requests_offered);
  });

  it('frees what a request held whose client has gone', () => {
    const overload = { traffic: { load: { executor: 'constant-arrival-rate', rate: 30 } } };
    const { lines, result } = played(chat({ ...overload, gateway: { timeout: '3s' } }));
    const timedOut = lines.filter(({ kind }) => kind === 'timed_out').length;
    expect(timedOut).toBeGreaterThan(100);
    expect(lines.filter(({ kind }) => kind === 'cancelled').length).toBe(timedOut);
    // Were they served all the same, the queue would grow without end and nobody would be answered in time.
    expect(Number(result.measures.requests_completed)).toBeGreaterThan(0.2 * Number(result.measures.requests_offered));
  });

  it('loses its requests with the instance, and goes on after a pause', () => {
    const { result } = played(
      chat({
        faults: [
          { kind: 'crash', at: '1m' },
          { kind: 'pause', at: '2m', for: '20s' },
        ],
        services: { web: { instance: { model: 'small', startup: '10s' }, scaling: { min: 2, max: 2 } } },
      }),
    );
    const { requests_aborted: aborted, requests_completed: completed, requests_offered: offered } = result.measures;
    expect(aborted).toBeGreaterThan(0);
    expect(Number(completed) + Number(aborted)).toBeGreaterThan(0.98 * Number(offered));
    expect(result.measures.latency_max_ms ?? result.measures.latency_p99_ms).toBeGreaterThan(10_000);
  });

  it('brings every policy the same requests', () => {
    const fingerprints = [undefined, restless].map(
      (policy) =>
        runOnce({
          scenario: parseScenario(chat()),
          scenarioFolder: '.',
          bindings: policy === undefined ? {} : { web: policy },
          replication: 0,
          detail: false,
          fingerprint: true,
        }).fingerprint,
    );
    expect(fingerprints[0]).toBe(fingerprints[1]);
  });

  it('keeps its books, whatever befalls it', { tags: ['ci'] }, () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyModelScenario, (input) => {
        // A run whose counts differ throws.
        const { scenario, lines, result } = played(input, restless);
        for (const { kind } of lines) seen.add(String(kind));
        for (const [name, audited] of Object.entries(auditEvents(lines, scenario))) {
          const stated = result.measures[name];
          if (audited === null || stated === null || /_p\d+_ms$/.test(name)) continue;
          expect(Math.abs(Number(stated) - audited), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(audited)));
        }
      }),
      { numRuns: 60 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['completed', 'aborted', 'cancelled', 'retry', 'rejected']));
  });
});
