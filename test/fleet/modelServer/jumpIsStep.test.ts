import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, type EngineCase } from './engineCase.js';
import { naiveServer } from './naiveServer.js';
import { playCase } from './playCase.js';

/** Odd enough that no event falls on a boundary but where it should. */
const microseconds = (max: number) => fc.integer({ min: 0, max: max * 1000 }).map((n) => (n + 0.137) / 1e9);

const anyRequest = fc.record(
  {
    arrival_s: microseconds(600_000),
    prompt_tokens: fc.integer({ min: 1, max: 220 }),
    output_tokens: fc.integer({ min: 1, max: 90 }),
    priority: fc.integer({ min: -1, max: 2 }),
    prefix: fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      tokens: fc.integer({ min: 0, max: 150 }),
      retain: fc.constantFrom('prefix' as const, 'context' as const),
    }),
    timeout_s: microseconds(2_000_000),
    first_token_timeout_s: microseconds(500_000),
    idle_timeout_s: microseconds(60_000),
  },
  { requiredKeys: ['arrival_s', 'prompt_tokens', 'output_tokens'] },
);

const anyCase: fc.Arbitrary<EngineCase> = fc.record({
  engine: fc.record({
    coefficients_us: fc.record(
      {
        c0: fc.double({ min: 1000, max: 20_000, noNaN: true }),
        cB: fc.double({ min: 0, max: 300, noNaN: true }),
        cPf: fc.double({ min: 0, max: 60, noNaN: true }),
        cDec: fc.double({ min: 0, max: 60, noNaN: true }),
        hide: fc.double({ min: 0, max: 5000, noNaN: true }),
        cAtt: fc.double({ min: 0, max: 0.01, noNaN: true }),
        cKV: fc.double({ min: 0, max: 1, noNaN: true }),
        cTP: fc.double({ min: 0, max: 3, noNaN: true }),
      },
      { requiredKeys: ['c0'] },
    ),
    overheads_us: fc.record({
      a0: fc.constantFrom(0, 8000.3),
      a1: fc.constantFrom(0, 1850),
      a2: fc.constantFrom(0, 2),
    }),
    kv_blocks: fc.integer({ min: 12, max: 90 }),
    max_seqs: fc.integer({ min: 1, max: 16 }),
    token_budget: fc.integer({ min: 16, max: 256 }),
    admit: fc.constantFrom('prompt', 'prompt', 'prompt', 'reserve'),
    policy: fc.constantFrom('fcfs', 'priority'),
    prefix_cache: fc.boolean(),
    lookahead: fc.constantFrom(0, 1),
  }),
  requests: fc.array(anyRequest, { minLength: 1, maxLength: 40 }),
});

describe('a jump over iterations is all of them one by one', () => {
  const seen = { preemptions: 0, hits: 0, cancelled: 0, refused: 0 };

  it('for any load, with preemption, prefixes, timeouts and priorities', () => {
    fc.assert(
      fc.property(anyCase, (input) => {
        const naive = naiveServer(input);
        const played = playCase(input);
        expect(differences(played, { requests: naive.requests, replicas: [naive.replica] })).toEqual([]);
        seen.preemptions += naive.replica.preemptions;
        seen.hits += naive.replica.hit_tokens;
        for (const { outcome } of naive.requests) if (outcome !== 'completed') seen[outcome]++;
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20);
  });
});
