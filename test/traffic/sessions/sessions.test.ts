import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { anyModelScenario, anyProviderScenario, anyRoutedScenario } from '../../support/anyModelScenario.js';
import type { EventLine } from '../../support/auditEvents.js';
import { played, sessionScenario, turnOf } from '../../support/sessionRuns.js';

const of = (lines: readonly EventLine[], kind: string) => lines.filter((line) => line.kind === kind);

describe('a session', () => {
  it('sends a turn after each answer, with what was said before', () => {
    const { lines, result } = played(sessionScenario());
    const turns = of(lines, 'try').map(({ request, arrival_s }) => [request, Number(Number(arrival_s).toFixed(6))]);
    // A turn takes an iteration for its prompt and 39 for the rest of its answer, 10 ms each, and 0.1 ms for each token that it computes.
    expect(turns).toEqual([
      ['users-s1-0', 0],
      // 100 tokens.
      ['users-s1-1', 10.41],
      // 240 with the 140 of the turn before, of whose 139 in memory 8 blocks are found: 112 tokens.
      ['users-s1-2', 20.8212],
    ]);
    const prompts = of(lines, 'begin').map(({ prompt_tokens, output_tokens }) => [prompt_tokens, output_tokens]);
    expect(prompts).toEqual([
      [100, 40],
      [240, 40],
      [380, 40],
    ]);
    // 380 with 280, of whose 279 in memory 17 blocks are found: 108 tokens.
    expect(Number(of(lines, 'completed')[2].latency_ms)).toBeCloseTo(400 + 10.8, 6);
    expect(result.measures).toMatchObject({
      requests_offered: 3,
      sessions: 1,
      sessions_failed: 0,
      turns: 3,
      carried_tokens: 140 + 280,
      prompt_tokens: 720,
      prefix_hit_ratio: (128 + 272) / 720,
      prefix_tokens_lost: 0,
    });
    expect(result.notes).toContain(
      'demand curve: none for web, a model server: what it can take follows from the batch that forms.',
    );
  });

  it.each([
    [0.5, 70, 64],
    [0, 0, 0],
    [1, 140, 128],
  ])('carries %f of the context: %i tokens, of which %i are found', (carry, carried, found) => {
    const chat = { promptTokens: 100, outputTokens: 40, session: { turns: 2, think: '10s', carry } };
    const { result } = played(sessionScenario({ requests: { chat: { route: 'web', ...chat } } }));
    expect(result.measures).toMatchObject({ turns: 2, carried_tokens: carried, prompt_tokens: 200 + carried });
    expect(result.measures.prefix_hit_ratio).toBeCloseTo(found / (200 + carried), 12);
  });

  it('ends with the first turn that fails', () => {
    const chat = { route: 'web', promptTokens: 100, outputTokens: 40, session: { turns: 9, think: '5s' } };
    const faults = [{ kind: 'errors', at: '12s', for: '5s', rate: 1 }];
    const { lines, result } = played(sessionScenario({ requests: { chat }, faults }));
    expect(of(lines, 'failed').map(({ request }) => request)).toEqual(['users-s1-3']);
    expect(result.measures).toMatchObject({ requests_offered: 4, sessions: 1, sessions_failed: 1 });
  });

  it('ends where its context is longer than the model takes', () => {
    const chat = { route: 'web', promptTokens: 4_000, outputTokens: 400, session: { turns: 9, think: '1s' } };
    const { lines, result } = played(sessionScenario({ requests: { chat } }));
    // 3 x 4,400 tokens fit into 16,000, the fourth turn would bring them to 17,600.
    expect(of(lines, 'rejected').map(({ request }) => request)).toEqual(['users-s1-3']);
    expect(result.measures).toMatchObject({ requests_too_long: 1, sessions_failed: 1, turns: 4 });
  });

  it('keeps its virtual user until its last answer', () => {
    const users = { executor: 'constant-arrival-rate', rate: 1, timeUnit: '15s', arrivals: 'even' };
    const traffic = { users: { ...users, preAllocatedVUs: 1, maxVUs: 1 } };
    // A session takes 21.2 s: the arrivals at 15 s, 45 s and 75 s find nobody.
    const { result } = played(sessionScenario({ traffic }));
    expect(result.measures).toMatchObject({ sessions: 4, dropped_iterations: 3 });
  });

  it('loses its context with the server that had it, and that is told', () => {
    const services = {
      web: { instance: { model: 'plain', startup: '1s', price: 1 }, scaling: { min: 1, max: 1 } },
    };
    const faults = [{ kind: 'crash', at: '15s' }];
    const { result } = played(sessionScenario({ services, faults }));
    // The third turn begins with 280 tokens of which the server that crashed had 17 blocks.
    expect(result.measures).toMatchObject({ turns: 3, sessions_failed: 0, prefix_tokens_lost: 272 });
    expect(result.measures.prefix_hit_ratio).toBeCloseTo(128 / 720, 12);
  });
});

