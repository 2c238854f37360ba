import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { simulate } from '../../src/api/simulate.js';
import { ProblemError } from '../../src/base/problem.js';
import type { PolicyDefinition } from '../../src/policy/policy.js';
import { sha256Of, textOfLock } from '../../src/scenario/contextLock.js';
import { loadScenario } from '../../src/scenario/load.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { temporaryFolder } from '../support/runCli.js';

const folder = temporaryFolder({});
afterAll(() => folder.remove());
const scenarioFile = join(folder.path, 'web.json');
const lockFile = join(folder.path, 'context.lock.json');

const basis = {
  name: 'web',
  duration: '10m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 1 } },
  requests: { page: { route: 'web', cpu: '10ms' } },
  services: { web: { instance: { vcpus: 1, startup: '30s' }, scaling: { min: 1, max: 9 } } },
};
// Nobody could ask either of them.
const command = ['no-such-program-here'];
const url = 'http://127.0.0.1:1/mcp';
const context = {
  inline: { environment: { region: 'eu' }, model: { name: 'old' } },
  mcp: [
    { command, resources: { model: 'model://current', 'environment.facts': 'env://prod' } },
    { url, resources: { tier: 'tier://web' }, refresh: '1m', latency: '2s' },
  ],
};

const entry = (server: string | string[], uri: string, text: string) => ({
  server,
  uri,
  protocol: '2026-07-28',
  sha256: sha256Of(text),
  text,
});
const entries = [
  entry(command, 'model://current', '{ "name": "assistant", "version": "2026-10" }'),
  entry(command, 'env://prod', '{"zones":["a","b"]}'),
  entry(url, 'tier://web', '"gold"'),
];
const lockOf = (resources: unknown[]) => JSON.stringify({ format: 'dryscale-context-lock/1', resources });

beforeEach(() => {
  writeFileSync(scenarioFile, JSON.stringify({ ...basis, context }));
  writeFileSync(lockFile, lockOf(entries));
});

const problemsOf = async () => {
  try {
    await loadScenario(scenarioFile);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { code: thrown.exitCode, problems: thrown.problems };
    throw thrown;
  }
  return { code: 0, problems: [] };
};

describe('a lock of contexts', () => {
  it('is what the context is at the begin, each text at its path', async () => {
    const { scenario, contextLock } = await loadScenario(scenarioFile);
    expect(scenario.context?.inline).toEqual({
      environment: { region: 'eu', facts: { zones: ['a', 'b'] } },
      model: { name: 'assistant', version: '2026-10' },
      tier: 'gold',
    });
    expect(contextLock).toBe(sha256Of(readFileSync(lockFile, 'utf8')));
  });

  it('has entries of other scenarios, which are no part of this one', async () => {
    const { hash } = await loadScenario(scenarioFile);
    writeFileSync(lockFile, lockOf([entry('http://else/mcp', 'x://', 'nonsense'), ...entries.toReversed()]));
    expect((await loadScenario(scenarioFile)).hash).toBe(hash);
    writeFileSync(lockFile, lockOf([...entries.slice(0, 2), entry(url, 'tier://web', '"silver"')]));
    expect((await loadScenario(scenarioFile)).hash).not.toBe(hash);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['is missing', undefined, 'no-context-lock', /ask nobody.*dryscale run \S*web.json --refresh-context/],
    ['is no JSON', 'nonsense', 'wrong-context-lock', /delete it.*--refresh-context/],
    ['is of another form', '{"format":"x"}', 'wrong-context-lock', /no lock/],
    ['lacks a resource', entries.slice(1), 'stale-context-lock', /nothing of model:\/\/current at no-such-program/],
    ['has another server', [entry('a', 'model://current', '1'), ...entries.slice(1)], 'stale-context-lock', /renew it/],
    ['was edited', [{ ...entries[0], text: '{}' }, ...entries.slice(1)], 'edited-context-lock', /context.inline/],
  ])('that %s says how to renew it', async (_how, content, code, words) => {
    if (content === undefined) rmSync(lockFile);
    else writeFileSync(lockFile, typeof content === 'string' ? content : lockOf(content as unknown[]));
    const found = await problemsOf();
    expect(found.code).toBe(104);
    expect(found.problems.map((problem) => problem.code)).toEqual([code]);
    const [{ what, why, fix }] = found.problems;
    expect(`${what} ${why} ${fix}`).toMatch(words);
  });

  it.each([
    ['is not JSON', 'gold', /is not JSON/],
    ['holds null', '{"a":[null]}', /holds null, which no context can/],
    ['hides a prototype', '{"__proto__":{"a":1}}', /holds a key __proto__/],
    ['has a number without end', '[1e999]', /number without end/],
    ['is too deep', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, /nested more than 16 deep/],
    ['is too large', JSON.stringify('x'.repeat(1_048_576)), /has 1048578 bytes, more than 1048576/],
  ])('is refused where a text %s', async (_how, text, words) => {
    writeFileSync(lockFile, lockOf([...entries.slice(0, 2), entry(url, 'tier://web', text)]));
    const { problems } = await problemsOf();
    expect(problems.map(({ code, where }) => [code, where.path])).toEqual([['wrong-context', 'tier']]);
    expect(problems[0].what).toMatch(words);
  });

  it('is refused where a text makes of the model what it cannot be', async () => {
    writeFileSync(lockFile, lockOf([entry(command, 'model://current', '{"version":7}'), ...entries.slice(1)]));
    expect((await problemsOf()).problems[0].what).toMatch(/makes model.version what it cannot be/);
  });

  it('is told after what is wrong with the scenario itself', async () => {
    rmSync(lockFile);
    writeFileSync(scenarioFile, JSON.stringify({ ...basis, warmup: '1h', context }));
    expect((await problemsOf()).problems.map(({ code }) => code)).not.toContain('no-context-lock');
  });
});

