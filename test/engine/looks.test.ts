import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunInput } from '../../src/engine/runInput.js';
import { runOnce } from '../../src/engine/runOnce.js';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { PolicySpec } from '../../src/policy/policySpec.js';
import { hasResults, type ResultDocument } from '../../src/results/results.js';
import type { RunResult } from '../../src/results/runResult.js';
import { loadScenario, parseScenario } from '../../src/scenario/load.js';
import { anyScenario } from '../support/anyScenario.js';
import { callCli } from '../support/callCli.js';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

/** What may be looked at in a run: its curves, its progress, its events, its random numbers. */
const looks: Readonly<Record<string, Partial<RunInput>>> = {
  'with curves': { detail: true },
  'with progress': { onProgress: () => {} },
  'with events': { onEvent: () => {} },
  'with all of them': { detail: true, onProgress: () => {}, onEvent: () => {} },
};

function numbersOf(input: RunInput): string {
  const { detail: _, ...numbers }: RunResult = runOnce(input);
  return JSON.stringify(numbers);
}

function expectSame(input: Omit<RunInput, 'detail'>): void {
  const plain = numbersOf({ ...input, detail: false });
  for (const [name, look] of Object.entries(looks)) {
    expect({ [name]: numbersOf({ ...input, detail: false, ...look }) }).toEqual({ [name]: plain });
  }
}

const restless: PolicySpec = {
  kind: 'lua',
  fileName: 'restless.lua',
  path: 'restless.lua',
  code: `return { every = "7s", decide = function(o) return 3 + math.floor(o.time / 7) % 6 end }`,
  params: {},
};

describe('a run that is looked at gives the bytes of one that is not', () => {
  const folder = join(root, 'scenarios');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  for (const { tags, part } of sampled(names, 1, (name) => !/^hpa-memory/.test(name)))
    it.each(part)('%s', { tags }, async (name) => {
      const { scenario } = await loadScenario(join(folder, name));
      // Long enough for a few decisions and a rise; the whole of a day takes minutes.
      const short = { ...scenario, warmup: 0, duration: Math.min(scenario.duration, 240) };
      const candidates = await resolveCandidates({ texts: scenario.policies, baseFolder: resolve(folder) });
      for (const { bindings } of candidates) {
        expectSame({ scenario: short, scenarioFolder: folder, bindings, replication: 3 });
      }
    });

  it('whatever the scenario has', { tags: ['ci'] }, () => {
    fc.assert(
      fc.property(anyScenario, (input) => {
        const scenario = parseScenario(input);
        expectSame({ scenario, scenarioFolder: '.', bindings: { web: restless }, replication: 2 });
      }),
      { numRuns: 25 },
    );
  });
});

describe('--replication K', () => {
  it.each([
    ['io', smallScenario],
    ['cpu', smallScenario.replace('io: {', 'cpu: {')],
  ])(
    'gives the bytes of run K of a comparison, with and without --events, for any workers: %s',
    { tags: ['ci'] },
    async (_name, text) => {
      const { path, remove } = temporaryFolder({ 'a.yaml': text });
      try {
        const measuresOf = async (...args: string[]): Promise<string[]> => {
          const { stdout } = await callCli(['run', 'a.yaml', '--policy', 'static:3', '--json', ...args], { cwd: path });
          const [result] = (JSON.parse(stdout) as ResultDocument).scenarios[0].policies; // safe: what --json writes
          return hasResults(result) ? result.replications.map(({ measures }) => JSON.stringify(measures)) : [];
        };
        const all = await measuresOf('--runs', '3', '--workers', '2');
        expect(all).toHaveLength(3);
        expect(await measuresOf('--replication', '2')).toEqual([all[2]]);
        expect(await measuresOf('--replication', '2', '--events', 'e.jsonl', '--workers', '1')).toEqual([all[2]]);
        const events = readFileSync(join(path, 'e.jsonl'), 'utf8');
        expect(events).toContain('"kind":"completed"');
        // What was said of its size before is right.
        const again = await callCli(['run', 'a.yaml', '--replication', '2', '--events', 'e.jsonl'], { cwd: path });
        const share =
          Number(/about ([\d,]+) events/.exec(again.stderr)?.[1].replace(',', '')) / events.split('\n').length;
        expect(share).toBeGreaterThan(0.5);
        expect(share).toBeLessThan(1.5);
      } finally {
        remove();
      }
    },
  );
});