const think = 0.7;
const laws: readonly object[] = [
  { turns: 3 },
  { turns: { uniform: { min: 1, max: 9 } }, carry: 0.6 },
  { turns: { lognormal: { median: 4, p95: 12 } } },
];

/** Sessions of an open source, with what else may befall requests to models. */
const anySessions: fc.Arbitrary<ScenarioInput> = fc
  .tuple(
    fc.oneof(anyModelScenario, anyRoutedScenario, anyProviderScenario),
    fc.constantFrom(...laws),
    fc.constantFrom(2, 5),
  )
  .map(([base, law, rate]) => {
    const { prefix: _, ...chat } = base.requests.chat;
    const load = { executor: 'constant-arrival-rate', rate, request: 'chat' };
    return {
      ...base,
      traffic: { ...base.traffic, load },
      requests: { ...base.requests, chat: { ...chat, session: { ...law, think: `${think}s` } } },
    } as unknown as ScenarioInput; // safe: parseScenario checks it
  });

describe('any sessions', { tags: ['ci'] }, () => {
  it('conserve requests, send each turn after the answer before it, and end with one that fails', () => {
    fc.assert(
      fc.property(anySessions, (input) => {
        const { lines, result } = played(input);
        const ends = new Map<string, number>();
        for (const line of lines) {
          if (turnOf(line.request) === undefined) continue;
          // Who hears at once hears when the line is written; of a good answer it says how late that is.
          if (line.kind === 'completed') ends.set(String(line.request), line.time_s);
          else if (['failed', 'rejected', 'timed_out', 'abandoned', 'aborted'].includes(line.kind))
            ends.set(String(line.request), Number.NaN);
        }
        for (const { kind, request, try: number, arrival_s, hedge } of lines) {
          const [session, turn] = turnOf(request) ?? ['', 0];
          if (kind !== 'try' || number !== 1 || hedge === true || turn === 0) continue;
          expect(Number(arrival_s)).toBeCloseTo((ends.get(`${session}-${turn - 1}`) ?? Number.NaN) + think, 9);
        }
        const again = played(input);
        expect(again.result).toEqual(result);
      }),
      { numRuns: 8 },
    );
  });

  it('are the same for all policies: their beginnings, and what each turn adds', () => {
    const added = (lines: readonly EventLine[]) => {
      const told = new Map<string, readonly unknown[]>();
      for (const line of of(lines, 'begin'))
        if (turnOf(line.request) !== undefined)
          told.set(String(line.request), [line.prompt_tokens, line.output_tokens]);
      return told;
    };
    fc.assert(
      fc.property(anySessions, (base) => {
        const input = { ...base, faults: [], gateway: {} };
        const [few, many] = [1, 8].map((count) => played(input, { web: { kind: 'static', count } }));
        expect(many.result.fingerprint).toBe(few.result.fingerprint);
        const other = added(many.lines);
        for (const [request, tokens] of added(few.lines))
          if (other.has(request)) expect(other.get(request)).toEqual(tokens);
      }),
      { numRuns: 4 },
    );
  });
});