it('a lock that could not be read again is not written', () => {
  const [one] = JSON.parse(lockOf(entries)).resources;
  const text = 'x'.repeat(1_000_000);
  const lock = (count: number) => ({
    format: 'dryscale-context-lock/1' as const,
    resources: Array.from({ length: count }, (_, index) => ({ ...one, uri: `x://${index}`, text })),
  });
  const place = { folder: folder.path, file: 'web.json' };
  expect(textOfLock(lock(16), place).length).toBeLessThan(16 * 1_048_576);
  expect(() => textOfLock(lock(17), place)).toThrow(/delete it and refresh each scenario of the folder/);
});

describe('a run', () => {
  const seen: string[] = [];
  const policy: PolicyDefinition = {
    name: 'reader',
    decide({ context: now, time }) {
      const { model, tier } = now as { model: { version: string }; tier: string };
      seen.push(`${time} ${model.version} ${tier}`);
      return tier === 'gold' ? 2 : 3;
    },
  };

  it('needs the lock and nobody else, sees changes by the clocks of the servers, and gives the same again', async () => {
    const timeline = [{ at: '95s', set: { 'model.version': '2026-11', tier: 'silver' } }];
    writeFileSync(scenarioFile, JSON.stringify({ ...basis, context: { ...context, timeline } }));
    const first = await simulate(scenarioFile, policy, { runs: 2 });
    const times = (word: string) =>
      seen.filter((line) => line.includes(word)).map((line) => Number(line.split(' ')[0]));
    // Reads at 120 s; the second server's is seen 2 s later, so the policy that decides each 15 s meets it at 135 s.
    expect([Math.min(...times('2026-11')), Math.min(...times('silver'))]).toEqual([120, 135]);
    expect(await simulate(scenarioFile, policy, { runs: 2 })).toEqual(first);
  });

  it('ends where a server may not fail and does, and says which', async () => {
    const mcp = context.mcp.map((one) => ({ ...one, onError: 'fail', outages: [{ at: '1m', for: '1m' }] }));
    writeFileSync(scenarioFile, JSON.stringify({ ...basis, context: { ...context, mcp } }));
    await expect(simulate(scenarioFile, policy, { runs: 1 })).rejects.toThrow(
      'context.mcp.0 cannot be read at 1m, and its onError is fail',
    );
  });

  it('of an object takes the lock of its folder', async () => {
    const input = { ...basis, context } as unknown as ScenarioInput; // safe: it is checked
    seen.length = 0;
    await simulate(input, policy, { runs: 1, folder: folder.path });
    expect(seen[0]).toBe('15 2026-10 gold');
    await expect(simulate(input, policy, { runs: 1, folder: join(folder.path, 'else') })).rejects.toThrow(/is missing/);
  });
});
