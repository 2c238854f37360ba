import { runOnce } from '../../src/engine/runOnce.js';
import type { RunResult } from '../../src/results/runResult.js';
import { parseScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import type { EventLine } from './auditEvents.js';

/** 10 ms an iteration, 0.1 ms a token of a prompt: what a turn takes can be worked out by hand. */
export const plainModel = { step: { base: '10ms', perPrefillToken: '100us' }, kvTokens: 16_000 };

export const sessionScenario = (part: object = {}): ScenarioInput =>
  ({
    name: 'sessions',
    duration: '95s',
    traffic: { users: { executor: 'constant-arrival-rate', rate: 1, timeUnit: '100s', arrivals: 'even' } },
    requests: { chat: { route: 'web', promptTokens: 100, outputTokens: 40, session: { turns: 3, think: '10s' } } },
    models: { plain: plainModel },
    services: { web: { instance: { model: 'plain', price: 1 }, scaling: { min: 1, max: 1 } } },
    ...part,
  }) as unknown as ScenarioInput; // safe: parseScenario checks it

interface Played {
  readonly lines: readonly EventLine[];
  readonly result: RunResult;
}

/** The first run of a scenario, with its events; one whose counts differ throws. */
export function played(input: ScenarioInput, bindings = {}): Played {
  const lines: EventLine[] = [];
  const onEvent = (event: object) => lines.push(event as EventLine); // safe: an event of a run
  const run = { scenario: parseScenario(input), scenarioFolder: '.', bindings, replication: 1, detail: false };
  return { lines, result: runOnce({ ...run, onEvent, fingerprint: true }) };
}

/** [session, turn] of a request's name; undefined where it is no turn. */
export function turnOf(request: unknown): readonly [session: string, turn: number] | undefined {
  const found = /^(.*-s\d+)-(\d+)$/.exec(String(request));
  return found === null ? undefined : [found[1], Number(found[2])];
}
